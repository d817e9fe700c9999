// SPDX-License-Identifier: Apache-2.0

/// What kind of text a file is.
enum TextHead {
    /// Fields of which a letter has two among its first lines.
    private static let fieldNames: Set<String> = [
        "received", "return-path", "delivered-to", "from", "to", "cc", "subject", "date", "message-id", "mime-version",
        "content-type", "content-transfer-encoding", "reply-to", "sender", "dkim-signature", "authentication-results",
    ]

    static func mediaType(_ octets: [UInt8]) -> String? {
        let content = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets.dropFirst(3) : octets[...]
        let start = content.drop(while: \.isFieldSpace)
        if let markup = markup(start) { return markup }
        guard isText(octets) else { return nil }
        return isLetter(content) ? "message/rfc822" : "text/plain"
    }

    /// HTML, SVG or other XML. Declarations and comments before the first element are passed over.
    private static func markup(_ text: ArraySlice<UInt8>) -> String? {
        guard text.first == 0x3C else { return nil }
        var rest = text
        var isXML = false
        while rest.first == 0x3C {
            let word = lowercasedText(Array(rest.prefix(16)))
            if word.hasPrefix("<?xml") { isXML = true }
            if word.hasPrefix("<!doctype html") { return "text/html" }
            if word.hasPrefix("<!doctype svg") { return "image/svg+xml" }
            guard word.hasPrefix("<?") || word.hasPrefix("<!") else { return element(word, isXML: isXML) }
            guard let end = end(of: rest, isComment: word.hasPrefix("<!--")) else { break }
            rest = rest[end...].drop(while: \.isFieldSpace)
        }
        return isXML ? "application/xml" : nil
    }

    private static func element(_ word: String, isXML: Bool) -> String? {
        let name = word.dropFirst().prefix { $0.isLetter || $0.isNumber }
        if name == "svg" { return "image/svg+xml" }
        let pageElements = ["html", "head", "body", "script", "title", "meta", "table", "div", "style", "iframe"]
        if pageElements.contains(String(name)) { return "text/html" }
        return isXML ? "application/xml" : nil
    }

    private static func end(of text: ArraySlice<UInt8>, isComment: Bool) -> Int? {
        guard isComment else { return text.firstIndex(of: 0x3E).map { $0 + 1 } }
        var at = text.startIndex + 4
        while at + 3 <= text.endIndex {
            if text[at] == 0x2D, text[at + 1] == 0x2D, text[at + 2] == 0x3E { return at + 3 }
            at += 1
        }
        return nil
    }

    /// UTF-8, a character cut off at the end of a full head let pass, without control characters but tab and line and page ends.
    private static func isText(_ octets: [UInt8]) -> Bool {
        guard !octets.contains(where: { ($0 < 0x20 && !(0x09...0x0D).contains($0)) || $0 == 0x7F || $0 == 0x0B }) else {
            return false
        }
        let cut = octets.count == MediaTypeSniffer.maximumOctets ? 0...3 : 0...0
        return cut.contains { UTF8Check.isValid(octets.span.extracting(0..<(octets.count - $0))) }
    }

    /// Whether the first lines are header fields, two of them ones that letters have.
    private static func isLetter(_ text: ArraySlice<UInt8>) -> Bool {
        var known = 0
        for line in text.split(separator: .lineFeed, maxSplits: 64, omittingEmptySubsequences: false).prefix(64) {
            guard let first = line.first, first != .carriageReturn else { break }
            if first.isBlank, known > 0 { continue }
            guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { break }
            let name = line[..<colon]
            guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { break }
            if fieldNames.contains(lowercasedText(Array(name))) { known += 1 }
            if known == 2 { return true }
        }
        return false
    }
}
