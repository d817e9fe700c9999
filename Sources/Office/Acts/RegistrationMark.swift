// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// A registration index with its journal and date: given to a card once, never taken back.
package struct RegistrationMark: Hashable, Sendable {
    package let journal: JournalCode
    /// As written in the journal: `865/03-8`.
    package let index: String
    package let date: CivilDate

    package init(journal: JournalCode, index: String, date: CivilDate) {
        self.journal = journal
        self.index = index
        self.date = date
    }
}
