// SPDX-License-Identifier: Apache-2.0

/// Finds in a bounce's words whom the letter did not reach.
struct BounceRecipients {
    /// An address and where the words about it begin.
    struct Place: Hashable {
        let address: String
        let start: Int
        let end: Int
    }

    /// How an address stands in its line, the surest first.
    private enum Rank: Int { case listed, afterReplyCode, mentioned }

    /// Marks before an address in a list, at most: what stands behind more is running text.
    private static let maximumMarks = 80

    private var places: [Place] = []
    private var rank = Rank.mentioned

    /// - Returns: the places of the surest kind that occurs, each address once, in order.
    static func find(in text: BounceText) -> [Place] {
        var finder = BounceRecipients()
        for line in text.lines { finder.read(line, of: text.octets) }
        return finder.places
    }

    private mutating func read(_ line: Range<Int>, of octets: [UInt8]) {
        var from = line.lowerBound
        while let sign = octets[from..<line.upperBound].firstIndex(of: 0x40) {
            guard let (address, end) = Self.address(around: sign, in: octets, line) else {
                from = sign + 1
                continue
            }
            from = end
            let rank = Self.rank(octets, line.lowerBound..<address.lowerBound)
            guard rank != .mentioned, rank.rawValue <= self.rank.rawValue else { continue }
            if rank.rawValue < self.rank.rawValue { places = [] }
            self.rank = rank
            add(Place(address: String(decoding: octets[address], as: UTF8.self), start: line.lowerBound, end: address.upperBound))
            return
        }
    }

    private mutating func add(_ place: Place) {
        guard places.count < DeliveryReport.maximumRecipients else { return }
        let isKnown = places.contains { $0.address.lowercased() == place.address.lowercased() }
        if !isKnown { places.append(place) }
    }

    /// The address around the at-sign at `sign`, and where to read on.
    static func address(around sign: Int, in octets: [UInt8], _ line: Range<Int>) -> (address: Range<Int>, next: Int)? {
        var start = sign
        while start > line.lowerBound, octets[start - 1].isLocalPartOctet { start -= 1 }
        let isBracketed = start > line.lowerBound && octets[start - 1] == 0x3C
        var end = sign + 1
        while end < line.upperBound, octets[end].isDomainOctet || (isBracketed && octets[end] > 127) { end += 1 }
        while end > sign + 1, octets[end - 1] == 0x2E || octets[end - 1] == 0x2D { end -= 1 }
        guard start < sign, end > sign + 1 else { return nil }
        return (start..<end, end)
    }

    private static func rank(_ octets: [UInt8], _ prefix: Range<Int>) -> Rank {
        var start = prefix.lowerBound
        let furthest = min(prefix.upperBound, start + maximumMarks)
        while start < furthest, octets[start].isListMark { start += 1 }
        if start == prefix.upperBound { return .listed }
        var end = prefix.upperBound
        while end > start, octets[end - 1].isListMark || octets[end - 1] == 0x3A || octets[end - 1] == 0x28 { end -= 1 }
        let tail = octets[max(start, end - 60)..<end].map(\.asciiLowercased)
        if BouncePhrases.leadIns.contains(where: { tail.count >= $0.count && Array(tail.suffix($0.count)) == $0 }) {
            return .listed
        }
        let code = octets[start..<min(start + 3, end)]
        let isCode = code.count == 3 && code.allSatisfy(\.isDigit) && (code.first == 0x34 || code.first == 0x35)
        return isCode && end - start <= 24 ? .afterReplyCode : .mentioned
    }
}

extension UInt8 {
    /// What an unquoted local part may hold, octets above 127 included (RFC 5321 §4.1.2, RFC 6531 §3.3).
    var isLocalPartOctet: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: "!#$%&*+-/=?^_`{|}~.".utf8.contains(self)
        }
    }

    var isDomainOctet: Bool { isDigit || isAddressLetter || self == 0x2D || self == 0x2E }

    /// Blanks, bullets, brackets and quotation marks before an address in a list.
    var isListMark: Bool { isBlank || [0x2A, 0x2D, 0x3E, 0x3C, 0x22, 0x27].contains(self) }
}
