// SPDX-License-Identifier: Apache-2.0
import MarkupText
import Testing

/// Writes the events of a document down: `+name[attribute=value]@line`, text in quotation marks, `-name`.
struct EventLog: XMLEventConsumer {
    var lines: [String] = []
    var stopsAt: String?
    var isSatisfied = false

    mutating func start(_ tag: XMLStartTag) {
        let attributes = tag.attributes.map { "[\(label($0.name))=\($0.value)]" }.joined()
        lines.append("+\(label(tag.name))\(attributes)@\(tag.line)")
        isSatisfied = tag.name.local == stopsAt
    }

    mutating func text(_ run: XMLTextRun, of octets: Span<UInt8>) { lines.append("\"\(run.text(in: octets))\"") }

    mutating func end(_ name: XMLName) { lines.append("-\(label(name))") }

    private func label(_ name: XMLName) -> String { name.namespace.isEmpty ? name.local : "{\(name.namespace)}\(name.local)" }
}

func events(_ octets: [UInt8], limits: XMLLimits = .standard) throws(XMLError) -> String {
    var log = EventLog()
    try XMLEventReader(limits: limits).read(octets.span, into: &log)
    return log.lines.joined(separator: " ")
}

func fault(_ octets: [UInt8], limits: XMLLimits = .standard) -> XMLError? {
    do throws(XMLError) { _ = try events(octets, limits: limits) } catch { return error }
    return nil
}

