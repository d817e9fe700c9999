// SPDX-License-Identifier: Apache-2.0
import DocumentText
import Testing

/// Containers of signed documents. The signer's key is ECDSA, as authorities give it beside ДСТУ 4145.
@Suite struct SignatureTests {
    @Test(
        "the document inside is read and its signer shown",
        arguments: ["letter.txt.p7s", "streamed.txt.p7s"])
    func theDocumentInsideIsRead(_ file: String) throws {
        let documents = try Fixtures.read(file)
        try #require(documents.count == 2)
        #expect(documents[1].text == "Про надання інформації\nвід 12.11.2026 № 01-23/456")
        let signature = try #require(documents[0].signatures.first)
        #expect(signature.format == .attachedCAdES)
        #expect(signature.state == .unverified(.unknownAuthority))
        #expect(signature.signer.name == "Глущенко Роман Іванович")
        #expect(signature.signer.organization == "Департамент ЖКГ")
        #expect(signature.signer.organizationCode == "00012345")
        #expect(signature.signer.position == "Директор департаменту")
        #expect(signature.issuer == "Тестовий надавач послуг")
        #expect((signature.signingTime ?? 0) > 1_700_000_000)
        #expect(!"\(signature)".contains("1234567890"), "a person's tax number is nobody's business")
    }

    @Test func aKnownAuthorityMakesASignatureValid() throws {
        let authorities = try #require(Fixtures.authorities)
        for file in ["letter.txt.p7s", "letter.asics", "letter.asice"] {
            let documents = try Fixtures.read(file, authorities: authorities)
            #expect(documents[0].signatures.map(\.state) == [.valid], "\(file)")
        }
    }

    @Test func aChangedDocumentMakesItInvalid() throws {
        var octets = try Fixtures.octets("letter.txt.p7s")
        let place = try #require(octets.firstRange(of: Array("01-23".utf8))?.lowerBound)
        octets[place] = 0x39
        let documents = Fixtures.read(octets, name: "letter.txt.p7s", authorities: Fixtures.authorities)
        #expect(documents[0].signatures.map(\.state) == [.invalid])
        var forged = try Fixtures.octets("letter.txt.p7s")
        forged[forged.count - 1] ^= 1
        let bad = Fixtures.read(forged, name: "letter.txt.p7s", authorities: Fixtures.authorities)
        #expect(bad[0].signatures.map(\.state) == [.invalid])
    }

    @Test func aDetachedSignatureFindsItsFile() throws {
        let reader = DocumentReader(tools: ForeignTools(), authorities: Fixtures.authorities)
        let signature = FileOctets(try Fixtures.octets("detached.txt.p7s"))
        let document = FileOctets(try Fixtures.octets("detached.txt"))
        let other = FileOctets(Array("щось інше".utf8))
        #expect(
            reader.verify(detached: signature, name: "a.p7s", over: []).map(\.state) == [
                .unverified(.contentMissing)
            ])
        let found = reader.verify(
            detached: signature, name: "підпис.p7s", over: [("x.txt", other), ("y.txt", document)])
        #expect(found.map(\.state) == [.valid])
        let wrong = reader.verify(
            detached: signature, name: "x.txt.p7s", over: [("x.txt", other), ("y.txt", document)])
        #expect(wrong.map(\.state) == [.invalid], "a namesake that does not fit was changed")
    }

    @Test func aSignatureBesideItsFileInAnArchiveIsChecked() throws {
        let file = ZipWriter.archive([
            ("лист.txt.p7s", try Fixtures.octets("detached.txt.p7s")),
            ("лист.txt", try Fixtures.octets("detached.txt")),
        ])
        let documents = Fixtures.read(file, name: "a.zip", authorities: Fixtures.authorities)
        let signature = try #require(documents.first { $0.path.hasSuffix(".p7s") })
        #expect(signature.signatures.map(\.state) == [.valid])
    }

    @Test func aContainerShowsItsDocumentAndItsSigner() throws {
        let documents = try Fixtures.read("letter.asice")
        #expect(documents.map(\.path) == ["letter.asice", "letter.asice/Лист.docx"])
        #expect(documents[1].text.contains("Про надання інформації"))
        let signature = try #require(documents[0].signatures.first)
        #expect(signature.format == .asicCAdES)
        #expect(signature.signer.name == "Глущенко Роман Іванович")
    }

    @Test func aListOfFilesIsComparedWithTheFiles() throws {
        func container(_ text: [UInt8]) throws -> Signature? {
            let file = ZipWriter.archive([
                ("mimetype", Array("application/vnd.etsi.asic-e+zip".utf8)), ("лист.txt", text),
                ("META-INF/signatures0.xml", try Fixtures.octets("signatures0.xml")),
            ])
            return Fixtures.read(file, name: "лист.asice").first?.signatures.first
        }
        let signature = try #require(try container(try Fixtures.octets("detached.txt")))
        #expect(signature.format == .asicXAdES)
        #expect(signature.state == .unverified(.listOnly))
        #expect(signature.signer.organizationCode == "00012345")
        #expect(signature.signingTime == 1_794_562_860)
        #expect(try container(Array("інше".utf8))?.state == .invalid)
    }

    @Test func aSignedPortableDocumentShowsItsSigner() throws {
        let tools = ForeignTools(folders: [])
        var octets = try Fixtures.octets("signed.pdf")
        let signed = Fixtures.read(octets, name: "a.pdf", tools: tools, authorities: Fixtures.authorities)
        #expect(signed.first?.signatures.map(\.state) == [.valid])
        #expect(signed.first?.signatures.map(\.format) == [.pades])
        octets[20] ^= 1
        let changed = Fixtures.read(octets, name: "a.pdf", tools: tools, authorities: Fixtures.authorities)
        #expect(changed.first?.signatures.map(\.state) == [.invalid])
    }

    @Test func base64AndLabelsAroundAContainerAreUndone() throws {
        let octets = try Fixtures.octets("letter.txt.p7s")
        let text = Self.base64(octets)
        for wrapped in [text, "-----BEGIN PKCS7-----\n\(text)\n-----END PKCS7-----\n"] {
            let documents = Fixtures.read(Array(wrapped.utf8), name: "letter.txt.p7s")
            #expect(documents.last?.text.hasPrefix("Про надання інформації") == true)
        }
    }

    @Test func theAlgorithmOfTheStateIsNamedNotGuessed() throws {
        // ecdsa-with-SHA256 becomes an identifier of the state's arc, as a foreign algorithm would stand there.
        var octets = try Fixtures.octets("letter.txt.p7s")
        let known: [UInt8] = [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]
        let foreign: [UInt8] = [0x06, 0x08, 0x2A, 0x86, 0x24, 0x02, 0x01, 0x01, 0x01, 0x01]
        let place = try #require(octets.ranges(of: known).last?.lowerBound)
        octets.replaceSubrange(place..<place + 10, with: foreign)
        let documents = Fixtures.read(octets, name: "letter.txt.p7s")
        guard case .unverified(.algorithm)? = documents[0].signatures.first?.state else {
            Issue.record("\(documents[0].signatures)")
            return
        }
    }

    private static func base64(_ octets: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: octets.count, by: 3) {
            let group = octets[start..<min(start + 3, octets.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
            }
            if start % 48 == 45 { text += "\n" }
        }
        return text
    }
}
