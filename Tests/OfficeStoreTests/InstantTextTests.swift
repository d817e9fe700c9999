// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import OfficeStore

@Suite struct InstantTextTests {
    private struct Case {
        let seconds: Double
        let text: String
    }

    private static let cases = [
        Case(seconds: 0, text: "1970-01-01T00:00:00.000Z"),
        Case(seconds: 1_795_418_618.123, text: "2026-11-23T07:23:38.123Z"),
        Case(seconds: -0.001, text: "1969-12-31T23:59:59.999Z"),
        Case(seconds: 951_782_400, text: "2000-02-29T00:00:00.000Z"),
        Case(seconds: -62_135_596_800, text: "0001-01-01T00:00:00.000Z"),
        Case(seconds: 253_402_300_799.999, text: "9999-12-31T23:59:59.999Z"),
    ]

    @Test func instantsAreWrittenAndReadBack() {
        for example in Self.cases {
            #expect(InstantText.text(Date(timeIntervalSince1970: example.seconds)) == example.text)
            #expect(InstantText.instant(example.text) == Date(timeIntervalSince1970: example.seconds))
        }
    }

    @Test func everyMillisecondComesBackAsItWent() {
        for millisecond in 0..<1_000 {
            let instant = Date(timeIntervalSince1970: Double(1_795_418_618_000 + millisecond) / 1_000)
            #expect(InstantText.instant(InstantText.text(instant)) == instant)
        }
    }

    @Test func instantsOutsideTheCalendarMoveToItsEnds() {
        #expect(InstantText.text(.distantFuture) < "9999-12-31T23:59:59.999Z")
        #expect(InstantText.text(Date(timeIntervalSince1970: 1e18)) == "9999-12-31T23:59:59.999Z")
        #expect(InstantText.text(Date(timeIntervalSince1970: -1e18)) == "0001-01-01T00:00:00.000Z")
        #expect(InstantText.text(Date(timeIntervalSince1970: .nan)).utf8.count == 24)
    }

    @Test func otherShapesAreNoInstants() {
        for text in [
            "", "2026-11-23", "2026-13-23T07:23:38.123Z", "2026-11-23 07:23:38.123Z", "2026-11-23T07:23:38.123+", "яяяяяяяяяяяя",
        ] {
            #expect(InstantText.instant(text) == nil)
        }
    }

    @Test func factsAreWrittenInOrderAndReadBack() {
        let facts = ["б": "\"\\\n\u{1}", "a": "", "в": "Ї/'"]
        #expect(FlatJSON.text(facts).hasPrefix("{\"a\":\"\",\"б\":"))
        #expect(FlatJSON.facts(FlatJSON.text(facts)) == facts)
        let plain = ["files": "a:1:2", "subject": "Про ремонт", "": ""]
        #expect(FlatJSON.facts(FlatJSON.text(plain)) == plain)
        #expect(FlatJSON.facts(#"{ "a" : "1" }"#) == ["a": "1"])
        for text in ["[1]", "", "{", #"{"a"}"#, #"{"a":1}"#, #"{"a":"1"}}"#, "{\"a\":\"\u{1}\"}"] {
            #expect(FlatJSON.facts(text) == nil, "\(text)")
        }
    }
}
