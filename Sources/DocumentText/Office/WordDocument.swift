// SPDX-License-Identifier: Apache-2.0

/// The text of a DOCX: headers, body, notes, footers, in this order. A letterhead often stands in a header.
enum WordDocument {
    static func read(_ octets: FileOctets, budget: ReadingBudget) throws(ReadingFault) -> PackageText {
        var package = OfficePackage(octets, budget: budget)
        let lists = WordNumberingPart()
        try package.read { ["word/numbering.xml", "word/styles.xml"].contains($0) ? lists : nil }
        var parts: [String: WordPart] = [:]
        var room = budget.limits.maximumTextOctets
        var latest: WordPart?
        try package.read { name in
            guard let order = Self.order(of: name) else { return nil }
            // All parts share the room, or a thousand headers would have a thousand times as much.
            room -= latest?.octets ?? 0
            let part = WordPart(maximumOctets: max(0, room), numbering: lists.numbering)
            latest = part
            parts[order] = part
            return part
        }
        let hasContent = parts.keys.contains { $0.hasPrefix("1") }
        var pieces: [String] = []
        var isCut = false
        var seen: Set<String> = []
        for (order, part) in parts.sorted(by: { $0.key < $1.key }) {
            let (text, partIsCut) = part.finish()
            isCut = isCut || partIsCut
            let isRunning = order.hasPrefix("0") || order.hasPrefix("3")
            if text.isEmpty || (isRunning && (Self.isPageNumber(text) || !seen.insert(text).inserted)) { continue }
            pieces.append(text)
        }
        return PackageText(
            text: pieces.joined(separator: "\n\n"), isCut: isCut, isDamaged: package.isDamaged, hasContent: hasContent)
    }

    /// Where the part's text comes, by its name: a digit and the name; nil for parts without text. Word on the web names the body
    /// `document2.xml`.
    private static func order(of name: String) -> String? {
        guard name.hasPrefix("word/"), name.hasSuffix(".xml") else { return nil }
        let base = name.dropFirst(5).dropLast(4)
        guard !base.contains("/") else { return nil }
        let stem = base.reversed().drop { $0.isNumber }.reversed()
        switch String(stem) {
        case "header": return "0\(name)"
        case "document": return "1\(name)"
        case "footnotes", "endnotes": return "2\(name)"
        case "footer": return "3\(name)"
        default: return nil
        }
    }

    private static func isPageNumber(_ text: String) -> Bool {
        text.utf8.count <= 8 && !text.contains { $0.isLetter }
    }
}
