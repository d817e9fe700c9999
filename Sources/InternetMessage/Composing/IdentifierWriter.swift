// SPDX-License-Identifier: Apache-2.0

extension FieldWriter {
    /// Writes the identifiers that can be written; no field where there are none.
    mutating func addIdentifiers(_ name: String, _ identifiers: [String]) throws(ComposingFault) {
        var words: [[UInt8]] = []
        for identifier in identifiers {
            guard !identifier.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
                throw ComposingFault(name, .controlCharacter)
            }
            if let word = IdentifierWriter.octets(identifier) { words.append(word) }
        }
        guard !words.isEmpty else { return }
        try add(name) { writer in
            for word in words { writer.word(word) }
        }
    }
}

/// Message identifiers (RFC 5322 §3.6.4).
enum IdentifierWriter {
    /// Octets without the brackets, so that any field name and the identifier make a line.
    static let maximumOctets = 900

    /// `<identifier>`, or nil where it holds a blank, a bracket or a control character, or is empty or very long.
    static func octets(_ identifier: String) -> [UInt8]? {
        let octets = Array(identifier.utf8)
        guard !octets.isEmpty, octets.count <= maximumOctets, !octets.containsEncodedWordStart else { return nil }
        guard octets.allSatisfy({ $0.isVisible && $0 != 0x3C && $0 != 0x3E }) else { return nil }
        return [0x3C] + octets + [0x3E]
    }
}
