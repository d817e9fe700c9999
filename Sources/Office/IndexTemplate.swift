// SPDX-License-Identifier: Apache-2.0

/// How a registration index is written, such as `{n}/{case}` or `ПІ-{n:04}/{case}`.
///
/// Text in braces is a field, everything else stands as it is. `{n}` is the number in the journal and occurs exactly once;
/// `{n:04}` fills it with zeros to four digits. The other fields are ``Field``.
package struct IndexTemplate: Hashable, Sendable, CustomStringConvertible {
    /// What a template can put beside the number.
    package enum Field: String, Hashable, CaseIterable, Sendable {
        /// The first letter of the applicant's surname, or the mark of a collective or unsigned letter.
        case letter
        /// The index of the case file by the list of files of the office.
        case `case`
        /// The index of the department.
        case unit
        /// The year in two digits.
        case yy
        /// The year in four digits.
        case yyyy
        /// The prefix the journal gives to this kind of document.
        case kindPrefix
    }

    enum Piece: Hashable, Sendable {
        case text(String)
        /// Filled with zeros to `width` digits; 0 leaves it as it is.
        case number(width: Int)
        case field(Field)
    }

    /// As it was written.
    package let description: String
    let pieces: [Piece]

    /// - Throws: ``IndexTemplateError`` with the place of the first mistake.
    package init(_ text: String) throws(IndexTemplateError) {
        var parser = IndexTemplateParser(text)
        pieces = try parser.pieces()
        description = text
    }

    /// The number alone: `{n}`.
    package static let number = IndexTemplate(pieces: [.number(width: 0)], description: "{n}")

    private init(pieces: [Piece], description: String) {
        self.pieces = pieces
        self.description = description
    }

    /// The fields the template needs.
    package var fields: Set<Field> {
        Set(
            pieces.compactMap {
                if case .field(let field) = $0 { field } else { nil }
            })
    }

    /// The registration index of a document.
    /// - Parameter number: its number in the journal, 1 or more.
    package func index(number: Int, fields: IndexFields) -> String {
        var index = ""
        for piece in pieces {
            switch piece {
            case .text(let text): index += text
            case .number(let width):
                let digits = String(number)
                index += String(repeating: "0", count: max(0, width - digits.count)) + digits
            case .field(let field): index += fields[field]
            }
        }
        return index
    }
}
