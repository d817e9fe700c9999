// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// `chancery journal …`.
struct JournalVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Registration journals: show, close the day, verify.",
        subcommands: [Show.self, Close.self, Verify.self])

    /// The numbers of a journal.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the numbers of a journal in a year; void ones stay «анульовано».")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Argument(help: "The journal's code.") var journal = JournalCode.incoming.rawValue
        @Option(help: "The year, else the present one.") var year: Int?

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let entries = try await house.journalBook.entries(
                of: JournalCode(rawValue: journal), year: year ?? house.clock.today.year)
            if output.json { return try JSONOutput.print(entries.map(EntryFacts.init)) }
            var table = TextTable("NUMBER", "INDEX", "DATE", "CARD", "STATE", "CORRESPONDENT", "ABOUT")
            for entry in entries {
                table.add(
                    "\(entry.number)", entry.index, entry.registeredOn.ukrainianDigits, "\(entry.card)",
                    entry.cancelledAt == nil ? "—" : "анульовано", entry.correspondent, entry.subject)
            }
            table.print()
        }
    }

    /// Closes days.
    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close every day that is over: a text file with a hash chain under closings/ in the state folder.",
            discussion:
                "The files hold numbers, dates and hashes, nothing personal; mail them to an archive to prove the journal later.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @OptionGroup var actor: ActorOption
        @Argument(help: "Only this journal.") var journal: String?
        @Option(help: ArgumentHelp("The last day to close, else yesterday (YYYY-MM-DD).", valueName: "date")) var through: String?

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let day = try through.map { try DateOption.date($0, "--through") }
            let actor = try actor.known(in: house)
            var closed: [ClosingFacts] = []
            for code in JournalVerb.codes(journal, house) {
                closed += try await house.journalBook.close(code, through: day, by: actor).map(ClosingFacts.init)
            }
            if output.json { return try JSONOutput.print(closed) }
            for closing in closed { StandardOutput.line("\(closing.journal)  \(closing.day)  \(closing.sha256)") }
            if closed.isEmpty { StandardOutput.line("no day is left to close") }
        }
    }

    /// Verifies closings.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold every closed day against its file, the hash chain and the register. Exit status 65 when one differs.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Argument(help: "Only this journal.") var journal: String?

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            var report = VerificationFacts()
            for code in JournalVerb.codes(journal, house) {
                let (days, faults) = try await house.journalBook.verify(code)
                report.days += days
                report.faults += faults.map(\.description)
            }
            if output.json { try JSONOutput.print(report) }
            guard report.faults.isEmpty else { throw Failure(ExitStatus.badInput, report.faults.joined(separator: "\n")) }
            if !output.json { StandardOutput.line("\(report.days) closed days are whole") }
        }
    }

    /// The journal a person named, or all of the configuration.
    private static func codes(_ named: String?, _ house: House) -> [JournalCode] {
        named.map { [JournalCode(rawValue: $0)] } ?? house.settings.journals.journals.map(\.code)
    }

    private struct EntryFacts: Encodable {
        let number: Int
        let index: String
        let registeredOn: String
        let card: Int64
        let draft: Int?
        let letter: String
        let correspondent: String
        let subject: String
        let isCancelled: Bool

        init(_ entry: JournalEntry) {
            number = entry.number
            index = entry.index
            registeredOn = entry.registeredOn.description
            card = entry.card.rawValue
            draft = entry.draft?.rawValue
            letter = entry.letter.hex
            correspondent = entry.correspondent
            subject = entry.subject
            isCancelled = entry.cancelledAt != nil
        }
    }

    private struct ClosingFacts: Encodable {
        let journal: String
        let day: String
        let sha256: String
        let previous: String

        init(_ closing: ClosedDay) {
            journal = closing.journal.rawValue
            day = closing.day.description
            sha256 = closing.digest.hex
            previous = closing.previous.hex
        }
    }

    private struct VerificationFacts: Encodable {
        var days = 0
        var faults: [String] = []
    }
}
