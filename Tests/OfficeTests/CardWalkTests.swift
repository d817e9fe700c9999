// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

/// A generator of numbers that gives the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// What an office would note on paper beside the card, to check the machine by: it knows nothing of its states.
private struct Notebook {
    struct Sheet {
        var version: VersionDigest
        /// Places that approved this version, in order.
        var approvals: [Int] = []
        var isSubmitted = false
        var isReturned = false
        var isSigned = false
        var isNumbered = false
        var isSent = false
        var author: PersonID
    }

    let route: CardRoute
    var sheets: [DraftID: Sheet] = [:]
    var marks: [RegistrationMark] = []
    var isOffControl = false
    var isClosed = false
    var hadTerm: Bool
    var owners: Set<PersonID> = []
    var faults: [String] = []

    mutating func expect(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }

    mutating func note(_ act: Act, after card: CardLife) {
        let who = act.actor.onBehalfOf
        if isClosed {
            expect(
                [.delivered, .bounced, .resent, .handedOver].contains(act.deed.act.kind), "\(act.deed.act.kind) after closing")
        }
        switch act.deed {
        case .accepted(let mark): marks.append(mark)
        case .resolved(let resolution):
            if resolution.parent == nil { expect(route.review.holders.contains(who), "a first resolution by \(who)") }
        case .draftOpened(let id, _, _, let version): sheets[id] = Sheet(version: version.digest, author: who)
        case .draftEdited(let id, let version): edit(id, version.digest, by: who)
        case .submitted(let id):
            sheets[id]?.isSubmitted = true
        case .withdrawn(let id), .signingDeclined(let id, _, _): reset(id)
        case .approved(let id, let version): approve(id, version, by: who)
        case .remarked(let id, let version, _):
            check(id, version)
            if let sheet = sheets[id] {
                expect(sheet.isSubmitted && route.approvers[sheet.approvals.count].holders.contains(who), "a remark out of turn")
            }
            sheets[id]?.isReturned = true
        case .remarkAnswered(let id, _): sheets[id]?.isReturned = false
        case .signed(let id, let version): sign(id, version, by: who)
        case .draftRegistered(let id, let mark):
            expect(sheets[id]?.isSigned == true && sheets[id]?.isNumbered == false, "a number before the signature, or a second")
            sheets[id]?.isNumbered = true
            marks.append(mark)
        case .dispatched(let id):
            expect(sheets[id]?.isNumbered == true && sheets[id]?.isSent == false, "sent without a number, or twice")
            sheets[id]?.isSent = true
        case .controlRemoved:
            expect(act.actor.authority.contains(.controller), "off control by no controller")
            expect(!owners.contains(who) && !owners.contains(act.actor.person), "off control by an executor")
            expect(card.tasks.allSatisfy { !$0.isOpen }, "off control with open tasks")
            isOffControl = true
        case .reopened: isOffControl = false
        case .closed:
            let left = card.stage == .closed && (hadTerm && !card.tasks.filter { $0.due != nil }.allSatisfy { !$0.isOpen })
            expect(!left || leftTheOffice(card), "closed with a term running")
            isClosed = true
        default: break
        }
        owners.formUnion(card.tasks.compactMap(\.owner))
        hadTerm = hadTerm || card.tasks.contains { $0.due != nil }
        expect(Set(marks.map(\.index)).count == marks.count, "one number twice")
    }

    private func leftTheOffice(_ card: CardLife) -> Bool {
        card.acts.contains { [.forwarded, .sentBack].contains($0.deed.act.kind) }
    }

    private mutating func check(_ id: DraftID, _ version: VersionDigest) {
        expect(sheets[id]?.version == version, "a decision on an old version")
        expect(sheets[id]?.isReturned == false, "a decision while it was with the author")
    }

    private mutating func approve(_ id: DraftID, _ version: VersionDigest, by who: PersonID) {
        check(id, version)
        guard let sheet = sheets[id] else { return expect(false, "approved without a draft") }
        let step = sheet.approvals.count
        expect(sheet.isSubmitted, "approved before it was submitted")
        expect(step < route.approvers.count && route.approvers[step].holders.contains(who), "approved out of turn by \(who)")
        expect(!sheet.approvals.contains(step), "one step twice")
        sheets[id]?.approvals.append(step)
    }

