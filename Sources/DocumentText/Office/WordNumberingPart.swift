// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// Reads `word/numbering.xml` and the lists of paragraph styles in `word/styles.xml`.
final class WordNumberingPart: MarkupPart {
    private(set) var numbering = WordNumbering()
    private var abstract: String?
    private var list: String?
    private var level: Int?
    private var style: String?
    private var styleList: String?
    private var styleLevel = 0
    /// Lists and styles kept; a document of an office has dozens.
    private static let maximumKept = 10_000

    var wantsMore: Bool { numbering.abstractLists.count + numbering.lists.count + numbering.styles.count < Self.maximumKept }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        let value = attributes["val"]
        switch name.local {
        case "abstractNum":
            abstract = attributes["abstractNumId"]
            if let abstract { numbering.abstractLists[abstract] = [] }
        case "num": list = attributes["numId"]
        case "abstractNumId": if let list { numbering.lists[list] = value }
        case "lvl", "lvlOverride":
            level = attributes["ilvl"].flatMap { Int($0) }
            if name.local == "lvl", list == nil { addLevel() }
        case "start": setLevel { $0.start = Self.number(value) ?? 1 }
        case "startOverride":
            if let list, let level { numbering.restarts[list, default: [:]][level] = Self.number(value) ?? 1 }
        case "numFmt": setLevel { $0.format = value ?? "decimal" }
        case "lvlText": setLevel { $0.pattern = value ?? "" }
        case "style": style = attributes["styleId"]
        case "numId" where style != nil: styleList = value
        case "ilvl" where style != nil: styleLevel = value.flatMap { Int($0) } ?? 0
        default: break
        }
    }

    /// Numbers a clerk could mean; others would only overflow.
    private static func number(_ text: String?) -> Int? {
        text.flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
    }

    private func addLevel() {
        guard let abstract, let count = numbering.abstractLists[abstract]?.count, count < WordNumbering.maximumLevels else {
            return
        }
        numbering.abstractLists[abstract]?.append(WordNumbering.Level())
    }

    private func setLevel(_ change: (inout WordNumbering.Level) -> Void) {
        guard list == nil, let abstract, let level, let levels = numbering.abstractLists[abstract], levels.indices.contains(level)
        else { return }
        change(&numbering.abstractLists[abstract, default: []][level])
    }

    func endElement(_ name: XMLName) {
        switch name.local {
        case "abstractNum": (abstract, level) = (nil, nil)
        case "num": (list, level) = (nil, nil)
        case "style":
            if let style, let styleList { numbering.styles[style] = (styleList, styleLevel) }
            (style, styleList, styleLevel) = (nil, nil, 0)
        default: break
        }
    }

    func characters(_ text: String) {}
}
