// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct ExtensionTests {
    static let task = TaskID(rawValue: 1)

    static func card(_ kind: String) throws -> CardLife {
        let allowance = Terms.allowance(of: kind)
        return try .after(Council.opening(kind: kind, allowance: allowance), [("mayor", Council.resolution())])
    }

    static func request(_ until: String, reason: String = "великий обсяг") -> Deed {
        .extensionRequested(task, until: Council.day(until), reason: reason)
    }

    struct Limit: Sendable, CustomTestStringConvertible {
        let kind: String
        let authority: ExtensionAuthority
        let latest: String?
        let grantBy: String?
        var testDescription: String { kind }
    }

    /// Received on Monday 23 November 2026; Saturdays and Sundays off.
    @Test(arguments: [
        Limit(kind: "CITIZEN_COMPLAINT", authority: .head, latest: "2027-01-07", grantBy: nil),
        Limit(kind: "PUBLIC_INFO", authority: .head, latest: "2026-12-21", grantBy: "2026-11-30"),
        Limit(kind: "MP_APPEAL", authority: .head, latest: "2026-12-23", grantBy: nil),
        Limit(kind: "MP_REQUEST", authority: .head, latest: "2026-12-23", grantBy: nil),
        Limit(kind: "AUTH_CONTROL", authority: .authorOfTask, latest: nil, grantBy: nil),
        Limit(kind: "WHISTLEBLOWER", authority: .nobody, latest: nil, grantBy: nil),
        Limit(kind: "ORG_LETTER", authority: .head, latest: nil, grantBy: nil),
    ]) func everyKindHasItsLimit(_ row: Limit) {
        let allowance = Terms.allowance(of: row.kind)
        #expect(allowance.authority == row.authority)
        #expect(allowance.latest == row.latest.map { Council.day($0) })
        #expect(allowance.grantBy == row.grantBy.map { Council.day($0) })
    }

    @Test func theHeadExtendsAndTheApplicantIsTold() throws {
        var card = try Self.card("CITIZEN_COMPLAINT")
        #expect(try card.act("shevchenko", Self.request("2026-12-29")) == [.requestExtensionDecision(Self.task, from: .head)])
        #expect(card.due == Council.day("2026-12-15"), "asking moves nothing")
        #expect(
            card.refusal("deputy", .extensionGranted(Self.task, basis: nil))
                == .reserved(.extensionGranted, for: Seat(Council.id("mayor"))))
        let effects = try card.act("mayor", .extensionGranted(Self.task, basis: nil))
        let until = Council.day("2026-12-29")
        #expect(
            effects == [
                .tell([Council.id("shevchenko")], .extended(Self.task, until: until)),
                .notifyApplicant(.extended(until: until, reason: "великий обсяг")), .remind(of: until),
            ])
        #expect(card[task: Self.task]?.formerDues == [Council.day("2026-12-15")])
    }

    @Test func onlyTheBodyThatSetATaskExtendsIt() throws {
        var card = try Self.card("AUTH_CONTROL")
        try card.act("shevchenko", Self.request("2027-02-01"))
        #expect(card.refusal("mayor", .extensionGranted(Self.task, basis: nil)) == .needsRole([.controller]))
        #expect(card.refusal("control", .extensionGranted(Self.task, basis: nil)) == .textMissing(.basis))
        let effects = try card.act("control", .extensionGranted(Self.task, basis: "лист ОВА від 30.11.2026 № 5"))
        #expect(effects.contains(.remind(of: Council.day("2027-02-01"))))
        #expect(!effects.contains { if case .notifyApplicant = $0 { true } else { false } })
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: String
        let deed: Deed
        var by = "shevchenko"
        var on = "2026-11-25"
        let refusal: OfficeRefusal
        var testDescription: String { name }
    }

    @Test(arguments: [
        Refused(
            name: "beyond 45 days", kind: "CITIZEN_COMPLAINT", deed: request("2027-01-08"),
            refusal: .beyondLimit(Council.day("2027-01-07"), ground: "ст. 20 Закону «Про звернення громадян»")),
        Refused(
            name: "no later than now", kind: "CITIZEN_COMPLAINT", deed: request("2026-12-15"),
            refusal: .notLater(than: Council.day("2026-12-15"))),
        Refused(
            name: "after the term", kind: "CITIZEN_COMPLAINT", deed: request("2026-12-29"), on: "2026-12-16",
            refusal: .termPassed(Council.day("2026-12-15"))),
        Refused(
            name: "without a reason", kind: "CITIZEN_COMPLAINT", deed: request("2026-12-29", reason: ""),
            refusal: .textMissing(.reason)),
        Refused(
            name: "by another", kind: "CITIZEN_COMPLAINT", deed: request("2026-12-29"), by: "kravets",
            refusal: .notOwner([Council.id("shevchenko")])),
        Refused(
            name: "of a report of corruption", kind: "WHISTLEBLOWER", deed: request("2026-12-29"),
            refusal: .noExtension(ground: "ст. 53-2 Закону «Про запобігання корупції»")),
        Refused(
            name: "of a request for information, told too late", kind: "PUBLIC_INFO", deed: request("2026-12-18"),
            on: "2026-12-01",
            refusal: .grantTooLate(
                Council.day("2026-11-30"), ground: "ч. 4 ст. 20 Закону «Про доступ до публічної інформації»")),
        Refused(
            name: "granted unasked", kind: "CITIZEN_COMPLAINT", deed: .extensionGranted(task, basis: nil), by: "mayor",
            refusal: .noPendingExtension(task)),
    ]) func anExtensionIsRefused(_ row: Refused) throws {
        #expect(try Self.card(row.kind).refusal(row.by, row.deed, at: Council.moment(row.on)) == row.refusal)
    }

    @Test func whoAskedDoesNotGrantWhileStandingIn() throws {
        var card = try Self.card("CITIZEN_COMPLAINT")
        try card.act("shevchenko", Self.request("2026-12-29"))
        let link = Substitute(
            absent: Council.id("mayor"), acting: Council.id("shevchenko"), days: Council.today...Council.today, basis: "№ 1")
        let acting = try Council.staff([link]).actor(Council.id("shevchenko"), for: Council.id("mayor"), on: Council.today)
        let act = Act(by: acting, at: Council.noon, proof: .desk, deed: .extensionGranted(Self.task, basis: nil))
        #expect(throws: OfficeRefusal.ownRequest) { try card.apply(act) }
    }
}
