// SPDX-License-Identifier: Apache-2.0

/// The text of a PDF, by poppler's `pdftotext` in its cell.
struct PortableDocument {
    let text: String
    let pages: Int
    let isCut: Bool
    let isDamaged: Bool
    let layer: TextLayer

    enum TextLayer: Hashable { case full, little, none }

    /// Letters a page has at least, on the average, where pages are text: a stamp laid over a scan has fewer than the second one.
    private static let noneBelow = 20
    private static let littleBelow = 120

    static func read(_ octets: FileOctets, tools: ForeignTools, budget: ReadingBudget) throws(ReadingFault) -> PortableDocument {
        // As laid out on the page: in reading order the tool takes the cells of tables and the two ends of a line apart.
        let output = try tools.run(
            .pdftotext, ["-layout", "-enc", "UTF-8", "-eol", "unix", "/proc/self/fd/0", "-"], input: octets, budget: budget)
        if output.octets.isEmpty, output.exitStatus != 0 { throw fault(output) }
        let written = String(decoding: output.octets, as: UTF8.self)
        let pages = output.octets.count { $0 == 0x0c }
        let page = PageLayout.text(of: written)
        let (text, isCut) = PlainLines.front(page, maximumOctets: budget.limits.maximumTextOctets)
        let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
        let layer: TextLayer =
            letters < noneBelow * max(1, pages) ? .none : letters < littleBelow * max(1, pages) ? .little : .full
        return PortableDocument(
            text: text, pages: pages, isCut: isCut || output.isCut, isDamaged: output.exitStatus != 0, layer: layer)
    }

    /// The tool's exit status 3 stands for forbidden copying; the rest must be told from its words.
    private static func fault(_ output: ToolOutput) -> ReadingFault {
        if output.exitStatus == 3 { return ReadingFault(.protected) }
        if output.errors.contains("Incorrect password") { return ReadingFault(.encrypted) }
        let words = output.errors.split(separator: "\n").first.map { String($0.prefix(120)) } ?? ""
        return ReadingFault(.toolRefused(tool: ForeignTool.pdftotext.rawValue, words: words))
    }
}
