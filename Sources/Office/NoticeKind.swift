// SPDX-License-Identifier: Apache-2.0

/// A letter the office writes by itself. The raw value is the name of its template: `received.mustache`.
package enum NoticeKind: String, Hashable, Sendable, CaseIterable {
    /// To the sender: the letter has arrived and waits for a registrar.
    case received
    /// To the sender: the registration index and date.
    case registered
    /// To the sender: registration is refused, on what ground, and whom to ask.
    case refused
    /// To the applicant: who owns the process, with department and telephone.
    case ownerAppointed
    /// To the applicant: to which body the letter was passed on.
    case forwarded
    /// To the applicant: the letter comes back, with the explanation.
    case sentBack
    /// To the applicant: the term is extended, until when and why.
    case extended
    /// To the first reviewer: a document waits for a resolution.
    case resolutionRequest
    /// To assignees, with every file of the card.
    case assignment
    /// To those a resolution informs, with every file of the card; to the addressee of an internal document.
    case acquaintance
    /// To whoever decides: somebody asks for more time.
    case extensionRequest
    /// To an approver whose turn it is, with the files of the draft.
    case approvalRequest
    /// To the signatory, with the files of the draft.
    case signatureRequest
    /// To the front office: something to register, to send or to call about.
    case frontOfficeTask
    /// To the controllers: everything is done, the result is to be compared.
    case controlRequest
    /// To somebody of the council: what another's act means for them.
    case news
    /// To process owners: a due date comes near or has passed.
    case reminder
    /// To everybody who has something to do, in the morning: what is late, due, and waiting.
    case digest
    /// To the process owner: a notice to an applicant did not arrive, somebody has to call.
    case call
    /// To the writer of a reply: the decision is recorded.
    case recorded
    /// To the writer of a reply: it was not understood, and how it is written.
    case question
    /// To the writer of a reply: it decides nothing, and why.
    case declined
    /// To the front office, daily: what became of all letters.
    case reconciliation
    /// To the administrators: something is wrong that does not pass by itself.
    case trouble

    /// Whether it goes to somebody outside the council.
    package var goesToSender: Bool {
        switch self {
        case .received, .registered, .refused, .ownerAppointed, .forwarded, .sentBack, .extended: true
        case .resolutionRequest, .assignment, .acquaintance, .extensionRequest, .approvalRequest, .signatureRequest,
            .frontOfficeTask, .controlRequest, .news, .reminder, .digest, .call, .recorded, .question, .declined, .reconciliation,
            .trouble:
            false
        }
    }

    /// Whether a reply to it may decide something: such a letter leaves with a token where its step is open.
    package var asksForReply: Bool {
        switch self {
        case .resolutionRequest, .assignment, .extensionRequest, .approvalRequest, .signatureRequest, .frontOfficeTask, .news,
            .recorded, .question:
            true
        case .received, .registered, .refused, .ownerAppointed, .forwarded, .sentBack, .extended, .acquaintance, .controlRequest,
            .reminder, .digest, .call, .declined, .reconciliation, .trouble:
            false
        }
    }

    /// Whether it answers a letter, or is a report nobody waits for: its reverse-path is empty, so that no machine answers it in turn
    /// (RFC 3834 §3.3). The others come back when they cannot be delivered, and somebody hears of it.
    package var hasNullReversePath: Bool {
        switch self {
        case .received, .registered, .recorded, .question, .declined, .digest, .reconciliation, .trouble: true
        case .refused, .ownerAppointed, .forwarded, .sentBack, .extended, .resolutionRequest, .assignment, .acquaintance,
            .extensionRequest, .approvalRequest, .signatureRequest, .frontOfficeTask, .controlRequest, .news, .reminder, .call:
            false
        }
    }
}
