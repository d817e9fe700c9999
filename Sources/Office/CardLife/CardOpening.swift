// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// With what a card begins. Stored beside the acts: the two together are the whole card.
package struct CardOpening: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
        case incoming(IncomingParticulars)
        /// A service or report note (службова, доповідна записка): drafted, approved, signed, registered inside, then considered by
        /// the `review` seat of the route, which is its addressee.
        case internalNote(author: PersonID)
        /// A letter the council writes on its own initiative.
        case ownLetter(author: PersonID)
    }

    package let card: CardID
    package let origin: Origin
    package let kind: DocumentKind?
    package let route: CardRoute
    /// Given at intake where the route registers without a person.
    package let mark: RegistrationMark?
    package let limits: ReviewLimits
    package let allowance: ExtensionAllowance
    /// What the letter asks for, as read or as the front office corrected it.
    package let tasks: [CardTask]

    package init(
        card: CardID, origin: Origin, kind: DocumentKind?, route: CardRoute, mark: RegistrationMark?, limits: ReviewLimits,
        allowance: ExtensionAllowance, tasks: [CardTask]
    ) {
        self.card = card
        self.origin = origin
        self.kind = kind
        self.route = route
        self.mark = mark
        self.limits = limits
        self.allowance = allowance
        self.tasks = tasks
    }

    /// Who writes the document itself; nil for one that came in.
    package var author: PersonID? {
        switch origin {
        case .incoming: nil
        case .internalNote(let author), .ownLetter(let author): author
        }
    }

    package var isInternal: Bool {
        if case .internalNote = origin { true } else { false }
    }

    package var isIncoming: Bool {
        if case .incoming = origin { true } else { false }
    }

    /// Where the card stands before anybody has acted.
    var firstStage: CardStage {
        guard isIncoming else { return .drafting }
        return mark == nil ? .preReview : .onResolution
    }

    /// The role that receives, registers and sends: reports of corruption never pass through the common front office.
    package var frontOffice: Role { kind?.rawValue == "WHISTLEBLOWER" ? .antiCorruption : .registrar }
}
