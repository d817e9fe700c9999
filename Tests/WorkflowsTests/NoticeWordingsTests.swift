// SPDX-License-Identifier: Apache-2.0
import Office
import Testing
import Workflows

@Suite struct NoticeWordingsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let template: String
        let text: String

        init(_ name: String, _ template: String, _ text: String) {
            (testDescription, self.template, self.text) = (name, template, text)
        }
    }

    static let rows = [
        Row("a text stands as it is", "«{{subject}}» & {{{subject}}}", "«Про \"воду\" & <лід>» & Про \"воду\" & <лід>"),
        Row("what is missing is empty", "[{{none}}]", "[]"),
        Row("a section stands where its text is there", "{{#subject}}a{{/subject}}{{#none}}b{{/none}}", "a"),
        Row("an inverted section where it is not", "{{^subject}}a{{/subject}}{{^none}}b{{/none}}", "b"),
        Row(
            "inside a section of a text its neighbours are named too", "{{#subject}}{{.}}: {{phone}}{{/subject}}",
            "Про \"воду\" & <лід>: 102"),
        Row("a list is gone through", "{{#files}}{{fileName}} {{phone}}; {{/files}}", "a.pdf 102; b.pdf 102; "),
        Row("a text is transformed", "{{uppercased(phone)}}{{lowercased(unit)}}", "102км"),
    ]

    @Test(arguments: rows) func theTemplateIsFilledIn(_ row: Row) throws {
        let wordings = try NoticeWordings([
            .init(kind: .declined, language: .ukrainian, subject: "a\n{{phone}}", body: row.template)
        ])
        let values: [String: Any] = [
            "subject": "Про \"воду\" & <лід>", "phone": "102", "unit": "КМ",
            "files": [["fileName": "a.pdf"], ["fileName": "b.pdf"]],
        ]
        let wording = try wordings.wording(.declined, in: .ukrainian, values: values)
        #expect(wording.subject == "a 102" && wording.body == row.text, "\(wording.body)")
    }
}
