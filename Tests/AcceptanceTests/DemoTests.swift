// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// The fictional council a newcomer starts with.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct DemoTests {
    private struct Letter: Decodable {
        let file: String
        let fate: String
        let reason: String?
        let from: String?
        let senderAddress: String?
        let mailSubject: String
        let kind: String
        let text: String
        let parts: [Part]

        struct Part: Decodable {
            let path: String
            let name: String?
            let sha256: String
        }
    }

    private struct Fate: Decodable {
        let fate: String
        let reason: String?
    }

    /// `Name <address>` and subject of each demo letter that becomes a card, as `Config/demo/README.md` and the letters have them.
    private static let cards = [
        ("Канцелярія Надозерної ОВА <kanc@oda.region.example>", "НА КОНТРОЛІ! Про обстеження захисних споруд"),
        ("Петро Гнатенко <p.hnatenko@post.example>", "Світлофор на перехресті Озерної та Соборної"),
        ("Ганна Ткач <h.tkach@lyst.example>", "Заява про довідку"),
        ("Мирослав Озерний <m.ozernyi@school.example>", "Пропозиція щодо велопарковки"),
        ("КП Озерводоканал <office@vodokanal.example>", "Про припинення водопостачання"),
        ("Роман Бойко <osbb7@post.example>", "Показники лічильника"),
        ("Лідія Марченко <l.marchenko@lyst.example>", "Скарга на неповну відповідь"),
        (
            "Департамент ЖКГ Надозерної ОВА <zkg@oda.region.example>",
            "Про надання інформації щодо готовності котелень до опалювального сезону"
        ),
        ("Біговий клуб <club@run.example>", "Клопотання про перекриття руху"),
        ("Ірина Савчин <redakcia@visnyk.example>", "Запит на публічну інформацію"),
        ("Мешканці будинку Паркова 9 <parkova9@post.example>", "Аварійне дерево"),
        ("Приозерна районна адміністрація <priyom@rda.region.example>", "Запрошення на нараду"),
        ("Оксана Рудь <o.rud@post.example>", "Яма на Соборній"),
        ("Наталія Вишня <n.vyshnia@cnap.example>", "Fwd: Про передавання документів на зберігання"),
        ("Новоозерський міський суд <inbox@court.example>", "Судова повістка у справі 777/1234/26"),
        ("Служба порятунку <dsns@rescue.example>", "План перевірки укриттів"),
        ("Міністерство озерних справ <doc@mos.example>", "Лист № 04-17/982 від 18.11.2026"),
        ("Василь Криниця <krynytsia@deputy.example>", "Депутатське звернення"),
        ("Супер Знижки <promo@sale.example>", "ТІЛЬКИ СЬОГОДНІ!!! Меблі -70%"),
        ("Anna Lake <anna.lake@mail.example>", "Water meter readings from abroad"),
        ("Софія Верес <s.veres@lyst.example>", "Повторне звернення: освітлення"),
        ("Департамент освіти Надозерної ОВА <osvita@oda.region.example>", "Лист № 03-14/2207"),
        ("Надозерна ОВА, СЕД <sed@oda.region.example>", "Повідомлення за наказом № 1207"),
        ("Канцелярія Надозерної ОВА <kanc@oda.region.example>", "Доручення № 09-02/4418 від 17.11.2026"),
    ]

    /// Letters whose title is on a line of its own: what every reading of them must say.
    private static let titles = [
        1: "Про обстеження захисних споруд", 5: "Про припинення водопостачання",
        8: "Про надання інформації щодо готовності котелень до опалювального сезону",
        14: "Про передавання документів на зберігання", 22: "Про готовність закладів освіти до зими",
        23: "Про огляд гідротехнічних споруд", 24: "Про огляд гідротехнічних споруд",
    ]

    /// Короткий зміст of each sample letter that becomes a card, as `chancery read` says it apart from any register.
    private static func summaries() throws -> [String] {
        struct Reading: Decodable {
            let file: String
            let fate: String
            let subject: String?
        }
        let folder = "\(TrialRun.share)/demo"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }.sorted()
        return try TrialRun(["read", "--json"] + files, in: folder).output.split(separator: "\n").map {
            try JSONDecoder().decode(Reading.self, from: Data($0.utf8))
        }.filter { $0.fate == "card" && !$0.file.hasPrefix("22-exact-duplicate") }.map { $0.subject ?? "" }
    }

    @Test("`chancery demo --once` in an empty folder files every sample letter as its README says, and answers the proven ones")
    func once() throws {
        let folder = try ServerFolder()
        let demo = try TrialRun(["demo", "--once"], in: folder.path)
        #expect(demo.status == 0 && demo.errors.isEmpty, "\(demo)")
        #expect(demo.output.contains("28 letters filed: 2 automatic, 1 bounce, 24 card, 1 duplicate"), "\(demo.output)")
        let office = "\(folder.path)/chancery-demo"
        func run(_ arguments: String...) throws -> TrialRun { try TrialRun(arguments + ["--config", "\(office)/chancery.yaml"]) }

        let cards = try run("card", "list", "--json").json([TrialOffice.Card].self).sorted { $0.id < $1.id }
        #expect(cards.map(\.sender) == Self.cards.map(\.0))
        #expect(cards.allSatisfy { !$0.subject.isEmpty })
        #expect(cards.map(\.subject) == (try Self.summaries()))
        for (id, title) in Self.titles { #expect(cards.first { $0.id == id }?.subject == title) }
        // Each in the journal of its kind; the copy of a letter that came before has no number.
        let indexes = cards.compactMap(\.registrationIndex)
        #expect(indexes.count == 23 && Set(indexes).count == 23)
        #expect(cards.first?.registrationIndex == "1/01-10")
        #expect(["1/01-10", "П-1/01-12", "ПІ-1/01-13", "МДЗВ-1/01-14"].allSatisfy(indexes.contains))
        let fates = try run("inbox", "list", "--json").json([Fate].self)
        #expect(Set(fates.compactMap(\.reason)) == ["autoSubmitted", "mailingList"])
        #expect(fates.count { $0.fate == "bounce" } == 1)

        // Fourteen letters of proven senders are answered; nobody else, and no machine.
        let all = try FileManager.default.contentsOfDirectory(atPath: "\(office)/outbox/new").map {
            try ReadByPython([UInt8](Data(contentsOf: URL(fileURLWithPath: "\(office)/outbox/new/\($0)"))))
        }
        let sent = all.filter { !($0.fields["To"] ?? "").contains("@city.example") }
        #expect(sent.count == 14)
        #expect(sent.allSatisfy { $0.fields["Auto-Submitted"] == "auto-replied" && $0.defects.isEmpty })
        #expect(!sent.contains { ($0.fields["To"] ?? "").contains("lyst.example") })
        // Whoever considers a registered letter first is asked at once.
        let asked = all.filter { ($0.fields["To"] ?? "").contains("@city.example") && $0.text.contains("Код запиту") }
        #expect(asked.count == cards.count { $0.state == "registered" }, "\(asked.count)")
        #expect(sent.filter { $0.text.contains("Дякуємо") || $0.text.contains("зареєстровано") }.count == 13)
        for verb in [
            ["card", "show", "13"], ["card", "list"], ["inbox", "list"], ["queue", "list"], ["status"], ["trace", "2"],
        ] {
            let shown = try TrialRun(verb + ["--config", "\(office)/chancery.yaml"])
            #expect(shown.status == 0 && !shown.output.contains("=?") && !shown.output.contains("\u{FFFD}"), "\(verb): \(shown)")
        }
    }

    @Test("A second `demo --once` over the same folder files nothing twice")
    func again() throws {
        let folder = try ServerFolder()
        #expect(try TrialRun(["demo", "--once", "--directory", "d"], in: folder.path).status == 0)
        let again = try TrialRun(["demo", "--once", "--directory", "d"], in: folder.path)
        #expect(again.status == 0, "\(again)")
        let office = "\(folder.path)/d/chancery.yaml"
        #expect(try TrialRun(["card", "list", "--json", "--config", office]).json([TrialOffice.Card].self).count == 24)
        #expect(try TrialRun(["reconcile", "--config", office]).status == 0)
    }

    @Test("`read` says of every sample letter what its card says, and touches no state")
    func read() throws {
        let folder = "\(TrialRun.share)/demo"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }.sorted()
        let run = try TrialRun(["read", "--json"] + files, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let letters = try run.output.split(separator: "\n").map { try JSONDecoder().decode(Letter.self, from: Data($0.utf8)) }
        #expect(letters.map(\.file) == files && files.count == 28)
        #expect(!run.output.contains("=?") && !run.output.contains("\u{FFFD}"))
        #expect(letters.allSatisfy { !$0.text.isEmpty && !$0.parts.isEmpty })
        let cards = letters.filter { $0.fate == "card" }.map { "\($0.from ?? "") <\($0.senderAddress ?? "")> \($0.mailSubject)" }
        let duplicate = "\(Self.cards[9].0) \(Self.cards[9].1)"
        var expected = Self.cards.map { "\($0.0) \($0.1)" }
        expected.insert(duplicate, at: 18)
        #expect(cards == expected)
        #expect(letters.filter { $0.fate == "card" }.allSatisfy { !$0.kind.isEmpty })
        #expect(letters.filter { $0.fate != "card" }.map(\.fate) == ["bounce", "automatic", "automatic"])
        #expect(letters.first { $0.file.hasPrefix("09") }?.parts.contains { ($0.name ?? "").hasSuffix(".pdf") } == true)
    }

    @Test("Facts for machines are JSON with the promised keys")
    func json() throws {
        let folder = try ServerFolder()
        #expect(try TrialRun(["demo", "--once", "--directory", "d"], in: folder.path).status == 0)
        let verbs = [
            ["status"], ["doctor"], ["reconcile"], ["trace", "1"], ["inbox", "list"], ["queue", "list"], ["queue", "show", "1"],
            ["card", "list"], ["card", "show", "1"], ["config", "test"], ["intake", "--once"], ["intake", "--dry-run"],
        ]
        for verb in verbs {
            let run = try TrialRun(verb + ["--json", "--config", "\(folder.path)/d/chancery.yaml"])
            #expect(run.status == 0, "\(verb): \(run)")
            #expect(throws: Never.self, "\(verb): \(run.output)") {
                try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            }
        }
        let cards = try TrialRun(["card", "list", "--json", "--config", "\(folder.path)/d/chancery.yaml"])
        let list = try #require(try JSONSerialization.jsonObject(with: Data(cards.output.utf8)) as? [[String: Any]])
        let promised: Set = [
            "id", "registrationIndex", "journal", "registeredOn", "receivedAt", "state", "kind", "subject", "sender", "letter",
        ]
        #expect(list.allSatisfy { promised.isSubset(of: $0.keys) })
        let speed = try TrialRun(["speed", "parse", "\(folder.path)/d/inbox/cur", "--repeat", "1", "--json"])
        let facts = try #require(try JSONSerialization.jsonObject(with: Data(speed.output.utf8)) as? [String: Any])
        #expect(Set(facts.keys).isSuperset(of: ["letters", "bytes", "seconds", "megabytesPerSecond"]))
    }

    @Test("Every verb explains itself")
    func help() throws {
        let verbs = [
            "", "demo", "init", "config", "config test", "config show", "config describe", "doctor", "run", "intake", "deliver",
            "status", "card", "card list", "card show", "card accept", "card refuse", "card acknowledge", "inbox", "inbox list",
            "inbox show", "inbox reprocess", "queue", "queue list", "queue show", "queue hold", "queue release", "queue retry",
            "queue drop", "trace", "reconcile", "read", "speed", "speed parse",
        ]
        for verb in verbs {
            let run = try TrialRun(verb.split(separator: " ").map(String.init) + ["--help"])
            #expect(
                run.status == 0 && run.output.contains("OVERVIEW") && run.output.contains("USAGE: chancery \(verb)"), "\(run)")
        }
        let wrong = try TrialRun(["card", "lst"])
        #expect(wrong.status == 64, "\(wrong)")
        #expect(try TrialRun(["--version"]).output.hasPrefix("0."))
    }
}
