// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Testing
import Workflows

/// The reference scenario and the citizen's through the use cases the verbs call.
@Suite struct RouteScenarioTests {
    /// A step of a scenario; done again after a cut.
    typealias Step = @Sendable (RouteOffice) async throws -> Void
    static let card = CardID(rawValue: 1)

    static func change(_ text: String, file: String? = nil, _ office: RouteOffice) async throws -> DraftChange {
        var change = DraftChange()
        change.text = text
        if let file {
            change.files = try await FileDeposit(vault: try await office.opened().vault).deposit([("лист.txt", Array(file.utf8))])
        }
        return change
    }

    static func approve(_ person: String) -> Step {
        { office in _ = try await DraftApproval(acts: try await office.acts()).approve(nil, on: card, office.hand(person)) }
    }

    static let toSigning: [Step] = [
        { try await $0.file() },
        { _ = try await $0.acts().layRoutes() },
        { office in
            let order = ResolutionWriting.Order(
                main: PersonID(rawValue: "shevchenko"), informed: [PersonID(rawValue: "kravets")], text: "Підготувати відповідь",
                term: CivilDate("2026-12-10"))
            _ = try await ResolutionWriting(acts: try await office.acts()).resolve(card, order, office.hand("levchenko"))
        },
        { _ = try await CardControl(acts: try await $0.acts()).takeOn(nil, on: card, $0.hand("shevchenko")) },
        { office in
            let change = try await change("Інформацію надаємо.", file: "one", office)
            _ = try await office.drafts().open(on: card, purpose: .final, change, office.hand("shevchenko"))
        },
        { _ = try await $0.drafts().submit(nil, on: card, $0.hand("shevchenko")) },
        approve("melnyk"),
        { office in
            _ = try await DraftApproval(acts: try await office.acts()).sendBack(
                nil, remark: "немає додатка", on: card, office.hand("hnatiuk"))
        },
        { office in
            let change = try await change("Інформацію надаємо з додатком.", file: "two", office)
            _ = try await office.drafts().edit(nil, on: card, change, office.hand("shevchenko"))
        },
        { _ = try await $0.drafts().submit(nil, on: card, $0.hand("shevchenko")) },
        approve("melnyk"), approve("hnatiuk"), approve("tkachuk"),
    ]

    static let whole: [Step] =
        toSigning + [
            { _ = try await LetterSigning(acts: try await $0.acts()).sign(nil, on: card, $0.hand("levchenko")) },
            { _ = try await LetterSigning(acts: try await $0.acts()).dispatch(nil, on: card, $0.hand("bondar")) },
            { try await $0.send() },
            {
                _ = try await CardControl(acts: try await $0.acts()).removeControl(of: card, note: "виконано", $0.hand("savchuk"))
            },
            { _ = try await CardControl(acts: try await $0.acts()).close(card, caseFile: nil, note: "", $0.hand("bondar")) },
        ]

    static func run(_ steps: [Step], in office: RouteOffice) async throws {
        for step in steps { try await step(office) }
    }

    static func refusal(_ body: () async throws -> Void) async -> OfficeRefusal? {
        do {
            try await body()
            return nil
        } catch {
            return error as? OfficeRefusal
        }
    }

    @Test func anOrderGoesFromResolutionToItsCaseFile() async throws {
        let office = try RouteOffice()
        try await Self.run(Self.whole, in: office)
        let life = try await office.life(Self.card)
        #expect(life.stage == .closed)
        #expect(life.filing?.ukrainian == "До справи № 03-10 / Лист-відповідь від 25.11.2026 № 03-10/1")
        #expect(
            life.acts.map(\.deed.act.kind) == [
                .resolved, .taskAccepted, .draftOpened, .submitted, .approved, .remarked, .draftEdited, .submitted, .approved,
                .approved, .approved, .signed, .draftRegistered, .dispatched, .delivered, .controlRemoved, .closed,
            ])
        let (_, store) = try await office.opened()
        #expect(try await store.verifyEvents() == nil)
        #expect(try await store.nextReminder() == nil)
        let card = try #require(try await store.card(Self.card))
        #expect(card.state == .registered && card.stage == .closed)

