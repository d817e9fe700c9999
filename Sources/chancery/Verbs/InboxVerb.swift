// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Vault
import Workflows

/// `chancery inbox …`.
struct InboxVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "Every letter that ever came, and what became of it.",
        subcommands: [List.self, Show.self, Reprocess.self])

    /// A letter as `inbox list --json` prints it.
    struct Facts: Encodable {
        let letter: String
        let size: Int
        let receivedAt: Date
        let messageID: String?
        let fate: String
        let reason: String?
        let card: Int64?

        init(_ letter: FiledLetter) {
            self.letter = letter.digest.hex
            size = letter.size
            receivedAt = letter.receivedAt
            messageID = letter.messageID
            fate = letter.fate.rawValue
            reason = letter.reason
            card = letter.card?.rawValue
        }
    }

    /// Letters with their fates.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List letters, newest first.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Option(
            help: ArgumentHelp(
                "Only this fate: \(LetterFate.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "fate"))
        var fate: String?
        @Option(help: "At most so many; 0 for all.") var limit = 0

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            var wanted: LetterFate?
            if let fate {
                guard let known = LetterFate(rawValue: fate) else { throw ValidationError("--fate \(fate) is none of the fates") }
                wanted = known
            }
            var letters: [FiledLetter] = []
            var last: MessageDigest?
            while true {
                let page = try await house.store.letters(after: last, limit: 1000)
                guard let end = page.last else { break }
                last = end.digest
                letters += page.filter { wanted == nil || $0.fate == wanted }
            }
            letters.sort { $0.receivedAt > $1.receivedAt }
            if limit > 0 { letters = Array(letters.prefix(limit)) }
            if output.json { return try JSONOutput.print(letters.map(Facts.init)) }
            var table = TextTable("LETTER", "RECEIVED", "FATE", "CARD", "REASON")
            for letter in letters {
                table.add(
                    String(letter.digest.hex.prefix(16)), house.clock.civilDate(of: letter.receivedAt).ukrainianDigits,
                    letter.fate.rawValue, letter.card.map { "\($0)" } ?? "—", letter.reason ?? "")
            }
            table.print()
        }
    }

    /// The raw letter.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the original octets of a letter.")

        @OptionGroup var config: ConfigOption
        @Argument(help: "The SHA-256 of the letter, or its card.") var letter: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let digest: MessageDigest
            if let named = MessageDigest(hex: letter) {
                digest = named
            } else {
                digest = try await CardLookup.card(letter, in: house.store).letter
            }
            let mapped = try house.vault.map(digest)
            var start = 0
            while start < mapped.count {
                let end = min(start + (1 << 20), mapped.count)
                mapped.withSpan { octets in
                    let piece = octets.extracting(start..<end)
                    Descriptor.write(piece.indices.map { piece[$0] }, to: 1)
                }
                mapped.release(upTo: end)
                start = end
            }
        }
    }

    /// Reads a quarantined letter again.
    struct Reprocess: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the letter of a quarantined card again, with this version.",
            discussion: "The letter is read in this process: if it brings it down, the daemon and the card stay as they are.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @Argument(help: "The card's id.") var card: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let known = try await CardLookup.card(card, in: house.store)
            let opened = try await house.registration.reprocess(known.id, by: PersonID(rawValue: actor.person))
            StandardOutput.line("card \(opened.id): read\(opened.registrationIndex.map { ", registered as \($0)" } ?? "")")
        }
    }
}
