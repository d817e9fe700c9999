// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension InterchangeMessage {
    /// `RegNumber`, or the `TaskNumber` of a task.
    package struct RegistrationNumber: Hashable, Sendable {
        /// Empty in some programs' `TaskNumber`.
        package var number: String
        package var date: CivilDate?
        /// `@regpoint`: where it was registered.
        package var place: String?

        package init(_ number: String, of date: CivilDate?, at place: String? = nil) {
            self.number = number
            self.date = date
            self.place = place
        }
    }

    /// `Referred`: what this document answers or carries on.
    package struct Reference: Hashable, Sendable {
        /// `@retype`, letters of the Ukrainian alphabet in the schema.
        package enum Subject: String, Hashable, Sendable, CaseIterable {
            case document = "д"
            case task = "з"
        }

        package var subject: Subject
        /// The `@idnumber` the other side gave its document or task.
        package var id: String?
        package var number: RegistrationNumber

        package init(_ subject: Subject, id: String?, number: RegistrationNumber) {
            self.subject = subject
            self.id = id
            self.number = number
        }
    }

    /// `Reghistory`: an earlier registration of the document.
    package struct EarlierRegistration: Hashable, Sendable {
        package var id: String?
        package var organization: Organization?
        package var number: RegistrationNumber

        package init(number: RegistrationNumber) { self.number = number }
    }

    /// `DocNumber`: the number of the document itself, beside the registration of the letter.
    package struct DocumentNumber: Hashable, Sendable {
        package var kind: String
        package var organization: Organization?
        package var number: RegistrationNumber

        package init(kind: String, number: RegistrationNumber) {
            self.kind = kind
            self.number = number
        }
    }
}
