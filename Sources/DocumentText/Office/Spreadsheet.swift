// SPDX-License-Identifier: Apache-2.0

/// The text of an XLSX: each sheet under its name, rows on lines, cells separated by tabs.
enum Spreadsheet {
    static func read(_ octets: FileOctets, budget: ReadingBudget) throws(ReadingFault) -> PackageText {
        var package = OfficePackage(octets, budget: budget)
        let workbook = WorkbookPart()
        let strings = SharedStringsPart()
        try package.read { name in
            switch name {
            case "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml": workbook
            case "xl/sharedStrings.xml": strings
            default: nil
            }
        }
        let wanted = Set(workbook.sheets.compactMap { workbook.targets[$0.relation] })
        var parts: [String: SheetPart] = [:]
        var room = budget.limits.maximumTextOctets
        var latest: SheetPart?
        try package.read { name in
            guard wanted.contains(name) else { return nil }
            room -= latest?.octets ?? 0
            let part = SheetPart(workbook: workbook, strings: strings.strings, maximumOctets: max(0, room))
            parts[name] = part
            latest = part
            return part
        }
        return text(workbook, parts, package)
    }

    private static func text(_ workbook: WorkbookPart, _ parts: [String: SheetPart], _ package: OfficePackage) -> PackageText {
        var pieces: [String] = []
        var shown: Set<String> = []
        for sheet in workbook.sheets {
            guard let place = workbook.targets[sheet.relation], shown.insert(place).inserted, let part = parts[place] else {
                continue
            }
            if !part.text.isEmpty { pieces.append("\(sheet.name)\n\(part.text)") }
        }
        return PackageText(
            text: PlainLines.tidied(pieces.joined(separator: "\n")), isCut: parts.values.contains { $0.isCut },
            isDamaged: package.isDamaged, hasContent: !parts.isEmpty)
    }
}
