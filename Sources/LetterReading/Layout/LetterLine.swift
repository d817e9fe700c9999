// SPDX-License-Identifier: Apache-2.0

/// A line of a letter that is not empty, with what its form says about its place in a letterhead (ДСТУ 4163, domain §2.7).
///
/// Where letterhead and addressee stand side by side each column is a line of its own.
package struct LetterLine: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
        /// The name of a body or a unit.
        case body
        /// Address, phones, codes of a body.
        case contacts
        /// «Для службового користування», «НА КОНТРОЛІ», the stamp of a signature.
        case mark
        /// Date and number, alone on their line.
        case registration
        /// «На № … від …» alone on its line.
        case reference
        case addressee
        /// «від Кушніра Василя Степановича», «який мешкає …»: who asks, under the addressee.
        case applicant
        /// «Про …», «Щодо …» above the text.
        case title
        /// «ЗАЯВА», «УХВАЛА»: the kind of document, alone on its line.
        case documentName
        case salutation
        case annexes
        /// Post and name of who signed.
        case signature
        case text
    }

    /// Octets in the normalized text, spaces at the ends left out.
    package let range: Range<Int>
    /// Positions in ``NormalizedText/tokens``; never empty.
    package let tokens: Range<Int>
    /// Columns of white space before it, counted from the left edge of the page.
    package let indent: Int
    /// Whether an empty line stands above.
    package let startsBlock: Bool
    /// Whether it is a second or third column: its row begins with the line before.
    package let isColumn: Bool
    package var role: Role

    /// Whether nothing stands above it.
    var startsLetter: Bool { tokens.lowerBound == 0 }

    /// Spaces that part two columns.
    static let columnGap = 4
}
