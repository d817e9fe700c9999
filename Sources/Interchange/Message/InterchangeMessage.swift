// SPDX-License-Identifier: Apache-2.0

/// An electronic message of order No. 1207 (20.10.2011), version 1.5: what stands in one `Header`, in the schema's own order.
///
/// Every identifier is text, as ЄДРПОУ codes and numbers begin with zeros. A text that is not given, or is empty, is nil; where
/// the schema demands one it is empty.
package struct InterchangeMessage: Hashable, Sendable {
    /// The value of `Header/@standart` (so spelled in the schema).
    package static let standard = "1207"
    package static let version = "1.5"

    package var header: Header
    package var document: Document?
    package var tasks: [Task] = []
    /// `AddDocuments/Folder`.
    package var folders: [Folder] = []
    package var expansion: Expansion?
    package var acknowledgement: Acknowledgement?

    package init(header: Header) { self.header = header }

    /// Every file of the message in document order: of the document, its tasks, its folders, the acknowledgement.
    package var files: [File] {
        (document?.files ?? []) + tasks.flatMap(\.files) + folders.flatMap(\.files)
            + (acknowledgement?.file.map { [$0] } ?? [])
    }
}
