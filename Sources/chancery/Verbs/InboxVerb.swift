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

        private enum Key: String, CodingKey {
            case letter, size, receivedAt, messageID, fate, reason, card
        }

        /// Missing values are written as `null`, so that every object has the same keys.
        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(letter, forKey: .letter)
            try object.encode(size, forKey: .size)
            try object.encode(receivedAt, forKey: .receivedAt)
            try object.encode(messageID, forKey: .messageID)
            try object.encode(fate, forKey: .fate)
            try object.encode(reason, forKey: .reason)
            try object.encode(card, forKey: .card)
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
        @Argument(help: "The SHA-256 of the letter (its first 8 digits do), or its card.") var letter: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            guard let digest = try await CardLookup.letter(letter, in: house.store), try await house.store.letter(digest) != nil
            else {
                throw Failure(
                    ExitStatus.badInput,
                    "There is no letter “\(letter)”. Give its SHA-256 or its card; see `chancery inbox list`.")
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

    /// Reads a quarantined letter again, or makes a card of a letter taken for a machine's.
    struct Reprocess: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the letter of a quarantined card again, or open a card for a letter taken for a machine's.",
            discussion: """
                Give the card's id, or the SHA-256 of a letter whose fate is automatic or bounce (see `chancery inbox list`).
                The letter is read in this process: if it brings it down, the daemon and the register stay as they are.
                """)

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @Argument(help: "The card's id, or the SHA-256 of the letter.") var letter: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let opened: OpenedCard
            if let digest = MessageDigest(hex: letter), try await house.store.card(for: digest) == nil {
                opened = try await house.registration.open(digest, by: PersonID(rawValue: actor.person))
            } else {
                let known = try await CardLookup.card(letter, in: house.store)
                opened = try await house.registration.reprocess(known.id, by: PersonID(rawValue: actor.person))
            }
            StandardOutput.line("card \(opened.id): read\(opened.registrationIndex.map { ", registered as \($0)" } ?? "")")
        }
    }
}
