// SPDX-License-Identifier: Apache-2.0

/// The text of an ODT, ODS or ODP.
enum OpenDocument {
    static func read(_ octets: FileOctets, budget: ReadingBudget) throws(ReadingFault) -> PackageText {
        var package = OfficePackage(octets, budget: budget)
        let room = budget.limits.maximumTextOctets
        let styles = OpenDocumentListStyles()
        try package.read { ["content.xml", "styles.xml"].contains($0) ? styles : nil }
        let lists = OpenDocumentLists(styles: styles.styles)
        let body = OpenDocumentPart(.body, maximumOctets: room, lists: lists)
        let header = OpenDocumentPart(.header, maximumOctets: room, lists: lists)
        let footer = OpenDocumentPart(.footer, maximumOctets: room, lists: lists)
        var hasContent = false
        try package.read { name in
            if name == "content.xml" { hasContent = true }
            return name == "content.xml" ? body : name == "styles.xml" ? header : nil
        }
        try package.read { $0 == "styles.xml" ? footer : nil }
        let parts = [header, body, footer].map { $0.finish() }
        let texts = [PlainLines.distinct(parts[0].text), parts[1].text, PlainLines.distinct(parts[2].text)]
        let text = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return PackageText(
            text: text, isCut: parts.contains { $0.isCut }, isDamaged: package.isDamaged, hasContent: hasContent)
    }
}
