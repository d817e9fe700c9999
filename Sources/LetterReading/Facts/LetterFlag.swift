// SPDX-License-Identifier: Apache-2.0

/// What a clerk must know about a letter at a glance. The one list: cards, routes and `chancery read` use these names.
package enum LetterFlag: String, Hashable, Sendable, CaseIterable {
    /// On control: an assignment of an authority, a deputy or a court.
    case control
    /// Several tasks in one letter.
    case multitask
    /// A task that comes again.
    case recurring
    /// Needs an act today or tomorrow.
    case urgent
    /// Addressed to others, we have a copy.
    case copyToUs
    /// Text or answer must not be published as it is: court, investigation, personal data, a client's secrets.
    case restrictedPublication
    /// Only those in the route see it.
    case confidential
    /// No author (art. 8 of law 393/96).
    case anonymous
    /// The author is known, the place of residence is not (art. 5).
    case missingAddress
    /// Signed by several people: «КО».
    case collective
    /// The same person on the same matter again: «ПОВТОРНО».
    case repeated
    /// Looks like a matter that needs no study: 15 days instead of a month may hold.
    case needsTriage15days
    /// The author agrees to publication.
    case isPublic = "public"
    /// The author's category is served first (art. 20).
    case priorityCategory
    /// Asks to be received in person.
    case personalReception
    /// Asks for a shorter term.
    case shortenTermRequested
    /// Another body is competent: forward within five days.
    case forwardByCompetence
    /// The mail only covers the letter in the attachment.
    case bodyIsCoverNote
    /// Asks to confirm receipt.
    case ackRequested
    /// Written by a machine.
    case autoReply
    case advertising
    /// «Для службового користування».
    case restrictedDSP
    /// A person must look at the deadline.
    case manualDeadlineCheck
    /// The answer will be published by others, as by a platform for requests.
    case replyWillBePublishedByThirdParty
}
