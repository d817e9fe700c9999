// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// Elements of WordprocessingML that matter to the text (ECMA-376 part 1 §17).
enum WordTag {
    case paragraph, run, text, tab, lineBreak, noBreakHyphen, symbol
    case table, row, cell, gridSpan, textBox
    case paragraphProperties, runProperties, paragraphStyle, numbering, level, numberingID, hidden, capitals
    case note
    /// Left out with everything inside: deleted text, field codes, the second copy of a text box for old programs.
    case skipped
    case other

    init(_ name: XMLName) {
        let namespace = name.namespace
        if namespace.hasSuffix("/markup-compatibility/2006") {
            self = name.local == "Fallback" ? .skipped : .other
        } else if namespace.contains("/officeDocument/") && namespace.hasSuffix("/math"), name.local == "t" {
            self = .text
        } else if namespace.contains("wordprocessingml/"), !namespace.contains("/drawingml/") {
            self = Self.tags[name.local] ?? .other
        } else {
            self = .other
        }
    }

    private static let tags: [String: WordTag] = [
        "p": .paragraph, "r": .run, "t": .text, "tab": .tab, "ptab": .tab, "br": .lineBreak, "cr": .lineBreak,
        "noBreakHyphen": .noBreakHyphen, "sym": .symbol, "tbl": .table, "tr": .row, "tc": .cell, "gridSpan": .gridSpan,
        "txbxContent": .textBox, "pPr": .paragraphProperties, "rPr": .runProperties, "pStyle": .paragraphStyle,
        "numPr": .numbering, "ilvl": .level, "numId": .numberingID, "vanish": .hidden, "caps": .capitals, "footnote": .note,
        "endnote": .note, "del": .skipped, "moveFrom": .skipped, "delText": .skipped, "instrText": .skipped,
        "delInstrText": .skipped, "sectPr": .skipped, "tabs": .skipped, "sdtPr": .skipped, "pPrChange": .skipped,
        "rPrChange": .skipped, "tblPrChange": .skipped, "tcPrChange": .skipped, "rt": .skipped,
    ]
}
