// SPDX-License-Identifier: Apache-2.0

extension FieldWriter {
    /// Writes an address field.
    mutating func addAddresses(_ name: String, _ addresses: [Address]) throws(ComposingFault) {
        try add(name) { writer throws(ComposingFault) in
            for (index, address) in addresses.enumerated() {
                guard let text = address.addrSpec, let addrSpec = AddressWriter.octets(text) else {
                    throw ComposingFault(name, .invalidAddress)
                }
                let comma: [UInt8] = index + 1 < addresses.count ? [0x2C] : []
                let displayName = try Self.oneLine(address.name ?? "", field: name)
                // A quoted local part outside brackets would be taken for a name.
                if displayName.isEmpty, addrSpec.first != 0x22 {
                    writer.word(addrSpec + comma)
                } else {
                    writer.phrase(displayName)
                    writer.word([0x3C] + addrSpec + [0x3E] + comma)
                }
            }
        }
    }

    /// Writes a display name: as atoms, as a quoted string, or as encoded-words.
    private mutating func phrase(_ name: String) {
        guard !name.isEmpty else { return }
        let octets = Array(name.utf8)
        let words = octets.split(separator: .space, omittingEmptySubsequences: false)
        // A name with an address in it is shown as that address by some readers; folding loses all blanks but one.
        let needsEncoding =
            octets.contains { $0 > 0x7E || $0 == 0x40 } || octets.containsEncodedWordStart
            || words.contains { $0.isEmpty || $0.count > 60 }
        if needsEncoding { return encoded(name) }
        if octets.allSatisfy({ $0.isAtomOctet || $0 == .space }) {
            for word in words { self.word(Array(word)) }
            return
        }
        for (index, word) in words.enumerated() {
            var text: [UInt8] = index == 0 ? [0x22] : []
            for octet in word {
                if octet == 0x22 || octet == 0x5C { text.append(0x5C) }
                text.append(octet)
            }
            if index == words.count - 1 { text.append(0x22) }
            self.word(text)
        }
    }
}

/// Addresses to send to: stricter than those to be read.
enum AddressWriter {
    /// RFC 5321 §4.5.3.1.1, in octets.
    static let maximumLocalPartOctets = 64
    /// RFC 5321 §4.5.3.1.2, in octets.
    static let maximumDomainOctets = 255

    /// `text` as octets if it is `local-part@domain`, else nil. Letters above ASCII are let pass on both sides (RFC 6531 §3.3).
    static func octets(_ text: String) -> [UInt8]? {
        guard text.unicodeScalars.allSatisfy(isWritable) else { return nil }
        let octets = Array(text.utf8)
        guard let sign = octets.lastIndex(of: 0x40) else { return nil }
        let local = Array(octets[..<sign])
        let domain = Array(octets[(sign + 1)...])
        guard !local.isEmpty, local.count <= maximumLocalPartOctets, !domain.isEmpty, domain.count <= maximumDomainOctets else {
            return nil
        }
        // An encoded-word is an atom by its letters, and readers would decode it to another address.
        guard !octets.containsEncodedWordStart else { return nil }
        guard local.isDotAtom || isQuoted(local), isDomain(domain) else { return nil }
        return octets
    }

    /// No control, blank, mark of direction or other character that is not seen in an address.
    private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFF: false
        default: true
        }
    }

    /// A quoted local part without quoted-pairs, which nobody needs and few read alike.
    private static func isQuoted(_ local: [UInt8]) -> Bool {
        guard local.count > 2, local.first == 0x22, local.last == 0x22 else { return false }
        return local[1..<(local.count - 1)].allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    }

    /// A host name, one label being enough inside an office, or an address literal.
    private static func isDomain(_ domain: [UInt8]) -> Bool {
        if domain.first == 0x5B, domain.last == 0x5D, domain.count > 2 {
            return domain[1..<(domain.count - 1)].allSatisfy { $0.isLetterOrDigit || ".:-".utf8.contains($0) }
        }
        return domain.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy {
            $0.isDomainLabel && $0.count <= 63
        }
    }
}
