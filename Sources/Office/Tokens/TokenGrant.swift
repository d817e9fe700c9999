// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What a token lets whom decide, and until when. Stored beside the digest of the token.
package struct TokenGrant: Hashable, Sendable {
    /// Calendar days a token is good for.
    package static let lifetimeDays = 7

    package let digest: TokenDigest
    package let card: CardID
    /// To whom the request was sent; a reply from another's address is no decision, though it brings the token.
    package let person: PersonID
    /// What the step asks: a resolution, a task, or the decision on a draft.
    package let subject: ActSubject
    /// The version that was read; nil where there is no draft.
    package let version: VersionDigest?
    /// The last day.
    package let expires: CivilDate
    package private(set) var isUsed = false

    package init(
        digest: TokenDigest, card: CardID, person: PersonID, subject: ActSubject, version: VersionDigest?, sentOn day: CivilDate,
        isUsed: Bool = false
    ) {
        self.digest = digest
        self.card = card
        self.person = person
        self.subject = subject
        self.version = version
        self.isUsed = isUsed
        expires = day.adding(days: Self.lifetimeDays)
    }

    /// Spends the token on a reply, or says why it counts for nothing.
    ///
    /// Whether the address is proven, and whether the act is open, is asked elsewhere; here only whether the token fits.
    /// - Parameter current: the version that counts now; nil where there is no draft.
    package mutating func use(
        _ presented: TokenDigest, by person: PersonID, current: VersionDigest?, on day: CivilDate
    ) throws(TokenRefusal) {
        guard presented == digest else { throw .unknown }
        guard person == self.person else { throw .another(self.person) }
        // A new version takes back the requests about the one before, answered or not: who reads the old one must hear of the new.
        guard current == version else { throw .oldVersion }
        guard !isUsed else { throw .used }
        guard day <= expires else { throw .expired(expires) }
        isUsed = true
    }
}

/// Why a token counts for nothing.
package enum TokenRefusal: Error, Hashable, Sendable {
    case unknown
    /// Was sent to somebody else, whose name the letter of refusal does not give away.
    case another(PersonID)
    case used
    case expired(CivilDate)
    case oldVersion

    /// For the person, what to do included.
    package func sentence(in language: Language) -> String {
        switch (self, language) {
        case (.unknown, .ukrainian): "Цей лист не відповідає на жоден наш запит. Відповідайте безпосередньо на лист із запитом."
        case (.another, .ukrainian): "Запит надіслано іншій особі, тож Ваша відповідь не є рішенням. Дочекайтеся власного запиту."
        case (.used, .ukrainian):
            "На цей запит уже відповіли, рішення записано. Якщо його слід змінити, зверніться до загального відділу."
        case (.expired(let day), .ukrainian):
            "Відповісти листом можна було до \(day.ukrainianDigits). Увійдіть на робочий стіл або попросіть надіслати запит ще раз."
        case (.oldVersion, .ukrainian):
            "Після цього запиту проєкт змінено. Прочитайте новий лист із чинною версією і відповідайте на нього."
        case (.unknown, .english): "This letter answers no request of ours. Reply to the request itself."
        case (.another, .english):
            "The request went to somebody else, so your reply decides nothing. Wait for a request of your own."
        case (.used, .english): "The request is answered and the decision recorded. If it has to change, ask the front office."
        case (.expired(let day), .english):
            "A reply was possible until \(day). Sign in at the desk, or ask for the request once more."
        case (.oldVersion, .english):
            "The draft was changed after that request. Read the newer letter with the present version and reply to it."
        }
    }
}
