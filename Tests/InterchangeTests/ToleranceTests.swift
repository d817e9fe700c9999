// SPDX-License-Identifier: Apache-2.0
import Foundation
import Interchange
import MarkupText
import OfficeCalendar
import Testing

@Suite struct ToleranceTests {
    private typealias Kind = InterchangeDefect.Kind

    private static let attributes = """
        standart="1207" version="1.5" charset="UTF-8" time="2026-11-23T10:00:00Z" msg_type="1" msg_id="1" from_org_id="00000003" \
        from_organization="КМУ" from_sys_id="1" from_system="А" to_org_id="04011111" to_organization="Рада" to_sys_id="2" to_system="Б"
        """

    private static func message(_ inside: String) -> String { "<Header \(attributes)>\n\(inside)\n</Header>" }

    private static func document(_ inside: String, _ attributes: String = "") -> String {
        message("<Document idnumber='1' type='0' purpose_type='0' \(attributes)>\(inside)</Document>")
    }

    private static let author = "<Author><Organization ogrn='00000003'/></Author>"
    private static let number = "<RegNumber regdate='2026-11-23'>5</RegNumber><Confident flag='0'/>"

    @Test func leadingZerosAreKeptAndAreValid() throws {
        let reading = try Samples.reading(Self.document(Self.number + Self.author))
        #expect(reading.defects.isEmpty)
        #expect(reading.validity == .valid)
        #expect(reading.message.header.sender.organizationID == "00000003")
        guard case .organization(let organization)? = reading.message.document?.authors.first?.participant else {
            Issue.record("no author")
            return
        }
        #expect(organization.registryCode == "00000003")
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let xml: String
        let defects: [InterchangeDefect.Kind]
        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "an organisation without a code", xml: document(number + "<Author><Organization fullname='Рада'/></Author>"),
            defects: [.missingAttribute("ogrn")]),
        Row(
            name: "no registration, no secrecy", xml: document(author),
            defects: [.missingElement("RegNumber"), .missingElement("Confident")]),
        Row(
            name: "a task number without number and date",
            xml: document(number + author + "<Addressee type='0'><Referred retype='з'><TaskNumber/></Referred></Addressee>"),
            defects: [.missingAttribute("taskDate")]),
        Row(
            name: "a reference by a Latin letter",
            xml: document(
                number + author
                    + "<Addressee type='0'><Referred retype='d'><TaskNumber taskDate='2026-01-01'>1</TaskNumber></Referred></Addressee>"
            ),
            defects: [.badValue(of: "retype", "d")]),
        Row(
            name: "a purpose nobody knows",
            xml: message("<Document idnumber='1' type='0' purpose_type='9'>\(number)\(author)</Document>"),
            defects: [.badValue(of: "purpose_type", "9")]),
        Row(
            name: "a date as people write it",
            xml: document("<RegNumber regdate='23.11.2026'>5</RegNumber><Confident flag='0'/>" + author),
            defects: [.unusualDate("23.11.2026")]),
        Row(
            name: "a date with a time",
            xml: document("<RegNumber regdate='2026-11-23T00:00:00'>5</RegNumber><Confident flag='0'/>" + author),
            defects: [.unusualDate("2026-11-23T00:00:00")]),
        Row(
            name: "no date", xml: document("<RegNumber regdate='0001-00-00'>5</RegNumber><Confident flag='0'/>" + author),
            defects: [.badValue(of: "regdate", "0001-00-00")]),
        Row(name: "flags in words", xml: document(number + author, "urgent='true' collection='false'"), defects: []),
        Row(
            name: "an element of the maker's own", xml: document(number + author + "<Barcode/>"),
            defects: [.unexpectedElement("Barcode")]),
        Row(
            name: "a contact of a kind nobody knows",
            xml: document(number + "<Author><Organization ogrn='1'><Econtact type='t'>1</Econtact></Organization></Author>"),
            defects: [.badValue(of: "type", "t")]),
        Row(
            name: "damaged base64",
            xml: document(number + "<DocTransfer type='txt' description='а' idnumber='1'>QUJ*D</DocTransfer>" + author),
            defects: [.badBase64]),
        Row(
            name: "an older version", xml: document(number + author).replacing("version=\"1.5\"", with: "version=\"1.4\""),
            defects: [.version("1.4")]),
        Row(
            name: "a namespace", xml: document(number + author).replacing("<Header ", with: "<Header xmlns='urn:sev' "),
            defects: []),
    ]

    @Test("defects", arguments: rows) func defectIsNotedAndTheMessageRead(_ row: Row) throws {
        let reading = try Samples.reading(row.xml)
        #expect(reading.defects.map(\.kind) == row.defects)
        #expect(reading.message.document?.id == "1")
        // libxml2 passes over strays in base64, as we do, but says nothing.
        let isSilent = row.defects.isEmpty || row.defects == [.badBase64]
        #expect(isSilent || reading.validity != .valid)
        #expect(reading.defects.allSatisfy { $0.line == 2 || $0.kind == .version("1.4") })
    }

    @Test func whatIsUnderstoodInspiteOfDefectsIsKept() throws {
        let date = try Samples.reading(Self.rows[5].xml).message.document?.number.date
        #expect(date == CivilDate("2026-11-23"))
        let reference = try Samples.reading(Self.rows[3].xml).message.document?.addressees.first?.references.first
        #expect(reference?.subject == .task)
        let damaged = try Samples.reading(Self.rows[11].xml)
        #expect(damaged.message.document?.files.first.map { damaged.content($0.content) } == Array("ABC".utf8))
        #expect(try Samples.reading(Self.rows[8].xml).message.document?.isUrgent == true)
    }

    @Test func aMarkWithoutItsFlagHidesTheDocument() throws {
        let xml = Self.document(
            "<RegNumber regdate='2026-11-23'>5</RegNumber><Confident>Для службового користування</Confident>" + Self.author)
        let document = try Samples.reading(xml).message.document
        #expect(
            document?.confidentiality
                == InterchangeMessage.Confidentiality(isConfidential: true, mark: "Для службового користування"))
    }

    @Test func base64IsReadHoweverItIsWrapped() throws {
        for content in [
            "QUJDREVG", "\n  QUJD\r\n  REVG\n", "QUJD&#13;&#10;REVG&#xD;", "<![CDATA[QUJD]]>REVG", "QU<!-- -->JDREVG",
        ] {
            let xml = Self.document(
                Self.number + "<DocTransfer type='t' description='а' idnumber='1'>\(content)</DocTransfer>" + Self.author)
            let reading = try Samples.reading(xml)
            #expect(reading.defects.isEmpty)
            #expect(reading.validity == .valid)
            #expect(reading.message.document?.files.first.map { reading.content($0.content) } == Array("ABCDEF".utf8))
        }
    }

    @Test func aSampleReadsTheSameWithoutMarkInWindows1251AndInUTF16() throws {
        let expected = try Samples.reading(sample: Samples.informationReport)
        let text = String(decoding: expected.octets.dropFirst(3), as: UTF8.self)
        let declared = text.replacing("encoding=\"utf-8\"", with: "encoding=\"windows-1251\"")
        for (octets, defects) in [
            (Array(text.utf8), []), (Array("\n\n".utf8) + Array(text.utf8), []),
            (Array(try #require(declared.data(using: .windowsCP1251))), []),
            (Array(try #require(text.data(using: .windowsCP1251))), [InterchangeDefect.Kind.encoding("utf-8")]),
            (Array(declared.utf8), [.encoding("windows-1251")]), (Array(try #require(text.data(using: .utf16LittleEndian))), []),
            (Array(try #require(text.data(using: .utf16BigEndian))), []),
        ] {
            let reading = try Samples.reading(octets)
            #expect(reading.decodedMessage == expected.decodedMessage)
            #expect(reading.defects.map(\.kind) == defects)
            #expect(reading.validity == .valid)
            let isMessage = InterchangeReader.isMessage(octets.span)
            #expect(isMessage)
        }
    }

    @Test func aTextBeyondTheLimitIsCut() throws {
        func document(_ count: Int) -> String {
            Self.document(Self.number + Self.author, "annotation='\(String(repeating: "a", count: count))'")
        }
        let limit = InterchangeReader.maximumTextOctets
        let whole = try Samples.reading(document(limit))
        #expect(whole.defects.isEmpty)
        #expect(whole.message.document?.annotation?.utf8.count == limit)
        let cut = try Samples.reading(document(limit + 1))
        #expect(cut.defects.map(\.kind) == [.longText("annotation")])
        #expect(cut.message.document?.annotation?.utf8.count == limit / 4)
    }

    @Test func defectsAreBounded() throws {
        let xml = Self.document(Self.number + Self.author + String(repeating: "<Stray/>", count: 1_000))
        #expect(try Samples.reading(xml).defects.count == 200)
    }

    struct HeadRow: Sendable, CustomTestStringConvertible {
        let head: String
        let isMessage: Bool
        var testDescription: String { head }
    }

    @Test(
        "told by its head",
        arguments: [
            HeadRow(head: "<Header standart=\"1207\"", isMessage: true),
            HeadRow(head: "<Header\n version='1.5' standart = '1207'>", isMessage: true),
            HeadRow(head: "\u{feff}<?xml version='1.0'?>\n<!-- <Letter> -->\n<Header standart='1207'/>", isMessage: true),
            HeadRow(head: "<!DOCTYPE Header SYSTEM 'http://x/'><Header standart='1207'/>", isMessage: true),
            HeadRow(head: "<s:Header xmlns:s='u' standart='1207'/>", isMessage: true),
            HeadRow(head: "<Header standart=\"1208\">", isMessage: false),
            HeadRow(head: "<Header>standart=\"1207\"", isMessage: false),
            HeadRow(head: "<Headers standart='1207'>", isMessage: false),
            HeadRow(head: "<Letter><Header standart='1207'>", isMessage: false),
            HeadRow(head: "<Header standart", isMessage: false),
            HeadRow(head: "<!-- <Header standart='1207'>", isMessage: false), HeadRow(head: "", isMessage: false),
            HeadRow(head: "<", isMessage: false),
            HeadRow(head: "%PDF-1.7", isMessage: false), HeadRow(head: "<html><Header standart='1207'>", isMessage: false),
        ]) func messageIsToldByItsHead(_ row: HeadRow)
    {
        let isMessage = InterchangeReader.isMessage(Array(row.head.utf8).span)
        #expect(isMessage == row.isMessage)
    }
}
