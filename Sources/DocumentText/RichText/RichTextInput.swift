// SPDX-License-Identifier: Apache-2.0

/// A piece of RTF.
enum RichTextToken: Hashable {
    case open, close
    /// A character in the charset in force.
    case octet(UInt8)
    /// A control word or symbol without its backslash, and its number.
    case word(String, Int?)
}

/// Cuts RTF into tokens. Line ends of the file mean nothing and are left out.
struct RichTextInput {
    private let octets: [UInt8]
    private var at = 0
    /// Letters a control word may have; a longer one is no word (specification, «Control Word»).
    private static let maximumWord = 32

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    mutating func next() -> RichTextToken? {
        while at < octets.count {
            let octet = octets[at]
            at += 1
            switch octet {
            case UInt8(ascii: "{"): return .open
            case UInt8(ascii: "}"): return .close
            case UInt8(ascii: "\\"): if let token = control() { return token }
            case 0x0a, 0x0d, 0x00: continue
            case 0x09: return .word("tab", nil)
            default: return .octet(octet)
            }
        }
        return nil
    }

    /// What stands behind a backslash; nil where nothing comes of it.
    private mutating func control() -> RichTextToken? {
        guard at < octets.count else { return nil }
        let first = octets[at]
        guard Self.isLetter(first) else {
            at += 1
            return symbol(first)
        }
        let start = at
        while at < octets.count, at - start < Self.maximumWord, Self.isLetter(octets[at]) { at += 1 }
        let word = String(decoding: octets[start..<at], as: UTF8.self)
        let number = number()
        if at < octets.count, octets[at] == 0x20 { at += 1 }
        guard word == "bin" else { return .word(word, number) }
        at += max(0, min(number ?? 0, octets.count - at))
        return nil
    }

    private mutating func symbol(_ octet: UInt8) -> RichTextToken {
        switch octet {
        case UInt8(ascii: "'"):
            guard let high = digit(at), let low = digit(at + 1) else { return .word("'", nil) }
            at += 2
            return .octet(high << 4 | low)
        case 0x0a, 0x0d: return .word("par", nil)
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): return .octet(octet)
        default: return .word(String(Unicode.Scalar(octet)), nil)
        }
    }

    private mutating func number() -> Int? {
        var end = at
        let isNegative = end < octets.count && octets[end] == UInt8(ascii: "-")
        if isNegative { end += 1 }
        var value: Int?
        while end < octets.count, (0x30...0x39).contains(octets[end]) {
            // Saturates: no number of the format is that long.
            value = min((value ?? 0) * 10 + Int(octets[end]) - 0x30, 1 << 40)
            end += 1
        }
        guard let value else { return nil }
        at = end
        return isNegative ? -value : value
    }

    private func digit(_ place: Int) -> UInt8? {
        guard place < octets.count else { return nil }
        switch octets[place] {
        case 0x30...0x39: return octets[place] - 0x30
        case 0x41...0x46: return octets[place] - 0x37
        case 0x61...0x66: return octets[place] - 0x57
        default: return nil
        }
    }

    private static func isLetter(_ octet: UInt8) -> Bool { (0x41...0x5a).contains(octet & 0xdf) }
}
