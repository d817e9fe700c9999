// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension InterchangeMessage {
    package struct Document: Hashable, Sendable {
        /// The sender's own key of the document.
        package var id: String
        /// `@type`, 0…2; what 1 and 2 mean is written nowhere.
        package var type = 0
        /// Вид: «Лист», «Окреме доручення». Free text.
        package var kind: String?
        package var externalID: String?
        package var pages: Int?
        package var title: String?
        /// Короткий зміст.
        package var annotation: String?
        /// Of many authors.
        package var isCollective: Bool?
        package var purpose: Purpose?
        package var isUrgent: Bool?
        package var number: RegistrationNumber
        package var confidentiality = Confidentiality()
        package var documentNumber: DocumentNumber?
        package var files: [File] = []
        package var earlierRegistrations: [EarlierRegistration] = []
        package var authors: [Author] = []
        package var validators: [Validator] = []
        package var addressees: [Addressee] = []
        /// Who wrote the text, and whom to ask.
        package var writer: Writer?
        package var approval: Approval?

        package init(id: String, purpose: Purpose?, number: RegistrationNumber) {
            self.id = id
            self.purpose = purpose
            self.number = number
        }
    }

    /// `Document/@purpose_type`.
    package enum Purpose: Int, Hashable, Sendable, CaseIterable {
        case information = 0
        case approval = 1
        case summary = 2
        case execution = 3
        /// Звітність: an answer.
        case report = 4
        case executionUponApproval = 5
        case approvalByAssignment = 6
    }

    package struct Confidentiality: Hashable, Sendable {
        package var isConfidential = false
        /// Гриф.
        package var mark: String?

        package init(isConfidential: Bool = false, mark: String? = nil) {
            self.isConfidential = isConfidential
            self.mark = mark
        }
    }

    package struct Author: Hashable, Sendable {
        package var participant: Participant?
        /// The number the author's own office gave: what an answer refers to.
        package var outgoingNumber: RegistrationNumber?

        package init(_ participant: Participant?, outgoingNumber: RegistrationNumber? = nil) {
            self.participant = participant
            self.outgoingNumber = outgoingNumber
        }
    }

    /// Who approved or confirmed the document.
    package struct Validator: Hashable, Sendable {
        package var attestation: String
        package var participant: Participant?
        package var documentNumber: DocumentNumber?

        package init(attestation: String) { self.attestation = attestation }
    }

    package struct Addressee: Hashable, Sendable {
        /// `@type`, 0 or 1.
        package var type = 0
        package var participant: Participant?
        package var references: [Reference] = []

        package init(_ participant: Participant?, references: [Reference] = []) {
            self.participant = participant
            self.references = references
        }
    }

    package struct Writer: Hashable, Sendable {
        package var participant: Participant?

        package init(_ participant: Participant?) { self.participant = participant }
    }

    package enum Approval: Hashable, Sendable {
        case request(initiator: Initiator?, approvers: [Approver])
        /// The attestation reads «Узгоджено», «Узгоджено із зауваженнями» or «Відхилено».
        case response(attestation: String, comment: String?)
    }

    /// `InitiativeDocumentSender`.
    package struct Initiator: Hashable, Sendable {
        package var participant: Participant?
        package var references: [Reference] = []

        package init(_ participant: Participant?, references: [Reference]) {
            self.participant = participant
            self.references = references
        }
    }

    package struct Approver: Hashable, Sendable {
        package var id: String
        package var deadline: CivilDate?
        package var participant: Participant?
        /// `ReferredApprover/@idnumber`: approvers who decide before this one.
        package var referredApprovers: [String] = []

        package init(id: String, deadline: CivilDate?, participant: Participant?) {
            self.id = id
            self.deadline = deadline
            self.participant = participant
        }
    }
}