    private mutating func sign(_ id: DraftID, _ version: VersionDigest, by who: PersonID) {
        check(id, version)
        expect(sheets[id]?.approvals == Array(route.approvers.indices), "signed without every approval")
        expect(route.signatory.holders.contains(who), "signed by \(who)")
        expect(sheets[id]?.isSigned == false, "signed twice")
        sheets[id]?.isSigned = true
    }

    private mutating func edit(_ id: DraftID, _ version: VersionDigest, by who: PersonID) {
        expect(sheets[id]?.isSigned == false, "edited after the signature")
        let isWithSignatory = sheets[id].map { $0.isSubmitted && $0.approvals.count == route.approvers.count } ?? false
        sheets[id]?.version = version
        if !(isWithSignatory && route.signatory.holders.contains(who)) { reset(id) }
    }

    private mutating func reset(_ id: DraftID) {
        sheets[id]?.approvals = []
        sheets[id]?.isSubmitted = false
        sheets[id]?.isReturned = false
    }
}

/// People who press any button there is, now and then the right one.
private struct Walk {
    var numbers: SeededNumbers
    let staff: StaffDirectory
    var number = 0
    var versions = 0
    var known: [CivilDate: [PersonID: [ActingPerson]]] = [:]

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &numbers)]
    }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }

    static let endings: Set<DeedKind> = [
        .refused, .forwarded, .sentBack, .setAside, .cancelled, .abandoned, .reported, .draftEdited, .withdrawn,
    ]

    static let onwards: Set<DeedKind> = [.submitted, .approved, .signed, .draftRegistered, .dispatched, .controlRemoved]

    mutating func seat() -> Seat {
        let holders = chance(20) ? [pick(Council.people).id, Council.id("deputy")] : [pick(Council.people).id]
        return Seat(holders) ?? Seat(Council.id("mayor"))
    }

    mutating func opening() -> CardOpening {
        var approvers: [Seat] = []
        for _ in 0..<Int.random(in: 0...4, using: &numbers) { approvers.append(seat()) }
        let route = CardRoute(review: seat(), approvers: approvers, signatory: seat(), signing: pick([.desk, .reply]))
        let author = pick(Council.people).id
        let origin = pick([
            CardOpening.Origin.incoming(Council.letter), .incoming(Council.letter), .internalNote(author: author),
            .ownLetter(author: author),
        ])
        let isIncoming = if case .incoming = origin { true } else { false }
        let tasks = isIncoming ? [[], [Council.task(1, due: "2026-12-15")], [Council.task(1, due: nil)]] : [[]]
        return Council.opening(
            origin, kind: pick(["CITIZEN_COMPLAINT", "AUTH_CONTROL"]), route: route, registered: isIncoming && chance(50),
            allowance: pick([
                .open, ExtensionAllowance(authority: .authorOfTask, latest: nil, grantBy: nil, ground: "п. 172"),
            ]), tasks: pick(tasks))
    }

    /// In whichever capacity, sometimes one that is not theirs.
    mutating func actor(on day: CivilDate) -> ActingPerson {
        let person = pick(Council.people)
        let able = known[day]?[person.id] ?? staff.capacities(of: person.id, on: day)
        known[day, default: [:]][person.id] = able
        return able.isEmpty || chance(2) ? ActingPerson(person: person.id, roles: person.roles) : pick(able)
    }

    mutating func act(on card: CardLife, at moment: WallTime) -> Act {
        var actor = actor(on: moment.date)
        let proof = pick([ActProof.desk, .desk, .verb(account: "root"), .reply(letter: "ab")])
        var open = card.openActs(to: actor, at: moment, by: proof)
        for _ in 0..<2 where open.isEmpty {
            actor = self.actor(on: moment.date)
            open = card.openActs(to: actor, at: moment, by: proof)
        }
        // Acts that end a card are rare, or no walk would come far.
        let usual = open.filter { !Self.endings.contains($0.kind) }
        if !usual.isEmpty, chance(90) { open = usual }
        let onwards = open.filter { Self.onwards.contains($0.kind) }
        if !onwards.isEmpty, chance(40) { open = onwards }
        let chosen = open.isEmpty || chance(15) ? OpenAct(pick(DeedKind.allCases), .draft(Answer.id)) : pick(open)
        return Act(by: actor, at: moment, proof: proof, deed: deed(chosen, card, moment.date))
    }

    mutating func resolution(_ parent: ResolutionID?, _ card: CardLife, _ today: CivilDate) -> Deed {
        let main = chance(85) ? pick(Council.people).id : nil
        let others = chance(30) ? [pick(Council.people).id] : []
        return .resolved(
            Resolution(
                id: card.resolutions.nextID, parent: parent, main: main, coExecutors: others,
                informed: chance(20) ? [pick(Council.people).id] : [], text: pick(["Підготувати відповідь", "Прискорити", ""]),
                term: chance(40) ? today.adding(days: Int.random(in: -1...20, using: &numbers)) : nil,
                task: chance(10) ? TaskID(rawValue: 1) : nil))
    }

    mutating func version() -> DraftVersion {
        versions += 1
        return Council.version(versions, text: "версія \(versions)")
    }

    mutating func digest(_ id: DraftID, _ card: CardLife) -> VersionDigest {
        let versions = card[draft: id]?.versions.map(\.digest) ?? []
        return chance(90) ? versions.last ?? Answer.first : versions.first ?? Answer.first
    }

    mutating func deed(_ act: OpenAct, _ card: CardLife, _ today: CivilDate) -> Deed {
        let draft = if case .draft(let id) = act.subject { id } else { Answer.id }
        let task = if case .task(let id) = act.subject { id } else { TaskID(rawValue: 1) }
        let reason = chance(90) ? "причина" : ""
        let mark = Council.mark(number + 1, .outgoing, on: today)
        switch act.kind {
        case .accepted: return .accepted(mark)
        case .refused: return .refused(.unreadable, explanation: reason)
        case .forwarded: return .forwarded(to: reason, lateReason: chance(10) ? "запізно" : nil)
        case .sentBack: return .sentBack(explanation: reason, lateReason: nil)
        case .setAside: return .setAside(reason: reason)
        case .cancelled: return .cancelled(reason: reason)
        case .resolved:
            if case .resolution(let parent) = act.subject { return resolution(parent, card, today) }
            return resolution(nil, card, today)
        case .taskAccepted: return .taskAccepted(task)
        case .reported: return .reported(task, text: reason)
        case .extensionRequested:
            return .extensionRequested(
                task, until: today.adding(days: Int.random(in: 0...60, using: &numbers)), reason: reason)
        case .extensionGranted: return .extensionGranted(task, basis: chance(50) ? "лист № 1" : nil)
        case .extensionDeclined: return .extensionDeclined(task, reason: reason)
        case .draftOpened:
            return .draftOpened(
                card.nextDraft, purpose: pick(DraftPurpose.allCases), tasks: chance(10) ? [task] : [], version: version())
        case .draftEdited: return .draftEdited(draft, version: version())
        case .submitted: return .submitted(draft)
        case .withdrawn: return .withdrawn(draft)
        case .abandoned: return .abandoned(draft, reason: chance(30) ? "зайве" : "")
        case .approved: return .approved(draft, version: digest(draft, card))
        case .remarked: return .remarked(draft, version: digest(draft, card), remark: reason)
        case .remarkAnswered: return .remarkAnswered(draft, reasons: reason)
        case .signed: return .signed(draft, version: digest(draft, card))
        case .signingDeclined: return .signingDeclined(draft, version: digest(draft, card), reason: reason)
        case .draftRegistered: return .draftRegistered(draft, mark)
        case .dispatched: return .dispatched(draft)
        case .delivered: return .delivered(draft, addressee: pick([0, 0, 1]), verdict: "250")
        case .bounced: return .bounced(draft, addressee: 0, verdict: "550")
        case .resent: return .resent(draft, addressee: 0, channel: reason)
        case .handedOver: return .handedOver(draft, addressee: pick([0, 0, 1]), way: reason, on: mark.date)
        case .controlRemoved: return .controlRemoved(note: "")
        case .reopened: return .reopened(reason: reason)
        case .closed: return .closed(caseFile: "03-10", note: reason)
        }
    }
}

