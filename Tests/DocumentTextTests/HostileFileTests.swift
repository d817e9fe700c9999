// SPDX-License-Identifier: Apache-2.0
import DocumentText
import Foundation
import Testing

/// Files made to do harm: there is always an outcome, and soon.
@Suite struct HostileFileTests {
    /// A zip file with one member of `repeats` × 258 zeros.
    private static func bomb(_ name: String, head: [UInt8] = [0], repeats: Int, tail: [UInt8] = [])
        -> [UInt8]
    {
        let packed = Deflated.run(head, repeats: repeats, tail: tail)
        var writer = ZipWriter()
        writer.add(
            name, packed: packed, method: 8, size: head.count + repeats * 258 + tail.count, crc: 0)
        return writer.finished()
    }

    @Test func aBombIsKnownBeforeItGoesOff() throws {
        let bomb = Self.bomb("нулі.txt", repeats: 1_000_000)
        let clock = ContinuousClock()
        let start = clock.now
        let documents = Fixtures.read(bomb, name: "бомба.zip")
        #expect(documents.first?.reason == .bomb(ratio: 150))
        #expect(clock.now - start < .seconds(5))
    }

    @Test func aThousandArchivesInEachOtherEndAtTheDepth() throws {
        var octets = Array("дно".utf8)
        for level in 0..<1_000 { octets = ZipWriter.archive([("рівень\(level).zip", octets)]) }
        let documents = Fixtures.read(octets, name: "матрьошка.zip")
        #expect(documents.last?.reason == .nestedTooDeep(limit: 8))
        #expect(documents.count == 9)
    }

    @Test func aDocumentOfAHundredMegabytesOfMarkupSaysWhy() throws {
        let head = Array(
            #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p> "#
                .utf8)
        let packed = Deflated.run(head, repeats: 100 * (1 << 20) / 258)
        var writer = ZipWriter()
        writer.add("[Content_Types].xml", Array("<Types/>".utf8))
        writer.add("word/document.xml", packed: packed, method: 8, size: 100 << 20, crc: 0)
        let document = try #require(Fixtures.read(writer.finished(), name: "великий.docx").first)
        #expect(document.reason == .bomb(ratio: 150))
        var limits = DocumentLimits.standard
        limits.maximumRatio = 2_000
        let patient = try #require(
            Fixtures.read(writer.finished(), name: "великий.docx", limits: limits).first)
        #expect(patient.reason == .tooMuchMarkup(limit: 64 << 20))
    }

    @Test func entitiesAreNotTaken() throws {
        let text =
            #"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>"#
        let file = ZipWriter.archive([
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(text.utf8)),
        ])
        #expect(Fixtures.read(file, name: "a.docx").first?.reason == .forbiddenMarkup)
    }

    @Test func membersBeyondTheLimitAreToldOnce() throws {
        var limits = DocumentLimits.standard
        limits.maximumFiles = 10
        let many = ZipWriter.archive((0..<11).map { ("файл\($0).txt", [0x31]) })
        #expect(
            Fixtures.read(many, name: "a.zip", limits: limits).first?.reason == .tooManyFiles(limit: 10))
        let few = ZipWriter.archive((0..<9).map { ("файл\($0).txt", [0x31]) })
        #expect(Fixtures.read(few, name: "a.zip", limits: limits).count { $0.outcome == .read } == 10)
    }

    static let fixtures = [
        "letter.docx", "letter.odt", "table.xlsx", "table.ods", "letter.rtf", "letter.7z", "letter.rar",
        "letter.tar.gz",
        "dos-names.zip", "letter.asice", "letter.asics", "letter.txt.p7s", "streamed.txt.p7s",
        "detached.txt.p7s",
    ]

    /// Tools are left out: what they do with damage is theirs, and a run costs milliseconds.
    private static let noTools = ForeignTools(folders: [])

    @Test("every prefix has an outcome", arguments: fixtures)
    func everyPrefixHasAnOutcome(_ file: String) throws {
        let octets = try Fixtures.octets(file)
        for count in stride(from: 0, to: octets.count, by: max(1, octets.count / 150)) {
            #expect(!Fixtures.read(Array(octets[..<count]), name: file, tools: Self.noTools).isEmpty)
        }
    }

    @Test("one changed octet does no harm", arguments: fixtures)
    func oneChangedOctetDoesNoHarm(_ file: String) throws {
        let octets = try Fixtures.octets(file)
        for place in stride(from: 0, to: octets.count, by: max(1, octets.count / 150)) {
            var changed = octets
            changed[place] ^= 0x55
            #expect(!Fixtures.read(changed, name: file, tools: Self.noTools).isEmpty)
        }
    }

    @Test func randomOctetsUnderEveryEndingHaveAnOutcome() {
        var seed = SystemRandomNumberGenerator()
        for name in [
            "a.rtf", "a.p7s", "winmail.dat", "a.docx", "a.zip", "a.eml", "a.doc", "a.xml", "a.tar",
            "a.bin",
        ] {
            for head: [UInt8] in [
                [], [0x78, 0x9F, 0x3E, 0x22], [0x50, 0x4B, 3, 4], Array("{\\rtf1 ".utf8), [0x30, 0x80],
            ] {
                let octets = head + (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &seed) }
                #expect(!Fixtures.read(octets, name: name, tools: Self.noTools).isEmpty)
            }
        }
    }
}
