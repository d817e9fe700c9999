// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// Reads one part of a Word document that has text: the body, a header or footer, the notes.
final class WordPart: MarkupPart {
    /// What is known of the paragraph being read; paragraphs of a text box stand inside another.
    private struct Paragraph {
        var style: String?
        var list: String?
        var level: Int?
    }

    private var blocks: BlockText
    private var numbering: WordNumbering
    private var tags: [XMLName: WordTag] = [:]
    private var paragraphs: [Paragraph] = []
    private var spans: [Int] = []
    private var depth = 0
    /// The depth of the element that is left out with all inside.
    private var skippedFrom: Int?
    private var propertiesFrom: Int?
    private var textFrom: Int?
    private var isHidden = false
    private var isCapital = false

    init(maximumOctets: Int, numbering: WordNumbering) {
        blocks = BlockText(maximumOctets: maximumOctets)
        self.numbering = numbering
    }

    var wantsMore: Bool { !blocks.isFull }
    /// Octets of text written so far.
    var octets: Int { blocks.octets }

    /// The text of the part; called once, after its end.
    func finish() -> (text: String, isCut: Bool) { (blocks.finish(), blocks.isFull) }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        depth += 1
        guard skippedFrom == nil else { return }
        let tag = tag(name)
        if propertiesFrom != nil { return property(tag, attributes) }
        switch tag {
        case .paragraph: paragraphs.append(Paragraph())
        case .run: (isHidden, isCapital) = (false, false)
        case .text: textFrom = depth
        case .tab: show("\t")
        case .lineBreak: show("\n")
        case .noBreakHyphen: show("-")
        case .symbol: symbol(attributes["char"])
        case .table: blocks.beginTable()
        case .row: blocks.beginRow()
        case .cell:
            blocks.beginCell()
            spans.append(1)
        case .gridSpan: if !spans.isEmpty { spans[spans.count - 1] = attributes["val"].flatMap { Int($0) } ?? 1 }
        case .textBox: blocks.beginBox()
        case .paragraphProperties, .runProperties: propertiesFrom = depth
        case .note: if let type = attributes["type"], type != "normal" { skippedFrom = depth }
        case .skipped: skippedFrom = depth
        case .paragraphStyle, .numbering, .level, .numberingID, .hidden, .capitals, .other: break
        }
    }

    /// Inside `w:pPr` and `w:rPr`, where `w:tab` is a tab stop and `w:del` says that the end of the paragraph was deleted.
    private func property(_ tag: WordTag, _ attributes: XMLStartTag) {
        let isOn = !["0", "false", "off"].contains(attributes["val"] ?? "")
        switch tag {
        case .paragraphStyle: setParagraph { $0.style = attributes["val"] }
        case .numberingID: setParagraph { $0.list = attributes["val"] }
        case .level: setParagraph { $0.level = attributes["val"].flatMap { Int($0) } }
        case .hidden: isHidden = isOn
        case .capitals: isCapital = isOn
        case .skipped: skippedFrom = depth
        default: break
        }
    }

    private func setParagraph(_ change: (inout Paragraph) -> Void) {
        guard !paragraphs.isEmpty else { return }
        change(&paragraphs[paragraphs.count - 1])
    }

    func endElement(_ name: XMLName) {
        defer { depth -= 1 }
        if let from = skippedFrom {
            if depth == from { skippedFrom = nil }
            return
        }
        if let from = propertiesFrom {
            guard depth == from else { return }
            propertiesFrom = nil
            // The mark of the paragraph has properties of its own, which are none of its runs'.
            if tag(name) == .paragraphProperties { (isHidden, isCapital) = (false, false) }
            return
        }
        switch tag(name) {
        case .paragraph: endParagraph()
        case .run: (isHidden, isCapital) = (false, false)
        case .text: textFrom = nil
        case .table: blocks.endTable()
        case .cell: blocks.endCell(span: spans.popLast() ?? 1)
        case .textBox: blocks.endBox()
        default: break
        }
    }

    private func endParagraph() {
        let paragraph = paragraphs.popLast() ?? Paragraph()
        blocks.endParagraph(label: numbering.label(style: paragraph.style, list: paragraph.list, level: paragraph.level))
    }

    func characters(_ text: String) {
        guard textFrom != nil, skippedFrom == nil else { return }
        show(isCapital ? text.uppercased() : text)
    }

    private func show(_ text: String) {
        if !isHidden { blocks.append(text) }
    }

    /// A character by its number; those of Wingdings and the like lie in the private area and mean nothing elsewhere.
    private func symbol(_ number: String?) {
        guard let number, let value = UInt32(number, radix: 16), !(0xe000...0xf8ff).contains(value),
            let scalar = Unicode.Scalar(value)
        else { return }
        show(String(Character(scalar)))
    }

    private func tag(_ name: XMLName) -> WordTag {
        if let known = tags[name] { return known }
        let tag = WordTag(name)
        if tags.count < 1_000 { tags[name] = tag }
        return tag
    }
}
