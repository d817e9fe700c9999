// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// A letter of the regional administration from its arrival to its case file, by nothing but mail through Dovecot and Postfix.
@Suite(
    .serialized, .enabled(if: Obstacle.postfix == nil, "\(Obstacle.postfix ?? "")"), .timeLimit(.minutes(3)))
struct ReferenceScenarioTests {
    private static let ova = "kanc@oda.example"
    private static let enclosures = [
        OutgoingMail.Enclosure("Додаток 1. Перелік котелень.txt", "Котельня № 1, вул. Садова, 5\n"),
        OutgoingMail.Enclosure("forma.csv", "котельня;готовність\n1;100 %\n"),
    ]

    @Test("An assignment of the regional administration goes by mail alone from its arrival to the case file")
    func wholeRoute() throws {
        let council = try CityCouncil(outsiders: [Self.ova])
        let ova = council.outsider("Полтавська ОВА", at: Self.ova)
        let written = CouncilDay.ago(1)
        let stated = CouncilDay.wednesday(after: 20)
        let term = CouncilDay.wednesday(after: 12)

        try ova.writes(
            to: TrialOffice.address, about: "Про підготовку до зими", Self.order(of: written, until: stated),
            enclosing: Self.enclosures)
        #expect(try ova.receives("зареєстровано за № 1/").fields["Auto-Submitted"] == "auto-replied")
        try resolve(council, until: term, stated)
        #expect(try ova.receives("Визначено відповідального").text.contains("Шевченко Олена Петрівна"))

        let first = try draft(council, until: term)
        try approveInOrder(council, first)
        try signAndSend(council)

        let answer = try ova.receives("Про підготовку до зими")
        #expect(answer.text.contains("На № 01-15/234 від \(written.digits)"))
        #expect(answer.text.contains("Надаємо інформацію з додатками."))
        #expect(answer.files.map(\.name) == ["zvit-3.pdf"] && answer.fields["Auto-Submitted"] == nil)
        #expect(answer.fields["Return-Path"] == "<\(TrialOffice.address)>")
        try close(council)
        try expectHistory(council, term)
    }

    private static func order(of written: CouncilDay, until stated: CouncilDay) -> String {
        """
        ПОЛТАВСЬКА ОБЛАСНА ВІЙСЬКОВА АДМІНІСТРАЦІЯ

        \(written.digits) № 01-15/234

        Виконавчому комітету
        Новоозерської міської ради

        Про підготовку до зими

        На виконання протокольного доручення Кабінету Міністрів України просимо до \(stated.words) надати обласній військовій
        адміністрації інформацію про готовність котелень до опалювального сезону за доданою формою.

        Заступник начальника
        обласної військової адміністрації    Ігор САВЧЕНКО

        Олена Гончар 0532 56 00 00

        """
    }

    /// The mayor resolves by reply; who writes in the mayor's name from elsewhere does not.
    private func resolve(_ council: CityCouncil, until term: CouncilDay, _ stated: CouncilDay) throws {
        let request = try council.mayor.receives("На резолюцію")
        #expect(request.files.map(\.name) == Self.enclosures.map(\.name))
        #expect(request.text.contains("Строк виконання: до \(stated.words)"))
        try council.forges(
            OutgoingMail(
                from: ("Левченко", council.mayor.address), replyingTo: request, text: "Кравець підготувати відповідь"),
            inTheNameOf: council.mayor)
        #expect(try council.mayor.receives("не зараховано").text.contains("не підтвердив"))
        try council.mayor.replies(to: request, with: "Шевченко до \(term.digits.prefix(5)) підготувати відповідь")
        _ = try council.mayor.receives("Рішення записано")
    }

    /// The official gets the task with every file and why it is due that day, takes it on and answers it.
    /// - Returns: the lawyer's request.
    private func draft(_ council: CityCouncil, until term: CouncilDay) throws -> ReadByPython {
        let official = council.official
        let task = try official.receives("Доручення")
        #expect(task.files.map(\.name) == Self.enclosures.map(\.name))
        #expect(task.files.map { [UInt8]($0.octets) } == Self.enclosures.map(\.octets))
        #expect(task.text.contains("Строк виконання: до \(term.words)") && task.text.contains("Як обчислено: "), "\(task.text)")
        #expect(task.text.contains("підготувати відповідь") && task.text.contains("Левченко О. В."))
        try official.replies(to: task, with: "Прийнято")
        try official.replies(
            to: try official.receives("Рішення записано"), with: "Проєкт відповіді:\n\nНадаємо інформацію.",
            enclosing: [.init("zvit-1.pdf", "%PDF-1.4 перша версія\n")])
        let request = try council.lawyer.receives("На погодження")
        #expect(request.files.map(\.name) == ["zvit-1.pdf"] && request.text.contains("Надаємо інформацію."))
        #expect(try council.informationOfficer.unreadLetters().isEmpty && council.deputy.unreadLetters().isEmpty)
        return request
    }

