// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct RefusalWordingTests {
    static let link = SubstitutionTests.link("mayor", "deputy", "2026-12-01", "2026-12-14")
    static let seat = Seat(Council.id("mayor"))
    static let refusals: [OfficeRefusal] =
        [
            .wrongStage(.signed, .closed), .wrongDraftStage(.signed, .returned), .outOfOrder(expected: 3),
            .unknownPerson(Council.id("x")), .notYourTurn(seat), .notYourTurn(nil), .reserved(.resolved, for: seat),
            .needsRole([.controller]), .notOwner([]), .notOwner([Council.id("kravets")]), .notAuthor(Council.id("kravets")),
            .needsPerson(.signed), .needsDesk(.signed), .numberMissing, .registeredOnAnotherDay(Council.today),
            .notIncoming(.forwarded), .forwardingLate(Council.today), .sendingBackLate(Council.today), .alreadyAnswered,
            .alreadySent(Answer.id), .noSuchResolution, .nobodyNamed, .namedTwice(Council.id("kravets")),
            .vagueWording("прискорити"), .termInThePast(Council.today), .termLaterThan(Council.today), .noMainExecutor,
            .notExecutorOfParent, .childChangesMainExecutor, .childChangesSubstance, .namesAuthor, .nothingToDelegate,
            .noSuchTask, .taskDone(TaskID(rawValue: 1)), .taskAlreadyAccepted(TaskID(rawValue: 1)), .noExtension(ground: "ст. 1"),
            .extensionPending(TaskID(rawValue: 1)), .noPendingExtension(TaskID(rawValue: 1)),
            .noTermToExtend(TaskID(rawValue: 1)),
            .termPassed(Council.today), .notLater(than: Council.today), .beyondLimit(Council.today, ground: "ст. 1"),
            .grantTooLate(Council.today, ground: "ст. 1"), .ownRequest, .noSuchDraft, .draftExists(Answer.id),
            .purposeDoesNotFit(.final), .staleVersion(Answer.id), .sameVersion, .noSuchAddressee, .notBounced,
            .bounceUnanswered(Answer.id), .letterUnsent(Answer.id), .executorOnControl, .termRuns(Council.today), .isAbsent(link),
            .doesNotStandIn(Council.id("kravets"), for: Council.id("mayor")), .substitutesSelf(Council.id("mayor")),
            .alreadySubstituted(link), .ringOfSubstitutes([Council.id("mayor"), Council.id("deputy")]),
            .notSubstituted(Council.id("mayor")), .nobodyHolds(.role(.lawyer)),
        ] + MissingText.allCases.map { .textMissing($0) }

    @Test(arguments: refusals) func aRefusalSaysWhyAndWhatToDoInBothLanguages(_ refusal: OfficeRefusal) {
        let ukrainian = refusal.sentence(in: .ukrainian, staff: Council.staff())
        let english = refusal.sentence(in: .english, staff: Council.staff())
        for sentence in [ukrainian, english] {
            #expect(sentence.last == "." && !sentence.contains(".."))
            // Why, and what to do: two clauses at least.
            #expect(sentence.split { ".;,:".contains($0) }.filter { $0.count > 3 }.count >= 2, "\(sentence)")
        }
        #expect(ukrainian.contains { ("а"..."я").contains($0) || $0 == "і" })
        #expect(english.unicodeScalars.filter { ("а"..."я").contains($0) }.count < english.count / 2)
    }

    @Test func peopleAreNamedAndNotNumbered() {
        #expect(
            OfficeRefusal.notYourTurn(Self.seat).sentence(in: .ukrainian, staff: Council.staff())
                == "Ще не Ваша черга: зараз вирішує Ткачук В. П.; щойно черга дійде до Вас, Ви отримаєте лист.")
    }
}
