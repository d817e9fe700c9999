// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar

/// What a letter says, as the register keeps it.
package struct NewFacts: Hashable, Sendable {
    /// The fact sheet as JSON; the store keeps it and does not look into it.
    package var sheet: String
    /// The day the card is due, or day and time: `2026-11-20`, `2026-11-18T09:30`.
    package var deadline: String?
    /// The number the sender gave the letter, with its date.
    package var number: CorrespondentNumber?
    /// Documents of ours that the letter names.
    package var answers: [DocumentNumber]

    package init(sheet: String, deadline: String?, number: CorrespondentNumber?, answers: [DocumentNumber]) {
        self.sheet = sheet
        self.deadline = deadline
        self.number = number
        self.answers = answers
    }
}

/// A registration number with its date.
package struct DocumentNumber: Hashable, Sendable {
    /// As it is compared: letters and digits only, letters that look alike made one.
    package let key: String
    /// As written.
    package let written: String
    package let date: CivilDate?

    package init(key: String, written: String, date: CivilDate?) {
        self.key = key
        self.written = written
        self.date = date
    }
}

/// The number and date a correspondent gave a letter: the same from the same correspondent is the same letter (paragraph 49 of the
/// instruction approved by resolution 55 forbids registering it twice).
package struct CorrespondentNumber: Hashable, Sendable {
    package let key: String
    /// As the letter has it.
    package let written: String
    package let date: CivilDate
    package let correspondent: CorrespondentKey

    package init(key: String, written: String, date: CivilDate, correspondent: CorrespondentKey) {
        self.key = key
        self.written = written
        self.date = date
        self.correspondent = correspondent
    }
}
