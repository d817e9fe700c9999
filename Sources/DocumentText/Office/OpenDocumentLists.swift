// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// The list styles of an OpenDocument file, which say what stands before the items (ODF 1.3 part 3 §16.30).
final class OpenDocumentListStyles: MarkupPart {
    struct Level: Hashable {
        /// As ``WordNumbering`` names it; `bullet` for marks.
        var format = "bullet"
        var prefix = ""
        var suffix = ""
        var start = 1
    }

    /// Levels by style and depth, the outermost being 1.
    private(set) var styles: [String: [Int: Level]] = [:]
    private var style: String?
    /// Styles kept; an office program writes dozens.
    private static let maximumStyles = 10_000

    var wantsMore: Bool { styles.count < Self.maximumStyles }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        switch name.local {
        case "list-style": style = attributes["name"]
        case "list-level-style-number", "list-level-style-bullet":
            guard let style, let depth = attributes["level"].flatMap({ Int($0) }), (1...10).contains(depth) else { return }
            var level = Level()
            if name.local == "list-level-style-number" {
                level.format =
                    Self.formats[attributes["num-format"] ?? ""] ?? (attributes["num-format"] == "" ? "none" : "decimal")
                level.prefix = attributes["num-prefix"] ?? ""
                level.suffix = attributes["num-suffix"] ?? ""
                level.start =
                    attributes["start-value"].flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 : nil } ?? 1
            }
            styles[style, default: [:]][depth] = level
        default: break
        }
    }

    func endElement(_ name: XMLName) {
        if name.local == "list-style" { style = nil }
    }

    func characters(_ text: String) {}

    private static let formats = [
        "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "а": "russianLower",
        "А": "russianUpper",
    ]
}

/// Counts the items of the lists that are open in a document.
struct OpenDocumentLists {
    private struct List {
        let style: String
        var number: Int
    }

    let styles: [String: [Int: OpenDocumentListStyles.Level]]
    private var open: [List] = []
    /// The last number of a style's outermost list, which a later list may go on from.
    private var last: [String: Int] = [:]
    private var isItemBegun = false

    init(styles: [String: [Int: OpenDocumentListStyles.Level]]) {
        self.styles = styles
    }

    mutating func beginList(style: String?, continues: Bool) {
        let style = style ?? open.last?.style ?? ""
        let start = (styles[style]?[open.count + 1]?.start ?? 1) - 1
        open.append(List(style: style, number: continues ? last[style] ?? start : start))
    }

    mutating func endList() {
        guard let list = open.popLast() else { return }
        if open.isEmpty, last.count < 10_000 { last[list.style] = list.number }
    }

    mutating func beginItem() {
        guard !open.isEmpty else { return }
        open[open.count - 1].number &+= 1
        isItemBegun = true
    }

    /// What stands before the paragraph: only the first one of an item has a label.
    mutating func label() -> String {
        guard isItemBegun, let list = open.last else { return "" }
        isItemBegun = false
        guard let level = styles[list.style]?[open.count], level.format != "none" else { return "" }
        if level.format == "bullet" { return "- " }
        return level.prefix + WordNumbering.written(list.number, level.format) + level.suffix + " "
    }
}
