// SPDX-License-Identifier: Apache-2.0
import Foundation

/// TCP ports of 127.0.0.1.
package enum LoopbackPort {
    /// A port nobody listens on at the moment.
    package static func free() throws -> UInt16 {
        let listener = try LoopbackListener()
        defer { listener.close() }
        return listener.port
    }

    /// Whether somebody accepts connections there.
    package static func isOpen(_ port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { _ = Glibc.close(descriptor) }
        return withLoopback(port) { connect(descriptor, $0, $1) } == 0
    }

    static func withLoopback<Answer>(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer) -> Answer {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}

/// A listening socket on a free port of 127.0.0.1.
package final class LoopbackListener: Sendable {
    package let descriptor: Int32
    package let port: UInt16

    package init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0, LoopbackPort.withLoopback(0, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, 16) == 0 else {
            throw ServerFailure("cannot listen on 127.0.0.1: errno \(errno)")
        }
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        self.descriptor = descriptor
        port = UInt16(bigEndian: address.sin_port)
    }

    package func close() { _ = Glibc.close(descriptor) }
}
