// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import MailTransport
import Office
import OfficeStore
import Workflows

/// `chancery reconcile`.
struct ReconcileVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "Compare mailboxes, register and vault: is every letter accounted for?",
        discussion: "Exit status 65 when something differs.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: JSONOption
    @Flag(help: "Also read every letter in the vault again and compare its SHA-256.") var thorough = false

    private struct Facts: Encodable {
        struct Mailbox: Encodable {
            let name: String
            let onServer: Int?
            let unknown: Int
            let fates: [String: Int]
        }

        struct Difference: Encodable {
            let place: String
            let words: String
        }

        let at: Date
        let isWhole: Bool
        let letters: [String: Int]
        let outbox: [String: Int]
        let mailboxes: [Mailbox]
        let differences: [Difference]

        init(_ report: ReconciliationReport) {
            at = report.at
            isWhole = report.isWhole
            letters = Dictionary(uniqueKeysWithValues: report.letters.map { ($0.rawValue, $1) })
            outbox = Dictionary(uniqueKeysWithValues: report.outbox.map { ($0.rawValue, $1) })
            mailboxes = report.mailboxes.map { mailbox in
                Mailbox(
                    name: mailbox.name, onServer: mailbox.onServer, unknown: mailbox.unknown,
                    fates: Dictionary(uniqueKeysWithValues: mailbox.fates.map { ($0.rawValue, $1) }))
            }
            differences = report.differences.map { Difference(place: $0.place(), words: $0.words()) }
        }
    }

    func run() async throws {
        let house = try await House(try config.load(), logger: LoggerSetup.quiet())
        let mailboxes = try Peers.mailboxes(of: house.settings)
        let report = try await house.reconciliation.report(
            mailboxes: mailboxes.map { ($0.name, $0.reader) }, thoroughly: thorough)
        for mailbox in mailboxes { await mailbox.reader.close() }
        let facts = Facts(report)
        if output.json {
            try JSONOutput.print(facts)
        } else {
            var table = TextTable("MAILBOX", "THERE NOW", "NOT IN REGISTER", "IN REGISTER, BY FATE")
            for mailbox in facts.mailboxes {
                let fates = mailbox.fates.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
                table.add(mailbox.name, mailbox.onServer.map(String.init) ?? "?", "\(mailbox.unknown)", fates)
            }
            table.print()
            for difference in facts.differences { StandardOutput.line("\(difference.place): \(difference.words)") }
            StandardOutput.line(facts.isWhole ? "Every letter is accounted for." : "\(facts.differences.count) differences.")
        }
        if !report.isWhole { throw ExitStatus.badInput }
    }
}
