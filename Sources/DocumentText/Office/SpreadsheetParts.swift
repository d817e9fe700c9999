// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// The strings that cells of a workbook share (ECMA-376 part 1 §18.4).
final class SharedStringsPart: MarkupPart {
    private(set) var strings: [String] = []
    private var current = ""
    private var isText = false
    private var isReading = false
    private var octets = 0
    /// Of all shared strings together, in octets; behind them cells stay empty.
    private static let maximumOctets = 32 << 20
    /// An empty string takes memory as well.
    private static let maximumStrings = 1_000_000

    var wantsMore: Bool { octets <= Self.maximumOctets && strings.count < Self.maximumStrings }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        switch name.local {
        case "si": current = ""
        // How a word is to be pronounced, in East Asian workbooks.
        case "rPh": isReading = true
        case "t": isText = !isReading
        default: break
        }
    }

    func endElement(_ name: XMLName) {
        switch name.local {
        case "si": strings.append(current)
        case "rPh": isReading = false
        case "t": isText = false
        default: break
        }
    }

    func characters(_ text: String) {
        guard isText else { return }
        octets += text.utf8.count
        current += text
    }
}

/// Which sheets a workbook has, in order, and which number formats are dates (§18.2, §18.8).
final class WorkbookPart: MarkupPart {
    /// Names and relation identifiers, in the order of the tabs.
    private(set) var sheets: [(name: String, relation: String)] = []
    /// Targets of relations, relative to `xl/`.
    private(set) var targets: [String: String] = [:]
    private(set) var countsFrom1904 = false
    /// Formats of the cell styles, by their position.
    private(set) var formats: [Int] = []
    private var dateFormats: Set<Int> = Set(14...22).union(45...47)
    private var isInCellFormats = false
    /// Sheets, relations and styles kept.
    private static let maximumKept = 66_000

    var wantsMore: Bool { sheets.count + targets.count + formats.count + dateFormats.count < Self.maximumKept }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        switch name.local {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet": sheets.append((attributes["name"] ?? "", attributes["id"] ?? ""))
        case "Relationship":
            if let identifier = attributes["Id"], let target = attributes["Target"] { targets[identifier] = Self.place(target) }
        case "numFmt":
            guard let number = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
            if Self.isDate(code) { dateFormats.insert(number) } else { dateFormats.remove(number) }
        case "cellXfs": isInCellFormats = true
        case "xf": if isInCellFormats { formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
        default: break
        }
    }

    func endElement(_ name: XMLName) {
        if name.local == "cellXfs" { isInCellFormats = false }
    }

    func characters(_ text: String) {}

    func isDate(style: Int) -> Bool { formats.indices.contains(style) && dateFormats.contains(formats[style]) }

    private static func place(_ target: String) -> String {
        target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }

    /// Whether a format code shows a date or a time: a letter of one outside quotation marks and brackets.
    private static func isDate(_ code: String) -> Bool {
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        for character in code.prefix(256) {
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if character == "\\" {
                isEscaped = true
            } else if character == "[" || character == "]" {
                isBracketed = character == "["
            } else if !isBracketed, "dmyhs".contains(character.lowercased()) {
                return true
            }
        }
        return false
    }
}
