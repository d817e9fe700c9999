// SPDX-License-Identifier: Apache-2.0
import LetterReading
package import Office
package import OfficeCalendar
package import OfficeStore

/// In which journal a letter is registered and under what index, by what it says.
package struct RegistrationRule: Sendable {
    private let journals: JournalList
    private let staff: StaffDirectory

    package init(journals: JournalList, staff: StaffDirectory) {
        self.journals = journals
        self.staff = staff
    }

    /// The number to take without a person, as the route of the kind has it; nil when a registrar looks first.
    ///
    /// What is not to be registered, or not in an ordinary journal, is always for a person: a reader can be wrong, and a letter left
    /// out by mistake is a broken law.
    package func automaticRequest(for sheet: FactSheet, on day: CivilDate) -> RegistrationRequest? {
        // A kind that is only guessed at chooses neither journal nor route.
        let kind = sheet.isKindCertain ? DocumentKind(rawValue: sheet.kind) : nil
        guard staff.registration(of: kind) == .automatic, !Self.isForPerson(sheet), let journal = journals.journal(for: kind)
        else {
            return nil
        }
        return request(for: sheet, in: journal, on: day)
    }

    /// The number in a journal a person chose.
    package func request(for sheet: FactSheet?, in journal: Journal, on day: CivilDate) -> RegistrationRequest {
        var fields = journal.fields(
            year: day.year, kind: sheet.map { DocumentKind(rawValue: $0.kind) },
            surname: sheet?.applicant?.name ?? sheet?.signatory)
        if sheet?.flags.contains(LetterFlag.collective.rawValue) == true { fields.letter = IndexFields.collectiveMark }
        if sheet?.flags.contains(LetterFlag.anonymous.rawValue) == true { fields.letter = IndexFields.unsignedMark }
        let template = journal.index
        return RegistrationRequest(journal: journal.code, year: day.year, registeredOn: day) { [fields] number in
            template.index(number: number, fields: fields)
        }
    }

    private static func isForPerson(_ sheet: FactSheet) -> Bool {
        sheet.kind == "NOT_REGISTERED" || sheet.flags.contains(LetterFlag.restrictedDSP.rawValue)
    }
}
