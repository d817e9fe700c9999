// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What an ``Act`` does. Everything that can happen to a card is one of these, and nothing else changes a ``CardLife``.
package enum Deed: Hashable, Sendable {
    // Pre-review.
    case accepted(RegistrationMark)
    case refused(RefusalGround, explanation: String)
    /// To the body whose business it is; `lateReason` is needed after the term of the law.
    case forwarded(to: String, lateReason: String?)
    case sentBack(explanation: String, lateReason: String?)
    case setAside(reason: String)
    case cancelled(reason: String)
    // Resolution and tasks.
    case resolved(Resolution)
    case taskAccepted(TaskID)
    /// Done without an outgoing letter.
    case reported(TaskID, text: String)
    case extensionRequested(TaskID, until: CivilDate, reason: String)
    /// `basis` names the letter of the author of the task, where only they can grant it.
    case extensionGranted(TaskID, basis: String?)
    case extensionDeclined(TaskID, reason: String)
    // The outgoing letter.
    /// `tasks` it answers; empty means all that are open when it goes out.
    case draftOpened(DraftID, purpose: DraftPurpose, tasks: [TaskID], version: DraftVersion)
    case draftEdited(DraftID, version: DraftVersion)
    case submitted(DraftID)
    case withdrawn(DraftID)
    case abandoned(DraftID, reason: String)
    case approved(DraftID, version: VersionDigest)
    case remarked(DraftID, version: VersionDigest, remark: String)
    /// The author stands by the version and says why.
    case remarkAnswered(DraftID, reasons: String)
    case signed(DraftID, version: VersionDigest)
    case signingDeclined(DraftID, version: VersionDigest, reason: String)
    case draftRegistered(DraftID, RegistrationMark)
    case dispatched(DraftID)
    /// `addressee` counts from 0 in the signed version.
    case delivered(DraftID, addressee: Int, verdict: String)
    case bounced(DraftID, addressee: Int, verdict: String)
    case resent(DraftID, addressee: Int, channel: String)
    /// By post or in person: an addressee without e-mail, or a text that open mail must not carry.
    case handedOver(DraftID, addressee: Int, way: String, on: CivilDate)
    // Control and the case file.
    case controlRemoved(note: String)
    case reopened(reason: String)
    case closed(caseFile: String, note: String)
}
