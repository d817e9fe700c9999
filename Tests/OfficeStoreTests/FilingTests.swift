// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Testing

@Suite struct FilingTests {
    @Test func aFiledLetterBecomesACardWithEverythingItSays() async throws {
        let world = try await StoreWorld()
        let registration = try StoreWorld.request()
        let filing = try StoreWorld.filing(
            1, fate: .card(StoreWorld.card(1, registration: registration, notices: [StoreWorld.notice(1)])))
        let outcomes = try await world.store.file([filing], at: StoreWorld.start)
        guard case .card(let opened)? = outcomes.first else {
            Issue.record("no card: \(outcomes)")
            return
        }
        #expect(opened.number == 1 && opened.registrationIndex == "Ш-1/01-12")
        let card = try #require(try await world.store.card(opened.id))
        #expect(card.state == .registered)
        #expect(card.letter == filing.digest)
        #expect(card.registeredOn?.description == "2026-11-23")
        #expect(card.receivedAt == filing.receivedAt.addingTimeInterval(0))
        #expect(card.subject == "Яма на дорозі 1")
        #expect(card.trust == .domainProven && !card.isImported)
        #expect(card.messageID == "<m1@example.com>")
        #expect(try await world.store.card(for: filing.digest) == card)
        #expect(try await world.store.cards(registrationIndex: "Ш-1/01-12", year: 2026) == [card])
        #expect(try await world.store.cards(registrationIndex: "Ш-1/01-12", year: 2025).isEmpty)
        let text = try #require(try await world.store.text(of: card.id))
        #expect(text.bodyText == "Доброго дня." && text.defects == "[\"x\"]")
        #expect(try await world.store.attachments(of: card.id).map(\.content) == StoreWorld.card(1).attachments)
        #expect(try await world.store.links(of: card.id) == StoreWorld.card(1).links)
        #expect(try await world.store.cards(linkingTo: "<c@d>") == [card.id])
        #expect(try await world.store.cards(withMessageID: "<m1@example.com>") == [card.id])
        let rows = try await world.store.outbox(of: card.id)
        #expect(rows.map(\.id) == opened.notices)
        #expect(rows.first?.parameters["index"] == "Ш-1/01-12")
        #expect(rows.first?.parameters["subject"] == "Яма \"на\" \\ дорозі\n")
        #expect(try await world.store.events(of: card.id).map(\.verb) == ["card.opened", "card.registered"])
        #expect(try await world.store.letter(filing.digest)?.card == card.id)
    }

    @Test func theSameOccurrenceIsFiledOnceAndTheSameOctetsBecomeADuplicate() async throws {
        let world = try await StoreWorld()
        let first = try StoreWorld.filing(1)
        let outcomes = try await world.store.file([first, first], at: StoreWorld.start)
        guard case .card(let opened)? = outcomes.first else {
            Issue.record("no card: \(outcomes)")
            return
        }
        #expect(outcomes.last == .alreadyFiled)
        let again = LetterFiling(
            occurrence: try StoreWorld.occurrence(9, validity: 8), digest: first.digest, size: 1_000,
            receivedAt: StoreWorld.start,
            messageID: nil, fate: .automatic(reason: ""))
        #expect(try await world.store.file([again], at: StoreWorld.start) == [.duplicate(of: opened.id, fate: .card)])
        #expect(try await world.store.occurrences(of: first.digest).map(\.fate) == [.card, .duplicate])
        #expect(try await world.store.knownLetters(among: [first.digest, StoreWorld.digest(5)]) == [first.digest])
        #expect(try await world.count("SELECT count(*) FROM card") == 1)
    }

    @Test func oneMessageIDOverDifferentOctetsGivesTwoCards() async throws {
        let world = try await StoreWorld()
        for number in [1, 2] {
            let filing = LetterFiling(
                occurrence: try StoreWorld.occurrence(UInt32(number)), digest: StoreWorld.digest(number), size: 1,
                receivedAt: StoreWorld.start, messageID: "<same@example.com>", fate: .card(StoreWorld.card(number)))
            _ = try await world.store.file([filing], at: StoreWorld.start)
        }
        #expect(try await world.store.cards(withMessageID: "<same@example.com>").count == 2)
    }

