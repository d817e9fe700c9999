// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct CardScenarioTests {
    @Test func aLetterGoesFromResolutionToItsCaseFile() throws {
        var card = CardLife(Council.opening(kind: "AUTH_CONTROL"))
        var effects = try card.act("mayor", Council.resolution(term: "2026-12-10"))
        #expect(
            effects == [
                .assign(ResolutionID(rawValue: 1), to: [Council.id("shevchenko")]),
                .notifyApplicant(.ownerAppointed(Council.id("shevchenko"))), .remind(of: Council.day("2026-12-10")),
            ])
        try card.act("shevchenko", .taskAccepted(TaskID(rawValue: 1)))
        try card.act("shevchenko", Answer.opened)
        effects = try card.act("shevchenko", .submitted(Answer.id))
        #expect(effects == [.requestApproval(Answer.id, version: Answer.first, from: Seat(Council.id("lawyer")))])
        #expect(card.refusal("deputy", Answer.approved) == .notYourTurn(Seat(Council.id("lawyer"))))
        #expect(!card.sees(Answer.id, Council.actor("deputy")))
        try card.act("lawyer", Answer.approved)
        #expect(card.sees(Answer.id, Council.actor("deputy")))
        #expect(!card.sees(Answer.id, Council.actor("mayor")))
        effects = try card.act("deputy", Answer.approved)
        #expect(effects == [.requestSignature(Answer.id, version: Answer.first, from: Seat(Council.id("mayor")))])
        #expect(card.refusal("bondar", Answer.registered) == .wrongDraftStage(.draftRegistered, .onSigning))
        try card.act("mayor", Answer.signed)
        try card.act("bondar", Answer.registered)
        effects = try card.act("bondar", .dispatched(Answer.id))
        #expect(effects.contains(.requestControlCheck) && effects.contains(.remind(of: nil)))
        #expect(card.stage == .controlCheck)
        #expect(card.refusal("bondar", .closed(caseFile: "03-10", note: "")) == .wrongStage(.closed, .controlCheck))
        try card.act("control", .controlRemoved(note: "виконано"))
        try card.act("bondar", .closed(caseFile: "03-10", note: ""))
        #expect(card.filing?.ukrainian == "До справи № 03-10 / Лист-відповідь від 25.11.2026 № 802/03-10")
        #expect(card.acts.count == 11)
    }

    @Test func anInterimAnswerLeavesTheCardInExecution() throws {
        var card = try CardLife.after([("mayor", Council.resolution())])
        try card.act("shevchenko", .draftOpened(Answer.id, purpose: .interim, tasks: [], version: Council.version(1)))
        for (person, deed) in Answer.toDispatch.dropFirst(2) { try card.act(person, deed) }
        #expect(card.stage == .inExecution)
        #expect(card.due == Council.day("2026-12-15"))
    }

    @Test func theCardIsDueWhenItsEarliestOpenTaskIs() throws {
        let opening = Council.opening(tasks: [Council.task(1, due: "2026-12-15"), Council.task(2, due: "2026-12-01")])
        var card = try CardLife.after(opening, [("mayor", Council.resolution())])
        #expect(card.due == Council.day("2026-12-01"))
        try card.act("shevchenko", .reported(TaskID(rawValue: 2), text: "нараду проведено"))
        #expect(card.due == Council.day("2026-12-15"))
        #expect(card.stage == .inExecution)
    }

    @Test func anInternalNoteIsSignedThenConsideredByItsAddressee() throws {
        let opening = Council.opening(.internalNote(author: Council.id("kravets")), kind: nil, registered: false, tasks: [])
        var card = CardLife(opening)
        #expect(card.refusal("shevchenko", Answer.opened) == .notOwner([Council.id("kravets")]))
        try card.act("kravets", .draftOpened(Answer.id, purpose: .initiative, tasks: [], version: Council.version(1)))
        for (person, deed) in [("kravets", Deed.submitted(Answer.id))] + Answer.toSigning.suffix(2) { try card.act(person, deed) }
        try card.act("mayor", Answer.signed)
        let effects = try card.act("bondar", .draftRegistered(Answer.id, Council.mark(7, .internal)))
        #expect(effects.contains(.requestResolution(from: Seat(Council.id("mayor")))))
        #expect(card.stage == .onResolution)
        #expect(card.mark == Council.mark(7, .internal))
        try card.act("mayor", Council.resolution(text: "Опрацювати", term: "2026-12-01"))
        try card.act("shevchenko", .reported(TaskID(rawValue: 1), text: "опрацьовано"))
        #expect(card.stage == .controlCheck)
    }

    @Test func aLetterOfOurOwnIsDoneOnceItIsSent() throws {
        let opening = Council.opening(.ownLetter(author: Council.id("shevchenko")), registered: false, tasks: [])
        var card = CardLife(opening)
        #expect(card.refusal("shevchenko", Answer.opened) == .purposeDoesNotFit(.final))
        try card.act("shevchenko", .draftOpened(Answer.id, purpose: .initiative, tasks: [], version: Council.version(1)))
        for (person, deed) in Answer.toDispatch.dropFirst(2) { try card.act(person, deed) }
        #expect(card.stage == .executed)
        #expect(card.mark == Council.mark(802, .outgoing))
        try card.act("bondar", .closed(caseFile: "03-10", note: ""))
    }

    @Test func aBounceIsATaskToCallAndHoldsTheCardUnderControl() throws {
        var card = try CardLife.after(Answer.toDispatch)
        let machine = Act(
            by: .machine, at: Council.noon, proof: .machine, deed: .bounced(Answer.id, addressee: 0, verdict: "550 5.1.1"))
        #expect(try card.apply(machine) == [.callAddressee(Answer.id, Council.letter.correspondents[0])])
        #expect(card.refusal("control", .controlRemoved(note: "")) == .bounceUnanswered(Answer.id))
        try card.act("bondar", .resent(Answer.id, addressee: 0, channel: "рекомендованим листом"))
        try card.act("control", .controlRemoved(note: ""))
        #expect(card.refusal("bondar", .resent(Answer.id, addressee: 3, channel: "пошта")) == .notBounced)
    }

    @Test func anAddresseeWithoutMailHoldsTheCardUntilTheLetterIsPosted() throws {
        var content = Council.version(2).content
        content.addressees.append(Addressee(name: "Коваль Ганні Петрівні", address: "вул. Садова, 5, м. Новоозерськ"))
        let version = DraftVersion(digest: VersionDigest(rawValue: "posted"), content: content)
        var card = try CardLife.after([
            ("mayor", Council.resolution()),
            ("shevchenko", .draftOpened(Answer.id, purpose: .final, tasks: [], version: version)),
            ("shevchenko", .submitted(Answer.id)),
        ])
        for person in ["lawyer", "deputy"] { try card.act(person, .approved(Answer.id, version: version.digest)) }
        try card.act("mayor", .signed(Answer.id, version: version.digest))
        try card.act("bondar", Answer.registered)
        let effects = try card.act("bondar", .dispatched(Answer.id))
        #expect(effects.contains(.send(Answer.id, to: content.addressees)))
        #expect(card[draft: Answer.id]?.deliveries.map(\.state) == [.sent, .awaitsHand])
        #expect(card.refusal("control", .controlRemoved(note: "")) == .notHandedOver(Answer.id))
        func posted(_ way: String, on day: String, addressee: Int = 1) -> Deed {
            .handedOver(Answer.id, addressee: addressee, way: way, on: Council.day(day))
        }
        #expect(card.refusal("bondar", posted(" ", on: "2026-11-25")) == .textMissing(.way))
        #expect(card.refusal("bondar", posted("поштою", on: "2026-11-26")) == .dayToCome(Council.day("2026-11-26")))
        #expect(card.refusal("bondar", posted("поштою", on: "2026-11-25", addressee: 2)) == .noSuchAddressee)
        #expect(card.refusal("shevchenko", posted("поштою", on: "2026-11-25")) == .needsRole([.registrar]))
        #expect(try card.act("bondar", posted("рекомендованим листом", on: "2026-11-24")).isEmpty)
        #expect(
            card[draft: Answer.id]?.deliveries.last?.state
                == .handedOver(way: "рекомендованим листом", on: Council.day("2026-11-24")))
        try card.act("control", .controlRemoved(note: ""))
    }

    @Test func theMachineRecordsDeliveriesAndNothingElse() throws {
        let card = try CardLife.after(Array(Answer.toDispatch.dropLast()))
        let refused = #expect(throws: OfficeRefusal.self) {
            var copy = card
            _ = try copy.apply(Act(by: Council.actor("bondar"), at: Council.noon, proof: .machine, deed: .dispatched(Answer.id)))
        }
        #expect(refused == .needsDesk(.dispatched))
    }

    @Test func signingByReplyIsForRoutesThatSaySo() throws {
        let reply = ActProof.reply(letter: "ab")
        let atDesk = try CardLife.after(Answer.toSigning)
        #expect(atDesk.refusal("mayor", Answer.signed, proof: reply) == .needsDesk(.signed))
        let open = CardRoute(
            review: Council.route.review, approvers: Council.route.approvers, signatory: Council.route.signatory, signing: .reply)
        let byMail = try CardLife.after(Council.opening(route: open), Answer.toSigning)
        #expect(byMail.refusal("mayor", Answer.signed, proof: reply) == nil)
        let sent = try CardLife.after(Council.opening(route: open), Answer.toDispatch)
        #expect(sent.refusal("control", .controlRemoved(note: ""), proof: reply) == .needsDesk(.controlRemoved))
    }

    @Test func anExecutorDoesNotTakeTheirOwnCardOffControl() throws {
        let card = try CardLife.after([
            ("mayor", Council.resolution(main: "both")), ("both", .reported(TaskID(rawValue: 1), text: "зроблено")),
        ])
        #expect(card.refusal("both", .controlRemoved(note: "")) == .executorOnControl)
        #expect(card.refusal("control", .controlRemoved(note: "")) == nil)
        #expect(card.refusal("shevchenko", .controlRemoved(note: "")) == .needsRole([.controller]))
    }

    @Test func lettersArePassedOnInFiveDaysAndSentBackInTen() {
        let card = CardLife(Council.opening(registered: false))
        let forward = Deed.forwarded(to: "Поліція", lateReason: nil)
        let back = Deed.sentBack(explanation: "немає адреси", lateReason: nil)
        // The fifth day is a Saturday.
        #expect(card.refusal("bondar", forward, at: Council.moment("2026-11-30")) == nil)
        #expect(card.refusal("bondar", forward, at: Council.moment("2026-12-01")) == .forwardingLate(Council.day("2026-11-30")))
        #expect(card.refusal("bondar", back, at: Council.moment("2026-12-03")) == nil)
        #expect(card.refusal("bondar", back, at: Council.moment("2026-12-04")) == .sendingBackLate(Council.day("2026-12-03")))
        let late = Deed.forwarded(to: "Поліція", lateReason: "встановлювали належність")
        #expect(card.refusal("bondar", late, at: Council.moment("2026-12-01")) == nil)
        #expect(card.refusal("mayor", forward) == .needsRole([.registrar]))
    }

    @Test func aReportOfCorruptionIsRegisteredByItsOfficerOnly() {
        let card = CardLife(Council.opening(kind: "WHISTLEBLOWER", registered: false))
        #expect(card.refusal("bondar", .accepted(Council.mark(1))) == .needsRole([.antiCorruption]))
    }

    @Test func aSignedLetterThatWasNotSentKeepsTheCardOpen() throws {
        var card = try CardLife.after(Array(Answer.toDispatch.dropLast(2)))
        try card.act("shevchenko", .reported(TaskID(rawValue: 1), text: "зроблено"))
        try card.act("control", .controlRemoved(note: ""))
        #expect(card.refusal("bondar", .closed(caseFile: "03-10", note: "так")) == .letterUnsent(Answer.id))
        try card.act("bondar", Answer.registered)
        try card.act("bondar", .dispatched(Answer.id))
        try card.act("bondar", .closed(caseFile: "03-10", note: ""))
    }
}