        let letter = try #require(office.outgoing.accepted.last { $0.recipient == "ova@oblast.example" })
        let contents = LetterContents(letter.octets.span)
        #expect(contents.attachments.map(\.name) == ["лист.txt"])
        for part in [
            "25.11.2026 № 03-10/1", "На № 01-15/234 від 20.11.2026", "Полтавська ОВА", "з додатком", "Остап Левченко",
            "Олена Шевченко +380 53 480 11 23",
        ] {
            #expect(contents.bodyText.contains(part), "\(part)")
        }
        #expect(contents.header.inReplyTo == ["in1@oblast.example"])
        #expect(contents.header.subject == "Про надання інформації (№ 03-10/1 від 25.11.2026)")
    }

    @Test func whoActsOutOfTurnHearsWhoseTurnItIs() async throws {
        let office = try RouteOffice()
        try await Self.run(Array(Self.toSigning.prefix(6)), in: office)
        let approval = DraftApproval(acts: try await office.acts())
        let early = await Self.refusal { _ = try await approval.approve(nil, on: Self.card, office.hand("tkachuk")) }
        #expect(early == .notYourTurn(Seat(PersonID(rawValue: "melnyk"))))
        #expect(early?.sentence(in: .ukrainian, staff: office.staff).contains("Мельник А. І.") == true)
        let stale = await Self.refusal {
            _ = try await approval.approve(nil, version: VersionDigest(rawValue: "old"), on: Self.card, office.hand("melnyk"))
        }
        #expect(stale == .staleVersion(DraftID(rawValue: 1)))
        #expect(try await approval.waiting(for: PersonID(rawValue: "melnyk")).count == 1)
        #expect(try await approval.waiting(for: PersonID(rawValue: "tkachuk")).isEmpty)
        let unsigned = await Self.refusal {
            _ = try await LetterSigning(acts: try await office.acts()).dispatch(nil, on: Self.card, office.hand("bondar"))
        }
        #expect(unsigned == .wrongDraftStage(.draftRegistered, .onApproval))
        #expect(try await office.opened().store.journalGaps().isEmpty, "a refused registration spends no number")
    }

    @Test func anEditUnderApprovalWithdrawsTheDraft() async throws {
        let office = try RouteOffice()
        try await Self.run(Array(Self.toSigning.prefix(7)), in: office)
        _ = try await office.drafts().edit(
            nil, on: Self.card, try await Self.change("Інакше.", office), office.hand("shevchenko"))
        let draft = try #require(try await office.life(Self.card).drafts.first)
        #expect(draft.stage == .drafting)
        #expect(draft.approval.archive.count == 1)
        // The file of the first version goes on in the second.
        let files = try await office.opened().store.draftFiles(of: Self.card, draft: draft.id)
        #expect(files.map(\.version) == [1, 2])
    }

    @Test func aCitizensComplaintIsAcceptedAnsweredAndFiled() async throws {
        let office = try RouteOffice()
        let card = try await office.file("CITIZEN_COMPLAINT", reviewed: true, from: "koval@mail.example")
        let acts = try await office.acts()
        let accepted = try await CardReview(acts: acts).accept(card, in: .citizens, office.hand("bondar"))
        #expect(accepted.card.registrationIndex?.hasSuffix("-1/03-10") == true)
        let order = ResolutionWriting.Order(main: PersonID(rawValue: "shevchenko"), text: "Підготувати відповідь")
        _ = try await ResolutionWriting(acts: acts).resolve(card, order, office.hand("levchenko"))
        let passed = ResolutionWriting.Order(main: PersonID(rawValue: "kravets"), text: "Підготувати проєкт")
        _ = try await ResolutionWriting(acts: acts).assign(card, passed, under: nil, office.hand("shevchenko"))
        _ = try await office.drafts().open(
            on: card, purpose: .final, try await Self.change("Яму засипано.", office), office.hand("kravets"))
        _ = try await office.drafts().submit(nil, on: card, office.hand("kravets"))
        let approval = DraftApproval(acts: acts)
        for person in ["melnyk", "hnatiuk", "tkachuk"] { _ = try await approval.approve(nil, on: card, office.hand(person)) }
        _ = try await LetterSigning(acts: acts).sign(nil, on: card, office.hand("levchenko"))
        _ = try await LetterSigning(acts: acts).dispatch(nil, on: card, office.hand("bondar"))
        try await office.send()
        let rows = try await office.opened().store.outbox(of: card).filter { $0.recipient == "koval@mail.example" }
        #expect(rows.map(\.kind) == ["registered", "ownerAppointed", "ownerAppointed", "letter"])
        let owner = rows[2].parameters
        #expect(owner["ownerName"] == "Кравець Павло Сергійович" && owner["ownerPhone"] == "+380 53 480 11 00")
        #expect(owner["ownerDepartment"] == "Управління житлово-комунального господарства")
        #expect(try await office.life(card).drafts.first?.current.content.subject == "Про розгляд звернення")
    }

    @Test func aLetterThatComesBackIsATaskToCallAndGoesAgain() async throws {
        let office = try RouteOffice()
        office.outgoing.behave(.refuses, for: "ova@oblast.example")
        try await Self.run(Array(Self.whole.prefix(16)), in: office)
        let acts = try await office.acts()
        #expect(try await office.life(Self.card).drafts.first?.hasUnansweredBounce == true)
        let kinds = try await office.opened().store.outbox(of: Self.card).filter { $0.recipient == "bondar@city.example" }
        #expect(kinds.last?.kind == "frontOfficeTask")
        let held = await Self.refusal {
            _ = try await CardControl(acts: acts).removeControl(of: Self.card, note: "", office.hand("savchuk"))
        }
        #expect(held == .bounceUnanswered(DraftID(rawValue: 1)))
        _ = try await LetterSigning(acts: acts).resend(
            nil, addressee: 0, by: "kanc@oblast.example", on: Self.card, office.hand("bondar"))
        try await office.send()
        #expect(office.outgoing.accepted.last?.recipient == "kanc@oblast.example")
        #expect(try await office.life(Self.card).drafts.first?.hasUnansweredBounce == false)
        _ = try await CardControl(acts: acts).removeControl(of: Self.card, note: "", office.hand("savchuk"))
    }

    @Test func aNoteInsideTheCouncilIsSignedNumberedAndResolved() async throws {
        let office = try RouteOffice()
        var change = try await Self.change("Прошу виділити кошти.", office)
        change.subject = "Про виділення коштів"
        let begun = try await office.drafts().begin(.note, change, office.hand("kravets"))
        let card = begun.card.id
        #expect(begun.card.state == .drafting && begun.card.subject == "Про виділення коштів")
        _ = try await office.drafts().submit(nil, on: card, office.hand("kravets"))
        let acts = try await office.acts()
        for person in ["melnyk", "hnatiuk", "tkachuk"] {
            _ = try await DraftApproval(acts: acts).approve(nil, on: card, office.hand(person))
        }
        _ = try await LetterSigning(acts: acts).sign(nil, on: card, office.hand("levchenko"))
        let sent = try await LetterSigning(acts: acts).dispatch(nil, on: card, office.hand("bondar"))
        #expect(sent.card.registrationIndex == "1/03-10-ВН" && sent.card.stage == .onResolution)
        #expect(try await office.book().entries(of: .internal, year: 2026).map(\.index) == ["1/03-10-ВН"])
        #expect(try await office.opened().store.journalGaps().isEmpty)
    }

    @Test func anAnswerToOurLetterFindsItsCardByTheNumber() async throws {
        let office = try RouteOffice()
        try await Self.run(Array(Self.whole.prefix(15)), in: office)
        let (_, store) = try await office.opened()
        let key = NumberKey.key(of: "03-10/1")
        let answer = NewCard(
            state: .preReview, kind: "REPLY", subject: "Відповідь", senderName: "ОВА", senderAddress: "ova@oblast.example",
            recipientAddress: "", letterDate: nil, trust: .domainProven, isImported: false, language: "uk", bodyText: "",
            facts: NewFacts(
                sheet: RouteOffice.sheet("REPLY", due: nil), deadline: nil, number: nil,
                answers: [DocumentNumber(key: key, written: "03-10/1", date: CivilDate("2026-11-25"))]))
        let filing = LetterFiling(
            occurrence: Occurrence(
                mailbox: "official", uidValidity: try #require(UIDValidity(rawValue: 7)), uid: try #require(UID(rawValue: 99))),
            digest: MessageDigest(1, 2, 3, 4), size: 1, receivedAt: office.clock.now(), messageID: nil, fate: .card(answer))
        guard case .card(let opened) = try await store.file([filing], at: office.clock.now()).first else {
            return #expect(Bool(false), "it became no card")
        }
        #expect(try await store.relations(of: opened.id).map(\.card) == [Self.card])
    }

    /// The state folder before each step of the scenario, and after the last.
    private static func snapshots(of office: RouteOffice) async throws -> [String] {
        var folders: [String] = []
        func keep() async throws {
            await office.crash()
            folders.append("\(office.folder)-\(folders.count)")
            try FileManager.default.copyItem(atPath: office.folder, toPath: folders[folders.count - 1])
        }
        _ = try await office.opened()
        for step in whole {
            try await keep()
            try await step(office)
        }
        try await keep()
        return folders
    }

    @Test func aScenarioCutBeforeAnyDurableStepEndsTheSame() async throws {
        let office = try RouteOffice()
        let folders = try await Self.snapshots(of: office)
        defer { folders.forEach { try? FileManager.default.removeItem(atPath: $0) } }
        var cuts = 0
        for (place, step) in Self.whole.enumerated() {
            let expected = try await RouteOffice(copying: folders[place + 1], of: office).dump()
            for ordinal in 1... {
                let cut = try RouteOffice(copying: folders[place], of: office)
                _ = try await cut.opened()
                cut.steps.cut(before: cut.steps.count + ordinal)
                // A step with fewer durable steps than that is whole.
                do {
                    try await step(cut)
                    break
                } catch {}
                cuts += 1
                cut.steps.cut(before: nil)
                await cut.crash()
                try await step(cut)
                #expect(try await cut.dump() == expected, "step \(place + 1) cut before its durable step \(ordinal)")
            }
        }
        #expect(cuts > 25)
    }
}
