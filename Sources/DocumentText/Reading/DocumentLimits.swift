// SPDX-License-Identifier: Apache-2.0

/// What one file of a letter may ask of the reader. At a limit the reading of that file ends and the outcome names the limit.
package struct DocumentLimits: Hashable, Sendable {
    /// Archives, containers and letters inside each other. Default 8.
    package var maximumDepth = 8
    /// Members of one archive, and files told apart in all. Default 2,000.
    package var maximumFiles = 2_000
    /// Octets of one unpacked member that is kept whole. Default 256 MiB.
    package var maximumMemberOctets = 256 << 20
    /// Octets unpacked in all from one file. Default 512 MiB; it bounds the work, not the memory, as large members lie on the disk.
    package var maximumUnpackedOctets = 512 << 20
    /// Unpacked octets for one packed octet, from ``ratioFreeOctets`` on. Default 150; a spreadsheet of zeros reaches about 100.
    package var maximumRatio = 150
    /// Unpacked octets below which no ratio is suspicious. Default 16 MiB.
    package var ratioFreeOctets = 16 << 20
    /// Octets of XML read of one part of a document. Default 64 MiB.
    package var maximumMarkupOctets = 64 << 20
    /// Octets of the text kept of one document, in UTF-8. Default 2 MiB; the rest is cut off and a defect says so.
    package var maximumTextOctets = 2 << 20
    /// Octets of a CMS container, which is read in memory. Default 64 MiB.
    package var maximumContainerOctets = 64 << 20
    /// For everything inside one file of a letter together. Default 2 minutes.
    package var maximumDuration: Duration = .seconds(120)

    package static let standard = DocumentLimits()

    package init() {}
}
