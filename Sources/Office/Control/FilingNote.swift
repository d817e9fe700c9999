// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The note with which a document goes to its case file (paragraph 93 of the same instruction).
package struct FilingNote: Hashable, Sendable {
    /// «03-10»
    package let caseFile: String
    /// How the document was used, where no letter answers it.
    package let note: String
    /// The mark of the final answer.
    package let answer: RegistrationMark?

    package init(caseFile: String, note: String, answer: RegistrationMark?) {
        self.caseFile = caseFile
        self.note = note
        self.answer = answer
    }

    /// «До справи № 03-10 / Лист-відповідь від 20.05.2017 № 03-10/01/802»
    package var ukrainian: String {
        var text = "До справи № \(caseFile)"
        if let answer { text += " / Лист-відповідь від \(answer.date.ukrainianDigits) № \(answer.index)" }
        if !note.isBlank { text += " / \(note)" }
        return text
    }
}

extension String {
    /// Whether there is nothing to read in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