    /// Three approvers, one after another: one too early, one with a remark, one whose version was taken back meanwhile.
    private func approveInOrder(_ council: CityCouncil, _ request: ReadByPython) throws {
        let (official, lawyer, officer, deputy) = (
            council.official, council.lawyer, council.informationOfficer, council.deputy
        )
        _ = try official.receives("Рішення записано")
        // A colleague passed the request on.
        try deputy.replies(to: request, with: "Погоджую")
        let early = try deputy.receives("не зараховано")
        #expect(early.text.contains("черга") && early.text.contains("Мельник А. І."), "\(early.text)")

        try lawyer.replies(to: request, with: "Погоджую")
        try officer.replies(to: try officer.receives("На погодження"), with: "Повертаю: немає підпису начальниці")
        let returned = try official.receives("Зміни за документом")
        #expect(returned.text.contains("немає підпису начальниці"))
        try official.replies(
            to: returned, with: "Проєкт відповіді:\n\nНадаємо інформацію з підписом.",
            enclosing: [.init("zvit-2.pdf", "%PDF-1.4 друга версія\n")])

        let second = try lawyer.receives("На погодження")
        try official.replies(
            to: try official.receives("Рішення записано"), with: "Проєкт відповіді:\n\nНадаємо інформацію з додатками.",
            enclosing: [.init("zvit-3.pdf", "%PDF-1.4 третя версія\n")])
        let third = try lawyer.receives("На погодження")
        try lawyer.replies(to: second, with: "Погоджую")
        #expect(try lawyer.receives("не зараховано").text.contains("проєкт змінено"))
        for approver in [lawyer, officer, deputy] {
            let request = approver === lawyer ? third : try approver.receives("На погодження")
            #expect(request.files.map(\.name) == ["zvit-3.pdf"] && request.text.contains("з додатками"))
            try approver.replies(to: request, with: "Погоджую")
        }
    }

    private func signAndSend(_ council: CityCouncil) throws {
        let request = try council.mayor.receives("На підпис")
        #expect(request.text.contains("Уже погодили: Мельник А. І.; Гнатюк М. Ю.; Ткачук В. П."), "\(request.text)")
        try council.mayor.replies(to: request, with: "Підписую")
        let task = try council.registrar.receives("Загальному відділу")
        #expect(task.text.contains(Self.ova))
        try council.registrar.replies(to: task, with: "Надіслати")
    }

    /// Control and case file belong to the desk; here its verbs.
    private func close(_ council: CityCouncil) throws {
        #expect(try council.controller.receives("Перевірити виконання").text.contains("Зроблено: №"))
        try council.waits(untilCard: 1, says: "позначити доставку")
        let early = try TrialRun(["card", "control", "1", "--as", "shevchenko", "--config", council.office.configuration])
        #expect(early.status == 65, "an executor takes nothing off control")
        try council.office.does("card", "control", "1", "--note", "виконано", "--as", "savchuk")
        try council.office.does("card", "close", "1", "--as", "bondar")
    }

    private func expectHistory(_ council: CityCouncil, _ term: CouncilDay) throws {
        let lines = try council.card(1)
        let acts = lines.filter { $0.hasSuffix("]") && $0.contains("  [") }
        let expected = [
            ("levchenko", "накласти резолюцію", "reply:"), ("shevchenko", "прийняти завдання", "reply:"),
            ("shevchenko", "створити", "reply:"), ("shevchenko", "подати", "reply:"), ("melnyk", "погодити", "reply:"),
            ("hnatiuk", "немає підпису начальниці", "reply:"), ("shevchenko", "змінити", "reply:"),
            ("shevchenko", "подати", "reply:"), ("shevchenko", "змінити", "reply:"), ("shevchenko", "подати", "reply:"),
            ("melnyk", "погодити", "reply:"), ("hnatiuk", "погодити", "reply:"), ("tkachuk", "погодити", "reply:"),
            ("levchenko", "підписати", "reply:"), ("bondar", "зареєструвати вихідний лист  № ", "reply:"),
            ("bondar", "надіслати", "reply:"),
            ("chancery", "позначити доставку  Ok: queued", "machine"), ("savchuk", "виконано", "verb:"),
            ("bondar", "закрити до справи", "verb:"),
        ]
        #expect(acts.count == expected.count, "\(acts.joined(separator: "\n"))")
        for (line, (person, words, proof)) in zip(acts, expected) {
            #expect(line.contains(person) && line.contains(words) && line.contains("[\(proof)"), "\(line)")
        }
        #expect(lines.contains { $0.hasPrefix("  До справи № ") && $0.contains("Лист-відповідь від") })
        #expect(lines.contains { $0.contains("Шевченко") || $0.contains("shevchenko") && $0.contains(term.iso) })
        let trace = try council.trace("1")
        #expect(trace.contains("In the vault, whole"))
        for line in acts { #expect(trace.contains(line)) }
        #expect(try council.office.run("reconcile", "--thorough").status == 0)
        #expect(council.daemon.stop() == 0, "\(council.daemon.words)")
    }
}
