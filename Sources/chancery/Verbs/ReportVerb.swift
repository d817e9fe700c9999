// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeCalendar
import OfficeStore
import Workflows

/// `chancery report`.
struct ReportVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "What is in hand, by executor; what is overdue; appeals by the classifier no. 858.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: JSONOption
    @Option(help: ArgumentHelp("Appeals received on this day or later, else since 1 January (YYYY-MM-DD).", valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("Appeals received up to this day, else today.", valueName: "date")) var to: String?

    func run() async throws {
        let house = try await House(try config.load(), logger: LoggerSetup.quiet())
        let today = house.clock.today
        let first = try from.map { try DateOption.date($0, "--from") } ?? CivilDate(year: today.year, month: 1, day: 1) ?? today
        let last = try to.map { try DateOption.date($0, "--to") } ?? today
        guard first <= last else { throw ValidationError("--to is before --from") }
        let report = OfficeReport(acts: house.acts)
        let facts = ReportFacts(
            executors: try await report.byExecutor(), overdue: try await report.overdue(),
            classifier: try await report.classifier(on: first...last), from: first, to: last, today: today)
        if output.json { return try JSONOutput.print(facts) }
        facts.print(try await house.acts.staff())
    }
}

/// A report as it is printed.
struct ReportFacts: Encodable {
    struct Executor: Encodable {
        let person: String?
        let open: Int
        let overdue: Int
        let soon: Int
        let earliest: String?
    }

    struct Overdue: Encodable {
        let card: Int64
        let registrationIndex: String?
        let owner: String?
        let due: String
        let days: Int
        let subject: String
    }

    struct ClassifierLine: Encodable {
        let code: String
        /// Null for appeals no value of the part is known of.
        let name: String?
        let part: String
        let count: Int
        /// Of these, settled by a person; the others are what the letters say.
        let settled: Int
    }

    let executors: [Executor]
    let overdue: [Overdue]
    let classifier: [ClassifierLine]
    let from: String
    let to: String

    init(
        executors: [OfficeReport.Executor], overdue: [Card], classifier: [OfficeReport.ClassifierLine], from: CivilDate,
        to: CivilDate, today: CivilDate
    ) {
        self.executors = executors.map {
            Executor(
                person: $0.person?.rawValue, open: $0.open, overdue: $0.overdue, soon: $0.soon, earliest: $0.earliest?.description
            )
        }
        self.overdue = overdue.compactMap { card in
            card.dueDay.map { due in
                Overdue(
                    card: card.id.rawValue, registrationIndex: card.registrationIndex, owner: card.owner?.rawValue,
                    due: due.description, days: due.days(until: today), subject: card.subject)
            }
        }
        self.classifier = classifier.map {
            ClassifierLine(
                code: $0.code, name: $0.name?.ukrainian, part: $0.part.ukrainian, count: $0.count, settled: $0.settled)
        }
        self.from = from.description
        self.to = to.description
    }

    /// For people.
    func print(_ staff: StaffDirectory) {
        func name(_ id: String?) -> String {
            guard let id else { return "(waits for a resolution)" }
            return staff.person(PersonID(rawValue: id))?.shortName ?? id
        }
        var byExecutor = TextTable("EXECUTOR", "OPEN", "OVERDUE", "DUE SOON", "EARLIEST")
        for line in executors {
            byExecutor.add(name(line.person), "\(line.open)", "\(line.overdue)", "\(line.soon)", line.earliest ?? "—")
        }
        byExecutor.print()
        if !overdue.isEmpty {
            StandardOutput.line("")
            var late = TextTable("CARD", "INDEX", "DUE", "DAYS LATE", "EXECUTOR", "ABOUT")
            for line in overdue {
                late.add("\(line.card)", line.registrationIndex ?? "—", line.due, "\(line.days)", name(line.owner), line.subject)
            }
            late.print()
        }
        StandardOutput.line("")
        StandardOutput.line("Appeals received \(from) – \(to), by the classifier no. 858")
        StandardOutput.line("(SETTLED by a person, the others as the letters say; see `chancery card classify`)")
        var appeals = TextTable("CODE", "NAME", "COUNT", "SETTLED")
        for line in classifier where line.count > 0 {
            appeals.add(line.code, line.name ?? "\(line.part): не визначено", "\(line.count)", "\(line.settled)")
        }
        appeals.print()
    }
}
