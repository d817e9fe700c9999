// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Office
package import OfficeCalendar
package import OfficeStore

/// The one entry to a card's life: whoever acts, by whatever means, acts through here.
///
/// Each act is one transaction: the act, the card's columns, the number it takes, the letters it causes and its event. It is applied
/// to the state read in that transaction, so of two acts at once the second is judged by what the first left.
package struct OfficeActs: Sendable {
    /// Deeds made on the state that counts when they are done; `take` gives the next number of a journal.
    package typealias Deeds = @Sendable (_ card: CardLife, _ take: NumberTaking) throws -> [Deed]

    /// What terms are reckoned by: the calendar, the policy and the kinds of documents, all of them the council's data.
    package struct Law: Sendable {
        package let reckoning: DueReckoning
        package let kinds: KindTable
        package let classifier: AppealClassifier

        package init(reckoning: DueReckoning, kinds: KindTable = .empty, classifier: AppealClassifier = .empty) {
            self.reckoning = reckoning
            self.kinds = kinds
            self.classifier = classifier
        }
    }

    /// What the office is, as far as acts need it.
    package struct Office: Sendable {
        /// As staff.yaml has it; substitutes added by verb are put beside its own.
        package let staff: StaffDirectory
        package let journals: JournalList
        package let law: Law
        /// In which people of the council are written to.
        package let language: Language
        /// addr-spec of the office's mailbox: no notice goes there.
        package let address: String

        package init(
            staff: StaffDirectory, journals: JournalList, law: Law, language: Language, address: String
        ) {
            self.staff = staff
            self.journals = journals
            self.law = law
            self.language = language
            self.address = address
        }

        package var calendar: WorkCalendar { law.reckoning.calendar }
    }

    package let store: OfficeStore
    package let office: Office
    package let clock: OfficeClock
    let messageIDs: MessageIDSource

    package init(store: OfficeStore, office: Office, clock: OfficeClock, messageIDs: MessageIDSource) {
        self.store = store
        self.office = office
        self.clock = clock
        self.messageIDs = messageIDs
    }

    /// The present moment on the council's wall.
    package var moment: WallTime { clock.timeZone.wallTime(at: clock.now()) }

    /// The staff with the substitutes added by verb.
    package func staff() async throws -> StaffDirectory {
        let added = try await store.substitutes()
        return StaffDirectory(
            departments: office.staff.departments, people: office.staff.people, substitutes: office.staff.substitutes + added,
            routes: office.staff.routes)
    }

    /// A card as it stands, opened in memory where nobody has acted on it yet.
    package func life(of id: CardID) async throws -> CardLife {
        if let life = try await store.life(of: id) { return life }
        guard let (card, sheet) = try await store.openingFacts(of: id) else { throw StoreError.unknownCard(id) }
        return CardLife(try opening(with: try await staff()).opening(of: card, sheet: sheet))
    }

    /// Does one deed, whole as it is. Numbers and the next identifiers are for ``perform(on:by:for:proof:token:files:_:)``.
    package func perform(
        _ deed: Deed, on card: CardID, by person: PersonID, for absent: PersonID? = nil, proof: ActProof,
        token: TokenDigest? = nil
    ) async throws -> ActOutcome {
        try await perform(on: card, by: person, for: absent, proof: proof, token: token) { _, _ in [deed] }
    }

    /// Does deeds made on the state that counts, all of them or none.
    ///
    /// - Parameters:
    ///   - absent: for whom they are done; nil takes the person's own capacity where it is enough, else the first that is.
    ///   - token: of the request a reply answers; spent with the deeds.
    ///   - files: what the vault has of files that drafts in the deeds name.
    /// - Throws: `OfficeRefusal`, `TokenRefusal` and ``RouteOpening/Refusal`` with what the person must hear.
    package func perform(
        on card: CardID, by person: PersonID, for absent: PersonID? = nil, proof: ActProof, token: TokenDigest? = nil,
        files: [NewDraftFile] = [], _ deeds: @escaping Deeds
    ) async throws -> ActOutcome {
        let staff = try await staff()
        var request = request(card, staff, Doer(person: person, absent: absent, proof: proof), deeds)
        request.files = files
        request.token = token.map { PresentedToken(digest: $0, person: person, day: moment.date) }
        return try await store.perform(request, actor: Actor(rawValue: person.rawValue))
    }

    /// Records what the office itself learnt: a delivery or a bounce.
    package func record(_ deed: Deed, on card: CardID, settling delivery: DueDelivery? = nil) async throws -> ActOutcome {
        var request = request(card, try await staff(), Doer(person: nil, absent: nil, proof: .machine)) { _, _ in [deed] }
        request.settled = delivery.map { ($0.row, $0.state) }
        return try await store.perform(request, actor: .daemon)
    }

    /// Lays the routes of letters that were registered without a person, so that their reviewers are asked; many in one transaction.
    /// - Returns: how many, and the letters no route takes, which are tried again next time.
    package func layRoutes(page: Int = 200) async throws -> (laid: Int, refused: [(card: CardID, reason: String)]) {
        let staff = try await staff()
        var laid = 0
        var refused: [(card: CardID, reason: String)] = []
        var last: CardID?
        while true {
            let cards = try await store.unroutedCards(after: last, limit: page)
            guard let end = cards.last else { return (laid, refused) }
            last = end
            let requests = cards.map { request($0, staff, Doer(person: nil, absent: nil, proof: .machine)) { _, _ in [] } }
            let report = try await store.openRoutes(requests)
            laid += report.opened
            refused += report.refused.map { ($0.card, Self.words($0.reason, staff)) }
        }
    }

    private static func words(_ reason: any Error, _ staff: StaffDirectory) -> String {
        (reason as? OfficeRefusal)?.sentence(in: .english, staff: staff) ?? "\(reason)"
    }

    func opening(with staff: StaffDirectory) -> RouteOpening {
        RouteOpening(staff: staff, journals: office.journals, law: office.law, timeZone: clock.timeZone)
    }

    func effectMail(with staff: StaffDirectory) -> EffectMail {
        EffectMail(
            staff: staff, language: office.language, day: moment.date, officeAddress: office.address, messageIDs: messageIDs)
    }

    /// Who does a deed, and how that is known.
    struct Doer: Sendable {
        /// Nil for the office itself.
        let person: PersonID?
        let absent: PersonID?
        let proof: ActProof

        func act(_ deed: Deed, on card: CardLife, at moment: WallTime, _ staff: StaffDirectory) throws(OfficeRefusal) -> Act {
            guard let person else { return Act(by: .machine, at: moment, proof: proof, deed: deed) }
            let actor =
                if let absent { try staff.actor(person, for: absent, on: moment.date) } else {
                    try staff.actor(person, doing: deed.act, on: card, at: moment, by: proof)
                }
            return Act(by: actor, at: moment, proof: proof, deed: deed)
        }
    }

    func request(
        _ card: CardID, _ staff: StaffDirectory, _ doer: Doer, _ deeds: @escaping Deeds
    ) -> ActRequest {
        let moment = moment
        let opening = opening(with: staff)
        let mail = effectMail(with: staff)
        let isWorkingDay = office.calendar.isWorking
        return ActRequest(
            card: card, at: clock.now(), opening: { try opening.opening(of: $0, sheet: $1) }, acts: deeds,
            act: { try doer.act($0, on: $1, at: moment, staff) }, mail: { mail.mail(of: $0) },
            nextReminder: { due in
                ReminderSchedule(due: due, isWorkingDay: isWorkingDay).next(after: moment, isWorkingDay: isWorkingDay).at
            })
    }
}
