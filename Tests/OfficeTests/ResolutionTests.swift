// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct ResolutionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let by: String
        let deed: Deed
        let refusal: OfficeRefusal?
        var testDescription: String { name }
    }

    static let first = Council.resolution(main: "deputy", co: ["kravets"], term: "2026-12-10")

    static let roots = [
        Row(name: "to one", by: "mayor", deed: Council.resolution(), refusal: nil),
        Row(
            name: "for information only", by: "mayor", deed: Council.resolution(main: nil, informed: ["lawyer"], text: ""),
            refusal: nil),
        Row(
            name: "by another than the reviewer", by: "deputy", deed: Council.resolution(),
            refusal: .reserved(.resolved, for: Seat(Council.id("mayor")))),
        Row(name: "to nobody", by: "mayor", deed: Council.resolution(main: nil), refusal: .nobodyNamed),
        Row(
            name: "co-executors without a main one", by: "mayor", deed: Council.resolution(main: nil, co: ["kravets"]),
            refusal: .noMainExecutor),
        Row(
            name: "one person twice", by: "mayor", deed: Council.resolution(co: ["shevchenko"]),
            refusal: .namedTwice(Council.id("shevchenko"))),
        Row(
            name: "a vague order", by: "mayor", deed: Council.resolution(text: "Звернути  увагу, активізувати роботу"),
            refusal: .vagueWording("звернути увагу")),
        Row(
            name: "a noun of a vague verb", by: "mayor", deed: Council.resolution(text: "Надати дані щодо прискорення ремонту"),
            refusal: nil),
        Row(
            name: "a term and no order", by: "mayor", deed: Council.resolution(text: "", term: "2026-12-10"),
            refusal: .textMissing(.resolution)),
        Row(name: "neither term nor order", by: "mayor", deed: Council.resolution(text: ""), refusal: nil),
        Row(
            name: "yesterday", by: "mayor", deed: Council.resolution(term: "2026-11-24"),
            refusal: .termInThePast(Council.day("2026-11-24"))),
        Row(name: "today", by: "mayor", deed: Council.resolution(term: "2026-11-25"), refusal: nil),
        Row(
            name: "later than the letter allows", by: "mayor", deed: Council.resolution(term: "2026-12-16"),
            refusal: .termLaterThan(Council.day("2026-12-15"))),
        Row(name: "a number out of order", by: "mayor", deed: Council.resolution(2), refusal: .outOfOrder(expected: 1)),
        Row(name: "a task there is not", by: "mayor", deed: Council.resolution(task: 5), refusal: .noSuchTask),
    ]

    @Test(arguments: roots) func aFirstResolution(_ row: Row) {
        #expect(CardLife(Council.opening()).refusal(row.by, row.deed) == row.refusal)
    }

    static let children = [
        Row(
            name: "down the line", by: "deputy", deed: Council.resolution(2, parent: 1, main: "shevchenko", term: "2026-12-08"),
            refusal: nil),
        Row(
            name: "a co-executor adds people", by: "kravets",
            deed: Council.resolution(2, parent: 1, main: nil, co: ["lawyer"]), refusal: nil),
        Row(
            name: "a co-executor names a main one", by: "kravets", deed: Council.resolution(2, parent: 1, main: "lawyer"),
            refusal: .childChangesMainExecutor),
        Row(name: "by a stranger", by: "lawyer", deed: Council.resolution(2, parent: 1), refusal: .notExecutorOfParent),
        Row(
            name: "to oneself", by: "deputy", deed: Council.resolution(2, parent: 1, main: "deputy"), refusal: .namesAuthor),
        Row(
            name: "later than the parent", by: "deputy", deed: Council.resolution(2, parent: 1, term: "2026-12-11"),
            refusal: .termLaterThan(Council.day("2026-12-10"))),
        Row(
            name: "about another task", by: "deputy", deed: Council.resolution(2, parent: 1, task: 1),
            refusal: .childChangesSubstance),
        Row(name: "under none", by: "deputy", deed: Council.resolution(2, parent: 9), refusal: .noSuchResolution),
    ]

    @Test(arguments: children) func aResolutionUnderAnother(_ row: Row) throws {
        let card = try CardLife.after([("mayor", Self.first)])
        #expect(card.refusal(row.by, row.deed) == row.refusal)
    }

    @Test func theProcessOwnerIsTheEndOfTheLine() throws {
        var card = try CardLife.after([("mayor", Self.first)])
        #expect(card.owners == [Council.id("deputy")])
        let effects = try card.act("deputy", Council.resolution(2, parent: 1, main: "shevchenko"))
        #expect(card.owners == [Council.id("shevchenko")])
        #expect(effects.contains(.relieve([Council.id("deputy")], TaskID(rawValue: 1))))
        #expect(effects.contains(.notifyApplicant(.ownerAppointed(Council.id("shevchenko")))))
        #expect(card.refusal("deputy", Council.resolution(3, parent: 1, main: "lawyer")) == .nothingToDelegate)
        // The first reviewer alone takes it back.
        try card.act("mayor", Council.resolution(3, main: "kravets", task: 1))
        #expect(card.owners == [Council.id("kravets")])
    }

    @Test func severalResolutionsGiveSeveralTasks() throws {
        let card = try CardLife.after(
            Council.opening(tasks: []),
            [
                ("mayor", Council.resolution(1, term: "2026-12-10")),
                ("mayor", Council.resolution(2, main: "kravets", text: "Зібрати дані", term: "2026-12-01")),
            ])
        #expect(card.tasks.map(\.owner) == [Council.id("shevchenko"), Council.id("kravets")])
        #expect(card.due == Council.day("2026-12-01"))
    }

    @Test func aResolutionForInformationEndsTheWork() throws {
        var card = try CardLife.after(
            Council.opening(tasks: []), [("mayor", Council.resolution(main: nil, informed: ["lawyer"], text: "До відома"))])
        #expect(card.stage == .executed)
        #expect(card.refusal("bondar", .closed(caseFile: "03-10", note: " ")) == .textMissing(.filingNote))
        try card.act("bondar", .closed(caseFile: "03-10", note: "враховано в роботі"))
        #expect(card.filing?.ukrainian == "До справи № 03-10 / враховано в роботі")
    }
}