@Suite struct XMLEventTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let xml: String
        let events: String
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "an empty element", xml: "<a/>", events: "+a@1 -a"),
        Row(name: "text and line", xml: "\n\n<a>\n<b>т</b></a>\n", events: "+a@3 \"\n\" +b@4 \"т\" -b -a"),
        Row(
            name: "attributes in both quotation marks", xml: "<a b='\"' c = \"'\"\n d=''/>",
            events: "+a[b=\"][c='][d=]@1 -a"),
        Row(
            name: "references", xml: "<a b='&lt;&#1110;&quot;'>&amp;lt;&#x457;&apos;&gt;</a>",
            events: "+a[b=<і\"]@1 \"&lt;ї'>\" -a"),
        Row(name: "white space of an attribute", xml: "<a b='1\t2\r\n3&#10;4'/>", events: "+a[b=1 2 3\n4]@1 -a"),
        Row(name: "line ends of text", xml: "<a>1\r\n2\r3&#13;</a>", events: "+a@1 \"1\n2\n3\r\" -a"),
        Row(name: "a section", xml: "<a><![CDATA[<&amp;>]]]]></a>", events: "+a@1 \"<&amp;>]]\" -a"),
        Row(
            name: "comments and instructions", xml: "<?xml version='1.0'?><!-- <b> --><a>1<!--&x;-->2<?p <?></a><!---->",
            events: "+a@1 \"1\" \"2\" -a"),
        Row(
            name: "namespaces", xml: "<w:a xmlns:w='u' xmlns='d' w:x='1' y='2'><b/><w:c xmlns:w='v'/><w:d/></w:a>",
            events: "+{u}a[{u}x=1][y=2]@1 +{d}b@1 -{d}b +{v}c@1 -{v}c +{u}d@1 -{u}d -{u}a"),
        Row(name: "a prefix nobody declared", xml: "<w:a w:b='1'/>", events: "+a[b=1]@1 -a"),
        Row(name: "a byte order mark", xml: "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<a/>", events: "+a@2 -a"),
        Row(name: "names in Cyrillic", xml: "<лист номер='1'></лист >", events: "+лист[номер=1]@1 -лист"),
        Row(name: "control characters", xml: "<a b='\u{1}'>\u{b}</a>", events: "+a[b=\u{fffd}]@1 \"\u{fffd}\" -a"),
        Row(name: "a file filled up with NUL", xml: "<a/>\0\0\0", events: "+a@1 -a"),
        Row(
            name: "an encoding UTF-8 proves wrong", xml: "<?xml version='1.0' encoding='utf-16'?><a>ї</a>",
            events: "+a@1 \"ї\" -a"),
    ]

    @Test("events", arguments: rows)
    func documentIsRead(_ row: Row) throws {
        #expect(try events(Array(row.xml.utf8)) == row.events)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let xml: String
        let reason: XMLError.Reason
        var line = 1
        var testDescription: String { String(xml.prefix(60)) }
    }

    static let bad = [
        Bad(xml: "", reason: .notXML), Bad(xml: "Лист", reason: .notXML), Bad(xml: "%PDF-1.7 <a/>", reason: .notXML),
        Bad(xml: "<", reason: .cutShort(element: "")), Bad(xml: "<1/>", reason: .notXML),
        Bad(xml: "<a>\n<b>", reason: .cutShort(element: "b"), line: 2),
        Bad(xml: "<a b", reason: .cutShort(element: "")), Bad(xml: "<a>&am", reason: .cutShort(element: "a")),
        Bad(xml: "<a>\n\n</b>", reason: .malformed(.endTag), line: 3), Bad(xml: "</a>", reason: .malformed(.endTag)),
        Bad(xml: "<a></aa>", reason: .malformed(.endTag)), Bad(xml: "<a/>\n<b/>", reason: .malformed(.outsideRoot), line: 2),
        Bad(xml: "<a/>x", reason: .malformed(.outsideRoot)), Bad(xml: "<a b=1/>", reason: .malformed(.attribute)),
        Bad(xml: "<a b/>", reason: .malformed(.attribute)), Bad(xml: "<a b='1'c='2'/>", reason: .malformed(.attribute)),
        Bad(xml: "<a b='1' b='2'/>", reason: .malformed(.repeatedAttribute)),
        Bad(xml: "<a b='<'/>", reason: .malformed(.lessThan)), Bad(xml: "<a>R & D</a>", reason: .malformed(.reference)),
        Bad(xml: "<a>&;</a>", reason: .malformed(.reference)), Bad(xml: "<a>&#0;</a>", reason: .malformed(.reference)),
        Bad(xml: "<a>&#xd800;</a>", reason: .malformed(.reference)),
        Bad(xml: "<a>&#x110000;</a>", reason: .malformed(.reference)),
        Bad(xml: "<a>&nbsp;</a>", reason: .entity("nbsp")), Bad(xml: "<a b='\n&xxe;'/>", reason: .entity("xxe"), line: 2),
        Bad(xml: "<a><!-- </a>", reason: .malformed(.comment)), Bad(xml: "<a><!-- -- --></a>", reason: .malformed(.comment)),
        Bad(xml: "<a><!----", reason: .cutShort(element: "a")), Bad(xml: "<a><![CDATA[</a>", reason: .malformed(.comment)),
        Bad(xml: "<a><!ELEMENT b></a>", reason: .malformed(.markup)), Bad(xml: "<a>< b/></a>", reason: .malformed(.markup)),
        Bad(xml: "\n<!DOCTYPE html><a/>", reason: .documentType, line: 2),
        Bad(xml: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", reason: .documentType),
    ]

    @Test("faults", arguments: bad)
    func documentIsRefused(_ row: Bad) {
        #expect(fault(Array(row.xml.utf8)) == XMLError(row.reason, line: row.line))
    }

    @Test func windows1251IsReadByDeclarationAndByLook() throws {
        // «Ґанок № 5», declared and not.
        let word: [UInt8] = [0xa5, 0xe0, 0xed, 0xee, 0xea, 0x20, 0xb9, 0x20, 0x35]
        for declaration in ["<?xml version='1.0' encoding='Windows-1251'?>", "<?xml version='1.0' encoding='UTF-8'?>", ""] {
            let octets = Array((declaration + "<a b='").utf8) + word + Array("'>".utf8) + word + Array("</a>".utf8)
            #expect(try events(octets) == "+a[b=Ґанок № 5]@1 \"Ґанок № 5\" -a")
            let finding = try XMLEncoding.find(in: octets.span)
            #expect(finding.encoding == .windows1251)
            #expect(finding.contradictsOctets == !declaration.contains("1251"))
        }
    }

    @Test func oneDamagedOctetLeavesADocumentInUTF8() throws {
        let octets = Array("<a>Лист про стан доріг".utf8) + [0xff] + Array("</a>".utf8)
        #expect(try events(octets) == "+a@1 \"Лист про стан доріг\u{fffd}\" -a")
    }

    @Test func anEncodingNobodyReadsIsNamed() {
        let octets = Array("<?xml version='1.0' encoding='KOI8-U'?><a>".utf8) + [0xc1, 0xa4] + Array("</a>".utf8)
        #expect(fault(octets) == XMLError(.encoding("KOI8-U"), line: 1))
    }

    @Test("UTF-16 is brought to UTF-8", arguments: [false, true], [false, true])
    func wideDocumentIsRead(isBig: Bool, hasMark: Bool) throws {
        let units = Array(((hasMark ? "\u{feff}" : "") + "<a>Їжак 😀</a>").utf16)
        let octets = units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xff)] : [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        let narrow = XMLEncoding.utf8(fromUTF16: octets.span) ?? []
        let again = XMLEncoding.utf8(fromUTF16: narrow.span)
        #expect(try events(narrow) == "+a@1 \"Їжак 😀\" -a")
        #expect(again == nil)
    }

    @Test func aSatisfiedConsumerHearsNothingMore() throws {
        var log = EventLog(stopsAt: "b")
        try XMLEventReader().read(Array("<a><b>1</b></broken".utf8).span, into: &log)
        #expect(log.lines == ["+a@1", "+b@1"])
    }

    @Test func limitsHoldAtTheirEdges() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
        }
        func wide(_ count: Int) -> [UInt8] { Array("<a \((0..<count).map { "b\($0)='' " }.joined())/>".utf8) }
        #expect(fault(nested(256)) == nil)
        #expect(fault(nested(257)) == XMLError(.tooDeep(limit: 256), line: 1))
        #expect(fault(wide(256)) == nil)
        #expect(fault(wide(257)) == XMLError(.tooManyAttributes(limit: 256), line: 1))
        #expect(fault(Array("<abc/>".utf8), limits: XMLLimits(maximumOctets: 6)) == nil)
        #expect(fault(Array("<abc/>".utf8), limits: XMLLimits(maximumOctets: 5)) == XMLError(.tooLarge(limit: 5), line: 1))
    }

    static let floods: [(name: String, head: String, unit: String)] = [
        ("start tags", "", "<a>"), ("comments", "<a>", "<!---->"), ("open comments", "<a>", "<!--"),
        ("ampersands", "<a>", "&"), ("long references", "<a>", "&aaaaaaaaaaaaaaaa"), ("references", "<a>", "&lt;"),
        ("namespaces", "<a>", "<b xmlns:c='d' xmlns:e='f' c:g='' e:h=''/>"), ("sections", "<a>", "<![CDATA["),
        ("attributes", "<a>", "<b c='' d='' e='' f='' g='' h='' i='' j='' k=''/>"), ("end tags", "<a>", "</"),
        ("a name", "<a><", "b"), ("quotation marks", "<a b='", "\""), ("section ends", "<a><![CDATA[", "]]"),
        ("line ends", "<a>", "\r\n"), ("stray octets", "<a>", "\u{80}"),
    ]

    @Test("a flood is read in time that grows with its length", arguments: floods.map(\.name))
    func floodIsRead(_ name: String) throws {
        let flood = try #require(Self.floods.first { $0.name == name })
        let octets = Array((flood.head + String(repeating: flood.unit, count: (4 << 20) / flood.unit.utf8.count)).utf8)
        let time = ContinuousClock().measure { #expect(fault(octets) != nil) }
        #expect(time < .seconds(20))
    }

    @Test func everyPrefixAndEveryChangedOctetGivesAnAnswer() {
        let octets = Array("<?xml version='1.0'?><w:a xmlns:w='u' b=\"&#10;\"><!--c--><![CDATA[d]]>е&amp;<f/></w:a>".utf8)
        for end in 0..<octets.count { #expect(fault(Array(octets[..<end])) != nil) }
        for place in octets.indices {
            for value in UInt8.min...UInt8.max {
                var changed = octets
                changed[place] = value
                _ = fault(changed)
            }
        }
    }
}
