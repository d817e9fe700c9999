// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct ApprovalTests {
    static let submitted: [(String, Deed)] = Array(Answer.toSigning.prefix(3))
    static let remark = Deed.remarked(Answer.id, version: Answer.first, remark: "Уточнити суму в абзаці 2.")

    @Test func aRemarkGoesToTheAuthorWhoAnswersItToTheSameApprover() throws {
        var card = try CardLife.after(Self.submitted + [("lawyer", Answer.approved)])
        let effects = try card.act("deputy", Self.remark)
        #expect(
            effects == [
                .voidRequests(Answer.id),
                .tell([Council.id("shevchenko")], .remarked(Answer.id, remark: "Уточнити суму в абзаці 2.")),
            ])
        #expect(card.refusal("shevchenko", .submitted(Answer.id)) == .wrongDraftStage(.submitted, .returned))
        let again = try card.act("shevchenko", .remarkAnswered(Answer.id, reasons: "Сума відповідає рішенню № 5."))
        #expect(again == [.requestApproval(Answer.id, version: Answer.first, from: Seat(Council.id("deputy")))])
        #expect(card[draft: Answer.id]?.approval.decisions.map(\.step) == [0])
        try card.act("deputy", Answer.approved)
        #expect(card[draft: Answer.id]?.stage == .onSigning)
    }

    @Test func anEditWithdrawsTheDraftAndArchivesWhatWasDecided() throws {
        var card = try CardLife.after(Self.submitted + [("lawyer", Answer.approved)])
        let effects = try card.act("deputy", Answer.edited)
        #expect(effects == [.voidRequests(Answer.id), .tell([Council.id("shevchenko")], .edited(Answer.id))])
        let draft = try #require(card[draft: Answer.id])
        #expect(draft.stage == .drafting)
        #expect(draft.versions.count == 2)
        #expect(draft.approval.decisions.isEmpty)
        #expect(draft.approval.archive.count == 1)
        #expect(card.refusal("lawyer", Answer.approved) == .wrongDraftStage(.approved, .drafting))
        try card.act("shevchenko", .submitted(Answer.id))
        #expect(card.refusal("lawyer", Answer.approved) == .staleVersion(Answer.id))
        #expect(card.refusal("lawyer", .approved(Answer.id, version: VersionDigest(rawValue: "v2"))) == nil)
    }

    @Test func theHeadsOwnEditIsSignedWithoutApprovalAgain() throws {
        var card = try CardLife.after(Answer.toSigning)
        try card.act("mayor", Answer.edited)
        #expect(card[draft: Answer.id]?.stage == .onSigning)
        #expect(card.refusal("mayor", Answer.signed) == .staleVersion(Answer.id))
        #expect(card.refusal("mayor", .signed(Answer.id, version: VersionDigest(rawValue: "v2"))) == nil)
    }

    @Test func theAuthorsEditBeforeSigningBeginsApprovalAnew() throws {
        var card = try CardLife.after(Answer.toSigning)
        try card.act("shevchenko", Answer.edited)
        #expect(card[draft: Answer.id]?.stage == .drafting)
        let signing = Deed.signed(Answer.id, version: VersionDigest(rawValue: "v2"))
        #expect(card.refusal("mayor", signing) == .wrongDraftStage(.signed, .drafting))
    }

    @Test func aSignatoryWhoDeclinesSendsItBackToTheAuthor() throws {
        var card = try CardLife.after(Answer.toSigning)
        let effects = try card.act("mayor", .signingDeclined(Answer.id, version: Answer.first, reason: "Коротше."))
        #expect(effects.contains(.tell([Council.id("shevchenko")], .signingDeclined(Answer.id, reason: "Коротше."))))
        #expect(card[draft: Answer.id]?.approval.remarks.map(\.text) == ["Коротше."])
        #expect(card.refusal("shevchenko", .submitted(Answer.id)) == nil)
    }

    @Test func aRouteWithoutApproversGoesStraightToSigning() throws {
        let route = CardRoute(
            review: Council.route.review, approvers: [], signatory: Council.route.signatory, signing: .desk)
        let card = try CardLife.after(Council.opening(route: route), Self.submitted)
        #expect(card[draft: Answer.id]?.stage == .onSigning)
    }

    @Test func anActingSignatoryDoesNotRestartApproval() throws {
        let link = Substitute(
            absent: Council.id("mayor"), acting: Council.id("deputy"), days: Council.today...Council.today,
            basis: "розпорядження № 57-к", reason: .leave)
        let staff = Council.staff([link])
        var card = try CardLife.after(Answer.toSigning)
        let acting = try staff.actor(Council.id("deputy"), for: Council.id("mayor"), on: Council.today)
        _ = try card.apply(Act(by: acting, at: Council.noon, proof: .desk, deed: Answer.signed))
        let signature = try #require(card[draft: Answer.id]?.signature)
        #expect(signature.actor.person == Council.id("deputy"))
        #expect(staff.wording(of: signature.actor.standIn) == "за Ткачука В. П. (відпустка, розпорядження № 57-к)")
    }

    @Test func anEmptyRemarkAndAnUnchangedVersionAreRefused() throws {
        var card = try CardLife.after(Self.submitted)
        #expect(
            card.refusal("lawyer", .remarked(Answer.id, version: Answer.first, remark: " ")) == .textMissing(.remark))
        #expect(card.refusal("shevchenko", .draftEdited(Answer.id, version: Council.version(1))) == .sameVersion)
        try card.act("shevchenko", .withdrawn(Answer.id))
        #expect(card[draft: Answer.id]?.stage == .drafting)
        #expect(card.refusal("lawyer", Answer.edited) == .notAuthor(Council.id("shevchenko")))
    }

    @Test func layingARoutePutsEveryPersonInOnePlace() throws {
        let rule = RouteRule(
            kind: nil, review: .role(.mayor), approvers: [.role(.lawyer), .role(.mayor), .person(Council.id("lawyer"))],
            signatory: .person(Council.id("mayor")), registration: .automatic, signing: .reply)
        let route = try Council.staff().lay(rule)
        #expect(route.approvers == [Seat(Council.id("lawyer"))])
        #expect(route.signing == .reply)
        let empty = RouteRule(
            kind: nil, review: .role(.publicInformation), approvers: [], signatory: .role(.mayor), registration: .automatic)
        #expect(throws: OfficeRefusal.nobodyHolds(.role(.publicInformation))) { try Council.staff().lay(empty) }
    }
}
