// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The kinds of domain §1.1 as the readers need them; the shipped file is tested with the settings.
enum TasksKinds {
    static let table = KindTable(
        ["CITIZEN_APPLICATION", "CITIZEN_COMPLAINT", "CITIZEN_MOTION", "CITIZEN_PROPOSAL"].map(citizen) + [
            row("PUBLIC_INFO", .workingDays(5), .law, duties: [duty("hours", .hours(48))]),
            row("LAWYER_REQUEST", .workingDays(5), .law), row("MP_APPEAL", .calendarDays(10), isControlled: true),
            row("MP_REQUEST", .calendarDays(15), isControlled: true),
            row("LOCAL_DEP_APPEAL", .calendarDays(10), isControlled: true),
            row("LOCAL_DEP_REQUEST", .calendarDays(10), isControlled: true),
            row(
                "AUTH_CONTROL", .calendarDays(30), shifts: true,
                duties: [duty("urgent", .calendarDays(7)), duty("telegram", .calendarDays(2))]),
            row("AUTH_INFO", nil, .nothing), row("ORG_LETTER", .calendarDays(30), shifts: true), row("COURT", nil),
            row("LAW_ENF", nil),
            row("WHISTLEBLOWER", .workingDays(10), .law, duties: [duty("anonymous", .workingDays(10))]),
            row("ADMIN_CASE", .calendarDays(30), .law), row("REPLY", nil, .nothing), row("NOT_REGISTERED", nil, .nothing),
        ])

    private static func citizen(_ code: String) -> KindTerms {
        row(
            code, .months(1), .law,
            duties: [
                duty("target", .calendarDays(15)), duty("return", .calendarDays(10), "повернути заявнику з роз’ясненням"),
                duty("forward", .calendarDays(5), "переслати за належністю"),
            ])
    }

    private static func row(
        _ code: String, _ term: Term?, _ obeys: KindTerms.Obedience = .letter, shifts: Bool = false, isControlled: Bool = false,
        duties: [KindTerms.Duty] = []
    ) -> KindTerms {
        KindTerms(
            code: code, name: words(code), task: words("розглянути, надати відповідь"), term: term, obeys: obeys, basis: "закон",
            duties: duties, shiftsAfterHours: shifts, isControlled: isControlled)
    }

    private static func duty(_ code: String, _ term: Term, _ name: String = "виконати") -> KindTerms.Duty {
        KindTerms.Duty(code: code, name: words(name), term: term, basis: "закон")
    }

    private static func words(_ text: String) -> BilingualText { BilingualText(ukrainian: text, english: text) }
}
