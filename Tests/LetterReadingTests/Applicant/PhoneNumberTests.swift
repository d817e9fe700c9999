// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct PhoneNumberTests {
    struct Row: CustomTestStringConvertible {
        let written: String
        let expected: String?
        var testDescription: String { written }
    }

    @Test(
        "Telephones stay as they are written; other numbers are none",
        arguments: [
            Row(written: "тел. +38 (095) 000-12-13; пошта", expected: "+38 (095) 000-12-13"),
            Row(written: "моб 093 222 14 15", expected: "093 222 14 15"), Row(written: "0971234567", expected: "0971234567"),
            Row(written: "тел. 5-44-21", expected: "5-44-21"), Row(written: "+380671112233", expected: "+380671112233"),
            Row(written: "тел. (0352) 4-77-10, факс 4-77-11", expected: "(0352) 4-77-10"),
            Row(written: "050-111-22-33, 067 111 22 33", expected: "050-111-22-33"),
            Row(written: "код ЄДРПОУ 00012345", expected: nil),
            Row(written: "рахунок UA213223130000026007233566001", expected: nil),
            Row(written: "ділянка 5310700000:03:012:0045", expected: nil),
            Row(written: "від 12.11.2026 № 01-23/456", expected: nil),
        ])
    func written(_ row: Row) {
        let text = NormalizedText(row.written)
        #expect(PhoneNumber.first(in: text, text.tokens.indices)?.text == row.expected)
    }

    @Test("Of a person's two telephones the mobile one counts")
    func mobile() {
        let text = NormalizedText("т. 7-41-13, моб 0970003040")
        #expect(PhoneNumber.preferred(in: text, text.tokens.indices)?.text == "0970003040")
    }
}
