// SPDX-License-Identifier: Apache-2.0

/// One file of a letter, or one inside it, and what came of reading it.
package struct ReadDocument: Sendable {
    package enum Outcome: Hashable, Sendable {
        /// ``ReadDocument/text`` is the text of the document; a container has none of its own.
        case read
        /// Pictures of pages without a text layer. The text holds what little there is, or what was recognised.
        case scan
        case notRead(UnreadReason)
    }

    /// Names from the outside in, joined by `/`: `лист.asice/лист.docx`. For showing; two files may have the same.
    package let path: String
    /// What the file really is, by its octets where they tell.
    package let mediaType: String
    /// LF line ends, none at the end; cells of a row are separated by tabs.
    package var text: String
    package var outcome: Outcome
    /// Of this very file: those over it, and for a container those inside it.
    package var signatures: [Signature]
    /// Known for PDF only.
    package var pages: Int?
    package var defects: Set<DocumentDefect>
    /// The octets of an XML file found inside another one: it may be a message of the inter-agency exchange (order 1207), which others
    /// read. Nil for all else.
    package var markup: FileOctets?

    package init(
        path: String, mediaType: String, text: String = "", outcome: Outcome = .read, signatures: [Signature] = [],
        pages: Int? = nil, defects: Set<DocumentDefect> = []
    ) {
        self.path = path
        self.mediaType = mediaType
        self.text = text
        self.outcome = outcome
        self.signatures = signatures
        self.pages = pages
        self.defects = defects
    }
}
