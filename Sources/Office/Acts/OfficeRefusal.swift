// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Why an act was refused. Every case has a sentence for the person, in ``sentence(in:staff:)``, that says what to do instead.
package enum OfficeRefusal: Error, Hashable, Sendable {
    // The state.
    case wrongStage(DeedKind, CardStage)
    case wrongDraftStage(DeedKind, Draft.Stage)
    /// Another act came in between: the next number would be this.
    case outOfOrder(expected: Int)
    // The person.
    case unknownPerson(PersonID)
    /// Nil: nobody's decision is awaited.
    case notYourTurn(Seat?)
    case reserved(DeedKind, for: Seat)
    case needsRole([Role])
    case notOwner([PersonID])
    case notAuthor(PersonID)
    case needsPerson(DeedKind)
    case needsDesk(DeedKind)
    // What an act says.
    case textMissing(MissingText)
    case numberMissing
    case registeredOnAnotherDay(CivilDate)
    // Pre-review.
    case notIncoming(DeedKind)
    case forwardingLate(CivilDate)
    case sendingBackLate(CivilDate)
    case alreadyAnswered
    case alreadySent(DraftID)
    // Resolutions.
    case noSuchResolution
    case nobodyNamed
    case namedTwice(PersonID)
    case vagueWording(String)
    case termInThePast(CivilDate)
    case termLaterThan(CivilDate)
    case noMainExecutor
    case notExecutorOfParent
    case childChangesMainExecutor
    case childChangesSubstance
    case namesAuthor
    case nothingToDelegate
    // Tasks.
    case noSuchTask
    case taskDone(TaskID)
    case taskAlreadyAccepted(TaskID)
    case noExtension(ground: String)
    case extensionPending(TaskID)
    case noPendingExtension(TaskID)
    case noTermToExtend(TaskID)
    case termPassed(CivilDate)
    case notLater(than: CivilDate)
    case beyondLimit(CivilDate, ground: String)
    case grantTooLate(CivilDate, ground: String)
    case ownRequest
    // The outgoing letter.
    case noSuchDraft
    case draftExists(DraftID)
    case purposeDoesNotFit(DraftPurpose)
    case staleVersion(DraftID)
    case sameVersion
    case noSuchAddressee
    case notBounced
    case bounceUnanswered(DraftID)
    /// An addressee without e-mail waits for it.
    case notHandedOver(DraftID)
    case dayToCome(CivilDate)
    case letterUnsent(DraftID)
    // Control.
    case executorOnControl
    case termRuns(CivilDate)
    // Substitution and routes.
    case isAbsent(Substitute)
    case doesNotStandIn(PersonID, for: PersonID)
    case substitutesSelf(PersonID)
    case alreadySubstituted(Substitute)
    case ringOfSubstitutes([PersonID])
    case notSubstituted(PersonID)
    case nobodyHolds(RouteParticipant)
}

/// A text an act needs and did not bring.
package enum MissingText: String, Hashable, Sendable, CaseIterable {
    case resolution, subject, letter, addressee, executorPhone, remark, reason, explanation, destination, report, basis, caseFile
    case filingNote
    /// By which way a letter was handed over.
    case way
}
