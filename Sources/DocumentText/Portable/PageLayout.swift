// SPDX-License-Identifier: Apache-2.0

/// Pages as `pdftotext -layout` draws them with blanks, made lines that read: columns of a letterhead under each other, cells of a row
/// separated by tabs, no empty lines in a row.
enum PageLayout {
    /// Blanks that separate two columns; justified text has fewer between its words.
    private static let gap = 3
    /// Lines two columns side by side may have to be taken for a letterhead's; tables are longer.
    private static let maximumColumnLines = 12

    /// A piece of a line between two wide gaps. `column` counts characters.
    private struct Segment {
        let column: Int
        let text: String
    }

    static func text(of pages: String) -> String {
        var output = ""
        for page in pages.split(separator: "\u{c}", omittingEmptySubsequences: true) {
            var block: [[Segment]] = []
            for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
                let segments = segments(of: line)
                if segments.isEmpty {
                    if !block.isEmpty { output += text(of: block) + "\n" }
                    block = []
                } else {
                    block.append(segments)
                }
            }
            if !block.isEmpty { output += text(of: block) + "\n" }
        }
        return PlainLines.tidied(output)
    }

    private static func segments(of line: Substring) -> [Segment] {
        var segments: [Segment] = []
        var text = ""
        var (column, start, blanks) = (0, 0, 0)
        for character in line {
            if character == " " || character == "\u{a0}" {
                blanks += 1
            } else {
                if !text.isEmpty, blanks >= gap {
                    segments.append(Segment(column: start, text: text))
                    text = ""
                }
                if text.isEmpty { start = column } else if blanks > 0 { text += " " }
                text.append(character)
                blanks = 0
            }
            column += 1
        }
        if !text.isEmpty { segments.append(Segment(column: start, text: text)) }
        return segments
    }

    /// A block of lines without an empty one between them.
    private static func text(of block: [[Segment]]) -> String {
        if let boundary = boundary(of: block) { return columns(block, at: boundary) }
        var lines = ""
        for segments in block { lines += line(segments) + "\n" }
        return lines
    }

    /// The place of the right column where a block is two columns of running text side by side.
    private static func boundary(of block: [[Segment]]) -> Int? {
        guard (2...maximumColumnLines).contains(block.count), block.allSatisfy({ $0.count <= 2 }) else { return nil }
        let rights = block.compactMap { $0.count == 2 ? $0[1].column : nil }
        guard let place = rights.min(), rights.allSatisfy({ $0 - place <= 2 }) else { return nil }
        // A line alone stands in one of the columns, not across both.
        let isTorn = block.allSatisfy { line in
            line.count == 2 || line[0].column >= place - 2 || line[0].column + line[0].text.count <= place
        }
        guard isTorn else { return nil }
        let isTable = block.allSatisfy { $0.count == 2 && $0[0].text.count <= 4 } || rights.count * 2 < block.count
        return isTable || block.contains { TableText.isSignature($0.map(\.text)) } ? nil : place
    }

    private static func columns(_ block: [[Segment]], at place: Int) -> String {
        var (left, right) = ("", "")
        for segments in block {
            for segment in segments {
                if segment.column >= place - 2 { right += segment.text + "\n" } else { left += segment.text + "\n" }
            }
        }
        return left + "\n" + right
    }

    /// Segments of a row stay on one line; the reference to a letter of ours is a line of its own, as ДСТУ 4163 has it.
    private static func line(_ segments: [Segment]) -> String {
        var text = ""
        for segment in segments {
            if !text.isEmpty { text += segment.text.hasPrefix("На №") || segment.text.hasPrefix("на №") ? "\n" : "\t" }
            text += segment.text
        }
        return text
    }
}
