// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Vault
import Workflows

/// `chancery status`.
struct StatusVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "How it stands, in words or as JSON.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: JSONOption

    private struct Mailbox: Encodable {
        let name: String
        let uidValidity: UInt32?
        let highestUID: UInt32?
        let letters: [String: Int]
    }

    private struct Facts: Encodable {
        let version: String
        let isRunning: Bool
        let holder: String?
        let mailboxes: [Mailbox]
        let outbox: [String: Int]
        let oldestQueuedAt: Date?
        /// Automatic letters the breaker holds back.
        let heldBackByBreaker: Int
        let cardsInPreReview: Int
        let cardsInQuarantine: Int
        let freeBytes: Int
        let interruptedReadings: Int
    }

    func run() async throws {
        let house = try await House(try config.load(), logger: LoggerSetup.quiet())
        let facts = try await facts(of: house)
        if output.json { return try JSONOutput.print(facts) }
        StandardOutput.line(
            facts.isRunning
                ? "running (\(facts.holder ?? ""))"
                : "not running: letters wait in the mailbox. Start it with: systemctl start chancery")
        for mailbox in facts.mailboxes {
            let fates = mailbox.letters.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            StandardOutput.line("\(mailbox.name): \(fates.isEmpty ? "no letters yet" : fates)")
        }
        let outbox = facts.outbox.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        StandardOutput.line("outbox: \(outbox.isEmpty ? "empty" : outbox)")
        if facts.heldBackByBreaker > 0 {
            StandardOutput.line("outbox: " + house.breaker.words(heldBack: facts.heldBackByBreaker, in: .english))
        }
        if let oldest = facts.oldestQueuedAt {
            StandardOutput.line("oldest waiting letter: \(house.clock.timeZone.wallTime(at: oldest))")
        }
        if facts.cardsInPreReview > 0 {
            StandardOutput.line("\(facts.cardsInPreReview) cards wait for a registrar: chancery card list --state preReview")
        }
        if facts.cardsInQuarantine > 0 {
            StandardOutput.line("\(facts.cardsInQuarantine) letters could not be read: chancery card list --state quarantined")
        }
        if (facts.outbox["held"] ?? 0) + (facts.outbox["failed"] ?? 0) > 0 {
            StandardOutput.line("letters that need a person: chancery queue list --state held, --state failed")
        }
        StandardOutput.line("free space: \(facts.freeBytes >> 20) MiB")
    }

    private func facts(of house: House) async throws -> Facts {
        var mailboxes: [Mailbox] = []
        for mailbox in house.settings.mailboxes.map(\.name) + [Peers.deliveries] {
            let epoch = try await house.store.epoch(of: mailbox)
            var letters: [String: Int] = [:]
            for row in try await house.store.fates(in: mailbox) { letters[row.fate.rawValue, default: 0] += row.count }
            mailboxes.append(
                Mailbox(
                    name: mailbox, uidValidity: epoch?.uidValidity.rawValue, highestUID: epoch?.highestUID?.rawValue,
                    letters: letters))
        }
        let summary = try await house.store.outboxSummary()
        let holder = Self.holder(of: house.settings.state)
        return Facts(
            version: Chancery.version, isRunning: holder != nil, holder: holder, mailboxes: mailboxes,
            outbox: Dictionary(uniqueKeysWithValues: summary.counts.map { ($0.rawValue, $1) }),
            oldestQueuedAt: summary.oldestQueuedAt, heldBackByBreaker: try await house.breaker.heldBack(),
            cardsInPreReview: try await house.store.cards(CardFilter(state: .preReview, limit: .max)).count,
            cardsInQuarantine: try await house.store.cards(CardFilter(state: .quarantined, limit: .max)).count,
            freeBytes: try house.vault.freeSpace(), interruptedReadings: try await house.store.interruptedReadings().count)
    }

    /// Who holds the state folder, `nil` when nobody does.
    private static func holder(of state: String) -> String? {
        do {
            let lock = try StateFolderLock(directory: state, holder: "chancery status")
            withExtendedLifetime(lock) {}
            return nil
        } catch {
            return error.code == .held ? error.reason : nil
        }
    }
}
