// SPDX-License-Identifier: Apache-2.0

/// Builds the text of a document from its paragraphs, tables and text boxes, which may stand inside each other.
///
/// Total: what is closed without having been opened is passed over. Linear in the text and the depth of nesting.
struct BlockText {
    /// A run of blocks: the whole document, a cell, a text box.
    private struct Frame {
        var done = ""
        /// The paragraph being written.
        var line = ""
        var rows: [[String]] = []
        var isTable = false
    }

    private var frames = [Frame()]
    /// Written so far, in UTF-8.
    private(set) var octets = 0
    private let maximumOctets: Int
    /// More text came than the limit; it is left out.
    private(set) var isFull = false

    /// - Parameter maximumOctets: of the text kept, in UTF-8.
    init(maximumOctets: Int) {
        self.maximumOctets = maximumOctets
    }

    mutating func append(_ text: String) {
        guard !isFull else { return }
        octets += text.utf8.count
        guard octets <= maximumOctets else {
            isFull = true
            return
        }
        frames[frames.count - 1].line += text
    }

    /// Ends the paragraph. `label` is what the program would show before it: the number of a list item.
    mutating func endParagraph(label: String = "") {
        let last = frames.count - 1
        frames[last].done += label + frames[last].line + "\n"
        frames[last].line = ""
    }

    // MARK: Boxes

    /// What follows stands in a box of its own, and comes before the paragraph it is anchored in.
    mutating func beginBox() {
        frames.append(Frame())
    }

    mutating func endBox() {
        guard let box = closeFrame(isTable: false), !box.isEmpty else { return }
        frames[frames.count - 1].done += box + "\n"
    }

    // MARK: Tables

    mutating func beginTable() {
        frames.append(Frame(isTable: true))
    }

    mutating func beginRow() {
        guard frames[frames.count - 1].isTable else { return }
        frames[frames.count - 1].rows.append([])
    }

    mutating func beginCell() {
        guard frames[frames.count - 1].isTable else { return }
        frames.append(Frame())
    }

    /// Ends the cell; `span` cells of the row are covered by it.
    mutating func endCell(span: Int = 1) {
        guard frames.count > 1, frames[frames.count - 2].isTable, !frames[frames.count - 1].isTable else { return }
        guard let cell = closeFrame(isTable: false) else { return }
        let table = frames.count - 1
        guard !frames[table].rows.isEmpty else { return }
        let row = frames[table].rows.count - 1
        frames[table].rows[row].append(cell)
        let covered = max(1, min(span, Self.maximumSpan))
        for _ in 1..<covered { frames[table].rows[row].append("") }
        // A cell costs memory without a word in it.
        octets += covered
        if octets > maximumOctets { isFull = true }
    }

    /// Cells one cell may cover; more are a mistake or malice.
    private static let maximumSpan = 64

    mutating func endTable() {
        guard frames.count > 1, frames[frames.count - 1].isTable, let table = frames.popLast() else { return }
        frames[frames.count - 1].done += TableText.text(of: table.rows)
    }

    private mutating func closeFrame(isTable: Bool) -> String? {
        guard frames.count > 1, frames[frames.count - 1].isTable == isTable, let frame = frames.popLast() else { return nil }
        var text = frame.done + frame.line
        while text.utf8.last == 0x0a { text.removeLast() }
        return text
    }

    /// The whole text; what stayed open is closed.
    mutating func finish() -> String {
        while frames.count > 1 {
            if frames[frames.count - 1].isTable {
                endTable()
            } else if frames[frames.count - 2].isTable {
                endCell()
            } else {
                endBox()
            }
        }
        let frame = frames[0]
        return PlainLines.tidied(frame.done + frame.line)
    }
}