@Suite struct CardWalkTests {
    static let steps = 80

    /// What one walk saw, for the sums at the end.
    struct Journey {
        var done: [DeedKind: Int] = [:]
        var refused = 0
        var stages: Set<CardStage> = []
    }

    static func journey(_ seed: UInt64) throws -> Journey {
        let links =
            seed % 2 == 0
            ? [
                SubstitutionTests.link("mayor", "deputy", "2026-11-27", "2026-12-01"),
                SubstitutionTests.link("lawyer", "kravets", "2026-11-26", "2026-12-20"),
            ] : []
        let staff = Council.staff(links)
        var walk = Walk(numbers: SeededNumbers(seed: seed), staff: staff)
        let opening = walk.opening()
        var card = CardLife(opening)
        var notebook = Notebook(route: opening.route, hadTerm: opening.tasks.contains { $0.due != nil })
        var journey = Journey()
        var acts: [Act] = []
        for step in 0..<steps {
            let moment = WallTime(date: Council.today.adding(days: step / 8), hour: 8 + step % 8)
            let act = walk.act(on: card, at: moment)
            let before = card
            do throws(OfficeRefusal) {
                _ = try card.apply(act)
                acts.append(act)
                journey.done[act.deed.act.kind, default: 0] += 1
                #expect(before.openActs(to: act.actor, at: moment, by: act.proof).contains(act.deed.act))
                if [.accepted, .draftRegistered].contains(act.deed.act.kind) { walk.number += 1 }
                journey.stages.insert(card.stage)
                notebook.note(act, after: card)
            } catch {
                journey.refused += 1
                #expect(card == before, "a refused act changed the card")
                for language in Language.allCases { #expect(error.sentence(in: language, staff: staff).count > 20) }
            }
        }
        #expect(notebook.faults.isEmpty, "seed \(seed): \(notebook.faults)")
        #expect(notebook.marks.map(\.index) == (0..<notebook.marks.count).map { "\($0 + 1)/03-10" })
        try checkReplay(card, opening, acts)
        return journey
    }

    /// Written, read again, replayed: the same card.
    static func checkReplay(_ card: CardLife, _ opening: CardOpening, _ acts: [Act]) throws {
        #expect(card.acts == acts)
        let stored = try [Act](plain: acts.plain)
        #expect(stored == acts)
        let again = try CardLife(CardOpening(plain: opening.plain), replaying: stored)
        #expect(again == card)
    }

    @Test func aThousandWalksKeepTheRulesOfTheOffice() throws {
        var done: [DeedKind: Int] = [:]
        var stages: Set<CardStage> = []
        var refused = 0
        for seed in 1...1_000 {
            let journey = try Self.journey(UInt64(seed))
            done.merge(journey.done, uniquingKeysWith: +)
            stages.formUnion(journey.stages)
            refused += journey.refused
        }
        // The walks must have been everywhere, or they prove nothing.
        let never = Set(DeedKind.allCases).subtracting(done.keys)
        #expect(never.isEmpty, "never done: \(never)")
        #expect(refused > 10_000)
        #expect(Set(CardStage.allCases).subtracting(stages) == [.preReview], "every stage but the first is come to")
    }

    @Test func aRecordWithAnActTakenOutDoesNotReplay() throws {
        let card = try CardLife.after(Answer.toDispatch)
        var acts = card.acts
        acts.remove(at: 3)
        #expect(throws: OfficeRefusal.self) { try CardLife(card.opening, replaying: acts) }
    }

    @Test func anAlteredRecordIsRefusedWithItsPlace() throws {
        let act = Act(by: Council.actor("mayor"), at: Council.noon, proof: .verb(account: "root"), deed: Council.resolution())
        guard case .fields(var fields) = act.plain else { return #expect(Bool(false)) }
        fields["at"] = .text("2026-11-31 12:00:00")
        let altered = #expect(throws: PlainValueError.self) { try Act(plain: .fields(fields)) }
        #expect(altered?.description == "at: expected a moment, not “2026-11-31 12:00:00”")
        fields["at"] = nil
        let missing = #expect(throws: PlainValueError.self) { try Act(plain: .fields(fields)) }
        #expect(missing?.description == "at: expected a value")
    }
}
