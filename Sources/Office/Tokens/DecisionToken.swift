// SPDX-License-Identifier: Apache-2.0

/// The secret in a request by mail that lets its reader decide by reply: 128 random bits, used once.
///
/// Never stored and never printed in a log: the register keeps a ``TokenDigest``, which the caller computes (SHA-256 of ``octets``).
package struct DecisionToken: Sendable, CustomStringConvertible {
    /// Octets of a token.
    package static let length = 16
    /// Characters of its text form.
    package static let textLength = 26

    package let octets: [UInt8]

    /// - Parameter octets: from a generator of the system; nil unless there are ``length`` of them.
    package init?(octets: [UInt8]) {
        guard octets.count == Self.length else { return nil }
        self.octets = octets
    }

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// As in the reply address: 26 characters of RFC 4648 base32 in lower case, without padding.
    package var text: String {
        var characters: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for octet in octets {
            buffer = (buffer << 8 | Int(octet)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(Self.alphabet[buffer >> bits & 31])
            }
        }
        characters.append(Self.alphabet[buffer << (5 - bits) & 31])
        return String(decoding: characters, as: UTF8.self)
    }

    /// Reads ``text`` in either case: some servers change the case of addresses. Nil for anything else.
    package init?(text: String) {
        let characters = Array(text.utf8.prefix(Self.textLength + 1))
        guard characters.count == Self.textLength else { return nil }
        var octets: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for character in characters {
            let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character) ? character + 32 : character
            guard let value = Self.alphabet.firstIndex(of: lower) else { return nil }
            buffer = (buffer << 5 | value) & 0xFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                octets.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        // The last character carries two bits that are no part of the token; only zeros are its text form.
        guard octets.count == Self.length, buffer & ((1 << bits) - 1) == 0 else { return nil }
        self.octets = octets
    }

    /// Says nothing: a token in a log is a token lost.
    package var description: String { "a decision token" }
}

/// SHA-256 of a token, as the register keeps it.
package struct TokenDigest: Hashable, Sendable {
    /// 32 of them.
    package let octets: [UInt8]

    /// Nil unless there are 32.
    package init?(octets: [UInt8]) {
        guard octets.count == 32 else { return nil }
        self.octets = octets
    }

    /// Compares every octet, whatever the first ones say: time tells nobody how much of a guess was right.
    package static func == (one: TokenDigest, other: TokenDigest) -> Bool {
        zip(one.octets, other.octets).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
