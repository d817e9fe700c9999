// SPDX-License-Identifier: Apache-2.0

/// The words of a field as RFC 5322 §3.2, RFC 2045 §5.1 and RFC 5321 §4.1.2 define them, without the obsolete forms and without mercy.
///
/// The octets are valid UTF-8; characters above ASCII stand where RFC 6532 lets them stand.
struct StrictFieldLexer {
    private let octets: [UInt8]
    private var position = 0

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    var isAtEnd: Bool { position == octets.count }
    var current: UInt8? { position < octets.count ? octets[position] : nil }

    mutating func take(_ octet: UInt8) -> Bool {
        guard current == octet else { return false }
        position += 1
        return true
    }

    /// Passes `[CFWS]`.
    /// - Returns: whether there was any; nil where a comment is not closed or a line end is no fold.
    mutating func skipComments() -> Bool? {
        let start = position
        while let octet = current {
            if octet == 0x28 {
                guard skipComment() else { return nil }
            } else if octet.isBlank || octet == .carriageReturn || octet == .lineFeed {
                guard skipFold() else { return nil }
            } else {
                break
            }
        }
        return position > start
    }

    /// `FWS`: blanks with at most one line end, which a blank follows. A line of blanks alone is obsolete and ends headers in some readers.
    private mutating func skipFold() -> Bool {
        skipBlanks()
        guard current == .carriageReturn || current == .lineFeed else { return true }
        // LF alone: letters are also kept with the line ends of the system.
        if current == .carriageReturn { position += 1 }
        guard take(.lineFeed), current?.isBlank == true else { return false }
        skipBlanks()
        return current != .carriageReturn && current != .lineFeed && !isAtEnd
    }

    private mutating func skipBlanks() {
        while current?.isBlank == true { position += 1 }
    }

    private mutating func skipComment() -> Bool {
        var depth = 0
        while let octet = current {
            switch octet {
            case 0x28: depth += 1
            case 0x29: depth -= 1
            case 0x5C:
                position += 1
                guard let escaped = current, escaped.isVisible || escaped.isBlank else { return false }
            case .space, .tab, .carriageReturn, .lineFeed:
                guard skipFold() else { return false }
                continue
            default: guard octet.isVisible else { return false }
            }
            position += 1
            if depth == 0 { return true }
        }
        return false
    }

    /// `Keyword`, that is `Ldh-str`: letters, digits and hyphens, the last one no hyphen. Lower case.
    mutating func readKeyword() -> String? {
        let word = readRun { $0.isLetterOrDigit || $0 == 0x2D }
        guard let last = word.last, last.isLetterOrDigit else { return nil }
        return lowercasedText(word)
    }

    mutating func readDigits() -> String? {
        let digits = readRun(\.isDigit)
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    /// `value`: a token or a quoted string.
    mutating func readValue() -> String? {
        if current == 0x22 { return readQuotedString().map { String(decoding: $0.text, as: UTF8.self) } }
        let token = readRun(\.isTokenOctet)
        return token.isEmpty ? nil : String(decoding: token, as: UTF8.self)
    }

    /// `value`, `domain-name`, `@domain-name` or `local-part@domain-name`.
    mutating func readPropertyValue() -> String? {
        let start = position
        if current == 0x22 {
            guard let quoted = readQuotedString() else { return nil }
            guard take(0x40) else { return String(decoding: quoted.text, as: UTF8.self) }
            guard !quoted.isFolded, readDomain() else { return nil }
            return String(decoding: octets[start..<position], as: UTF8.self)
        }
        let word = readRun { $0.isAtomOctet || $0 == 0x2E }
        if take(0x40) {
            guard word.isEmpty || word.isDotAtom, readDomain() else { return nil }
            return String(decoding: octets[start..<position], as: UTF8.self)
        }
        guard !word.isEmpty, word.allSatisfy(\.isTokenOctet) || word.isDomainName else { return nil }
        return String(decoding: word, as: UTF8.self)
    }

    private mutating func readDomain() -> Bool {
        readRun { $0.isLetterOrDigit || $0 == 0x2D || $0 == 0x2E || $0 > 0x7F }.isDomainName
    }

    /// `quoted-string`, unescaped and unfolded.
    private mutating func readQuotedString() -> (text: [UInt8], isFolded: Bool)? {
        position += 1
        var text: [UInt8] = []
        var isFolded = false
        while let octet = current {
            switch octet {
            case 0x22:
                position += 1
                return (text, isFolded)
            case 0x5C:
                position += 1
                guard let escaped = current, escaped.isVisible || escaped.isBlank else { return nil }
                text.append(escaped)
                position += 1
            case .space, .tab, .carriageReturn, .lineFeed:
                let start = position
                guard skipFold() else { return nil }
                // Unfolding takes away the line end alone (RFC 5322 §2.2.3).
                let blanks = octets[start..<position].filter(\.isBlank)
                if blanks.count < position - start { isFolded = true }
                text += blanks
            default:
                guard octet.isVisible else { return nil }
                text.append(octet)
                position += 1
            }
        }
        return nil
    }

    private mutating func readRun(_ isPart: (UInt8) -> Bool) -> [UInt8] {
        let start = position
        while position < octets.count, isPart(octets[position]) { position += 1 }
        return Array(octets[start..<position])
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) }
    /// Printing ASCII but the blank, or part of a character above ASCII.
    var isVisible: Bool { self > 0x20 && self != 0x7F }
    /// `token` of RFC 2045 §5.1.
    var isTokenOctet: Bool { isVisible && self < 0x7F && !("()<>@,;:\\\"/[]?=" as StaticString).contains(self) }
    /// `atext` of RFC 5322 §3.2.3 with that of RFC 6532 §3.2.
    var isAtomOctet: Bool { isLetterOrDigit || self > 0x7F || ("!#$%&'*+-/=?^_`{|}~" as StaticString).contains(self) }
}

extension Array where Element == UInt8 {
    /// `dot-atom-text`, dots only between atoms.
    var isDotAtom: Bool {
        split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isAtomOctet) }
    }

    /// `domain-name` of RFC 6376 §3.5: two labels or more, none with a hyphen at its end; U-labels count (RFC 6532).
    var isDomainName: Bool {
        let labels = split(separator: 0x2E, omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy(\.isDomainLabel)
    }
}

extension ArraySlice where Element == UInt8 {
    var isDomainLabel: Bool {
        guard let first, let last, first != 0x2D, last != 0x2D else { return false }
        return allSatisfy { $0.isLetterOrDigit || $0 == 0x2D || $0 > 0x7F }
    }
}
