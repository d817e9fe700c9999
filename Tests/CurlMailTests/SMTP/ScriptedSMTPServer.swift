// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization
import TestServers

/// An SMTP server in this process that says and does exactly what a test tells it to.
final class ScriptedSMTPServer: Sendable {
    /// What the client did.
    enum Act: Hashable, Sendable {
        case connected
        case line(String)
        /// The message as it came, dots still doubled, without the lone dot.
        case message([UInt8])
    }

    /// What the server does about it.
    enum Reaction: Hashable, Sendable {
        /// Lines without CRLF.
        case say(String)
        case cut
        case sayThenCut(String)
        case silence
    }

    /// Told with each act and the number of the connection, from 1.
    typealias Script = @Sendable (Act, Int) -> Reaction

    var port: UInt16 { listener.port }
    private let listener: LoopbackListener
    private let script: Script
    /// After so many octets of a message the connection is cut; `nil` for never.
    private let cutInMessageAfter: Int?
    private let log = Mutex<[Act]>([])
    private let open = Mutex<Set<Int32>>([])

    init(cutInMessageAfter: Int? = nil, _ script: @escaping Script) throws {
        self.script = script
        self.cutInMessageAfter = cutInMessageAfter
        listener = try LoopbackListener()
        Thread.detachNewThread { self.serve() }
    }

    /// Everything the clients did so far.
    var acts: [Act] { log.withLock { $0 } }
    /// The commands so far, without EHLO and QUIT.
    var commands: [String] {
        acts.compactMap { act in
            if case .line(let line) = act, !line.hasPrefix("EHLO"), line != "QUIT" { line } else { nil }
        }
    }
    var messages: [[UInt8]] {
        acts.compactMap { if case .message(let octets) = $0 { octets } else { nil } }
    }
    var connectionCount: Int { acts.count { $0 == .connected } }

    func stop() {
        shutdown(listener.descriptor, Int32(SHUT_RDWR))
        open.withLock { for descriptor in $0 { shutdown(descriptor, Int32(SHUT_RDWR)) } }
    }

    /// Cuts every connection now open, as a server does with idle ones.
    func cutConnections() {
        open.withLock { for descriptor in $0 { shutdown(descriptor, Int32(SHUT_RDWR)) } }
    }

    private func serve() {
        var number = 0
        while true {
            let descriptor = accept(listener.descriptor, nil, nil)
            // Closed here and nowhere else: a number given to another socket meanwhile would have its clients taken by this thread.
            guard descriptor >= 0 else { return listener.close() }
            number += 1
            open.withLock { _ = $0.insert(descriptor) }
            converse(Peer(descriptor), number)
            open.withLock { _ = $0.remove(descriptor) }
            close(descriptor)
        }
    }

    private func converse(_ peer: Peer, _ number: Int) {
        guard react(to: .connected, number, peer) else { return }
        while let line = peer.line() {
            guard react(to: .line(line), number, peer) else { return }
            guard line == "DATA", peer.lastSaid.hasPrefix("3") else {
                if line == "QUIT" { return }
                continue
            }
            guard let message = peer.message(limit: cutInMessageAfter), react(to: .message(message), number, peer) else { return }
        }
    }

    private func react(to act: Act, _ number: Int, _ peer: Peer) -> Bool {
        log.withLock { $0.append(act) }
        switch script(act, number) {
        case .say(let words): return peer.say(words)
        case .sayThenCut(let words):
            _ = peer.say(words)
            return false
        case .cut: return false
        case .silence: return true
        }
    }
}

/// The server's end of one connection.
private final class Peer {
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private(set) var lastSaid = ""

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func say(_ words: String) -> Bool {
        lastSaid = words
        let octets = Array((words.replacing("\n", with: "\r\n") + "\r\n").utf8)
        return send(descriptor, octets, octets.count, Int32(MSG_NOSIGNAL)) == octets.count
    }

    func line() -> String? {
        while true {
            if let end = pending.firstIndex(of: 10) {
                defer { pending.removeSubrange(...end) }
                return String(decoding: pending[..<end].prefix { $0 != 13 }, as: UTF8.self)
            }
            guard fill() else { return nil }
        }
    }

    /// Up to the lone dot; `nil` when the connection ended or `limit` was reached.
    func message(limit: Int?) -> [UInt8]? {
        let end = Array("\r\n.\r\n".utf8)
        var searched = 0
        while true {
            if pending.starts(with: end.dropFirst(2)) {
                pending.removeFirst(3)
                return []
            }
            while searched + 5 <= pending.count {
                if pending[searched..<searched + 5].elementsEqual(end) {
                    defer { pending.removeSubrange(..<(searched + 5)) }
                    return Array(pending[..<(searched + 2)])
                }
                searched += 1
            }
            if let limit, pending.count >= limit { return nil }
            guard fill() else { return nil }
        }
    }

    private func fill() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        pending += buffer[..<count]
        return true
    }
}
