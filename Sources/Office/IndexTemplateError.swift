// SPDX-License-Identifier: Apache-2.0

/// A mistake in an ``IndexTemplate`` and its place.
package struct IndexTemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Mistake: Hashable, Sendable {
        case empty
        /// A `{` without its `}`.
        case unclosedField
        /// A `}` without its `{`.
        case strayBrace
        case unknownField(String)
        /// `{n:…}` with something else than a width of 1 to 9 digits, written `0` and the digit.
        case badWidth(String)
        case noNumber
        case secondNumber
        /// `{unit}{n}`: where the unit ends in a digit nobody can tell the number from it.
        case numberTouchesField
        /// A line break or another character that no register can show.
        case controlCharacter
    }

    package let mistake: Mistake
    /// Characters before the mistake, in the template as it was written.
    package let offset: Int

    package init(mistake: Mistake, offset: Int) {
        self.mistake = mistake
        self.offset = offset
    }

    package var description: String {
        let words =
            switch mistake {
            case .empty: "the template is empty"
            case .unclosedField: "{ is not closed"
            case .strayBrace: "} closes nothing"
            case .unknownField(let name): "there is no field {\(name)}"
            case .badWidth(let width): "“\(width)” is no width; write {n:04} for four digits"
            case .noNumber: "{n}, the number in the journal, is missing"
            case .secondNumber: "{n} stands here a second time"
            case .numberTouchesField: "the number touches another field; put a sign such as / or - between them"
            case .controlCharacter: "this character cannot be printed"
            }
        return "\(words) (character \(offset + 1))"
    }
}
