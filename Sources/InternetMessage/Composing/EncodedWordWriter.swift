// SPDX-License-Identifier: Apache-2.0

/// Writes text as encoded-words in UTF-8 (RFC 2047), in base64 or `Q`, whichever is shorter.
enum EncodedWordWriter {
    /// Octets of one word (RFC 2047 §2).
    static let maximumOctets = 75
    /// Less room on a line is not worth a word.
    static let leastRoom = 36
    /// `=?UTF-8?B?` and `?=`.
    private static let frameOctets = 12

    /// The words, the first of at most `firstRoom` octets and the others of at most 75. No character is split, but a cluster of so many
    /// scalars that it does not fit in a word.
    static func words(_ text: String, firstRoom: Int, room: Int = maximumOctets) -> [[UInt8]] {
        let octets = Array(text.utf8)
        let quotedOctets = octets.reduce(0) { $0 + quotedCost($1) }
        let isQuoted = quotedOctets <= (octets.count + 2) / 3 * 4
        let full = capacity(room, isQuoted)
        // Of the room behind a field name a cluster may want more than there is.
        let least = min(full, capacity(leastRoom, isQuoted))
        var words: [[UInt8]] = []
        var chunk: [UInt8] = []
        var cost = 0
        var limit = capacity(firstRoom, isQuoted)
        func add(_ unit: some Sequence<UInt8>, _ unitCost: Int) {
            if cost + unitCost > limit, !chunk.isEmpty {
                words.append(word(chunk, isQuoted))
                (chunk, cost, limit) = ([], 0, full)
            }
            chunk.append(contentsOf: unit)
            cost += unitCost
        }
        // Characters as a reader sees them, or their scalars where they are too long.
        for character in text {
            let unitCost = self.cost(character.utf8, isQuoted)
            if unitCost <= least {
                add(character.utf8, unitCost)
            } else {
                for scalar in character.unicodeScalars.map({ String($0).utf8 }) { add(scalar, self.cost(scalar, isQuoted)) }
            }
        }
        if !chunk.isEmpty { words.append(word(chunk, isQuoted)) }
        return words
    }

    /// What fits in a word: octets of text for base64, letters for `Q`.
    private static func capacity(_ room: Int, _ isQuoted: Bool) -> Int {
        isQuoted ? room - frameOctets : (room - frameOctets) / 4 * 3
    }

    private static func cost(_ unit: some Sequence<UInt8>, _ isQuoted: Bool) -> Int {
        unit.reduce(0) { $0 + (isQuoted ? quotedCost($1) : 1) }
    }

    /// What may stand for itself in a phrase too (RFC 2047 §5 (3)); the underscore stands for the blank.
    private static func isPlain(_ octet: UInt8) -> Bool {
        octet.isLetterOrDigit || ("!*+-/" as StaticString).contains(octet)
    }

    private static func quotedCost(_ octet: UInt8) -> Int { isPlain(octet) || octet == .space ? 1 : 3 }

    private static func word(_ text: [UInt8], _ isQuoted: Bool) -> [UInt8] {
        var word = Array((isQuoted ? "=?UTF-8?Q?" : "=?UTF-8?B?").utf8)
        if isQuoted {
            for octet in text {
                if isPlain(octet) {
                    word.append(octet)
                } else if octet == .space {
                    word.append(0x5F)
                } else {
                    word += [0x3D, octet.highHexadecimalDigit, octet.lowHexadecimalDigit]
                }
            }
        } else {
            Base64Encoder.append(text, to: &word, lineGroups: nil)
        }
        return word + [0x3F, 0x3D]
    }
}

extension UInt8 {
    /// Upper case, as RFC 2045 §6.7 wants it.
    var highHexadecimalDigit: UInt8 { Self.hexadecimalDigit(self >> 4) }
    var lowHexadecimalDigit: UInt8 { Self.hexadecimalDigit(self & 15) }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
