// SPDX-License-Identifier: Apache-2.0

/// What is wrong with octets that should be a reply (RFC 5321 §4.2).
package enum SMTPReplyFault: String, Error, Hashable, Sendable, CaseIterable {
    case noCode = "a reply without a code of three digits"
    case noSeparator = "a reply code followed by neither space nor hyphen"
    case codesDiffer = "a reply whose lines have different codes"
    case lineTooLong = "a reply line of more than 4096 octets"
    case replyTooLong = "a reply of more than 65536 octets"
}

/// Cuts the octets a server sends into replies. A value: it reads nothing itself.
///
/// Lenient where servers are known to be lax: LF alone ends a line too, and a line may be the bare code. After a fault the rest
/// means nothing; the connection has to be given up.
package struct SMTPReplyReader: Sendable {
    /// In octets, line end left out; RFC 5321 §4.5.3.1.5 asks for 512.
    package static let maximumLineLength = 4_096
    /// In octets, over all lines of one reply.
    package static let maximumReplyLength = 65_536

    private var pending: [UInt8] = []
    private var begin = 0
    private var code: Int?
    private var enhancedStatus: String?
    private var lines: [String] = []
    private var length = 0

    package init() {}

    /// Whether nothing is left over: no octet unread and no reply half read.
    package var isEmpty: Bool { begin == pending.count && code == nil }

    /// Takes in octets as they came from the peer.
    package mutating func append(_ octets: some Sequence<UInt8>) {
        if begin == pending.count {
            pending.removeAll(keepingCapacity: true)
            begin = 0
        }
        pending.append(contentsOf: octets)
    }

    /// The next whole reply, or `nil` when more octets are needed.
    package mutating func next() throws(SMTPReplyFault) -> SMTPReply? {
        while let line = try nextLine() {
            guard let reply = try take(line) else { continue }
            return reply
        }
        return nil
    }

    private mutating func nextLine() throws(SMTPReplyFault) -> Range<Int>? {
        var end = begin
        while end < pending.count, pending[end] != UInt8(ascii: "\n") { end += 1 }
        guard end - begin <= Self.maximumLineLength else { throw .lineTooLong }
        guard end < pending.count else { return nil }
        let start = begin
        begin = end + 1
        return start..<(end > start && pending[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
    }

    /// Adds one line; answers the reply when it was the last.
    private mutating func take(_ line: Range<Int>) throws(SMTPReplyFault) -> SMTPReply? {
        let octets = pending[line]
        let digits = octets.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { throw .noCode }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard (200...599).contains(number) else { throw .noCode }
        let mark = octets.dropFirst(3).first
        guard mark == nil || mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") else { throw .noSeparator }
        guard code == nil || code == number else { throw .codesDiffer }
        length += octets.count
        guard length <= Self.maximumReplyLength else { throw .replyTooLong }
        let (status, text) = enhancedStatusAndText(of: octets.dropFirst(4), class: number / 100)
        if code == nil { enhancedStatus = status }
        code = number
        lines.append(text)
        guard mark != UInt8(ascii: "-") else { return nil }
        defer {
            code = nil
            enhancedStatus = nil
            lines = []
            length = 0
        }
        return SMTPReply(code: number, enhancedStatus: enhancedStatus, lines: lines)
    }
}

/// Parts `5.1.1 No such user` (RFC 2034 §4); a status of another class than the code's is text.
private func enhancedStatusAndText(of octets: ArraySlice<UInt8>, class: Int) -> (status: String?, text: String) {
    guard [2, 4, 5].contains(`class`), let status = enhancedStatus(at: octets, class: `class`) else {
        return (nil, plainText(octets))
    }
    return (plainText(status), plainText(octets.dropFirst(status.count + 1)))
}

/// `class "." 1*3digit "." 1*3digit` with a blank or nothing behind it.
private func enhancedStatus(at octets: ArraySlice<UInt8>, class: Int) -> ArraySlice<UInt8>? {
    func isDigit(_ octet: UInt8) -> Bool { octet >= UInt8(ascii: "0") && octet <= UInt8(ascii: "9") }
    var rest = octets
    guard let first = rest.popFirst(), Int(first) == Int(UInt8(ascii: "0")) + `class` else { return nil }
    for _ in 1...2 {
        guard rest.popFirst() == UInt8(ascii: ".") else { return nil }
        let digits = rest.prefix(while: isDigit).count
        guard (1...3).contains(digits) else { return nil }
        rest = rest.dropFirst(digits)
    }
    guard rest.first == nil || rest.first == UInt8(ascii: " ") else { return nil }
    return octets[..<rest.startIndex]
}

/// Text fit for a log line: no control can forge another one.
private func plainText(_ octets: ArraySlice<UInt8>) -> String {
    func isControl(_ octet: UInt8) -> Bool { octet < 0x20 || octet == 0x7F }
    guard octets.contains(where: isControl) else { return String(decoding: octets, as: UTF8.self) }
    return String(decoding: octets.map { isControl($0) ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
}
