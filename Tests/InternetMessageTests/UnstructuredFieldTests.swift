// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct UnstructuredFieldTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let field: String
        let text: String
    }

    static let rows: [Row] = [
        Row(
            testDescription: "a character cut between two words", field: "=?utf-8?B?0J8=?= =?UTF-8?B?0Q==?= =?utf-8?B?gA==?=",
            text: "Пр"),
        Row(testDescription: "words of two charsets", field: "=?koi8-u?Q?=F0?=\r\n =?utf-8?Q?=D1=80?=", text: "Пр"),
        Row(testDescription: "one padding sign", field: "=?utf-8?B?0J/RgNC+?= =?utf-8?B?0YHRjGI=?=", text: "Просьb"),
        Row(testDescription: "two padding signs", field: "=?utf-8?B?0J/RgNC+IA==?= =?utf-8?B?0YHRjA==?=", text: "Про сь"),
        Row(testDescription: "padding left out", field: "=?utf-8?B?0J/RgNC+IA?= =?utf-8?B?0YHRjA?=", text: "Про сь"),
        Row(
            testDescription: "a word longer than RFC 2047 lets it be",
            field: "=?utf-8?B?" + String(repeating: "0J/RgNC+", count: 60) + "IA==?=", text: String(repeating: "Про", count: 60)),
        Row(testDescription: "text around words", field: "Re: =?utf-8?Q?=D0=9F?= (1)", text: "Re: П (1)"),
        Row(testDescription: "no word at all", field: "a =? b ?= c", text: "a =? b ?= c"),
    ]

    @Test(arguments: rows) func aFieldIsReadAs(row: Row) {
        let decoded = UnstructuredField.decode(Array(row.field.utf8))
        #expect(String(decoded.reversed().drop { $0 == " " }.reversed()) == row.text)
    }

    @Test(arguments: ["=?utf-8?Q?a?= ", "=?utf-8?B?YQ==?=\r\n ", "=?utf-8?Q?a?= =?koi8-u?Q?b?= ", "=?utf-8?Q?a ", "=?"])
    func aMebibyteOfTinyEncodedWordsIsReadInNoTime(word: String) {
        let octets = Array(String(repeating: word, count: (1 << 20) / word.utf8.count).utf8)
        let elapsed = ContinuousClock().measure { #expect(!UnstructuredField.decode(octets).isEmpty) }
        // Unoptimised the same work takes some twenty times as long.
        #if DEBUG
            let limit = Duration.seconds(4)
        #else
            let limit = Duration.milliseconds(200)
        #endif
        #expect(elapsed < limit, "\(elapsed)")
    }
}
