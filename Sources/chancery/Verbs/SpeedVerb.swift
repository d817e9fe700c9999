// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import InternetMessage

/// `chancery speed …`.
struct SpeedVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed", abstract: "Measure on this machine.", subcommands: [Parse.self])

    /// Parsing with every part decoded.
    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Parse every letter of a folder with every part decoded (transfer encoding and charset); files are read beforehand."
        )

        @OptionGroup var output: JSONOption
        @Argument(help: ArgumentHelp("A folder of letters, one a file.", valueName: "directory")) var directory: String
        @Option(help: "How many times the whole folder is parsed; letters, bytes and seconds count all of them.") var `repeat` = 3

        private struct Facts: Encodable {
            let letters: Int
            let bytes: Int
            let seconds: Double
            let megabytesPerSecond: Double
        }

        func run() throws {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            } catch {
                throw Failure(ExitStatus.badInput, "\(directory): not a readable folder. Give a folder with one letter a file.")
            }
            let letters = try names.map { try FileOctets.read("\(directory)/\($0)") }
            guard !letters.isEmpty else { throw Failure(ExitStatus.badInput, "\(directory): no letters in it.") }
            let speed = ParsingSpeed.measure(letters: letters, repeating: max(1, `repeat`))
            let facts = Facts(
                letters: speed.letters, bytes: speed.octets, seconds: speed.seconds, megabytesPerSecond: speed.megabytesPerSecond)
            if output.json { return try JSONOutput.print(facts) }
            StandardOutput.line(
                "\(facts.letters) letters, \(facts.bytes) octets in \(facts.seconds) s: \(Int(facts.megabytesPerSecond)) MB/s")
        }
    }
}
