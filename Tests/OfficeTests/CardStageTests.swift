// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct CardStageTests {
    /// Every kind of act a stage admits; what a row does not name is refused there.
    static let table: [CardStage: String] = [
        .preReview: "accepted refused forwarded sentBack setAside",
        .drafting:
            "draftOpened draftEdited submitted withdrawn abandoned approved remarked remarkAnswered signed signingDeclined "
            + "draftRegistered dispatched delivered bounced",
        .onResolution: "forwarded sentBack cancelled resolved closed delivered bounced",
        .inExecution:
            "forwarded sentBack cancelled resolved taskAccepted reported extensionRequested extensionGranted extensionDeclined "
            + "draftOpened draftEdited submitted withdrawn abandoned approved remarked remarkAnswered signed signingDeclined "
            + "draftRegistered dispatched delivered bounced resent handedOver",
        .controlCheck: "abandoned draftRegistered dispatched delivered bounced resent handedOver controlRemoved reopened",
        .executed: "abandoned draftRegistered dispatched delivered bounced resent handedOver reopened closed",
        .closed: "delivered bounced resent handedOver",
        .refused: "",
        .forwarded: "closed delivered bounced",
        .sentBack: "closed delivered bounced",
        .notRegistered: "accepted",
        .cancelled: "delivered bounced",
    ]

    static let drafts: [Draft.Stage: String] = [
        .drafting: "draftEdited submitted abandoned",
        .onApproval: "draftEdited withdrawn abandoned approved remarked",
        .returned: "draftEdited abandoned remarkAnswered",
        .onSigning: "draftEdited withdrawn abandoned signed signingDeclined",
        .signed: "draftRegistered",
        .registered: "dispatched",
        .dispatched: "delivered bounced resent handedOver",
        .abandoned: "",
    ]

    @Test(arguments: CardStage.allCases) func aStageAdmitsExactlyTheActsOfItsRow(_ stage: CardStage) throws {
        let row = try #require(Self.table[stage]).split(separator: " ").map(String.init)
        #expect(DeedKind.allCases.filter { stage.admits($0) }.map(\.rawValue).sorted() == row.sorted())
    }

    @Test(arguments: Draft.Stage.allCases) func aDraftAdmitsExactlyTheActsOfItsRow(_ stage: Draft.Stage) throws {
        let row = try #require(Self.drafts[stage]).split(separator: " ").map(String.init)
        #expect(DeedKind.allCases.filter { stage.admits($0) }.map(\.rawValue).sorted() == row.sorted())
    }

    static let mark = Deed.accepted(Council.mark(1))

    /// A card in each stage, by the shortest way.
    static func card(in stage: CardStage) throws -> CardLife {
        let unregistered = Council.opening(registered: false)
        return switch stage {
        case .preReview: CardLife(unregistered)
        case .drafting: CardLife(Council.opening(.ownLetter(author: Council.id("shevchenko")), registered: false, tasks: []))
        case .onResolution: CardLife(Council.opening())
        case .inExecution: try .after([("mayor", Council.resolution())])
        case .controlCheck: try .after(Answer.toDispatch)
        case .executed: try .after(Answer.toDispatch + [("control", .controlRemoved(note: ""))])
        case .closed:
            try .after(
                Answer.toDispatch + [("control", .controlRemoved(note: "")), ("bondar", .closed(caseFile: "03-10", note: ""))])
        case .refused: try .after(unregistered, [("bondar", .refused(.unreadable, explanation: ""))])
        case .forwarded: try .after([("bondar", .forwarded(to: "Поліція", lateReason: nil))])
        case .sentBack: try .after([("bondar", .sentBack(explanation: "немає адреси", lateReason: nil))])
        case .notRegistered: try .after(unregistered, [("bondar", .setAside(reason: "реклама"))])
        case .cancelled: try .after([("bondar", .cancelled(reason: "помилка"))])
        }
    }

    /// One deed of every kind, by the person whose act it is.
    static let deeds: [(String, Deed)] = [
        ("bondar", mark), ("bondar", .refused(.unreadable, explanation: "")),
        ("bondar", .forwarded(to: "Поліція", lateReason: nil)), ("bondar", .sentBack(explanation: "так", lateReason: nil)),
        ("bondar", .setAside(reason: "реклама")), ("bondar", .cancelled(reason: "помилка")), ("mayor", Council.resolution(2)),
        ("shevchenko", .taskAccepted(TaskID(rawValue: 1))), ("shevchenko", .reported(TaskID(rawValue: 1), text: "зроблено")),
        ("shevchenko", .extensionRequested(TaskID(rawValue: 1), until: Council.day("2026-12-20"), reason: "обсяг")),
        ("mayor", .extensionGranted(TaskID(rawValue: 1), basis: nil)),
        ("mayor", .extensionDeclined(TaskID(rawValue: 1), reason: "ні")), ("shevchenko", Answer.opened),
        ("shevchenko", Answer.edited), ("shevchenko", .submitted(Answer.id)), ("shevchenko", .withdrawn(Answer.id)),
        ("shevchenko", .abandoned(Answer.id, reason: "зайве")), ("lawyer", Answer.approved),
        ("lawyer", .remarked(Answer.id, version: Answer.first, remark: "абзац 2")),
        ("shevchenko", .remarkAnswered(Answer.id, reasons: "так вимагає закон")), ("mayor", Answer.signed),
        ("mayor", .signingDeclined(Answer.id, version: Answer.first, reason: "ні")), ("bondar", Answer.registered),
        ("bondar", .dispatched(Answer.id)), ("chancery", .delivered(Answer.id, addressee: 0, verdict: "250")),
        ("chancery", .bounced(Answer.id, addressee: 0, verdict: "550")),
        ("bondar", .resent(Answer.id, addressee: 0, channel: "Укрпошта")),
        ("bondar", .handedOver(Answer.id, addressee: 0, way: "вручено особисто", on: Council.today)),
        ("control", .controlRemoved(note: "")),
        ("control", .reopened(reason: "неповна відповідь")), ("bondar", .closed(caseFile: "03-10", note: "враховано")),
    ]

    @Test func thereIsADeedOfEveryKind() {
        #expect(Set(Self.deeds.map(\.1.act.kind)) == Set(DeedKind.allCases))
    }

    @Test(arguments: CardStage.allCases) func everyPairOfStageAndDeedIsDoneOrRefusedWithAReason(_ stage: CardStage) throws {
        let card = try Self.card(in: stage)
        #expect(card.stage == stage)
        for (person, deed) in Self.deeds {
            let proof: ActProof = person == "chancery" ? .machine : .desk
            let open = card.openActs(to: Council.actor(person), at: Council.noon, by: proof)
            let refusal = card.refusal(person, deed, proof: proof)
            if refusal == nil {
                #expect(stage.admits(deed.act.kind), "\(deed.act.kind) done in \(stage)")
                #expect(open.contains(deed.act), "\(deed.act.kind) done in \(stage) and not listed as open")
            }
            if let refusal, !stage.admits(deed.act.kind) {
                #expect(refusal == .wrongStage(deed.act.kind, stage))
                #expect(!open.contains(deed.act))
            }
            for language in Language.allCases {
                #expect(refusal?.sentence(in: language, staff: Council.staff()).isEmpty != true)
            }
        }
    }

    @Test func theStatesOfTheRegisterKeepTheirNames() {
        #expect(
            CardState.allCases.map(\.rawValue) == [
                "preReview", "registered", "refused", "notRegistered", "quarantined", "cancelled", "drafting", "forwarded",
                "sentBack",
            ])
    }
}
