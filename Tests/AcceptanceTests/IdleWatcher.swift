// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import TestServers

/// Another client in IDLE on the same mailbox: says when the server itself announced a letter.
final class IdleWatcher: Sendable {
    private let descriptor: Int32
    private let announced = Mutex<[ContinuousClock.Instant]>([])
    private let isIdle = Mutex(false)

    /// Logs in and begins IDLE on INBOX.
    init(port: UInt16, user: String = Dovecot.user, password: String = Dovecot.password) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let answer = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard answer == 0 else { throw ServerFailure("cannot connect to port \(port): errno \(errno)") }
        let initial = Data("\0\(user)\0\(password)".utf8).base64EncodedString()
        let commands = Array("a AUTHENTICATE PLAIN \(initial)\r\nb EXAMINE INBOX\r\nc IDLE\r\n".utf8)
        _ = send(descriptor, commands, commands.count, Int32(MSG_NOSIGNAL))
        Thread.detachNewThread { [weak self, descriptor] in
            var piece = [UInt8](repeating: 0, count: 4_096)
            while true {
                let count = recv(descriptor, &piece, piece.count, 0)
                guard count > 0, let self else { return }
                let words = String(decoding: piece[..<count], as: UTF8.self)
                if isIdle.withLock({ $0 }) {
                    for line in words.split(separator: "\r\n") where line.hasSuffix(" EXISTS") { note(line) }
                }
                if words.contains("+ idling") { isIdle.withLock { $0 = true } }
            }
        }
        try wait("IDLE") { self.isIdle.withLock { $0 } }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    /// When the server announced the letter of this number, counted from 1 since the beginning.
    func moment(of number: Int) throws -> ContinuousClock.Instant {
        try wait("the server's notice") { self.announced.withLock { $0.count } >= number }
        return announced.withLock { $0[number - 1] }
    }

    private func note(_ line: Substring) { announced.withLock { $0.append(.now) } }

    private func wait(_ what: String, until isSo: () -> Bool) throws {
        let end = ContinuousClock.now + .seconds(10)
        while !isSo() {
            guard ContinuousClock.now < end else { throw ServerFailure("waited 10 s for \(what)") }
            usleep(1_000)
        }
    }
}
