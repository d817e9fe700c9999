// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

/// A small council for the tests of a card's life.
enum Council {
    static func id(_ text: String) -> PersonID { PersonID(rawValue: text) }

    static func person(_ id: String, _ name: String, _ post: String, _ roles: Set<Role>) -> Person {
        Person(
            id: Self.id(id), name: name, post: post, department: nil, email: "\(id)@city.example", phone: "+380 53 480 11 23",
            roles: roles)
    }

    static let people = [
        person("bondar", "Бондар Ірина Олегівна", "начальник загального відділу", [.registrar]),
        person("mayor", "Ткачук Василь Петрович", "міський голова", [.mayor]),
        person("deputy", "Савчук Інна Олексіївна", "заступник міського голови", [.deputy]),
        person("lawyer", "Мельник Ігор Васильович", "юрист", [.lawyer]),
        person("shevchenko", "Шевченко Олена Петрівна", "начальник управління", [.official]),
        person("kravets", "Кравець Павло Іванович", "головний спеціаліст", [.official]),
        person("control", "Гончар Марія Юріївна", "контролер", [.controller]),
        person("both", "Лис Тарас Якович", "спеціаліст", [.official, .controller]),
    ]

    static func staff(_ substitutes: [Substitute] = []) -> StaffDirectory {
        StaffDirectory(departments: [], people: people, substitutes: substitutes, routes: [])
    }

    static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("no day \(text)") }
        return day
    }

    static func moment(_ day: String, _ hour: Int = 12) -> WallTime { WallTime(date: Self.day(day), hour: hour) }

    static let today = day("2026-11-25")
    static let noon = moment("2026-11-25")

    static func isWorkingDay(_ day: CivilDate) -> Bool { day.weekday != .saturday && day.weekday != .sunday }

    static func actor(_ id: String) -> ActingPerson {
        ActingPerson(person: Self.id(id), roles: people.first { $0.id.rawValue == id }?.roles ?? [])
    }

    static let route = CardRoute(
        review: Seat(id("mayor")), approvers: [Seat(id("lawyer")), Seat(id("deputy"))], signatory: Seat(id("mayor")),
        signing: .desk)

    static let letter = IncomingParticulars(
        correspondents: [Addressee(name: "Полтавська ОВА", address: "ova@oblast.example")],
        references: [LetterReference(number: "01-15/234", date: day("2026-11-20"))], subject: "Про надання інформації",
        caseFile: "03-10", receivedOn: day("2026-11-23"))

    static func task(_ id: Int, due: String?) -> CardTask {
        CardTask(id: TaskID(rawValue: id), text: "надати інформацію", due: due.map { day($0) })
    }

    static func mark(_ number: Int, _ journal: JournalCode = .incoming, on day: CivilDate = today) -> RegistrationMark {
        RegistrationMark(journal: journal, index: "\(number)/03-10", date: day)
    }

    static func opening(
        _ origin: CardOpening.Origin = .incoming(letter), kind: String? = "AUTH_INFO", route: CardRoute = route,
        registered: Bool = true, allowance: ExtensionAllowance = .open, tasks: [CardTask] = [task(1, due: "2026-12-15")]
    ) -> CardOpening {
        CardOpening(
            card: CardID(rawValue: 1), origin: origin, kind: kind.map { DocumentKind(rawValue: $0) }, route: route,
            mark: registered ? mark(865) : nil, limits: Terms.limits(of: "CITIZEN_COMPLAINT"),
            allowance: allowance, tasks: tasks)
    }

    static func version(_ number: Int, text: String = "Надаємо інформацію.") -> DraftVersion {
        var content = letter.answer(
            kind: nil, signatory: id("mayor"), executor: people[4], staff: staff())
        content.text = text
        content.files = [DraftFile(name: "лист.docx", digest: String(repeating: "a", count: 60) + "\(1_000 + number)")]
        return DraftVersion(digest: VersionDigest(rawValue: "v\(number)"), content: content)
    }

    static func resolution(
        _ id: Int = 1, parent: Int? = nil, main: String? = "shevchenko", co: [String] = [], informed: [String] = [],
        text: String = "Підготувати відповідь", term: String? = nil, task: Int? = nil
    ) -> Deed {
        .resolved(
            Resolution(
                id: ResolutionID(rawValue: id), parent: parent.map { ResolutionID(rawValue: $0) }, main: main.map { Self.id($0) },
                coExecutors: co.map { Self.id($0) }, informed: informed.map { Self.id($0) }, text: text,
                term: term.map { day($0) }, task: task.map { TaskID(rawValue: $0) }))
    }
}

extension CardLife {
    /// Does a deed as a person at noon of the test's day, from the desk.
    @discardableResult
    mutating func act(
        _ person: String, _ deed: Deed, at moment: WallTime = Council.noon, proof: ActProof = .desk
    ) throws(OfficeRefusal) -> [Effect] {
        try apply(Act(by: Council.actor(person), at: moment, proof: proof, deed: deed))
    }

    /// The refusal of a deed; nil when it is done.
    func refusal(
        _ person: String, _ deed: Deed, at moment: WallTime = Council.noon, proof: ActProof = .desk
    ) -> OfficeRefusal? {
        var copy = self
        do throws(OfficeRefusal) {
            try copy.act(person, deed, at: moment, proof: proof)
            return nil
        } catch {
            return error
        }
    }

    /// A card with deeds done by those who may, in order.
    static func after(_ deeds: [(String, Deed)]) throws -> CardLife { try after(Council.opening(), deeds) }

    static func after(_ opening: CardOpening, _ deeds: [(String, Deed)]) throws -> CardLife {
        var card = CardLife(opening)
        for (person, deed) in deeds { try card.act(person, deed, proof: person == "chancery" ? .machine : .desk) }
        return card
    }
}

/// Short words for the deeds of the one draft most tests have.
enum Answer {
    static let id = DraftID(rawValue: 1)
    static let first = VersionDigest(rawValue: "v1")
    static let opened = Deed.draftOpened(id, purpose: .final, tasks: [], version: Council.version(1))
    static let edited = Deed.draftEdited(id, version: Council.version(2, text: "Інакше."))
    static let approved = Deed.approved(id, version: first)
    static let signed = Deed.signed(id, version: first)
    static let registered = Deed.draftRegistered(id, Council.mark(802, .outgoing))

    /// From the resolution to the mayor's desk.
    static let toSigning: [(String, Deed)] = [
        ("mayor", Council.resolution()), ("shevchenko", opened), ("shevchenko", .submitted(id)), ("lawyer", approved),
        ("deputy", approved),
    ]
    static let toDispatch: [(String, Deed)] =
        toSigning + [("mayor", signed), ("bondar", registered), ("bondar", .dispatched(id))]
}
