// SPDX-License-Identifier: Apache-2.0

/// What bounds the reading of one document. Text that lies beyond a bound is left out or shown without its structure;
/// it is never an error.
package struct MarkupLimits: Hashable, Sendable {
    /// The octets read from the front of a document. Default 8 MiB.
    package let maximumOctets: Int
    /// The open elements that are kept track of at once. Default 256; the text of deeper ones is still read.
    package let maximumDepth: Int
    /// The longest link address shown, in octets. Default 2,048; a longer one is left out.
    package let maximumLinkOctets: Int

    package static let standard = MarkupLimits()

    package init(maximumOctets: Int = 8 << 20, maximumDepth: Int = 256, maximumLinkOctets: Int = 2_048) {
        self.maximumOctets = maximumOctets
        self.maximumDepth = maximumDepth
        self.maximumLinkOctets = maximumLinkOctets
    }
}

/// What a person should know about how a document was read.
package enum MarkupNote: String, Hashable, Sendable, CaseIterable {
    /// The document is longer than ``MarkupLimits/maximumOctets``: its end was not read.
    case cutAtLimit
    /// Elements lie deeper than ``MarkupLimits/maximumDepth``: their text is there, their structure is not.
    case nestedTooDeep
    /// Octets that are not UTF-8 were replaced by U+FFFD.
    case repairedEncoding
    /// The document showed nothing as it stood, so its hidden text was read as well.
    case hiddenTextShown
}

/// The outcome of reading a document.
package struct MarkupReading: Hashable, Sendable {
    /// Readable text with LF line ends, or an HTML fragment, by the method that was called.
    package let text: String
    package let notes: Set<MarkupNote>

    package init(text: String, notes: Set<MarkupNote>) {
        self.text = text
        self.notes = notes
    }
}
