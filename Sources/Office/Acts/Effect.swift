// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What an act makes necessary outside the card. Stored with the act in one transaction, carried out afterwards.
///
/// A ``Seat`` names people of the route; who of them acts that day is the staff directory's answer at the time of sending.
package enum Effect: Hashable, Sendable {
    case requestResolution(from: Seat)
    /// With every file of the card and the due date with its explanation.
    case assign(ResolutionID, to: [PersonID])
    case inform(ResolutionID, [PersonID])
    /// A former assignee learns that the task is another's now.
    case relieve([PersonID], TaskID)
    case requestExtensionDecision(TaskID, from: ExtensionAuthority)
    case tell([PersonID], News)
    case requestApproval(DraftID, version: VersionDigest, from: Seat)
    /// Every unused token and open request of the draft is void from now on.
    case voidRequests(DraftID)
    case requestSignature(DraftID, version: VersionDigest, from: Seat)
    /// To the front office: give it a number.
    case requestRegistration(DraftID)
    /// To the front office: send it.
    case requestDispatch(DraftID)
    case send(DraftID, to: [Addressee])
    /// An internal document reaches its addressee.
    case deliverInside(DraftID, to: Seat)
    case notifyApplicant(ApplicantNotice)
    /// To the front office: the letter came back; call, or choose another channel.
    case callAddressee(DraftID, Addressee)
    case requestControlCheck
    /// The plan of reminders changes; nil ends it.
    case remind(of: CivilDate?)
}

/// What a person of the council is told after another's act.
package enum News: Hashable, Sendable {
    case extended(TaskID, until: CivilDate)
    case extensionDeclined(TaskID, reason: String)
    case remarked(DraftID, remark: String)
    case signingDeclined(DraftID, reason: String)
    case signed(DraftID)
    case sent(DraftID, RegistrationMark)
    case edited(DraftID)
    case reopened(reason: String)
    case cancelled(reason: String)
}

/// What the applicant or correspondent is told about their letter.
package enum ApplicantNotice: Hashable, Sendable {
    case registered(RegistrationMark)
    case refused(RefusalGround, explanation: String)
    /// The process owner: department, name and phone are the staff directory's.
    case ownerAppointed(PersonID)
    case forwarded(to: String)
    case sentBack(explanation: String)
    case extended(until: CivilDate, reason: String)
}
