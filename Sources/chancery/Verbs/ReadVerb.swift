// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import OfficeCalendar
import Settings

/// `chancery read FILE…`.
struct ReadVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Say what the card of a letter would say. Touches no state.",
        discussion: """
            FILE is a letter as it came (.eml); `-` is standard input. Attachments are read too. With --config the council's own
            calendar, kinds of documents and addresses count, without it those that come with the program.
            """)

    @OptionGroup var output: JSONOption
    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?
    @Option(
        name: .customLong("received-at"),
        help: ArgumentHelp(
            "When the letter was received: terms run from here (ISO 8601; without a zone the office's own). Now, if not given.",
            valueName: "time"))
    var receivedAt: String?
    @Argument(help: ArgumentHelp("Letters.", valueName: "file")) var files: [String]

    func run() throws {
        let settings = try config.map { try Settings.loaded(from: $0) }
        let library = try settings.map { try ReadingRoom($0) } ?? ReadingRoom.shipped()
        let received = try receivedAt.map { try ReceivedTime.instant($0, library.deadlines.calendar.timeZone) } ?? Date()
        for file in files {
            let octets = try FileOctets.read(file)
            let report = LetterReport(octets.span, file: file, receivedAt: received, library: library)
            if output.json {
                try JSONOutput.print(report, compact: true)
            } else {
                for line in report.lines { StandardOutput.line(line) }
            }
        }
    }
}
