// SPDX-License-Identifier: Apache-2.0
@testable import MarkupText
import Testing

@Suite struct LimitTests {
    @Test func aHundredThousandDivisionsStillShowTheirText() {
        let html = String(repeating: "<div>", count: 100_000) + "Лист" + String(repeating: "</div>", count: 100_000)
        let reading = MarkupReader().text(of: Array(html.utf8).span)
        #expect(reading.text == "Лист")
        #expect(reading.notes == [.nestedTooDeep])
    }

    @Test func aDocumentIsCutAtTheLimitBetweenCharacters() {
        let reader = MarkupReader(limits: MarkupLimits(maximumOctets: 5))
        #expect(reader.text(of: Array("ЩЩЩ".utf8).span) == MarkupReading(text: "ЩЩ", notes: [.cutAtLimit]))
        #expect(reader.text(of: Array("ЩЩ".utf8).span).notes.isEmpty)
    }

    @Test func octetsThatAreNoCharactersAreReplaced() {
        let octets: [UInt8] = [0x3c, 0x70, 0x3e, 0xff, 0x41, 0x00, 0x42]
        let reading = MarkupReader().text(of: octets.span)
        #expect(reading == MarkupReading(text: "\u{fffd}AB", notes: [.repairedEncoding]))
    }

    @Test func hiddenTextIsShownWhenThereIsNoOther() {
        let reading = MarkupReader().text(of: Array("<div style='display:none'>Лист</div>".utf8).span)
        #expect(reading == MarkupReading(text: "Лист", notes: [.hiddenTextShown]))
    }

    struct Flood: Sendable, CustomTestStringConvertible {
        let name: String
        let unit: String
        var testDescription: String { name }
    }

    static let floods = [
        Flood(name: "start tags", unit: "<div>"), Flood(name: "stray end tags", unit: "<b></x></i>"),
        Flood(name: "comments", unit: "<!--"),
        Flood(name: "quotes", unit: "<a b=\""), Flood(name: "attributes", unit: "<a a b c d e f g "),
        Flood(name: "references", unit: "&#1;&x"),
        Flood(name: "scripts", unit: "<script>"), Flood(name: "titles", unit: "<title>&"),
        Flood(name: "cells", unit: "<table><td>x"),
        Flood(name: "items", unit: "<ul><li><p>"), Flood(name: "rules", unit: "<p><td><span><hr>"),
        Flood(name: "quotations", unit: "<blockquote>x"),
    ]

    @Test("a flood is read in time that grows with its length", arguments: floods)
    func floodsAreRead(_ flood: Flood) {
        for size in [60_000, 1_000_000] {
            let octets = Array(String(repeating: flood.unit, count: size / flood.unit.utf8.count).utf8)
            let clock = ContinuousClock()
            let time = clock.measure {
                _ = MarkupReader().text(of: octets.span)
                _ = MarkupReader().safeHTML(of: octets.span)
            }
            #expect(time < .seconds(20))
        }
    }

    @Test func everyPrefixIsRead() {
        for row in MailProgramTests.rows {
            let octets = Array(row.html.utf8)
            for end in stride(from: 0, to: octets.count, by: 3) {
                _ = MarkupReader().text(of: octets.span.extracting(0..<end))
                let shown = MarkupReader().safeHTML(of: octets.span.extracting(0..<end)).text
                #expect(safe(shown) == shown)
            }
        }
    }

    @Test func manyThreadsReadAtOnce() async {
        let row = MailProgramTests.rows[0]
        await withTaskGroup(of: String.self) { group in
            for _ in 0..<200 { group.addTask { text(row.html) } }
            for await read in group { #expect(read == row.text) }
        }
    }
}
