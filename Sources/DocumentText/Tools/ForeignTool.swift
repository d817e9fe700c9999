// SPDX-License-Identifier: Apache-2.0

/// A program of the system that reads what we do not.
package enum ForeignTool: String, Hashable, Sendable, CaseIterable {
    case pdftotext, catdoc, xls2csv, catppt, pdftoppm, tesseract

    /// The Debian package that brings it.
    package var package: String {
        switch self {
        case .pdftotext, .pdftoppm: "poppler-utils"
        case .tesseract: "tesseract-ocr tesseract-ocr-ukr"
        case .catdoc, .xls2csv, .catppt: "catdoc"
        }
    }

    /// Whether only scans need it, which are read where the council wishes so.
    package var isForScans: Bool { self == .pdftoppm || self == .tesseract }

    /// What it is for, in English.
    package var purpose: String {
        switch self {
        case .pdftotext: "text of PDF"
        case .pdftoppm, .tesseract: "optical recognition of scans (optional)"
        case .catdoc, .xls2csv, .catppt: "text of old Office documents (DOC, XLS, PPT)"
        }
    }
}

/// What one run of a foreign program may use.
package struct ToolLimits: Hashable, Sendable {
    /// By the clock on the wall; the program is killed then. Default 20 s.
    package var duration: Duration = .seconds(20)
    /// Of processor time, in seconds. Default 15.
    package var processorSeconds = 15
    /// Of address space, in octets. Default 384 MiB.
    package var memoryOctets = 384 << 20
    /// Of output kept; the program is ended when it writes more. Default 8 MiB.
    package var outputOctets = 8 << 20
    /// Of its complaints kept; the rest is read and thrown away. Default 2 KiB.
    package static let errorOctets = 2 << 10

    package static let standard = ToolLimits()

    package init() {}
}
