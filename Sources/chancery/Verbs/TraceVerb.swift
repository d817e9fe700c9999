// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Vault
import Workflows

/// `chancery trace ID`.
struct TraceVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Follow one letter: where it was found, what became of it, what was sent about it.",
        discussion:
            "ID is a card's id, a registration index, a Message-ID (also of a letter we sent) or the SHA-256 of a letter; its first 8 digits do."
    )

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: JSONOption
    @Argument(help: "What to follow.") var id: String

    private struct Found: Encodable {
        let mailbox: String
        let uidValidity: UInt32
        let uid: UInt32
        let fate: String
        let filedAt: Date
    }

    private struct Facts: Encodable {
        let letter: InboxVerb.Facts
        let inVault: Bool
        let foundIn: [Found]
        let card: CardDetails?
    }

    func run() async throws {
        let house = try await House(try config.load(), logger: LoggerSetup.quiet())
        guard let digest = try await CardLookup.letter(id, in: house.store), let letter = try await house.store.letter(digest)
        else {
            throw Failure(
                ExitStatus.badInput,
                "Nothing in the register is called “\(id)”. Give a card's id, a registration index, a Message-ID or the SHA-256 of a letter."
            )
        }
        let facts = Facts(
            letter: InboxVerb.Facts(letter), inVault: house.vault.size(of: digest) == letter.size,
            foundIn: try await house.store.occurrences(of: digest).map {
                Found(
                    mailbox: $0.occurrence.mailbox, uidValidity: $0.occurrence.uidValidity.rawValue,
                    uid: $0.occurrence.uid.rawValue,
                    fate: $0.fate.rawValue, filedAt: $0.seenAt)
            },
            card: try await Self.details(of: letter, in: house))
        if output.json { return try JSONOutput.print(facts) }
        StandardOutput.line(
            "Letter \(facts.letter.letter)  \(facts.letter.size) octets  \(facts.letter.fate)  \(facts.letter.reason ?? "")")
        StandardOutput.line(
            facts.inVault ? "In the vault, whole" : "NOT in the vault: restore it from a backup or from the mailbox")
        for found in facts.foundIn {
            let when = house.clock.timeZone.wallTime(at: found.filedAt)
            StandardOutput.line(
                "Found in \(found.mailbox), UIDVALIDITY \(found.uidValidity), UID \(found.uid): \(found.fate), filed \(when)")
        }
        for line in facts.card?.lines(house.clock) ?? [] { StandardOutput.line(line) }
    }

    private static func details(of letter: FiledLetter, in house: House) async throws -> CardDetails? {
        guard let id = letter.card, let card = try await house.store.card(id) else { return nil }
        return try await CardDetails(card, in: house, staff: try await house.acts.staff())
    }
}
