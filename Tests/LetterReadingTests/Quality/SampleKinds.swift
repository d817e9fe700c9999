// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The terms of kinds the samples were reckoned with (domain report, §1.1): the law as of 2026.
enum SampleKinds {
    static let table = KindTable(citizens + deputies + requests + authorities)
    /// Martial law: only Saturdays and Sundays are off.
    static let calendar = WorkCalendar()

    private static let citizenDuties = [
        duty("target", .calendarDays(15), "393/96-ВР, ст. 20"), duty("return", .calendarDays(10), "393/96-ВР, ст. 5"),
        duty("forward", .calendarDays(5), "393/96-ВР, ст. 7"),
    ]

    private static let citizens = [
        ("CITIZEN_APPLICATION", "заява"), ("CITIZEN_MOTION", "клопотання"), ("CITIZEN_COMPLAINT", "скарга"),
        ("CITIZEN_PROPOSAL", "пропозиція"),
    ]
    .map { code, name in row(code, name, .months(1), obeys: .law, "393/96-ВР, ст. 20", citizenDuties) }

    private static let deputies = [
        row("MP_APPEAL", "депутатське звернення", .calendarDays(10), "2790-XII, ст. 16", isControlled: true),
        row("MP_REQUEST", "депутатський запит", .calendarDays(15), "2790-XII, ст. 15", isControlled: true),
        row("LOCAL_DEP_APPEAL", "звернення депутата місцевої ради", .calendarDays(10), "93-IV, ст. 13", isControlled: true),
        row("LOCAL_DEP_REQUEST", "депутатський запит, підтриманий радою", nil, "93-IV, ст. 22", isControlled: true),
    ]

    private static let requests = [
        row(
            "PUBLIC_INFO", "запит на публічну інформацію", .workingDays(5), "2939-VI, ст. 20",
            [duty("urgent", .hours(48), "2939-VI, ст. 20")]),
        row("LAWYER_REQUEST", "адвокатський запит", .workingDays(5), obeys: .law, "5076-VI, ст. 24"),
        row("WHISTLEBLOWER", "повідомлення про корупцію", .workingDays(10), obeys: .law, "1700-VII, ст. 53-2"),
        row("ADMIN_CASE", "заява про адміністративний акт", .calendarDays(30), obeys: .law, "2073-IX"),
    ]

    private static let authorities = [
        row(
            "AUTH_CONTROL", "лист органу влади", .calendarDays(30), "постанова 55, п. 171",
            [duty("urgent", .calendarDays(7), "постанова 55"), duty("telegram", .calendarDays(2), "постанова 55")], shifts: true),
        row("AUTH_INFO", "лист до відома", nil, obeys: .nothing, "постанова 55, п. 73", shifts: true),
        row("COURT", "судовий документ", nil, "ЦПК"), row("LAW_ENF", "запит правоохоронного органу", nil, "КПК"),
        row("ORG_LETTER", "лист організації", nil, "постанова 55", shifts: true),
        row("REPLY", "відповідь", nil, obeys: .nothing, "постанова 55"),
        row("NOT_REGISTERED", "не підлягає реєстрації", nil, obeys: .nothing, "інструкція з діловодства"),
    ]

    private static func duty(_ code: String, _ term: Term, _ basis: String) -> KindTerms.Duty {
        KindTerms.Duty(code: code, name: BilingualText(ukrainian: code, english: code), term: term, basis: basis)
    }

    private static func row(
        _ code: String, _ name: String, _ term: Term?, obeys: KindTerms.Obedience = .letter, _ basis: String,
        _ duties: [KindTerms.Duty] = [], shifts: Bool = false, isControlled: Bool = false
    ) -> KindTerms {
        KindTerms(
            code: code, name: BilingualText(ukrainian: name, english: code),
            task: BilingualText(ukrainian: "розглянути, надати відповідь", english: "answer"),
            term: term, obeys: obeys, basis: basis, duties: duties, shiftsAfterHours: shifts, isControlled: isControlled)
    }
}
