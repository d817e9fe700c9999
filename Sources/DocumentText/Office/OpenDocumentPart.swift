// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// Reads `content.xml` or `styles.xml` of an OpenDocument file (OASIS ODF 1.3 part 3): text, tables, presentations.
final class OpenDocumentPart: MarkupPart {
    /// Which pieces of `styles.xml` are text of the document.
    enum Place { case body, header, footer }

    private let place: Place
    private var lists: OpenDocumentLists
    private var blocks: BlockText
    private var notes: BlockText
    private var depth = 0
    private var skippedFrom: Int?
    private var noteFrom: Int?
    private var placeFrom: Int?
    private var paragraphs = 0
    /// Repeats of the open cells and rows, innermost last.
    private var spans: [Int] = []
    private var isSpreadsheet = false
    /// Blank cells and rows may be repeated to the edge of a sheet.
    private static let maximumRepeats = 64

    init(_ place: Place, maximumOctets: Int, lists: OpenDocumentLists) {
        self.lists = lists
        self.place = place
        blocks = BlockText(maximumOctets: maximumOctets)
        notes = BlockText(maximumOctets: maximumOctets)
    }

    var wantsMore: Bool { !blocks.isFull }

    func finish() -> (text: String, isCut: Bool) {
        let note = notes.finish()
        let text = blocks.finish()
        return (note.isEmpty ? text : text + "\n\n" + note, blocks.isFull || notes.isFull)
    }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        depth += 1
        guard skippedFrom == nil else { return }
        enterPlace(name)
        guard placeFrom != nil else { return }
        switch name.local {
        case "p" where isText(name), "h" where isText(name): paragraphs += 1
        case "tab": show("\t")
        case "line-break": show("\n")
        case "s": show(String(repeating: " ", count: max(1, min(attributes["c"].flatMap { Int($0) } ?? 1, 256))))
        case "tracked-changes", "annotation", "note-citation", "sequence-decls", "forms", "desc", "title": skippedFrom = depth
        case "bookmark-start", "bookmark-end", "soft-page-break": break
        case "note-body": noteFrom = depth
        case "text-box": blocks.beginBox()
        case "table":
            if let title = attributes["name"], paragraphs == 0, isSpreadsheet { sheet(title) }
            blocks.beginTable()
        case "table-row": blocks.beginRow()
        case "table-cell", "covered-table-cell":
            spans.append(attributes["number-columns-repeated"].flatMap { Int($0) } ?? 1)
            blocks.beginCell()
        case "spreadsheet": isSpreadsheet = true
        case "list": lists.beginList(style: attributes["style-name"], continues: attributes["continue-numbering"] == "true")
        case "list-item": lists.beginItem()
        default: break
        }
    }

    private func sheet(_ title: String) {
        blocks.append(title)
        blocks.endParagraph()
    }

    private func isText(_ name: XMLName) -> Bool { name.namespace.hasSuffix(":text:1.0") }

    private func enterPlace(_ name: XMLName) {
        guard placeFrom == nil else { return }
        let names: Set<String> =
            switch place {
            case .body: ["body"]
            case .header: ["header", "header-first", "header-left"]
            case .footer: ["footer", "footer-first", "footer-left"]
            }
        if names.contains(name.local) { placeFrom = depth }
    }

    func endElement(_ name: XMLName) {
        defer { depth -= 1 }
        if let from = skippedFrom {
            if depth == from { skippedFrom = nil }
            return
        }
        guard let from = placeFrom else { return }
        switch name.local {
        case "p" where isText(name), "h" where isText(name):
            paragraphs -= 1
            if noteFrom == nil { blocks.endParagraph(label: lists.label()) } else { notes.endParagraph() }
        case "list": lists.endList()
        case "note-body": noteFrom = nil
        case "text-box": blocks.endBox()
        case "table": blocks.endTable()
        case "table-cell", "covered-table-cell": blocks.endCell(span: min(spans.popLast() ?? 1, Self.maximumRepeats))
        default: break
        }
        if depth == from { placeFrom = nil }
    }

    func characters(_ text: String) {
        guard paragraphs > 0, skippedFrom == nil, placeFrom != nil else { return }
        // Line ends of the file are blanks of the text.
        show(text.utf8.contains(0x0a) ? String(text.map { $0.isNewline ? " " : $0 }) : text)
    }

    private func show(_ text: String) {
        if noteFrom == nil { blocks.append(text) } else { notes.append(text) }
    }
}
