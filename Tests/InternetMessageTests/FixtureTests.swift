// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Testing

/// The reading of a letter as its golden file has it. Line ends of texts are LF.
struct GoldenReading: Codable, Equatable {
    struct Part: Codable, Equatable {
        var path: String
        var mediaType: String
        var disposition: String?
        var fileName: String?
        var charset: String?
        var octets: Int?
        var text: String?
    }

    var subject: String
    var from: [String]
    var to: [String]
    var date: String?
    var parts: [Part]
    var plain: [Int]
    var html: [Int]
    var attachments: [Int]
    var defects: [String]

    init(_ octets: [UInt8]) {
        let message = ParsedMessage(octets.span)
        let letter = LetterHeader(message, in: octets.span)
        subject = letter.subject
        from = letter.from.map { "\($0.name ?? "-") <\($0.addrSpec ?? "-")>" }
        to = letter.to.map { "\($0.name ?? "-") <\($0.addrSpec ?? "-")>" }
        date = letter.date.map { FieldVectorTests.describe($0) }
        var found = message.defects.map(\.kind.rawValue)
        parts = []
        for part in message.parts {
            var reading = Part(path: part.path, mediaType: part.mediaType.name)
            reading.disposition = part.disposition?.rawValue
            reading.fileName = part.fileName
            if part.isLeaf, part.mediaType.isText {
                let decoded = message.decodedText(of: part, in: octets.span)
                reading.charset = decoded.charset
                let readable = message.readableText(of: part, in: octets.span)
                reading.text = readable.replacingOccurrences(of: "\r\n", with: "\n")
                found += decoded.defects.map(\.kind.rawValue)
            } else if part.isLeaf {
                reading.octets = message.decodedBody(of: part, in: octets.span).count
            }
            parts.append(reading)
        }
        let selection = BodySelection(message)
        (plain, html, attachments) = (selection.plain, selection.html, selection.attachments)
        defects = found
    }
}

struct FixtureTests {
    static let folder = Corpora.packageRoot.appendingPathComponent("Tests/Fixtures")

    static let letters: [String] = Corpora.files(in: folder, withExtension: "eml").map {
        $0.deletingLastPathComponent().lastPathComponent + "/" + $0.lastPathComponent
    }

    @Test(arguments: letters) func aFixtureIsReadAsItsGoldenFileSays(letter: String) throws {
        let file = Self.folder.appendingPathComponent(letter)
        let octets = try Corpora.octets(of: file)
        let ours = GoldenReading(octets.withLineFeeds)
        #expect(GoldenReading(octets.withNetworkLineEnds) == ours, "CRLF and LF are read alike")
        let golden = try? JSONDecoder().decode(
            GoldenReading.self, from: Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json")))
        if golden == ours { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let name = letter.replacingOccurrences(of: "/", with: "-").replacingOccurrences(of: ".eml", with: ".json")
        let actual = FileManager.default.temporaryDirectory.appendingPathComponent("chancery-actual-\(name)")
        try encoder.encode(ours).write(to: actual)
        Issue.record("\(letter) is read otherwise; what was read is in \(actual.path)")
    }

    @Test(arguments: letters) func eachPrefixAndEachChangedOctetOfAFixtureIsRead(letter: String) throws {
        var octets = try Corpora.octets(of: Self.folder.appendingPathComponent(letter))
        for end in stride(from: 0, through: octets.count, by: 3) { Exerciser.readEverything(Array(octets[..<end])) }
        for place in stride(from: 0, to: octets.count, by: 2) {
            let kept = octets[place]
            octets[place] = [0x0A, 0x22, 0x2D, 0xFF, 0x3D, 0x00, 0x3B][place / 2 % 7]
            Exerciser.readEverything(octets)
            octets[place] = kept
        }
    }
}
