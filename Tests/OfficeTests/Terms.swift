// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar

/// A few kinds of documents with their terms, for a letter received on Monday 23 November 2026; Saturdays and Sundays off.
enum Terms {
    private static let reckoning = DueReckoning(calendar: WorkCalendar())
    private static let receivedAt = WallTime(date: Council.letter.receivedOn, hour: 11)
    private static let table = KindTable([
        row(
            "CITIZEN_COMPLAINT", .init(limit: .calendarDays(45), notice: nil, basis: "ст. 20 Закону «Про звернення громадян»"),
            duties: [("forward", .calendarDays(5)), ("return", .calendarDays(10))]),
        row(
            "PUBLIC_INFO",
            .init(
                limit: .workingDays(20), notice: .workingDays(5),
                basis: "ч. 4 ст. 20 Закону «Про доступ до публічної інформації»")),
        row("MP_APPEAL", .init(limit: .calendarDays(30), notice: nil, basis: "ст. 16")),
        row("MP_REQUEST", .init(limit: .months(1), notice: nil, basis: "ст. 15")),
        row("AUTH_CONTROL", .init(grantedBy: .author, limit: nil, notice: nil, basis: "п. 168")),
        row(
            "WHISTLEBLOWER",
            .init(
                grantedBy: .nobody, limit: nil, notice: nil, basis: "ст. 53-2 Закону «Про запобігання корупції»")),
        row("ORG_LETTER", nil),
    ])

    static func allowance(of kind: String) -> ExtensionAllowance {
        ExtensionAllowance(terms(kind), receivedAt: receivedAt, reckoning: reckoning)
    }

    static func limits(of kind: String) -> ReviewLimits {
        ReviewLimits(terms(kind), receivedAt: receivedAt, reckoning: reckoning)
    }

    private static func terms(_ kind: String) -> KindTerms? { table.terms(of: kind, on: receivedAt.date) }

    private static func row(_ code: String, _ extending: KindTerms.Extension?, duties: [(String, Term)] = []) -> KindTerms {
        let name = BilingualText(ukrainian: code, english: code)
        return KindTerms(
            code: code, name: name, task: name, term: .calendarDays(30), basis: "", extending: extending,
            duties: duties.map { .init(code: $0.0, name: name, term: $0.1, basis: "") })
    }
}
