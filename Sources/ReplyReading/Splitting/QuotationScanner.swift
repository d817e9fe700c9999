// SPDX-License-Identifier: Apache-2.0

/// Tells the quoted lines of a letter from the new ones.
struct QuotationScanner {
    /// Lines that belong together: all quoted, or all new.
    struct Block {
        let isQuoted: Bool
        var lines: [String]
    }

    /// The line our own requests draw between their text and the reply; whatever stands below it is ours.
    static let replyAbove = ["відповідайте вище цього рядка", "reply above this line"]
    /// Octets from which on a mail program breaks a quoted line and forgets to mark the rest.
    private static let wrappedLength = 60

    private let lines: [String]

    init(_ lines: [String]) { self.lines = lines }

    /// New blocks in order with the quoted ones between them. The first is always new, if empty.
    func blocks() -> [Block] {
        var blocks = [Block(isQuoted: false, lines: [])]
        func add(_ line: String, quoted: Bool) {
            if blocks[blocks.count - 1].isQuoted == quoted {
                blocks[blocks.count - 1].lines.append(line)
            } else {
                blocks.append(Block(isQuoted: quoted, lines: [line]))
            }
        }
        var index = 0
        while index < lines.count {
            if isMarked(index) || isBrokenOff(index) {
                add(lines[index], quoted: true)
                index += 1
            } else if let header = QuotationHeader.lines(at: index, in: lines) {
                // What an attribution is followed by: marked lines may end and an answer follow; unmarked ones never do.
                let next = (index + header..<lines.count).first { !lines[$0].isBlankLine }
                let isMarkedBelow = next.map(isMarked) ?? false
                let end = isMarkedBelow ? index + header : lines.count
                for line in lines[index..<end] { add(line, quoted: true) }
                index = end
            } else if lines[index].isBlankLine, blocks[blocks.count - 1].isQuoted {
                add(lines[index], quoted: true)
                index += 1
            } else {
                add(lines[index], quoted: false)
                index += 1
            }
        }
        return blocks
    }

    /// Marked as quoted with `>`.
    private func isMarked(_ index: Int) -> Bool {
        let line = lines[index].trimmed
        return line.hasPrefix(">") || line.hasPrefix("＞") || line.hasPrefix("| ")
    }

    /// The end of a long quoted line that a mail program broke: it follows at once, and more quotation or nothing follows it.
    private func isBrokenOff(_ index: Int) -> Bool {
        guard index > 0, !lines[index].isBlankLine, isMarked(index - 1), lines[index - 1].count >= Self.wrappedLength else {
            return false
        }
        return index + 1 == lines.count || isMarked(index + 1)
    }
}
