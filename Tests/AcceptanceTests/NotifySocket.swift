// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import TestServers

/// The socket of a service manager (sd_notify(3)), as systemd has one.
final class NotifySocket: Sendable {
    let path: String
    private let descriptor: Int32
    private let heard = Mutex<[String]>([])

    init(in folder: ServerFolder) throws {
        path = "\(folder.path)/notify"
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard descriptor >= 0, bound == 0 else { throw ServerFailure("cannot listen on \(path): errno \(errno)") }
        Thread.detachNewThread { [weak self, descriptor] in
            var piece = [UInt8](repeating: 0, count: 4_096)
            while true {
                let count = recv(descriptor, &piece, piece.count, 0)
                guard count > 0, let self else { return }
                heard.withLock { $0 += String(decoding: piece[..<count], as: UTF8.self).split(separator: "\n").map(String.init) }
            }
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    /// Everything said so far, assignment by assignment.
    var said: [String] { heard.withLock { $0 } }

    /// How often this was said.
    func count(_ words: String) -> Int { said.count { $0 == words } }
}
