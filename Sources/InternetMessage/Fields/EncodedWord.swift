// SPDX-License-Identifier: Apache-2.0

/// One encoded-word `=?charset?B|Q?text?=` (RFC 2047 §2), read as mailers write it: blanks and raw octets in the text are let pass.
struct EncodedWord {
    /// The charset label in lower case.
    let charset: [UInt8]
    let octets: [UInt8]
    /// Offset behind the word.
    let end: Int

    /// Reads the word that begins with the `=` at `start`, or nil where there is none.
    static func read(_ text: [UInt8], at start: Int) -> EncodedWord? {
        guard start + 6 < text.count, text[start + 1] == 0x3F else { return nil }
        var at = start + 2
        while at < text.count, text[at] != 0x3F {
            guard text[at] > 0x20, text[at] < 0x7F, at - start < 80 else { return nil }
            at += 1
        }
        guard at > start + 2, at + 2 < text.count, text[at + 2] == 0x3F else { return nil }
        let charset = text[(start + 2)..<at].map(\.asciiLowercased)
        let encoding = text[at + 1].asciiLowercased
        guard encoding == 0x62 || encoding == 0x71 else { return nil }
        let from = at + 3
        guard let to = close(text, from: from) else { return nil }
        let octets = encoding == 0x62 ? base64(text[from..<to]) : quoted(text[from..<to])
        return EncodedWord(charset: charset, octets: octets, end: min(text.count, to + 2))
    }

    private static func close(_ text: [UInt8], from: Int) -> Int? {
        var at = from
        while at + 1 < text.count {
            if text[at] == 0x3F, text[at + 1] == 0x3D { return at }
            // Another word begins: this one was cut off.
            if text[at] == 0x3D, text[at + 1] == 0x3F, at > from, at + 2 < text.count, text[at + 2] != 0x3D { return nil }
            at += 1
        }
        return nil
    }

    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let letters = Array(text)
        var decoder = Base64Decoder()
        return ParsedMessage.decoded(letters.span, &decoder, isLast: true)
    }

    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.count)
        var at = text.startIndex
        while at < text.endIndex {
            let octet = text[at]
            if octet == 0x3D, at + 2 < text.endIndex, let high = text[at + 1].hexadecimalValue,
                let low = text[at + 2].hexadecimalValue
            {
                octets.append(high << 4 | low)
                at += 3
                continue
            }
            octets.append(octet == 0x5F ? .space : octet)
            at += 1
        }
        return octets
    }
}
