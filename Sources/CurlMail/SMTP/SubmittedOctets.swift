// SPDX-License-Identifier: Apache-2.0

/// What has to be known of a message before MAIL is written.
package struct MessageSurvey: Hashable, Sendable {
    /// Octets with every line ended by CRLF, without dot-stuffing: what SIZE declares (RFC 1870 §3).
    package let size: Int
    /// Whether an octet above 127 stands in the header section: SMTPUTF8 is needed (RFC 6532).
    package let hasEightBitHeader: Bool
    /// Whether an octet above 127 stands anywhere: 8BITMIME is needed.
    package let hasEightBit: Bool

    package init(_ message: [UInt8]) {
        var size = 0
        var hasEightBitHeader = false
        var hasEightBit = false
        var isHeader = true
        var scanner = LineScanner(message)
        while let line = scanner.next() {
            size += line.count + 2
            if isHeader, line.isEmpty { isHeader = false }
            guard isHeader || !hasEightBit else { continue }
            let isEightBit = hasOctetAbove127(message, line)
            hasEightBit = hasEightBit || isEightBit
            hasEightBitHeader = hasEightBitHeader || isHeader && isEightBit
        }
        self.size = size
        self.hasEightBitHeader = hasEightBitHeader
        self.hasEightBit = hasEightBit
    }
}

/// A message as it goes over the wire after DATA (RFC 5321 §4.5.2): every line ended by CRLF, dots at line starts doubled, and
/// the lone dot at the end.
///
/// CR alone and LF alone end a line too. So no peer, however it reads line ends, can find an end of the message before ours
/// ("SMTP smuggling").
package struct SubmittedOctets {
    /// The lone dot with its line ends; the CRLF before it belongs to the message.
    package static let terminator: [UInt8] = Array(".\r\n".utf8)

    private let message: [UInt8]
    private var scanner: LineScanner
    /// Whether ``next(atLeast:)`` has given out the lone dot.
    package private(set) var isAtEnd = false

    package init(_ message: [UInt8]) {
        self.message = message
        scanner = LineScanner(message)
    }

    /// The next octets to write: at least as many as asked for, or all that is left, the lone dot included. Empty at the end.
    package mutating func next(atLeast count: Int) -> [UInt8] {
        guard !isAtEnd else { return [] }
        var chunk: [UInt8] = []
        chunk.reserveCapacity(min(count, message.count) + 512)
        while chunk.count < count {
            guard let line = scanner.next() else {
                chunk += Self.terminator
                isAtEnd = true
                return chunk
            }
            if line.first.map({ message[$0] == UInt8(ascii: ".") }) ?? false { chunk.append(UInt8(ascii: ".")) }
            chunk.append(contentsOf: message[line])
            chunk.append(UInt8(ascii: "\r"))
            chunk.append(UInt8(ascii: "\n"))
        }
        return chunk
    }
}

/// Finds the lines of a message: CRLF, CR alone and LF alone end one, and so does the end.
struct LineScanner {
    private let octets: [UInt8]
    private var position = 0

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    /// The next line without its end, or `nil` when there is no more.
    mutating func next() -> Range<Int>? {
        guard position < octets.count else { return nil }
        let start = position
        let octets = octets
        let span = octets.span
        var end = start
        while end < span.count, span[end] != UInt8(ascii: "\n"), span[end] != UInt8(ascii: "\r") { end += 1 }
        let isPair = end + 1 < span.count && span[end] == UInt8(ascii: "\r") && span[end + 1] == UInt8(ascii: "\n")
        position = end + (isPair ? 2 : 1)
        return start..<end
    }
}

private func hasOctetAbove127(_ octets: [UInt8], _ range: Range<Int>) -> Bool {
    var all: UInt8 = 0
    let span = octets.span
    for offset in range { all |= span[offset] }
    return all >= 0x80
}
