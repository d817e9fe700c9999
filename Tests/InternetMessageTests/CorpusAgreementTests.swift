// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Testing

/// A place where we mean to differ from the expected JSON.
struct KnownDifference {
    /// `folder/number`.
    let letter: String
    let aspect: String
    let reason: String
}

@Suite(.enabled(if: Corpora.isPresent, "the letters of ../shared/corpora are not here"))
struct CorpusAgreementTests {
    private static let uuencode = "the part says x-uuencode: we decode it, the expected reading leaves it encoded"
    private static let carriageReturns = "CR CR LF at the end of the file: the two ways to make LF of it differ by one CR"
    private static let rawOctets = "raw octets without a label: we judge the charset, the expected reading has U+FFFD"
    private static let sampleBase64 = "the RFC's example is prose where base64 is announced: we decode what letters there are"
    private static let joinedDelimiter =
        "a delimiter glued to text within the line is no delimiter (RFC 2046 §5.1.1: it begins a line)"
    private static let nestedWithoutHeader =
        "a nested message at a broken place: what the part calls itself decides, not what it looks like"
    private static let noBlankLine = "parts without an empty line: we show four empty parts, the expected reading none"
    private static let boundaries =
        "one boundary begins another, or is used twice: whole lines count for us (RFC 2046 §5.1.1), the innermost open one first"
    private static let longBoundary =
        "the delimiter stands there with its whole boundary; the expected reading does not divide at it"
    static let known: [KnownDifference] = [
        KnownDifference(letter: "legacy/017", aspect: "octets", reason: uuencode),
        KnownDifference(letter: "legacy/026", aspect: "octets", reason: uuencode),
        KnownDifference(letter: "legacy/048", aspect: "octets", reason: uuencode),
        KnownDifference(letter: "legacy/049", aspect: "octets", reason: carriageReturns),
        KnownDifference(letter: "legacy/052", aspect: "octets", reason: rawOctets),
        KnownDifference(letter: "rfc/000", aspect: "octets", reason: sampleBase64),
        KnownDifference(
            letter: "thirdparty/002", aspect: "octets", reason: "garbage behind the padding: the count of U+FFFD for it differs"),
        KnownDifference(letter: "thirdparty/005", aspect: "octets", reason: joinedDelimiter),
        KnownDifference(letter: "thirdparty/015", aspect: "tree", reason: nestedWithoutHeader),
        KnownDifference(letter: "malformed/000", aspect: "tree", reason: noBlankLine),
        KnownDifference(letter: "malformed/001", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/004", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/007", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/008", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/009", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/011", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/012", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/013", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/014", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/016", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/019", aspect: "tree", reason: boundaries),
        KnownDifference(letter: "malformed/020", aspect: "tree", reason: longBoundary),
        KnownDifference(letter: "malformed/021", aspect: "tree", reason: longBoundary),
        KnownDifference(letter: "malformed/022", aspect: "tree", reason: nestedWithoutHeader),
        KnownDifference(letter: "thirdparty/015", aspect: "octets", reason: nestedWithoutHeader),
        KnownDifference(letter: "malformed/000", aspect: "octets", reason: noBlankLine),
        KnownDifference(letter: "malformed/001", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/004", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/007", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/008", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/009", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/011", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/012", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/013", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/014", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/016", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/019", aspect: "octets", reason: boundaries),
        KnownDifference(letter: "malformed/020", aspect: "octets", reason: longBoundary),
        KnownDifference(letter: "malformed/021", aspect: "octets", reason: longBoundary),
        KnownDifference(letter: "malformed/022", aspect: "octets", reason: nestedWithoutHeader),
    ]

    struct Outcome {
        var compared = 0
        var differing: [String] = []
        var unexplained: [String] = []
    }

    @Test func lettersAgreeWithTheExpectedReadingOrTheDifferenceHasAReason() throws {
        var outcome = Outcome()
        let folder = Corpora.root.appendingPathComponent("mail-parser/resources/eml")
        for file in Corpora.files(in: folder, withExtension: "eml") {
            let octets = try Corpora.octets(of: file)
            let base = file.deletingPathExtension()
            let letter = base.deletingLastPathComponent().lastPathComponent + "/" + base.lastPathComponent
            try compare(letter, "LF", octets.withLineFeeds, base.appendingPathExtension("json"), &outcome)
            try compare(letter, "CRLF", octets.withNetworkLineEnds, base.appendingPathExtension("crlf.json"), &outcome)
        }
        #expect(outcome.compared == 107 * 2 * 4)
        #expect(outcome.unexplained.isEmpty, "\(outcome.unexplained.joined(separator: "\n"))")
        // Letters broken on purpose are explained one by one; of the others nearly all aspects are equal.
        let regular = outcome.differing.filter { !$0.hasPrefix("malformed") }
        #expect(regular.count * 100 <= 84 * 2 * 4 * 3, "\(regular.count) of \(84 * 2 * 4)")
        #expect(outcome.differing.count * 100 <= outcome.compared * 9, "\(outcome.differing.count) of \(outcome.compared)")
    }

    private func compare(
        _ letter: String, _ lines: String, _ octets: [UInt8], _ expected: URL, _ outcome: inout Outcome
    ) throws {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: expected)) as? [String: Any]
        let theirs = LetterFacts(json: try #require(json))
        let ours = LetterFacts(parsing: octets)
        let aspects: [(name: String, isEqual: Bool, text: String)] = [
            ("subject", Self.agrees(ours.subject, theirs.subject), "\(ours.subject) | \(theirs.subject)"),
            (
                "addresses", Self.agrees(ours.addresses.joined(separator: "\n"), theirs.addresses.joined(separator: "\n")),
                "\(ours.addresses) | \(theirs.addresses)"
            ),
            ("tree", ours.tree == theirs.tree, "\(ours.tree) | \(theirs.tree)"),
            ("octets", ours.leaves == theirs.leaves, Self.firstDifference(ours.leaves, theirs.leaves)),
        ]
        for aspect in aspects {
            outcome.compared += 1
            if aspect.isEqual { continue }
            let line = "\(letter) \(lines) \(aspect.name): \(aspect.text)"
            outcome.differing.append(line)
            let isKnown = Self.known.contains { $0.letter == letter && $0.aspect == aspect.name }
            if !isKnown { outcome.unexplained.append(line) }
        }
    }

    /// Equal, but for characters the expected reading could not decode and shows as U+FFFD.
    static func agrees(_ ours: String, _ theirs: String) -> Bool {
        let (left, right) = (Array(ours.unicodeScalars), Array(theirs.unicodeScalars))
        return left.count == right.count && zip(left, right).allSatisfy { $0 == $1 || $1 == "\u{FFFD}" }
    }

    static func firstDifference(_ ours: [[UInt8]], _ theirs: [[UInt8]]) -> String {
        for (index, pair) in zip(ours, theirs).enumerated() where pair.0 != pair.1 {
            let at =
                zip(pair.0, pair.1).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(pair.0.count, pair.1.count)
            let start = max(0, at - 12)
            func excerpt(_ octets: [UInt8]) -> String {
                String(decoding: octets.dropFirst(start).prefix(40), as: UTF8.self).debugDescription
            }
            return "leaf \(index) at \(at): \(excerpt(pair.0)) | \(excerpt(pair.1))"
        }
        return "\(ours.count) leaves | \(theirs.count)"
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
