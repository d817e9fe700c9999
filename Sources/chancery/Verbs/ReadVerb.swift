// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import InternetMessage
import OfficeStore
import Vault
import Workflows

/// `chancery read FILE…`.
struct ReadVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Say what the card of a letter would say. Touches no state.",
        discussion: "FILE is a letter as it came (.eml); `-` is standard input.")

    @OptionGroup var output: JSONOption
    @Option(name: .customLong("received-at"), help: ArgumentHelp("When the letter was received (ISO 8601).", valueName: "time"))
    var receivedAt: String?
    @Argument(help: ArgumentHelp("Letters.", valueName: "file")) var files: [String]

    func run() throws {
        for file in files {
            let octets = try FileOctets.read(file)
            let facts = LetterFacts(octets.span, file: file)
            if output.json {
                try JSONOutput.print(facts, compact: true)
            } else {
                for line in facts.lines { StandardOutput.line(line) }
            }
        }
    }
}
