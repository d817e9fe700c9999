// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Testing

/// Aspects of one letter, with LF and with CRLF, in which we mean to differ from the expected JSON. `Tests/Quality/judges` asks three
/// other programs how they read these letters.
struct KnownDifference {
    /// `folder/number`.
    let letter: String
    let aspects: [String]
    let reason: String
}

@Suite(.enabled(if: Corpora.isPresent, "the letters of ../shared/corpora are not here"))
struct CorpusAgreementTests {
    static let known: [KnownDifference] = [
        KnownDifference(
            letter: "malformed/000", aspects: ["tree"],
            reason: """
                no line of a part may begin with the delimiter (RFC 2046 §5.1.1), so four parts of header fields alone; the expected \
                reading has none. Dovecot has the four, Python and GMime three
                """),
        KnownDifference(
            letter: "malformed/007", aspects: ["tree"],
            reason: """
                the inner multipart has no empty line before its first delimiter: we find its part, the expected reading takes the \
                delimiter for a header line and the fields of two parts for those of one. Python reads as we do, nobody as expected
                """),
        KnownDifference(letter: "malformed/009", aspects: ["tree", "octets"], reason: outerDelimiter),
        KnownDifference(letter: "malformed/011", aspects: ["tree", "octets"], reason: outerDelimiter),
        KnownDifference(letter: "malformed/012", aspects: ["tree", "octets"], reason: outerDelimiter),
        KnownDifference(
            letter: "malformed/019", aspects: ["octets"],
            reason: """
                lines that are no fields before the next delimiter: text to us, dropped as broken fields by the expected reading, Dovecot \
                and GMime; we keep them, since a sender who forgets the empty line means his first lines to be read
                """
        ),
        KnownDifference(letter: "malformed/020", aspects: ["tree", "octets"], reason: twoContentTypes),
        KnownDifference(letter: "malformed/021", aspects: ["tree", "octets"], reason: twoContentTypes),
        KnownDifference(
            letter: "thirdparty/015", aspects: ["tree"],
            reason: """
                three attached letters of header fields alone: the delimiters count at any depth (RFC 2046 §5.1.2) and we find all three, \
                as Dovecot and GMime do; the expected reading takes the delimiters for header lines and has one letter inside another
                """),
    ]
    private static let outerDelimiter = """
        the delimiter of the outer multipart counts although the inner one is not closed (RFC 2046 §5.1.2); the expected reading has it, \
        and the part behind it, as text of the last inner part. Python, Dovecot and GMime read as we do
        """
    private static let twoContentTypes = """
        the first part follows the fields of its multipart without empty line and delimiter: we divide there and have the text and the \
        HTML, the expected reading, and GMime, have one text with delimiters, fields and HTML tags in it. Python and Dovecot divide as we \
        do and lose the text
        """

    struct Outcome {
        var compared = 0
        var differing: [String: String] = [:]
        /// Piece by piece, by aspect.
        var pieces: [String: Tally] = [:]
    }

    @Test func lettersAgreeWithTheExpectedReadingOrTheDifferenceHasAReason() throws {
        var outcome = Outcome()
        let folder = Corpora.root.appendingPathComponent("mail-parser/resources/eml")
        for file in Corpora.files(in: folder, withExtension: "eml") {
            let octets = try Corpora.octets(of: file)
            let base = file.deletingPathExtension()
            let letter = base.deletingLastPathComponent().lastPathComponent + "/" + base.lastPathComponent
            try compare(letter, "LF", octets.withoutCarriageReturns, base.appendingPathExtension("json"), &outcome)
            try compare(letter, "CRLF", octets.withNetworkLineEnds, base.appendingPathExtension("crlf.json"), &outcome)
        }
        #expect(outcome.compared == 107 * 2 * 4)
        let listed = Set(
            Self.known.flatMap { known in
                known.aspects.flatMap { aspect in ["LF", "CRLF"].map { "\(known.letter) \($0) \(aspect)" } }
            })
        let unexplained = outcome.differing.filter { !listed.contains($0.key) }.map { "\($0.key): \($0.value)" }.sorted()
        #expect(unexplained.isEmpty, "\(unexplained.joined(separator: "\n"))")
        let vanished = listed.subtracting(outcome.differing.keys).sorted()
        #expect(vanished.isEmpty, "listed, but read alike: \(vanished)")
        // Of the letters that were not broken on purpose, and of all.
        let regular = outcome.differing.keys.filter { !$0.hasPrefix("malformed") }
        #expect(regular.count * 100 <= 84 * 2 * 4, "\(regular.count) of \(84 * 2 * 4)")
        #expect(outcome.differing.count <= 28, "\(outcome.differing.count) of \(outcome.compared)")
        Self.show(outcome)
        // Piece by piece: a letter read in another way differs in many leaves, but in few octets.
        #expect(outcome.pieces["subject"].map { $0.agreeing == $0.compared } == true)
        #expect(outcome.pieces["addresses"].map { $0.agreeing == $0.compared } == true)
        #expect(outcome.pieces["octets of leaves"].map { $0.share >= 99 } == true)
    }

    private static func show(_ outcome: Outcome) {
        for (aspect, tally) in outcome.pieces.sorted(by: { $0.key < $1.key }) {
            print("\(aspect): \(tally.agreeing) of \(tally.compared) agree, \(tally.share) %")
        }
        print("\(outcome.compared - outcome.differing.count) of \(outcome.compared) aspects of whole letters agree")
    }

    private func compare(
        _ letter: String, _ lines: String, _ octets: [UInt8], _ expected: URL, _ outcome: inout Outcome
    ) throws {
        let json = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: expected)) as? [String: Any])
        let theirs = LetterFacts(json: json)
        outcome.compared += 4
        let ours = LetterFacts(parsing: octets)
        for (aspect, tally) in ours.tallies(against: theirs) { outcome.pieces[aspect, default: Tally()] += tally }
        for difference in ours.differences(from: theirs) {
            outcome.differing["\(letter) \(lines) \(difference.aspect)"] = difference.text
        }
    }

    @Test func noLetterOfAnyCorpusStopsTheReader() throws {
        var count = 0
        for file in Corpora.files(in: Corpora.root) where !["json", "md", "txt"].contains(file.pathExtension) {
            let octets = try Corpora.octets(of: file)
            Exerciser.readEverything(octets)
            count += 1
        }
        #expect(count > 300)
    }
}
