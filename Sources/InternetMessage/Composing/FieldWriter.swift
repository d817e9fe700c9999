// SPDX-License-Identifier: Apache-2.0

/// Writes header fields, folded at blanks before column 77 (RFC 5322 §2.2.3).
struct FieldWriter {
    static let maximumColumns = 76
    /// RFC 5322 §2.1.1, without the line end.
    static let maximumLineOctets = 998
    /// A longer word of a text is worth encoding, so that it can be broken.
    private static let longWordOctets = 70

    private(set) var octets: [UInt8] = []
    private var column = 0
    private var hasWord = false
    private var longestLine = 0

    /// Octets that still fit on the line behind a blank.
    var room: Int { Self.maximumColumns - column - 1 }

    /// Writes one field; `write` adds its words.
    mutating func add(
        _ name: String, _ write: (inout FieldWriter) throws(ComposingFault) -> Void
    ) throws(ComposingFault) {
        octets += name.utf8
        octets.append(0x3A)
        column = name.utf8.count + 1
        hasWord = false
        longestLine = column
        try write(&self)
        guard longestLine <= Self.maximumLineOctets else { throw ComposingFault(name, .lineTooLong) }
        octets += [.carriageReturn, .lineFeed]
    }

    /// Adds a word that holds no blank where a fold could stand, on the next line if there is no room for it.
    ///
    /// The first word stays beside the name: readers there are that lose a field whose first line is empty.
    mutating func word(_ word: [UInt8]) {
        if hasWord, word.count > room { fold() }
        octets.append(.space)
        octets += word
        column += 1 + word.count
        longestLine = max(longestLine, column)
        hasWord = true
    }

    /// Adds `text` as encoded-words.
    mutating func encoded(_ text: String) {
        if room < EncodedWordWriter.leastRoom { fold() }
        for word in EncodedWordWriter.words(text, firstRoom: min(room, EncodedWordWriter.maximumOctets)) { self.word(word) }
    }

    private mutating func fold() {
        octets += [.carriageReturn, .lineFeed]
        column = 0
    }
}

extension FieldWriter {
    /// Writes unstructured text: the run from the first word that needs it to the last as encoded-words, the rest as it is.
    mutating func addText(_ name: String, _ text: String, encodesLongWords: Bool) throws(ComposingFault) {
        let line = try Self.oneLine(text, field: name)
        try add(name) { writer in
            if !line.isEmpty { writer.text(line, encodesLongWords: encodesLongWords) }
        }
    }

    private mutating func text(_ line: String, encodesLongWords: Bool) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let needy = words.indices.filter { Self.needsEncoding(words[$0], countsLength: encodesLongWords) }
        guard var first = needy.first, var last = needy.last else {
            for word in words { self.word(Array(word.utf8)) }
            return
        }
        // Blanks in a row are lost unless they stand inside the encoded-words.
        if words[first].isEmpty, first > 0 { first -= 1 }
        if words[last].isEmpty, last + 1 < words.count { last += 1 }
        for word in words[..<first] { self.word(Array(word.utf8)) }
        encoded(words[first...last].joined(separator: " "))
        for word in words[(last + 1)...] { self.word(Array(word.utf8)) }
    }

    /// Whether a word of unstructured text would not come back as it is. An empty one stands for blanks that folding would lose.
    private static func needsEncoding(_ word: Substring, countsLength: Bool) -> Bool {
        if word.isEmpty || (countsLength && word.utf8.count > longWordOctets) { return true }
        return word.utf8.contains { $0 > 0x7E } || word.utf8.containsEncodedWordStart
    }

    /// `text` with blanks for tabs; other control characters are a fault, since a line end would begin a new field.
    static func oneLine(_ text: String, field: String) throws(ComposingFault) -> String {
        // Nearly every text is in order as it is.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xEF }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: scalars.append(" ")
            case 0..<0x20, 0x7F: throw ComposingFault(field, .controlCharacter)
            // A mark of byte order is no text, and readers drop it.
            case 0xFEFF: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

extension Sequence<UInt8> {
    /// Whether `=?` occurs, which readers take for the start of an encoded-word.
    var containsEncodedWordStart: Bool {
        var last: UInt8 = 0
        return contains { octet in
            defer { last = octet }
            return last == 0x3D && octet == 0x3F
        }
    }
}

/// Names of further fields.
enum FieldNameCheck {
    private static let ownNames: Set<String> = [
        "from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references", "mime-version",
    ]

    /// Throws where `name` is no field name, or one of a field that the letter writes itself.
    static func require(_ name: String) throws(ComposingFault) {
        let octets = Array(name.utf8)
        guard !octets.isEmpty, octets.count <= 70, octets.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }) else {
            throw ComposingFault("extra field", .invalidFieldName)
        }
        let lowercased = lowercasedText(octets)
        guard !ownNames.contains(lowercased), !lowercased.hasPrefix("content-") else {
            throw ComposingFault(name, .repeatedField)
        }
    }
}
