// SPDX-License-Identifier: Apache-2.0

/// What the fields of an ``IndexTemplate`` stand for in one document. What is not known is left empty.
package struct IndexFields: Hashable, Sendable {
    /// The year of registration on the council's calendar.
    package var year: Int
    /// Index of the case file: `01-12`.
    package var caseFile: String
    /// See ``letter(ofSurname:)``.
    package var letter: String
    /// Index of the department: `03`.
    package var unit: String
    package var kindPrefix: String

    package init(
        year: Int, caseFile: String = "", letter: String = IndexFields.unsignedMark, unit: String = "", kindPrefix: String = ""
    ) {
        self.year = year
        self.caseFile = caseFile
        self.letter = letter
        self.unit = unit
        self.kindPrefix = kindPrefix
    }

    /// Marks an unsigned letter («без підпису»), in the place of the surname's letter (resolution 348 of 14.04.1997).
    package static let unsignedMark = "БП"
    /// Marks a letter of several people («колективне»).
    package static let collectiveMark = "КО"

    /// The first letter of a surname as a capital, ``unsignedMark`` when the name has none.
    package static func letter(ofSurname surname: String) -> String {
        surname.first { $0.isLetter }.map { $0.uppercased() } ?? unsignedMark
    }

    subscript(field: IndexTemplate.Field) -> String {
        switch field {
        case .letter: letter
        case .case: caseFile
        case .unit: unit
        case .kindPrefix: kindPrefix
        case .yyyy: String(year)
        case .yy: String(String(year + 100).suffix(2))
        }
    }
}
