// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// Citizens' matters by nothing but mail through Dovecot and Postfix: what each of them hears, and what open mail keeps to itself.
@Suite(
    .serialized, .enabled(if: Obstacle.postfix == nil, "\(Obstacle.postfix ?? "")"), .timeLimit(.minutes(3)))
struct CitizenScenarioTests {
    private static let (requester, complainant) = ("koval@post.example", "bilyk@lyst.example")
    private static let secrets = ["погрожує", "сусід", "дітям", "Поліцію повідомлено", "vidpovid.pdf"]

    @Test(
        "A citizen's request and a confidential complaint are answered by mail: one with its documents, one with its number only")
    func requestAndConfidentialComplaint() throws {
        let council = try CityCouncil(outsiders: [Self.requester, Self.complainant])
        let koval = council.outsider("Коваль Ганна", at: Self.requester)
        let bilyk = council.outsider("Білик Марія", at: Self.complainant)
        try koval.writes(
            to: TrialOffice.address, about: "Запит на інформацію",
            """
            Запит на публічну інформацію

            Відповідно до Закону України «Про доступ до публічної інформації» прошу надати перелік договорів на ремонт доріг.
            Відповідь прошу надіслати на цю електронну адресу.

            Коваль Ганна Іванівна
            м. Новоозерськ, вул. Садова, 5, кв. 2

            """)
        #expect(
            try koval.receives("Ваш лист зареєстровано за № ПІ-1").text.contains(
                "Тема листа: «Запит на публічну інформацію: перелік договорів на ремонт доріг»"))
        try bilyk.writes(
            to: TrialOffice.address, about: "Скарга",
            """
            Скарга

            Прошу вжити заходів до сусіда з квартири 7, який уночі погрожує моїм дітям. Прошу не розголошувати моє прізвище та
            зміст цього звернення, бо боюсь помсти.

            Білик Марія Степанівна
            м. Новоозерськ, вул. Польова, 9, кв. 4

            """)
        let registered = try bilyk.receives("Ваш лист зареєстровано за № Б-1")
        #expect(registered.text.contains("за № Б-1") && !registered.text.contains("Тема листа"), "\(registered.text)")

        try appointOwners(council, koval, bilyk)
        try answer(council)
        try expectAnswers(council, koval, bilyk)
        #expect(council.daemon.stop() == 0, "\(council.daemon.words)")
    }

    /// The deputy resolves both; the applicants hear who answers for their matter, of which department, and where to call.
    private func appointOwners(_ council: CityCouncil, _ koval: Correspondent, _ bilyk: Correspondent) throws {
        for _ in 0..<2 {
            let request = try council.deputy.receives("На резолюцію")
            let owner = request.subject.contains("ПІ-1") ? "Кравець" : "Шевченко"
            try council.deputy.replies(to: request, with: "\(owner) підготувати відповідь")
        }
        for (applicant, owner) in [
            (koval, "Кравець Павло Сергійович, головний спеціаліст"), (bilyk, "Шевченко Олена Петрівна, начальниця управління"),
        ] {
            let notice = try applicant.receives("Визначено відповідального")
            for words in [owner, "Управління житлово-комунального господарства", "+380 53 480 11 23", "Строк розгляду — до"] {
                #expect(notice.text.contains(words), "\(applicant.name): \(words)")
            }
        }
    }

    private func answer(_ council: CityCouncil) throws {
        let (official, specialist) = (council.official, council.specialist)
        try specialist.replies(
            to: try specialist.receives("Доручення"), with: "Проєкт відповіді:\n\nНадсилаємо перелік договорів.",
            enclosing: [.init("perelik.csv", "номер;сума\n1;100\n"), .init("dohovir-1.pdf", "%PDF-1.4 договір\n")])
        try official.replies(
            to: try official.receives("Доручення"), with: "Проєкт відповіді:\n\nПоліцію повідомлено про сусіда.",
            enclosing: [.init("vidpovid.pdf", "%PDF-1.4 відповідь\n")])
        for approver in [council.informationOfficer, council.lawyer] {
            try approver.replies(to: try approver.receives("На погодження"), with: "Погоджую")
        }
        for signatory in [council.deputy, council.mayor] {
            try signatory.replies(to: try signatory.receives("На підпис"), with: "Підписую")
        }
        for _ in 0..<2 {
            try council.registrar.replies(to: try council.registrar.receives("Загальному відділу"), with: "Надіслати")
        }
    }

    private func expectAnswers(_ council: CityCouncil, _ koval: Correspondent, _ bilyk: Correspondent) throws {
        let answer = try koval.receives("(№ ")
        #expect(answer.text.contains("Надсилаємо перелік договорів.") && answer.text.contains("Кравець"))
        #expect(answer.files.map(\.name) == ["perelik.csv", "dohovir-1.pdf"])
        #expect(answer.files.first.map { String(decoding: $0.octets, as: UTF8.self) } == "номер;сума\n1;100\n")
        #expect(answer.fields["Auto-Submitted"] == nil)

        let discreet = try bilyk.receives("№ ")
        #expect(discreet.text.contains("підготовлено відповідь № ") && discreet.text.contains("+380 53 480 11 23"))
        #expect(discreet.files.isEmpty)
        // Of everything that ever left for the applicant, subjects included.
        for file in council.mail.letters(of: bilyk.address) {
            let letter = try ReadByPython([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
            for secret in Self.secrets {
                #expect(
                    !(letter.subject + letter.text).lowercased().contains(secret.lowercased()), "\(letter.subject): \(secret)")
            }
        }
        #expect(koval.letterCount == 3 && bilyk.letterCount == 3)
    }
}
