// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
@testable import Workflows

/// What the register keeps of a sheet against what `JSONEncoder` makes of it.
@Suite struct FactSheetTextTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let sheet: FactSheet

        init(_ name: String, _ change: (inout FactSheet) -> Void) {
            testDescription = name
            var sheet = FactSheetTextTests.bare
            change(&sheet)
            self.sheet = sheet
        }
    }

    static let rows = [
        Row("nothing known") { _ in },
        Row("everything known") { $0 = full },
        Row("quotation marks and backslashes") { $0.subject = #"Про «"лапки"» і \ зворотну \" риску"# },
        Row("every control character") {
            $0.subject = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) } + ["\u{7F}", "\u{80}"]))
        },
        Row("control characters at both ends and side by side") { $0.sender = "\n\nРада\r\n\t" },
        Row("a solidus") { $0.outNumber = "01-15/123" },
        Row("emoji, signs of many scalars, other planes") { $0.subject = "👩‍👩‍👧‍👦 🇺🇦 𝒳 é e\u{301} й и\u{306} \u{2028}\u{2029}\u{FEFF}" },
        Row("noncharacters") { $0.subject = "\u{FFFE}\u{FFFF}\u{FFFD}" },
        Row("empty texts") {
            ($0.sender, $0.outNumber, $0.replyChannel) = ("", "", "")
            ($0.attachmentsNamed, $0.flags) = (["", ""], [""])
        },
        Row("a text as long as the longest subject") { $0.subject = String(repeating: "їжак\"\n", count: 20_000) },
    ]

    @Test(arguments: rows) func whatIsKeptIsReadBackAsItWas(_ row: Row) {
        #expect(FactSheet(jsonText: row.sheet.jsonText) == row.sheet)
    }

    @Test func theSheetThatKnowsEverythingHasNoFieldEmpty() {
        for child in Mirror(reflecting: Self.full).children { #expect("\(child.value)" != "nil", "\(child.label ?? "")") }
    }

    /// Old registers were written by the encoder: nobody who looks into one must tell the two apart.
    @Test(arguments: rows) func theKeysAndValuesAreThoseOfTheEncoder(_ row: Row) throws {
        let encoded = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(row.sheet))
        let written = try JSONSerialization.jsonObject(with: Data(row.sheet.jsonText.utf8))
        #expect(try #require(written as? NSDictionary) == #require(encoded as? NSDictionary))
    }

    @Test(arguments: rows) func theSameSheetIsTheSameText(_ row: Row) {
        #expect(row.sheet.jsonText == row.sheet.jsonText)
        #expect(!row.sheet.jsonText.utf8.contains { $0 < 0x20 }, "one line")
    }

    @Test func theKeysStandInTheOrderOfTheDeclaration() {
        #expect(
            Self.bare.jsonText == """
                {"kind":"CITIZEN_APPLICATION","sender":null,"outNumber":null,"outDate":null,"inReplyTo":null,"basis":[],"subject":null,\
                "tasks":[],"applicant":null,"attachmentsNamed":[],"signatory":null,"contact":null,"flags":[],"cardDeadline":null,\
                "readings":[]}
                """)
    }

    private static let bare = FactSheet(
        kind: "CITIZEN_APPLICATION", basis: [], tasks: [], attachmentsNamed: [], flags: [], readings: [])

    private static let full = FactSheet(
        kind: "AUTH_CONTROL", secondaryKind: "PUBLIC_INFO", viaAuthority: "Урядовий контактний центр", sender: "Міністерство",
        outNumber: "12/34", outDate: "2026-11-12",
        inReplyTo: FactSheet.Reference(number: "01-10/5", date: nil),
        basis: [
            FactSheet.Reference(body: "КМУ", number: "55", date: "2018-01-17"),
            FactSheet.Reference(number: "7", date: "2026-01-02"),
        ],
        subject: "Про стан доріг",
        tasks: [
            FactSheet.Task(
                text: "Надати інформацію",
                due: FactSheet.Due(
                    type: "two deadlines", stated: "2026-11-20", legal: "2026-11-20", internal: "2026-11-18", time: "15:00",
                    rrule: "FREQ=MONTHLY;BYMONTHDAY=10", at: "2026-11-20T15:00", rule: "після підписання",
                    upperBound: "2026-12-31", target15days: "2026-11-27", second: "2026-12-01", needsReview: true,
                    overdueOnArrival: false, basis: "постанова 55, п. 171")),
            FactSheet.Task(text: "Взяти участь", due: FactSheet.Due(type: "none")),
        ],
        applicant: FactSheet.Person(
            name: "Кушнір В. С.", address: "вул. Садова, 1", phone: "+380", email: "a@b.example", category: "УБД", signatories: 12
        ),
        attachmentsNamed: ["форма на 1 арк.", "довідка"], signatory: "Роман ГЛУЩЕНКО", contact: "Ірина Савчук 60-11-25",
        replyChannel: "email", flags: ["control", "multitask"], cardDeadline: "2026-11-20",
        readings: [
            FactSheet.Reading(fact: "kind", certainty: "sure", reason: "a letterhead of an authority"),
            FactSheet.Reading(fact: "outNumber", part: "body", start: 0, end: 12, certainty: "unsure", reason: "«№»"),
        ],
        exchange: ExchangeSender(parameters: [
            "exchange.messageID": "{0-1}", "exchange.organizationID": "00000000", "exchange.department": "відділ",
        ]),
        receipt: ReceiptNote(
            messageID: "{0-2}", kind: .registered, number: "77/05", date: "2026-11-26", text: "зареєстровано"))
}
