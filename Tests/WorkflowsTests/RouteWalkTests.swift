// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Testing
import Workflows

/// A generator of numbers that gives the same for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// People who press any button there is on a card, by way of the register.
@Suite struct RouteWalkTests {
    /// The long run with `CHANCERY_SOAK=1`.
    private static let isSoak = ProcessInfo.processInfo.environment["CHANCERY_SOAK"] == "1"
    private static let walks = isSoak ? 1_000 : 200
    private static let cutWalks = isSoak ? 1_000 : 60
    private static let steps = 20

    private struct Walk {
        var numbers: SeededNumbers
        let office: RouteOffice
        var acts: OfficeActs
        let card: CardID
        var versions = 0

        static let endings: Set<DeedKind> = [
            .refused, .forwarded, .sentBack, .setAside, .cancelled, .abandoned, .withdrawn, .reported, .draftEdited,
        ]
        static let onwards: Set<DeedKind> = [
            .accepted, .draftOpened, .submitted, .approved, .signed, .draftRegistered, .dispatched,
        ]

        mutating func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &numbers)]
        }
        mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }

        /// One act that is open to somebody, or now and then one that need not be.
        mutating func step() async throws {
            let life = try await acts.life(of: card)
            var able = office.staff.people.flatMap { person in
                let actor = ActingPerson(person: person.id, roles: person.roles)
                return life.openActs(to: actor, at: acts.moment, by: .verb(account: "root")).map { (person: person, act: $0) }
            }
            // Acts that end a card are rare, or no walk would come far.
            if chance(95) { able.removeAll { Self.endings.contains($0.act.kind) } }
            // One draft a card is enough; opening the next is always possible.
            if !life.drafts.isEmpty, chance(90) { able.removeAll { $0.act.kind == .draftOpened } }
            let onwards = able.filter { Self.onwards.contains($0.act.kind) }
            if !onwards.isEmpty, chance(60) { able = onwards }
            let stray = (pick(office.staff.people), OpenAct(pick(DeedKind.allCases), .draft(DraftID(rawValue: 1))))
            let (person, act) = able.isEmpty || chance(15) ? stray : pick(able)
            versions += 1
            let (main, version) = (pick(office.staff.people).id, versions)
            let day = acts.moment.date
            _ = try await acts.perform(on: card, office.hand(person.id.rawValue)) { life, take in
                [try RouteWalkTests.deed(act, life, main: main, version: version, on: day, take)]
            }
        }
    }

    private static func deed(
        _ act: OpenAct, _ life: CardLife, main: PersonID, version: Int, on day: CivilDate, _ take: NumberTaking
    ) throws -> Deed {
        let draft = if case .draft(let id) = act.subject { id } else { DraftID(rawValue: 1) }
        let task = if case .task(let id) = act.subject { id } else { TaskID(rawValue: 1) }
        let digest = life[draft: draft]?.current.digest ?? VersionDigest(rawValue: "none")
        func mark(_ code: JournalCode) throws -> RegistrationMark {
            try take(RegistrationRequest(journal: code, year: day.year, registeredOn: day) { "\($0)/03-10" })
        }
        func content() -> DraftVersion {
            DraftVersion(
                DraftContent(
                    addressees: [Addressee(name: "ОВА", address: "ova@oblast.example")], references: [], subject: "Про відповідь",
                    text: "версія \(version)", caseFile: "03-10", signatory: main,
                    executor: ExecutorContact(name: "Олена Шевченко", phone: "+380 53 480 11 23")))
        }
        switch act.kind {
        case .accepted: return .accepted(try mark(.citizens))
        case .refused: return .refused(.unreadable, explanation: "причина")
        case .forwarded: return .forwarded(to: "рада", lateReason: nil)
        case .sentBack: return .sentBack(explanation: "причина", lateReason: nil)
        case .setAside: return .setAside(reason: "причина")
        case .cancelled: return .cancelled(reason: "причина")
        case .resolved:
            let parent: ResolutionID? = if case .resolution(let id) = act.subject { id } else { nil }
            return .resolved(
                Resolution(id: life.resolutions.nextID, parent: parent, main: main, text: "Підготувати відповідь"))
        case .taskAccepted: return .taskAccepted(task)
        case .reported: return .reported(task, text: "зроблено")
        case .extensionRequested: return .extensionRequested(task, until: day.adding(days: 30), reason: "причина")
        case .extensionGranted: return .extensionGranted(task, basis: "лист № 1")
        case .extensionDeclined: return .extensionDeclined(task, reason: "причина")
        case .draftOpened: return .draftOpened(life.nextDraft, purpose: .final, tasks: [], version: content())
        case .draftEdited: return .draftEdited(draft, version: content())
        case .submitted: return .submitted(draft)
        case .withdrawn: return .withdrawn(draft)
        case .abandoned: return .abandoned(draft, reason: "причина")
        case .approved: return .approved(draft, version: digest)
        case .remarked: return .remarked(draft, version: digest, remark: "причина")
        case .remarkAnswered: return .remarkAnswered(draft, reasons: "причина")
        case .signed: return .signed(draft, version: digest)
        case .signingDeclined: return .signingDeclined(draft, version: digest, reason: "причина")
        case .draftRegistered: return .draftRegistered(draft, try mark(.outgoing))
        case .dispatched: return .dispatched(draft)
        case .delivered: return .delivered(draft, addressee: 0, verdict: "250")
        case .bounced: return .bounced(draft, addressee: 0, verdict: "550")
        case .resent: return .resent(draft, addressee: 0, channel: "пошта")
        case .handedOver: return .handedOver(draft, addressee: 0, way: "пошта", on: day)
        case .controlRemoved: return .controlRemoved(note: "")
        case .reopened: return .reopened(reason: "причина")
        case .closed: return .closed(caseFile: "03-10", note: "так")
        }
    }

    @Test func walksThroughTheRegisterLeaveJournalsWithoutGaps() async throws {
        let office = try RouteOffice()
        let (_, store) = try await office.opened()
        let acts = try await office.acts()
        var (done, refused) = (0, 0)
        for seed in 1...Self.walks {
            let card = try await office.file(seed % 2 == 0 ? "CITIZEN_COMPLAINT" : "AUTH_CONTROL", reviewed: seed % 3 == 0)
            var walk = Walk(numbers: SeededNumbers(state: UInt64(seed)), office: office, acts: acts, card: card)
            for _ in 0..<Self.steps {
                do {
                    try await walk.step()
                    done += 1
                } catch let refusal as OfficeRefusal {
                    #expect(refusal.sentence(in: .ukrainian, staff: office.staff).count > 20)
                    refused += 1
                }
            }
            // What the card's row repeats is what its acts come to.
            let known = try #require(try await store.card(card))
            guard let life = try await store.life(of: card) else { continue }
            #expect(known.stage == life.stage && known.state == life.stage.cardState, "card \(card)")
            #expect(known.owner == life.owners.first && known.controlledDue == life.controlledDue, "card \(card)")
            #expect(known.registrationIndex == life.mark?.index, "card \(card)")
        }
        #expect(done > 1_500 && refused > 200, "\(done) done, \(refused) refused")
        #expect(try await store.journalGaps().isEmpty)
        #expect(try await store.verifyEvents() == nil)
        #expect(try await store.checkDatabase().isEmpty)
        let sent = try await office.book().entries(of: .outgoing, year: 2026)
        #expect(sent.count > 20 && sent.map(\.number) == Array(1...max(sent.count, 1)), "\(sent.count) letters sent")
    }

    /// What was found where a walk was cut: the card is as it was, or, where the cut came after the act, as the act left it.
    private static func check(_ before: [Act], _ walk: Walk, cutIn place: String) async throws {
        let after = try await walk.acts.life(of: walk.card).acts
        #expect(
            after.starts(with: before) && after.count <= before.count + 1, "\(place): \(before.count) acts, then \(after.count)")
        let store = try await walk.office.opened().store
        #expect(try await store.journalGaps().isEmpty, "\(place)")
    }

    /// A crash before a durable step chosen by lot, in every other act and every other sending.
    @Test func walksCutBeforeDurableStepsGoOnFromAWholeRegister() async throws {
        let office = try RouteOffice()
        _ = try await office.opened()
        var (cuts, done) = (0, 0)
        for seed in 1...Self.cutWalks {
            let card = try await office.file(seed % 2 == 0 ? "CITIZEN_COMPLAINT" : "AUTH_CONTROL", reviewed: seed % 3 == 0)
            var walk = Walk(
                numbers: SeededNumbers(state: UInt64(seed) &* 7_919), office: office, acts: try await office.acts(), card: card)
            for step in 0..<Self.steps {
                let place = "walk \(seed), step \(step)"
                let sends = step % 7 == 6
                let before = try await walk.acts.life(of: card).acts
                if walk.chance(50) {
                    office.steps.cut(before: office.steps.count + Int.random(in: 1...(sends ? 12 : 2), using: &walk.numbers))
                }
                do {
                    if sends { try await office.send() } else { try await walk.step() }
                    done += 1
                } catch is OfficeRefusal {
                } catch {
                    guard !(error is RouteOpening.Refusal) else { throw error }
                    cuts += 1
                    office.steps.cut(before: nil)
                    await office.crash()
                    walk.acts = try await office.acts()
                    if !sends { try await Self.check(before, walk, cutIn: place) }
                }
                office.steps.cut(before: nil)
            }
        }
        try await office.send()
        let (_, store) = try await office.opened()
        #expect(cuts > 150 && done > 500, "\(cuts) cuts, \(done) done")
        #expect(try await store.journalGaps().isEmpty)
        #expect(try await store.verifyEvents() == nil)
        #expect(try await store.checkDatabase().isEmpty)
        for code in [JournalCode.outgoing, .citizens, .incoming] {
            let numbers = try await office.book().entries(of: code, year: 2026).map(\.number)
            #expect(!numbers.isEmpty && numbers == Array(1...max(numbers.count, 1)), "\(code)")
        }
        // What the cards repeat is what their acts come to, and every letter that was to go went.
        for card in try await store.cards(CardFilter(limit: .max)) {
            guard let life = try await store.life(of: card.id) else { continue }
            #expect(card.stage == life.stage && card.registrationIndex == life.mark?.index, "card \(card.id)")
        }
        #expect(try await store.outbox(state: nil, limit: .max).allSatisfy { [.sent, .held].contains($0.state) })
    }
}
