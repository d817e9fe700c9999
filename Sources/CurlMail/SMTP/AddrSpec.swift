// SPDX-License-Identifier: Apache-2.0

/// What keeps a text from being an address that may be put on the wire. The raw value is said to people; it never holds the address.
package enum AddrSpecFault: String, Error, Hashable, Sendable, CaseIterable {
    case empty = "the address is empty"
    case lineBreak = "the address contains a line break"
    case nul = "the address contains a NUL octet"
    case control = "the address contains a control or invisible character"
    case space = "the address contains a space outside quotation marks"
    case angleBracket = "the address contains an angle bracket"
    case noAtSign = "the address has no @"
    case emptyLocalPart = "nothing stands before the @"
    case localPartTooLong = "more than 64 octets stand before the @"
    case domainTooLong = "more than 255 octets stand after the @"
    case tooLong = "the address has more than 254 octets"
    case misplacedDot = "a dot begins or ends the part before the @, or two dots follow each other"
    case quotedString = "the quotation marks before the @ do not match"
    case localCharacter = "a character before the @ is not allowed outside quotation marks"
    case emptyDomain = "nothing stands after the @"
    case domainLabel = "the domain has an empty, too long or malformed label"
    case addressLiteral = "the address in square brackets is no IP address"
}

/// An address checked for the wire: `Mailbox` of RFC 5321 §4.1.2 with the characters RFC 6531 §3.3 adds.
///
/// Stricter in three points: no angle bracket and no control even inside quotation marks, and no invisible character.
package struct AddrSpec: Hashable, Sendable {
    /// As given; safe between `<` and `>`.
    package let text: String
    /// Whether a server must offer SMTPUTF8 to get it.
    package let needsUTF8: Bool

    package init(_ text: String) throws(AddrSpecFault) {
        guard !text.isEmpty else { throw .empty }
        for scalar in text.unicodeScalars { try Self.check(scalar) }
        let octets = Array(text.utf8)
        // A quoted local part may hold an @ too, so the last one parts.
        guard let at = octets.lastIndex(of: UInt8(ascii: "@")) else {
            throw octets.contains(UInt8(ascii: " ")) ? .space : .noAtSign
        }
        try Self.checkLocalPart(octets[..<at])
        try Self.checkDomain(octets[(at + 1)...])
        // RFC 5321 §4.5.3.1.3: a path has at most 256 octets, the angle brackets among them.
        guard octets.count <= 254 else { throw .tooLong }
        self.text = text
        needsUTF8 = octets.contains { $0 >= 0x80 }
    }

    private static func check(_ scalar: Unicode.Scalar) throws(AddrSpecFault) {
        // Nothing below is about other printable ASCII.
        if (0x21...0x7E).contains(scalar.value), scalar != "<", scalar != ">" { return }
        switch scalar {
        case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": throw .lineBreak
        case "\0": throw .nul
        case "<", ">": throw .angleBracket
        case " ": return
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse, .spaceSeparator: throw .control
        default: return
        }
    }

    private static func checkLocalPart(_ part: ArraySlice<UInt8>) throws(AddrSpecFault) {
        guard let first = part.first, let last = part.last else { throw .emptyLocalPart }
        guard part.count <= 64 else { throw .localPartTooLong }
        if first == UInt8(ascii: "\"") { return try checkQuotedString(part) }
        let dot = UInt8(ascii: ".")
        guard first != dot, last != dot, !zip(part, part.dropFirst()).contains(where: { $0 == dot && $1 == dot }) else {
            throw .misplacedDot
        }
        for octet in part where octet != dot && !isAtom(octet) {
            throw octet == UInt8(ascii: " ") ? .space : octet == UInt8(ascii: "\"") ? .quotedString : .localCharacter
        }
    }

    private static func checkQuotedString(_ part: ArraySlice<UInt8>) throws(AddrSpecFault) {
        guard part.count >= 2, part.last == UInt8(ascii: "\"") else { throw .quotedString }
        var isEscaped = false
        for octet in part.dropFirst().dropLast() {
            switch (octet, isEscaped) {
            case (UInt8(ascii: "\\"), false): isEscaped = true
            case (UInt8(ascii: "\""), false): throw .quotedString
            case (0x80..., true): throw .quotedString
            case (_, _): isEscaped = false
            }
        }
        guard !isEscaped else { throw .quotedString }
    }

    private static func checkDomain(_ domain: ArraySlice<UInt8>) throws(AddrSpecFault) {
        guard let first = domain.first else { throw .emptyDomain }
        guard domain.count <= 255 else { throw .domainTooLong }
        if first == UInt8(ascii: "[") {
            guard domain.last == UInt8(ascii: "]"), isAddressLiteral(domain.dropFirst().dropLast()) else { throw .addressLiteral }
            return
        }
        for label in domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            let hyphen = UInt8(ascii: "-")
            guard let first = label.first, label.count <= 63, first != hyphen, label.last != hyphen,
                label.allSatisfy({ isAlphanumeric($0) || $0 == hyphen || $0 >= 0x80 })
            else { throw domain.contains(UInt8(ascii: " ")) ? .space : .domainLabel }
        }
    }
}

private func isAlphanumeric(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
}

/// `atext` of RFC 5322 §3.2.3, with the non-ASCII of RFC 6532.
private func isAtom(_ octet: UInt8) -> Bool {
    isAlphanumeric(octet) || octet >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
}

/// RFC 5321 §4.1.3, without the general form: no tag but `IPv6` was ever registered.
private func isAddressLiteral(_ octets: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: octets, as: UTF8.self)
    guard text.lowercased().hasPrefix("ipv6:") else { return isIPv4(text) }
    return isIPv6(String(text.dropFirst(5)))
}

private func isIPv4(_ text: String) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4
        && numbers.allSatisfy {
            (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } && (Int($0) ?? 256) < 256
        }
}

private func isIPv6(_ text: String) -> Bool {
    var groups = text.split(separator: ":", omittingEmptySubsequences: false)
    var places = 8
    if let last = groups.last, last.contains(".") {
        guard isIPv4(String(last)) else { return false }
        groups.removeLast()
        places = 6
    }
    // "::" at either end gives one empty group too many.
    if groups.count > 1, groups.first == "", groups[1] == "" { groups.removeFirst() }
    if places == 8, groups.count > 1, groups.last == "", groups[groups.count - 2] == "" { groups.removeLast() }
    let gaps = groups.count { $0.isEmpty }
    let isHex = groups.allSatisfy { $0.utf8.count <= 4 && $0.allSatisfy(\.isHexDigit) && $0.utf8.count == $0.count }
    return isHex && (gaps == 0 && groups.count == places || gaps == 1 && groups.count <= places)
}
