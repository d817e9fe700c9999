// SPDX-License-Identifier: Apache-2.0

/// Why a letter cannot be written.
package struct ComposingFault: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// CR, LF, NUL or another control character where one line of text belongs.
        case controlCharacter
        /// Not an addr-spec this program would send to (RFC 5321 §4.1.2, RFC 6531 §3.3).
        case invalidAddress
        /// Not `left@right` without blanks and brackets (RFC 5322 §3.6.4).
        case invalidIdentifier
        /// Not a name of printing ASCII without a colon (RFC 5322 §2.2), or a very long one.
        case invalidFieldName
        /// A field that the letter writes itself or that may come only once.
        case repeatedField
        /// No day of the calendar, or a year or an offset that cannot be written.
        case invalidDate
        /// Not `type/subtype`, or a multipart, which an attachment cannot be.
        case invalidMediaType
        /// Nothing is left of the file name without path and control characters.
        case invalidFileName
        /// A word that cannot be folded makes a line of more than 998 octets (RFC 5322 §2.1.1).
        case lineTooLong
        /// No boundary was found that does not occur in the parts.
        case noBoundary
    }

    /// The header field, or `attachment` with its number from 1.
    package let field: String
    package let reason: Reason

    package init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}
