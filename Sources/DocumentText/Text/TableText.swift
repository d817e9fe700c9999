// SPDX-License-Identifier: Apache-2.0

/// Tables as lines. A table of figures becomes rows with tabs; one that only lays out a page (a letterhead's two columns) becomes
/// blocks under each other.
enum TableText {
    /// Rows and columns up to which a table is taken for a layout.
    private static let maximumLayoutRows = 2
    private static let maximumLayoutColumns = 3

    /// Ends with a line end unless there is nothing to show.
    static func text(of rows: [[String]]) -> String {
        let full = rows.filter { $0.contains { !$0.isEmpty } }
        guard !full.isEmpty else { return "" }
        let isLayout = full.count <= maximumLayoutRows && full.allSatisfy { columns($0) <= maximumLayoutColumns }
        return full.map { row(of: $0, isLayout: isLayout) + "\n" }.joined()
    }

    /// Cells up to the last one with text.
    private static func columns(_ row: [String]) -> Int { (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    static func row(of cells: [String], isLayout: Bool) -> String {
        let hasLines = cells.contains { $0.utf8.contains(0x0a) }
        let filled = cells.filter { !$0.isEmpty }
        if isLayout || hasLines, !isSignature(filled), filled.count > 1 || hasLines { return filled.joined(separator: "\n\n") }
        return cells.prefix(columns(cells)).joined(separator: "\t")
    }

    /// «Директор департаменту | Роман ГЛУЩЕНКО» belongs on one line.
    static func isSignature(_ cells: [String]) -> Bool {
        guard (2...3).contains(cells.count), let name = cells.last, let post = cells.first else { return false }
        guard !post.utf8.contains(0x0a), post.count <= 120 else { return false }
        return isPersonName(name)
    }

    /// Two to four capitalised words, one of them all in capitals or an initial: how a signature names its signer.
    private static func isPersonName(_ text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        let words = text.split { $0 == " " || $0 == "\u{a0}" }
        guard (2...4).contains(words.count), !text.contains(where: \.isNumber) else { return false }
        guard words.allSatisfy({ $0.first?.isUppercase == true }) else { return false }
        return words.contains { isInitials($0) || ($0.count > 2 && $0.allSatisfy { $0.isUppercase || "'’ʼ-".contains($0) }) }
    }

    private static func isInitials(_ word: Substring) -> Bool {
        word.count <= 4 && word.last == "." && word.first?.isUppercase == true
    }
}
