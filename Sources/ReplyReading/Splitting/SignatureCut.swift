// SPDX-License-Identifier: Apache-2.0

/// Cuts the signature off the end of a text.
struct SignatureCut {
    let people: [NamedPerson]

    func cut(_ lines: [String]) -> (text: [String], signature: [String]) {
        let trimmed = trim(lines)
        // The first line is never a signature: an answer may be nothing but a name and an order.
        let start = trimmed.indices.dropFirst().first { begins(trimmed[$0]) } ?? trimmed.count
        let first = trimmed.first.map { isMobile($0.trimmed) || isDelimiter($0) } ?? false
        let end = first ? 0 : start
        return (trim(Array(trimmed[..<end])), Array(trimmed[end...]))
    }

    private func trim(_ lines: [String]) -> [String] {
        var rest = lines[...]
        while let first = rest.first, first.isBlankLine { rest.removeFirst() }
        while let last = rest.last, last.isBlankLine { rest.removeLast() }
        return Array(rest)
    }

    /// Whether a signature begins with the line.
    func begins(_ line: String) -> Bool {
        let text = line.trimmed
        guard !text.isEmpty else { return false }
        return isDelimiter(line) || isMobile(text) || isClosing(text) || ContactLine(people: people).isContact(text)
    }

    /// `-- ` of RFC 3676, and its relatives.
    private func isDelimiter(_ line: String) -> Bool {
        let text = line.trimmed
        return text == "--" || text == "—" || text == "—-" || (text.count >= 3 && text.allSatisfy { "-_—–".contains($0) })
    }

    /// «Надіслано з iPhone», «Sent from Outlook for iOS».
    private func isMobile(_ text: String) -> Bool {
        let words = Words(text).folded
        guard (3...9).contains(words.count), !text.contains(","), text.last != "." || words.count < 6 else { return false }
        let first = ["надіслано", "відправлено", "отправлено", "послано", "sent", "написано", "відправлене", "отримати", "get"]
        let second = ["з", "із", "зі", "с", "со", "из", "from", "via", "outlook", "мобільного", "через"]
        return first.contains(words[0]) && second.contains(words[1])
    }

    private func isClosing(_ text: String) -> Bool {
        let words = Words(text)
        guard let match = Phrases.match(words.folded[...], among: [.closing]), words.words.count <= 8 else { return false }
        // «Best» and «br» open a sentence as well as close a letter.
        return match.count > 1 || words.words.count == 1 || words.words[match.count - 1].after.contains(",")
    }
}
