// SPDX-License-Identifier: Apache-2.0
import Interchange
import MarkupText
import Testing

@Suite struct RoundTripTests {
    @Test func aMessageWithEverythingComesBackAsItWas() throws {
        let octets = try InterchangeComposer(schema: try Samples.schema()).octets(of: FullMessage.message)
        let reading = try Samples.reading(octets)
        #expect(reading.validity == .valid)
        #expect(reading.defects.isEmpty)
        #expect(reading.decodedMessage == FullMessage.message)
        #expect(reading.message.files.map(\.id) == ["f-1", "f-2", "f-3", "f-9", "f-4", "f-5"])
    }

    @Test(arguments: Samples.all) func aSampleComposedAnewReadsTheSame(_ name: String) throws {
        let reading = try Samples.reading(sample: name)
        let octets = try InterchangeComposer(schema: try Samples.schema()).octets(of: reading.message, source: reading.octets)
        let again = try Samples.reading(octets)
        #expect(again.decodedMessage == reading.decodedMessage)
        #expect(again.validity == .valid)
    }

    @Test func anApprovalResponseComesBackAsItWas() throws {
        var message = FullMessage.message
        message.document?.approval = .response(attestation: "Узгоджено із зауваженнями", comment: "див. додаток")
        let octets = try InterchangeComposer(schema: try Samples.schema()).octets(of: message)
        #expect(try Samples.reading(octets).decodedMessage == message)
    }

    @Test func whatTheSchemaRefusesIsNotLetOut() throws {
        var message = FullMessage.message
        message.document?.authors = []
        message.document?.documentNumber?.organization?.registryCode = "без коду"
        let fault = #expect(throws: InterchangeComposer.Fault.self) {
            try InterchangeComposer(schema: try Samples.schema()).octets(of: message)
        }
        guard case .invalid(let findings)? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(findings.count == 2)
        #expect(findings.contains { $0.words.contains("'без коду' is not a valid value of the atomic type 'xs:integer'") })
    }

    @Test("base64 of every length comes back", arguments: 0..<70)
    func contentComesBack(_ count: Int) throws {
        var message = FullMessage.message
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ 251) }
        message.document?.files = [FullMessage.file("1", "файл", "bin", content)]
        let octets = try InterchangeComposer(schema: try Samples.schema()).octets(of: message)
        let reading = try Samples.reading(octets)
        let file = try #require(reading.message.document?.files.first)
        #expect(file.content.count == count)
        #expect(reading.content(file.content) == content)
    }

    @Test func aLargeFileIsHandedOverInPieces() throws {
        let content = (0..<200_001).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        var message = FullMessage.message
        message.document?.files = [FullMessage.file("1", "файл", "bin", content)]
        let octets = try InterchangeComposer(schema: try Samples.schema()).octets(of: message)
        let reading = try Samples.reading(octets)
        guard case .encoded(let encoded)? = reading.message.document?.files.first?.content else {
            Issue.record("the file is not there")
            return
        }
        var pieces: [[UInt8]] = []
        encoded.decode(from: reading.octets.span) { piece in pieces.append(piece.indices.map { piece[$0] }) }
        #expect(pieces.flatMap(\.self) == content)
        #expect(pieces.count > 4)
        #expect(pieces.allSatisfy { $0.count <= EncodedContent.pieceOctets })
    }
}
