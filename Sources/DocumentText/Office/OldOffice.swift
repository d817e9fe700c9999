// SPDX-License-Identifier: Apache-2.0

/// Documents of Word before 2007, by `catdoc` in its cell: of Debian's readers the one that gives Ukrainian, tables and headers right
/// (`antiword` draws tables with blanks and leaves headers out).
enum OldOffice {
    static func word(_ octets: FileOctets, tools: ForeignTools, budget: ReadingBudget) throws(ReadingFault) -> PackageText {
        try read(.catdoc, ["-d", "utf-8", "-w", "/proc/self/fd/0"], octets, tools, budget)
    }

    static func workbook(_ octets: FileOctets, tools: ForeignTools, budget: ReadingBudget) throws(ReadingFault) -> PackageText {
        // Without quotation marks, cells separated by tabs, sheets by empty lines, dates as they are written here.
        let arguments = ["-d", "utf-8", "-q", "0", "-c", "\t", "-b", "\n", "-f", "%d.%m.%Y", "/proc/self/fd/0"]
        return try read(.xls2csv, arguments, octets, tools, budget)
    }

    static func slides(_ octets: FileOctets, tools: ForeignTools, budget: ReadingBudget) throws(ReadingFault) -> PackageText {
        try read(.catppt, ["-d", "utf-8", "-b", "\n", "/proc/self/fd/0"], octets, tools, budget)
    }

    private static func read(
        _ tool: ForeignTool, _ arguments: [String], _ octets: FileOctets, _ tools: ForeignTools, _ budget: ReadingBudget
    ) throws(ReadingFault) -> PackageText {
        let output = try tools.run(tool, arguments, input: octets, budget: budget)
        let whole = PlainLines.tidied(String(decoding: output.octets, as: UTF8.self))
        if whole.isEmpty, output.exitStatus != 0 || !output.errors.isEmpty {
            let words = output.errors.split(separator: "\n").first.map { String($0.prefix(120)) } ?? ""
            throw ReadingFault(.toolRefused(tool: tool.rawValue, words: words))
        }
        let (text, isCut) = PlainLines.front(whole, maximumOctets: budget.limits.maximumTextOctets)
        return PackageText(text: text, isCut: isCut || output.isCut, isDamaged: output.exitStatus != 0, hasContent: true)
    }
}
