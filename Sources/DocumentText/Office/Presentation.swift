// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// The text of a PPTX: the slides in their order, an empty line between them.
enum Presentation {
    static func read(_ octets: FileOctets, budget: ReadingBudget) throws(ReadingFault) -> PackageText {
        var package = OfficePackage(octets, budget: budget)
        var slides: [Int: SlidePart] = [:]
        var room = budget.limits.maximumTextOctets
        var latest: SlidePart?
        try package.read { name in
            guard name.hasPrefix("ppt/slides/slide"), name.hasSuffix(".xml"), let number = Int(name.dropFirst(16).dropLast(4))
            else { return nil }
            room -= latest?.octets ?? 0
            let slide = SlidePart(maximumOctets: max(0, room))
            slides[number] = slide
            latest = slide
            return slide
        }
        let texts = slides.sorted { $0.key < $1.key }.map { $0.value.finish() }
        return PackageText(
            text: texts.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n"), isCut: texts.contains { $0.isCut },
            isDamaged: package.isDamaged, hasContent: !slides.isEmpty)
    }
}

/// One slide: paragraphs of DrawingML (ECMA-376 part 1 §21.1.2), tables as rows.
private final class SlidePart: MarkupPart {
    private var blocks: BlockText
    private var isText = false

    init(maximumOctets: Int) {
        blocks = BlockText(maximumOctets: maximumOctets)
    }

    var wantsMore: Bool { !blocks.isFull }
    var octets: Int { blocks.octets }

    func finish() -> (text: String, isCut: Bool) { (blocks.finish(), blocks.isFull) }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        guard name.namespace.contains("/drawingml/") else { return }
        switch name.local {
        case "t": isText = true
        case "br": blocks.append("\n")
        case "tbl": blocks.beginTable()
        case "tr": blocks.beginRow()
        case "tc": blocks.beginCell()
        default: break
        }
    }

    func endElement(_ name: XMLName) {
        guard name.namespace.contains("/drawingml/") else { return }
        switch name.local {
        case "t": isText = false
        case "p": blocks.endParagraph()
        case "tbl": blocks.endTable()
        case "tc": blocks.endCell()
        default: break
        }
    }

    func characters(_ text: String) {
        if isText { blocks.append(text) }
    }
}
