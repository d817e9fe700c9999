// SPDX-License-Identifier: Apache-2.0

/// Something in a letter that is not as the standard has it, and where. Never a reason to stop reading.
package struct Defect: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A header section longer than the limit; fields behind it are not listed.
        case headerSectionTooLong
        /// More parts than the limit; the rest is one opaque part.
        case tooManyParts
        /// A container deeper than the limit was left closed.
        case nestedTooDeep
        /// A field with more parameters than the limit.
        case tooManyParameters
        /// The header section ends at a line that is no field, or at a delimiter, not at an empty line.
        case missingBlankLine
        /// A line among the fields that is neither field nor continuation; it is skipped.
        case strayHeaderLine
        /// A multipart whose `Content-Type` names no boundary.
        case missingBoundary
        /// A multipart in which its own delimiter never comes.
        case delimiterNotFound
        /// A multipart without a closing delimiter.
        case missingClosingDelimiter
        /// Lines ended by CR alone.
        case bareCarriageReturns
        /// A second field of a kind that may come once; the first one counts.
        case repeatedContentField
        /// `Content-Transfer-Encoding` of a name nobody knows, read as identity.
        case unknownTransferEncoding
        /// An encoding other than identity on a multipart, which is ignored.
        case encodedContainer
        /// Octets outside the base64 alphabet, or a broken last group.
        case damagedBase64
        /// `=` without two hexadecimal digits in quoted-printable.
        case damagedQuotedPrintable
        /// The charset label names no known charset; the octets were judged instead.
        case unknownCharset
        /// The octets are not of the charset the label says; the one found was used instead.
        case wrongCharset
        /// Octets that mean nothing in the charset, shown as U+FFFD.
        case undecodableCharacters
        /// NUL in a header section.
        case nulInHeader
    }

    package let kind: Kind
    /// Offset in the octets of the letter.
    package let offset: Int

    package init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}
