// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// A server on a thread of its own that says what a test tells it to say.
package final class ScriptedServer: Sendable {
    /// One connection, as the script sees it. All calls block, at most ten seconds.
    package final class Peer: Sendable {
        fileprivate let descriptor: Int32
        private let pending = Mutex<[UInt8]>([])
        private let allowance: Mutex<Int>

        fileprivate init(descriptor: Int32, allowance: Int) {
            self.descriptor = descriptor
            self.allowance = Mutex(allowance)
            var limit = timeval(tv_sec: 10, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        }

        /// The next line without its line end; `nil` when the client is gone.
        package func line() -> String? {
            while true {
                let found = pending.withLock { octets -> String? in
                    guard let end = octets.firstIndex(of: 0x0A) else { return nil }
                    defer { octets.removeSubrange(...end) }
                    return String(decoding: octets[..<end].filter { $0 != 0x0D }, as: UTF8.self)
                }
                if let found { return found }
                var chunk = [UInt8](repeating: 0, count: 4_096)
                let count = recv(descriptor, &chunk, chunk.count, 0)
                guard count > 0 else { return nil }
                pending.withLock { $0 += chunk[..<count] }
            }
        }

        /// Says something; `false` when the client is gone or the allowance is used up, which cuts the connection.
        @discardableResult
        package func say(_ text: String) -> Bool { say(Array(text.utf8)) }

        @discardableResult
        package func say(_ octets: [UInt8]) -> Bool {
            let allowed = allowance.withLock { left -> Int in
                let allowed = min(left, octets.count)
                left -= allowed
                return allowed
            }
            var start = 0
            while start < allowed {
                let sent = octets[start..<allowed].withUnsafeBytes {
                    send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { return false }
                start += sent
            }
            if allowed < octets.count { cut() }
            return allowed == octets.count
        }

        /// Ends the connection.
        package func cut() { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }

    package let port: UInt16
    private let listener: LoopbackListener
    private let accepted = Mutex(0)

    /// How many connections were accepted.
    package var connections: Int { accepted.withLock { $0 } }

    /// - Parameters:
    ///   - allowance: octets the server may say on its first connection before it cuts it; later connections are not cut.
    ///   - script: what is done on a connection; its number counts from 1.
    package init(allowance: Int = .max, script: @escaping @Sendable (Peer, Int) -> Void) throws {
        let listener = try LoopbackListener()
        self.listener = listener
        port = listener.port
        Thread.detachNewThread { [weak self] in
            while true {
                let descriptor = accept(listener.descriptor, nil, nil)
                // Closed here and nowhere else: a number given to another socket meanwhile would have its clients taken by this thread.
                guard descriptor >= 0 else { return listener.close() }
                let number = self?.countOne() ?? 0
                Thread.detachNewThread {
                    let peer = Peer(descriptor: descriptor, allowance: number == 1 ? allowance : .max)
                    script(peer, number)
                    peer.cut()
                    _ = Glibc.close(descriptor)
                }
            }
        }
    }

    deinit {
        shutdown(listener.descriptor, Int32(SHUT_RDWR))
    }

    private func countOne() -> Int {
        accepted.withLock {
            $0 += 1
            return $0
        }
    }
}
