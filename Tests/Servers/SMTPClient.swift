// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A mail program's or another server's end of an SMTP dialogue, in the clear. All calls block, at most ten seconds each.
package final class SMTPClient {
    private let descriptor: Int32
    private var pending: [UInt8] = []

    /// Says hello, and signs in where an account is given.
    package init(port: UInt16, host: String, account: (user: String, password: String)? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        guard LoopbackPort.withLoopback(port, { connect(descriptor, $0, $1) }) == 0 else {
            throw ServerFailure("nobody listens on port \(port)")
        }
        try hear(expecting: "220")
        try say("EHLO \(host)", expecting: "250")
        if let account {
            let secret = Data("\0\(account.user)\0\(account.password)".utf8).base64EncodedString()
            try say("AUTH PLAIN \(secret)", expecting: "235")
        }
    }

    deinit { _ = Glibc.close(descriptor) }

    /// Hands a letter in. Lines of it are ended by CRLF.
    package func send(_ letter: [UInt8], from sender: String, to recipient: String) throws {
        // In one group (RFC 2920); thousands of letters take as many turns less.
        try write(Array("MAIL FROM:<\(sender)> BODY=8BITMIME\r\nRCPT TO:<\(recipient)>\r\nDATA\r\n".utf8))
        for code in ["250", "250", "354"] { try hear(expecting: code) }
        var stuffed: [UInt8] = []
        stuffed.reserveCapacity(letter.count + 64)
        var isLineStart = true
        for octet in letter {
            if isLineStart, octet == UInt8(ascii: ".") { stuffed.append(octet) }
            stuffed.append(octet)
            isLineStart = octet == 0x0A
        }
        try write(stuffed + Array((isLineStart ? "" : "\r\n").utf8) + Array(".\r\n".utf8))
        try hear(expecting: "250")
    }

    private func say(_ line: String, expecting code: String) throws {
        try write(Array("\(line)\r\n".utf8))
        try hear(expecting: code)
    }

    private func write(_ octets: [UInt8]) throws {
        var start = 0
        while start < octets.count {
            let sent = octets[start...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw ServerFailure("the SMTP server is gone: errno \(errno)") }
            start += sent
        }
    }

    /// The last line of a reply, which must begin so.
    private func hear(expecting code: String) throws {
        while true {
            guard let end = pending.firstIndex(of: 0x0A) else {
                var chunk = [UInt8](repeating: 0, count: 4_096)
                let count = recv(descriptor, &chunk, chunk.count, 0)
                guard count > 0 else { throw ServerFailure("the SMTP server says nothing where \(code) is due") }
                pending += chunk[..<count]
                continue
            }
            let line = String(decoding: pending[..<end], as: UTF8.self)
            pending.removeSubrange(...end)
            if line.dropFirst(3).hasPrefix("-") { continue }
            guard line.hasPrefix(code) else { throw ServerFailure("the SMTP server says \(line) where \(code) is due") }
            return
        }
    }
}
