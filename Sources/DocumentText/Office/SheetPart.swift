// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// Reads one sheet of a workbook to rows with tabs (ECMA-376 part 1 §18.3).
final class SheetPart: MarkupPart {
    private let workbook: WorkbookPart
    private let strings: [String]
    private let maximumOctets: Int
    private(set) var octets = 0
    private var lines = ""
    private var row: [String] = []
    private var column = 0
    private var type = ""
    private var style = 0
    private var value = ""
    private var isValue = false
    /// Columns shown; further ones are left out, as a cell may claim any place up to the 16,384th.
    private static let maximumColumns = 256

    init(workbook: WorkbookPart, strings: [String], maximumOctets: Int) {
        self.workbook = workbook
        self.strings = strings
        self.maximumOctets = maximumOctets
    }

    var wantsMore: Bool { octets <= maximumOctets }
    var isCut: Bool { octets > maximumOctets }
    var text: String { lines }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        switch name.local {
        case "row": (row, column) = ([], 0)
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            type = attributes["t"] ?? ""
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value = ""
        case "v", "t": isValue = true
        // Phonetic text has a `t` as well; the formula is not what is seen.
        case "rPh", "f": isValue = false
        default: break
        }
    }

    func endElement(_ name: XMLName) {
        switch name.local {
        case "v", "t": isValue = false
        case "c": endCell()
        case "row": endRow()
        default: break
        }
    }

    func characters(_ text: String) {
        guard isValue, octets <= maximumOctets else { return }
        octets += text.utf8.count
        value += text
    }

    private func endCell() {
        guard !value.isEmpty, (1...Self.maximumColumns).contains(column) else { return }
        while row.count < column - 1 { row.append("") }
        if row.count >= column { row.removeLast(row.count - column + 1) }
        row.append(PlainLines.tidied(shown()).split(separator: "\n").joined(separator: " "))
    }

    private func shown() -> String {
        switch type {
        case "s":
            let place = Int(value) ?? -1
            let string = strings.indices.contains(place) ? strings[place] : ""
            octets += string.utf8.count
            return string
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "", "n":
            guard let number = Double(value), number.isFinite else { return value }
            if workbook.isDate(style: style) { return SerialDate.text(number, countsFrom1904: workbook.countsFrom1904) ?? value }
            return SerialDate.plain(number, written: value)
        default: return value
        }
    }

    private func endRow() {
        guard row.contains(where: { !$0.isEmpty }) else { return }
        octets += row.count
        lines += row.joined(separator: "\t") + "\n"
    }

    /// The number of the column in `BC12`, from 1.
    private static func column(_ reference: String) -> Int? {
        var number = 0
        for octet in reference.utf8.prefix(4) {
            guard (0x41...0x5a).contains(octet) else { break }
            number = number * 26 + Int(octet) - 0x40
        }
        return number > 0 ? number : nil
    }
}