    @Test func numbersRunWithoutAGapInEachJournalAndYear() async throws {
        let world = try await StoreWorld()
        for batch in 0..<3 {
            let filings = try (1...10).map { number in
                let journal: JournalCode = number % 2 == 0 ? .citizens : .incoming
                let request = try StoreWorld.request(journal, year: number % 3 == 0 ? 2027 : 2026)
                return try StoreWorld.filing(
                    batch * 10 + number, fate: .card(StoreWorld.card(batch * 10 + number, registration: request)))
            }
            world.cut("store.file")
            await #expect(throws: InjectedFault.self) { try await world.store.file(filings, at: StoreWorld.start) }
            world.cut(nil)
            _ = try await world.store.file(filings, at: StoreWorld.start)
        }
        #expect(try await world.store.journalGaps().isEmpty)
        #expect(try await world.count("SELECT count(*) FROM card") == 30)
        #expect(try await world.count("SELECT sum(last_number) FROM journal") == 30)
    }

    @Test func anAddressGetsOneBudgetedNoticeADay() async throws {
        let world = try await StoreWorld()
        let day = try #require(CivilDate(year: 2026, month: 11, day: 23))
        let filings = try (1...3).map { number in
            try StoreWorld.filing(
                number,
                fate: .card(
                    StoreWorld.card(
                        number,
                        notices: [
                            StoreWorld.notice(number, to: number == 3 ? "OLENA@example.com" : "olena@example.com", day: day)
                        ])))
        }
        let outcomes = try await world.store.file(filings, at: StoreWorld.start)
        let withheld = outcomes.map { outcome in
            if case .card(let card) = outcome { card.noticesOverBudget } else { -1 }
        }
        #expect(withheld == [0, 1, 1])
        #expect(try await world.store.outboxSummary().counts == [.queued: 1])
        #expect(try await world.count("SELECT count(*) FROM event WHERE verb = 'notice.withheld'") == 2)
    }

    @Test func everyFateIsCounted() async throws {
        let world = try await StoreWorld()
        _ = try await world.store.openEpoch(
            mailbox: "official", uidValidity: try #require(UIDValidity(rawValue: 7)), baseline: nil, at: StoreWorld.start)
        let report = BounceReport(messageID: "<none@x>", envelopeIdentifier: nil, recipients: [])
        let filings = [
            try StoreWorld.filing(1), try StoreWorld.filing(2, fate: .automatic(reason: "list")),
            try StoreWorld.filing(3, fate: .bounce(report)),
            try StoreWorld.filing(4, fate: .quarantine(StoreWorld.card(4), reason: "took the process down 3 times")),
        ]
        let outcomes = try await world.store.file(filings, at: StoreWorld.start)
        #expect(outcomes.dropFirst().prefix(2) == [.automatic, .bounce(matched: [])])
        let counts = try await world.store.fates(in: "official")
        #expect(
            Dictionary(uniqueKeysWithValues: counts.map { ($0.fate, $0.count) }) == [
                .automatic: 1, .bounce: 1, .card: 1, .quarantine: 1,
            ])
        #expect(try await world.store.epoch(of: "official")?.knownCount == 4)
        #expect(try await world.store.epoch(of: "official")?.highestUID?.rawValue == 4)
    }

    @Test func aBatchCutBeforeItsCommitLeavesNothing() async throws {
        let world = try await StoreWorld()
        world.cut("store.file")
        await #expect(throws: InjectedFault.self) {
            try await world.store.file([try StoreWorld.filing(1)], at: StoreWorld.start)
        }
        for table in ["card", "letter", "occurrence", "event", "journal", "attachment", "outbox"] {
            #expect(try await world.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
    }

    @Test func aQuarantinedCardIsReadAgainAndThenRegistered() async throws {
        let world = try await StoreWorld()
        let filing = try StoreWorld.filing(1, fate: .quarantine(StoreWorld.card(1), reason: "broken"))
        guard case .quarantine(let id)? = try await world.store.file([filing], at: StoreWorld.start).first else {
            Issue.record("not in quarantine")
            return
        }
        #expect(try await world.store.card(id)?.explanation == "broken")
        let registration = try StoreWorld.request(.incoming)
        let opened = try await world.store.replaceReading(
            of: id, with: StoreWorld.card(2, registration: registration, notices: [StoreWorld.notice(2)]),
            actor: Actor(rawValue: "melnyk"), at: StoreWorld.start)
        #expect(opened.id == id && opened.number == 1)
        let card = try #require(try await world.store.card(id))
        #expect(card.state == .registered && card.subject == "Яма на дорозі 2" && card.explanation == nil)
        #expect(try await world.store.attachments(of: id).count == 1)
        #expect(try await world.store.letter(filing.digest)?.fate == .card)
        #expect(try await world.store.fates(in: "official").map(\.fate) == [.card])
        await #expect(throws: StoreError.wrongState(id, is: .registered)) {
            _ = try await world.store.replaceReading(
                of: id, with: StoreWorld.card(3), actor: .daemon, at: StoreWorld.start)
        }
    }
}
