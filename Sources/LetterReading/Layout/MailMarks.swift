// SPDX-License-Identifier: Apache-2.0

/// The beginnings of what mail programs put into a mail: hardly a line has one, and only those that have are read.
struct MailMarks: Sendable {
    /// Up to ``headOctets`` of each mark, by its first two letters.
    private var heads: [UInt32: [String]] = [:]

    /// - Parameter marks: in lower case.
    init(_ marks: [String]) {
        for mark in marks { heads[Self.beginning(mark.utf8), default: []].append(Self.head(mark.utf8)) }
    }

    /// Whether a line may begin with a mark, in any letter case.
    func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sharing = heads[Self.beginning(line)] else { return false }
        let head = Self.head(line).inLowerCase
        return sharing.contains(where: head.begins)
    }

    /// The first letters that are whole.
    private static func head(_ octets: some BidirectionalCollection<UInt8>) -> String {
        var head = octets.prefix(headOctets)
        while head.endIndex < octets.endIndex, octets[head.endIndex] & 0xC0 == 0x80 { head.removeLast() }
        return String(decoding: head, as: UTF8.self)
    }

    private static let headOctets = 16

    /// The first two letters as one number, capitals as small ones.
    private static func beginning(_ octets: some Collection<UInt8>) -> UInt32 {
        var (result, lead): (UInt32, UInt8) = (0, 0)
        let isLatin = octets.first.map { $0 < 0x80 } ?? true
        for octet in octets.prefix(isLatin ? 2 : 4) {
            var (small, before) = (octet, UInt8(truncatingIfNeeded: result))
            switch (lead, octet) {
            case (0xD0, 0x90...0x9F): small = octet + 0x20
            case (0xD0, 0xA0...0xAF): (before, small) = (0xD1, octet - 0x20)
            case (0xD0, 0x80...0x8F): (before, small) = (0xD1, octet + 0x10)
            case (_, 0x41...0x5A): small = octet + 0x20
            default: break
            }
            result = (result & ~0xFF | UInt32(before)) << 8 | UInt32(small)
            lead = octet
        }
        // Half a Cyrillic letter, whose first octet depends on its case.
        return lead == 0xD1 ? result - 1 : result
    }
}
