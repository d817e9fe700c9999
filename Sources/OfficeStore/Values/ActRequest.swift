// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
package import OfficeCalendar

/// Takes the next number of a journal inside the transaction of an act; it is spent only when the act is recorded.
package typealias NumberTaking = (RegistrationRequest) throws -> RegistrationMark

/// Asks for one act, or several in one transaction, on one card. Everything in it is called inside the transaction, on the state that
/// counts there: quick, and without effects.
package struct ActRequest: Sendable {
    package let card: CardID
    /// The opening of a card nobody has acted on before, from what the register knows of it: the card and its fact sheet.
    package var opening: @Sendable (Card, String?) throws -> CardOpening
    /// The acts, each made on the state the ones before it left. The first throw undoes all of them.
    package var acts: @Sendable (CardLife, NumberTaking) throws -> [Deed]
    /// Who does a deed on the card as it stands, and how that is known.
    package var act: @Sendable (Deed, CardLife) throws -> Act
    /// What goes out after one act, by the state it left.
    package var mail: @Sendable (ActStep) throws -> ActMail
    /// When the next reminder of a due date goes.
    package var nextReminder: @Sendable (CivilDate) -> WallTime
    /// A token that is spent by the acts: who presents it, and the version that counts of what it is about.
    package var token: PresentedToken?
    /// The delivery the acts record, and the state of its row they were made from.
    package var settled: (row: OutboxID, state: OutboxState)?
    /// What the vault has of files that drafts in the acts name.
    package var files: [NewDraftFile] = []
    package let at: Date

    package init(
        card: CardID, at instant: Date, opening: @escaping @Sendable (Card, String?) throws -> CardOpening,
        acts: @escaping @Sendable (CardLife, NumberTaking) throws -> [Deed],
        act: @escaping @Sendable (Deed, CardLife) throws -> Act, mail: @escaping @Sendable (ActStep) throws -> ActMail,
        nextReminder: @escaping @Sendable (CivilDate) -> WallTime
    ) {
        self.card = card
        at = instant
        self.opening = opening
        self.acts = acts
        self.act = act
        self.mail = mail
        self.nextReminder = nextReminder
    }
}

/// One act as it has just been applied.
package struct ActStep: Sendable {
    /// Before the act, but for its number.
    package let card: Card
    package let sheet: String?
    package let life: CardLife
    /// Nil for the opening of a card, which nobody did.
    package let act: Act?
    package let effects: [Effect]
    /// What follows in the same transaction: whom to ask for it needs no letter.
    package let following: [Deed]

    package init(card: Card, sheet: String?, life: CardLife, act: Act?, effects: [Effect], following: [Deed]) {
        self.card = card
        self.sheet = sheet
        self.life = life
        self.act = act
        self.effects = effects
        self.following = following
    }
}

/// The mail one act causes.
package struct ActMail: Hashable, Sendable {
    package var notices: [NewNotice] = []
    package var letters: [NewLetter] = []

    package init(notices: [NewNotice] = [], letters: [NewLetter] = []) {
        self.notices = notices
        self.letters = letters
    }
}

/// An outgoing letter to one of its addressees; the row of the outbox is worded from the draft's signed version.
package struct NewLetter: Hashable, Sendable {
    package let notice: NewNotice
    package let draft: DraftID
    /// Counts from 0 in the signed version.
    package let addressee: Int

    package init(notice: NewNotice, draft: DraftID, addressee: Int) {
        self.notice = notice
        self.draft = draft
        self.addressee = addressee
    }
}

/// A file of a draft's version, durable in the vault.
package struct NewDraftFile: Hashable, Sendable {
    package let name: String
    /// `type/subtype`.
    package let mediaType: String
    package let digest: MessageDigest
    /// Octets.
    package let size: Int

    package init(name: String, mediaType: String, digest: MessageDigest, size: Int) {
        self.name = name
        self.mediaType = mediaType
        self.digest = digest
        self.size = size
    }
}

/// A token as a reply brought it.
package struct PresentedToken: Hashable, Sendable {
    package let digest: TokenDigest
    package let person: PersonID
    package let day: CivilDate

    package init(digest: TokenDigest, person: PersonID, day: CivilDate) {
        self.digest = digest
        self.person = person
        self.day = day
    }
}

/// What acts came to; durable.
package struct ActOutcome: Sendable {
    package let card: Card
    package let life: CardLife
    /// Those of this transaction, in order.
    package let acts: [Act]
    package let effects: [Effect]
    /// The new rows of the outbox.
    package let mail: [OutboxID]
}

/// A record of a card that does not give the state it must: altered, or written by a later version.
package struct BrokenRecord: Error, Hashable, Sendable, CustomStringConvertible {
    package let card: CardID
    package let reason: String

    package var description: String {
        "The record of card \(card) cannot be read: \(reason). Run `chancery reconcile` and restore the last backup if it finds damage."
    }
}
