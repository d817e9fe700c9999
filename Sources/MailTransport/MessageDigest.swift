// SPDX-License-Identifier: Apache-2.0

/// SHA-256 of the raw octets of a letter or file, its name in the vault. 32 octets without heap storage.
///
/// Only a value: hashing belongs to the vault.
package struct MessageDigest: Hashable, Sendable {
    /// The 32 octets, first octet in the highest bits of `word0`.
    package let word0: UInt64
    package let word1: UInt64
    package let word2: UInt64
    package let word3: UInt64

    package init(_ word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64) {
        self.word0 = word0
        self.word1 = word1
        self.word2 = word2
        self.word3 = word3
    }

    /// Answers `nil` unless there are exactly 32 octets.
    package init?(bytes: some Sequence<UInt8>) {
        var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
        var count = 0
        for byte in bytes {
            guard count < 32 else { return nil }
            words[count / 8] = words[count / 8] << 8 | UInt64(byte)
            count += 1
        }
        guard count == 32 else { return nil }
        self.init(words[0], words[1], words[2], words[3])
    }

    /// Answers `nil` unless the text is exactly 64 hexadecimal digits, of either case.
    package init?(hex: some StringProtocol) {
        var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
        var count = 0
        for byte in hex.utf8 {
            guard count < 64, let digit = Self.digit(byte) else { return nil }
            words[count / 16] = words[count / 16] << 4 | UInt64(digit)
            count += 1
        }
        guard count == 64 else { return nil }
        self.init(words[0], words[1], words[2], words[3])
    }

    /// The 32 octets in order.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for index in 0..<32 { bytes.append(octet(index)) }
        return bytes
    }

    /// 64 hexadecimal digits in lower case.
    package var hex: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for index in 0..<32 {
            let octet = octet(index)
            digits.append(Self.character(octet >> 4))
            digits.append(Self.character(octet & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The octet at `index`, 0 to 31.
    package func octet(_ index: Int) -> UInt8 {
        let word =
            switch index / 8 {
            case 0: word0
            case 1: word1
            case 2: word2
            default: word3
            }
        return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index % 8)))
    }

    package func hash(into hasher: inout Hasher) {
        // Every bit of SHA-256 is as good as random: a quarter tells them apart as well as the whole.
        hasher.combine(word0)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func character(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}

extension MessageDigest: Comparable {
    /// The order of the hexadecimal texts.
    package static func < (one: Self, other: Self) -> Bool {
        (one.word0, one.word1, one.word2, one.word3) < (other.word0, other.word1, other.word2, other.word3)
    }
}

extension MessageDigest: CustomStringConvertible {
    package var description: String { hex }
}
