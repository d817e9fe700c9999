// SPDX-License-Identifier: Apache-2.0
import Foundation
import MarkupText
import Testing

@Suite struct XMLSchemaTests {
    static let xsd = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="Letter">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="Date" type="xs:date"/>
                <xs:element name="File" type="xs:base64Binary" minOccurs="0" maxOccurs="unbounded"/>
                <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
              <xs:attribute name="code" type="xs:integer" use="required"/>
              <xs:attribute name="title" type="xs:string"/>
            </xs:complexType>
          </xs:element>
        </xs:schema>
        """

    private static func findings(_ xml: String) throws -> [XMLFinding] {
        let octets = Array(xml.utf8)
        let schema = try XMLSchema(Array(xsd.utf8))
        return schema.findings(on: try XMLElement.read(octets.span), in: octets.span)
    }

    @Test func aValidDocumentHasNoFindings() throws {
        let xml =
            "<Letter code='00000003' title='R&amp;D &lt;1&gt; &amp;#38;'><Date>2026-11-25</Date><File>AAAA</File><x xmlns='urn:x' y='z'/></Letter>"
        #expect(try Self.findings(xml).isEmpty)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let xml: String
        let line: Int
        let words: String
        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "a missing attribute", xml: "<Letter>\n<Date>2026-11-25</Date></Letter>", line: 1,
            words: "Element 'Letter': The attribute 'code' is required but missing."),
        Row(
            name: "no number", xml: "<Letter code='x'><Date>2026-11-25</Date></Letter>", line: 1,
            words: "Element 'Letter', attribute 'code': 'x' is not a valid value of the atomic type 'xs:integer'."),
        Row(
            name: "no date", xml: "<Letter code='1'>\n<Date>25.11.2026</Date></Letter>", line: 2,
            words: "Element 'Date': '25.11.2026' is not a valid value of the atomic type 'xs:date'."),
        Row(
            name: "a missing element", xml: "\n<Letter code='1'>\n</Letter>", line: 2,
            words: "Element 'Letter': Missing child element(s). Expected is ( Date )."),
        Row(
            name: "another root", xml: "<Note/>", line: 1,
            words: "Element 'Note': No matching global declaration available for the validation root."),
        Row(
            name: "another namespace", xml: "<Letter xmlns='urn:x' code='1'><Date>2026-11-25</Date></Letter>", line: 1,
            words: "Element '{urn:x}Letter': No matching global declaration available for the validation root."),
        Row(
            name: "text among elements", xml: "<Letter code='1'>т<Date>2026-11-25</Date></Letter>", line: 1,
            words:
                "Element 'Letter': Character content other than whitespace is not allowed because the content type is 'element-only'."
        ),
        Row(
            name: "no base64", xml: "<Letter code='1'><Date>2026-11-25</Date>\n\n<File>A?==</File></Letter>", line: 3,
            words: "Element 'File': 'A?==' is not a valid value of the atomic type 'xs:base64Binary'."),
    ]

    @Test("findings", arguments: rows)
    func findingIsTold(_ row: Row) throws {
        let found = try Self.findings(row.xml)
        #expect(found.contains { $0.line == row.line && $0.words == row.words }, "\(found)")
    }

    @Test func findingsAreBoundedInNumberAndLength() throws {
        let bad = "<File>" + String(repeating: "A", count: 60_001) + "</File>"
        let found = try Self.findings(
            "<Letter code='1'><Date>2026-11-25</Date>" + String(repeating: bad, count: 150) + "</Letter>")
        #expect(found.count == XMLSchema.maximumFindings)
        #expect(found.allSatisfy { $0.words.count <= 400 })
    }

    @Test func aLargeFileIsComparedByItsFront() throws {
        for lines in ["\r\n", "\n", ""] {
            let file = String(repeating: String(repeating: "QUJD", count: 19) + lines, count: 100_000)
            let (good, bad) = try (Self.findings(Self.letter(file)), Self.findings(Self.letter("?" + file)))
            #expect(good.isEmpty)
            #expect(bad.count == 1)
        }
    }

    private static func letter(_ file: String) -> String {
        "<Letter code='1'><Date>2026-11-25</Date><File>\(file)</File></Letter>"
    }

    @Test func aSchemaNamedInTheDocumentIsNotFetched() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // A schema that would allow the element: were it read, the document would be valid.
        let other = folder.appending(path: "other.xsd")
        let xsd = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='Note' type='xs:string'/></xs:schema>"
        try Data(xsd.utf8).write(to: other)
        let xml = """
            <Note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="\(other.path)"/>
            """
        #expect(try Self.findings(xml).count == 1)
    }

    @Test func schemasThatCannotBeUsedAreRefusedWithAReason() {
        for (xsd, reason) in [
            ("", "line 1: this is not XML"), ("<xs:schema", "line 1: the document is cut short"),
            ("<a/>", "The XML document 'in_memory_buffer' is not a schema document."),
            (
                Self.xsd.replacing(
                    "<xs:element name=\"Letter\">", with: "<xs:include schemaLocation='http://x/'/>\n<xs:element name='L'>"),
                "line 2: the schema brings in another; put it into one file"
            ),
            ("<!DOCTYPE a SYSTEM 'http://x/'><a/>", "line 1: the document declares a document type, which is not accepted"),
        ] {
            let fault = #expect(throws: XMLSchema.Fault.self) { try XMLSchema(Array(xsd.utf8)) }
            #expect(fault?.reason == reason)
        }
    }

    @Test func oneSchemaServesManyThreads() async throws {
        let schema = try XMLSchema(Array(Self.xsd.utf8))
        await withTaskGroup(of: Int.self) { group in
            for number in 0..<400 {
                group.addTask {
                    let octets = Array("<Letter code='\(number % 2 == 0 ? "1" : "x")'><Date>2026-11-25</Date></Letter>".utf8)
                    guard let root = try? XMLElement.read(octets.span) else { return -1 }
                    return schema.findings(on: root, in: octets.span).count
                }
            }
            var counts: [Int: Int] = [:]
            for await count in group { counts[count, default: 0] += 1 }
            #expect(counts == [0: 200, 1: 200])
        }
    }

    @Test func aTreeIsBounded() throws {
        let octets = Array("<a>\(String(repeating: "<b c='d'>e</b>", count: 10))</a>".utf8)
        #expect(throws: XMLError(.tooManyNodes(limit: 30), line: 1)) { try XMLElement.read(octets.span, maximumNodes: 30) }
        let root = try XMLElement.read(octets.span, maximumNodes: 31)
        #expect(root.children.count == 10)
        #expect(root.children.allSatisfy { $0["c"] == "d" && $0.text(in: octets.span, maximumOctets: 9) == "e" })
    }
}
