// SPDX-License-Identifier: Apache-2.0
package import Logging
import Office
import OfficeCalendar
import OfficeStore

/// What the office does by itself beside reminders: one digest in the morning for everybody who has something to do, and a request to
/// call where a notice to an applicant did not arrive. Cut anywhere, the next round ends the same.
package struct ControlRound: Sendable {
    private static let key = "digest.on"
    /// Cards looked at in one go.
    private static let limit = 500

    private let acts: OfficeActs
    private let messageIDs: MessageIDSource
    private let digestHour: Int
    private let logger: Logger

    /// - Parameter digestHour: of the council's wall clock, 0…23.
    package init(acts: OfficeActs, messageIDs: MessageIDSource, digestHour: Int, logger: Logger) {
        self.acts = acts
        self.messageIDs = messageIDs
        self.digestHour = digestHour
        self.logger = logger
    }

    /// - Returns: letters put in the outbox.
    @discardableResult
    package func pass() async throws -> Int {
        let calls = try await call()
        return calls + (try await digestOncePerDay())
    }

    /// A notice to an applicant that was refused or came back: whoever owns the process calls, else the front office.
    private func call() async throws -> Int {
        let staff = try await acts.staff()
        var count = 0
        for row in try await acts.store.undeliveredNotices(
            kinds: NoticeKind.allCases.filter(\.goesToSender).map(\.rawValue), limit: Self.limit)
        {
            guard let id = row.card, let card = try await acts.store.card(id) else { continue }
            let life = try await acts.store.life(of: id)
            let owner = life?.owners.first.flatMap { staff.acting(for: $0, on: acts.moment.date) }
            let people = owner.map { [$0] } ?? staff.registrars
            let sheet = try await acts.store.factSheet(of: id).flatMap { FactSheet(jsonText: $0) }
            let values = [
                "applicant": sheet?.applicant?.name ?? card.senderName, "phone": sheet?.applicant?.phone ?? "",
                "address": row.recipient, "verdict": row.lastReply ?? "",
                "what": NoticeWords.name(of: row.kind, in: acts.office.language),
            ]
            try await acts.store.requestCall(
                about: row.id, card: id, notices: people.map { notice(.call, to: $0, values) }, at: acts.clock.now())
            count += people.count
        }
        return count
    }

    private func digestOncePerDay() async throws -> Int {
        let moment = acts.moment
        guard moment.hour >= digestHour, acts.office.calendar.isWorking(moment.date),
            try await acts.store.setting(Self.key) != moment.date.description
        else { return 0 }
        var entries: [MorningDigest.Entry] = []
        for card in try await acts.store.cards(in: [.preReview, .drafting, .onResolution, .inExecution, .controlCheck, .executed])
        {
            if let life = try await acts.store.life(of: card.id) { entries.append(MorningDigest.Entry(card: card, life: life)) }
        }
        let digest = MorningDigest(
            staff: try await acts.staff(), language: acts.office.language, moment: moment,
            isWorkingDay: acts.office.calendar.isWorking)
        let notices = digest.notices(of: entries, messageIDs: messageIDs)
        // Together with the letters, so that a crash sends nobody a second digest.
        try await acts.store.enqueue(notices, marking: Self.key, as: moment.date.description, at: acts.clock.now())
        logger.info("morning digest written", metadata: ["letters": "\(notices.count)"])
        return notices.count
    }

    private func notice(_ kind: NoticeKind, to person: Person, _ values: [String: String]) -> NewNotice {
        NewNotice(
            kind: kind.rawValue, language: acts.office.language.rawValue, recipient: person.email, messageID: messageIDs.next(),
            parameters: values)
    }
}
