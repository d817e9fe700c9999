// SPDX-License-Identifier: Apache-2.0
import Testing

/// The judge must be able to say no.
@Suite struct JudgeTests {
    struct Change: CustomTestStringConvertible, Sendable {
        let name: String
        let field: Judgement.Field
        let verdict: Verdict
        let make: @Sendable (inout CardReading) -> Void

        init(
            _ name: String, _ field: Judgement.Field, _ verdict: Verdict, _ make: @escaping @Sendable (inout CardReading) -> Void
        ) {
            (self.name, self.field, self.verdict, self.make) = (name, field, verdict, make)
        }

        var testDescription: String { name }
    }

    static let card: CardReading = {
        var card = CardReading(kind: "AUTH_CONTROL")
        card.sender = "Департамент охорони здоров’я Наддніпрянської ОДА"
        card.outNumber = "03-11/7"
        card.outDate = "2026-12-01"
        card.basis = [.init(body: "МОЗ (наказ)", number: "1789", date: "2026-11-05")]
        card.subject = "Про стан укриттів лікарень"
        card.tasks = [
            .init(
                text: "надати відомості про укриття лікарень",
                due: .init(type: "explicit", stated: "2026-12-12", legal: "2026-12-14"))
        ]
        card.applicant = .init(
            name: "Гаврик Ніна Андріївна (представниця)", address: "м. Лугостав, вул. Миру, 4", phone: "0670001122")
        card.flags = ["control"]
        card.cardDeadline = "2026-12-14"
        card.statedKeys = [.signatory, .attachmentsNamed]
        return card
    }()

    static let same: [Change] = [
        Change("a sender written out", .sender, .right) {
            $0.sender = "ДЕПАРТАМЕНТ ОХОРОНИ ЗДОРОВ'Я НАДДНІПРЯНСЬКОЇ ОБЛАСНОЇ ДЕРЖАВНОЇ АДМІНІСТРАЦІЇ"
        },
        Change("a number with another dash and Latin letters", .outNumber, .right) { $0.outNumber = "03–11 / 7" },
        Change("a body written out", .basis, .right) { $0.basis[0].body = "Міністерство охорони здоров’я України (наказ)" },
        Change("a name in another order", .applicantName, .right) { $0.applicant?.name = "Ніна Андріївна Гаврик" },
        Change("a telephone with the country", .applicantPhone, .right) { $0.applicant?.phone = "+38 (067) 000-11-22" },
        Change("an address with its words in full", .applicantAddress, .right) {
            $0.applicant?.address = "Лугостав, вулиця Миру 4"
        },
        Change("a task in other endings", .taskText, .right) { $0.tasks[0].text = "подання відомостей щодо укриттів у лікарнях" },
    ]

    static let other: [Change] = [
        Change("the higher office", .sender, .wrong) { $0.sender = "Наддніпрянська ОДА" },
        Change("another department", .sender, .wrong) { $0.sender = "Департамент освіти Криничанської ОВА" },
        Change("another digit", .outNumber, .wrong) { $0.outNumber = "03-11/8" },
        Change("no number", .outNumber, .missing) { $0.outNumber = nil },
        Change("a letter of ours from nowhere", .inReplyTo, .invented) { $0.inReplyTo = .init(number: "02-15/1", date: nil) },
        Change("another matter", .subject, .wrong) { $0.subject = "Про ремонт доріг" },
        Change("a number the letter does not have", .subject, .wrong) { $0.subject = "Про стан укриттів лікарень № 7" },
        Change("a day off by one", .taskDue, .wrong) { $0.tasks[0].due.legal = "2026-12-15" },
        Change("a task too many", .taskText, .invented) {
            $0.tasks.append(.init(text: "прибути на нараду", due: .init(type: "none")))
        },
        Change("no task", .taskDue, .missing) { $0.tasks = [] },
        Change("another flag", .flags, .wrong) { $0.flags = ["urgent"] },
        Change("a flag too many", .flags, .invented) { $0.flags.insert("urgent") },
        Change("a document too many", .basis, .wrong) { $0.basis.append(.init(body: "лист", number: "9", date: nil)) },
        Change("another person", .applicantName, .wrong) { $0.applicant?.name = "Гаврик Ніна Петрівна" },
        Change("the name left in the genitive", .applicantName, .wrong) { $0.applicant?.name = "Гаврик Ніни Андріївни" },
        Change("another house", .applicantAddress, .wrong) { $0.applicant?.address = "м. Лугостав, вул. Миру, 5" },
        Change("a mail address from nowhere", .applicantEmail, .invented) { $0.applicant?.email = "a@b.example" },
        Change("a signature where the clerk saw none", .signatory, .invented) { $0.signatory = "Ігор КИТ" },
    ]

    @Test(arguments: same + other) func aChangedCardIsJudgedByWhatChanged(change: Change) throws {
        var found = Self.card
        change.make(&found)
        let letter = JudgedLetter(
            id: "T", title: "", receivedAt: "2026-12-02T10:00", channel: "body",
            envelope: .init(from: "a@b.example", subject: "", attachments: []), text: "", expected: Self.card)
        let judged = LetterJudge(letter: letter, found: found).judgements
        #expect(judged.first { $0.field == change.field && $0.verdict == change.verdict } != nil, "\(judged)")
        if change.verdict == .right { #expect(judged.allSatisfy { $0.verdict == .right }) }
    }
}
