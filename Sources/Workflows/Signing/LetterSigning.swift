// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar
package import OfficeStore

/// Signing, registering and sending an outgoing letter.
package struct LetterSigning: Sendable {
    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// - Parameter version: the one that was read; nil for the present one.
    package func sign(_ id: DraftID?, version: VersionDigest? = nil, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in
            let draft = try life.draft(id)
            return [.signed(draft.id, version: version ?? draft.current.digest)]
        }
    }

    /// Gives a signed letter its number and sends it, or only sends one that has a number. An internal document needs no sending.
    package func dispatch(_ id: DraftID?, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        let (journals, staff, today) = (acts.office.journals, acts.office.staff, acts.moment.date)
        return try await acts.perform(on: card, hand) { life, take in
            let draft = try life.draft(id)
            // A letter that has no number yet, though it may be too early for one: the refusal says what is missing.
            guard draft.mark == nil else { return [.dispatched(draft.id)] }
            let code: JournalCode = life.opening.isInternal ? .internal : .outgoing
            guard let journal = journals[code] else { throw CardRegistration.Refusal.unknownJournal(code) }
            let mark = try take(Self.request(in: journal, for: draft, staff, on: today))
            let registered = Deed.draftRegistered(draft.id, mark)
            return life.opening.isInternal ? [registered] : [registered, .dispatched(draft.id)]
        }
    }

    /// Sends a letter that came back once more, by another address or another way.
    package func resend(
        _ id: DraftID?, addressee: Int, by channel: String, on card: CardID, _ hand: Hand
    ) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in
            [.resent(try life.draft(id).id, addressee: addressee, channel: channel)]
        }
    }

    /// Notes that a letter was posted or given to an addressee.
    /// - Parameters:
    ///   - way: «рекомендованим листом № 0510012345678», «вручено особисто».
    ///   - day: when; today at the latest.
    package func noteHandover(
        _ id: DraftID?, addressee: Int, way: String, on day: CivilDate, on card: CardID, _ hand: Hand
    ) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in
            [.handedOver(try life.draft(id).id, addressee: addressee, way: way, on: day)]
        }
    }

    /// Notes that a letter sent by hand or post has arrived.
    package func noteDelivery(
        _ id: DraftID?, addressee: Int, verdict: String, on card: CardID, _ hand: Hand
    ) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in
            [.delivered(try life.draft(id).id, addressee: addressee, verdict: verdict)]
        }
    }

    private static func request(
        in journal: Journal, for draft: Draft, _ staff: StaffDirectory, on day: CivilDate
    ) -> RegistrationRequest {
        let unit = staff.person(draft.author)?.department.flatMap { staff.department($0)?.index } ?? ""
        var fields = journal.fields(year: day.year, unit: unit)
        let content = draft.current.content
        if !content.caseFile.isEmpty { fields.caseFile = content.caseFile }
        let template = journal.index
        return RegistrationRequest(journal: journal.code, year: day.year, registeredOn: day) { [fields] number in
            template.index(number: number, fields: fields)
        }
    }
}
