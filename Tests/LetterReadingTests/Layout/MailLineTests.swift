// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct MailLineTests {
    private static let marks = MailMarks([
        "від:", "to:", "*тема:*", "sent from", "рада", "цей електронний лист містить",
    ])

    @Test(
        "The few lines that may be marks are read in lower case, the others only measured",
        arguments: [
            ("Від: Іван", "від: іван", true), ("ВІД:", "від:", true), ("To: all of them", "to: all of them", true),
            ("*Тема:* звіт", "*тема:* звіт", true), ("SENT FROM my phone", "sent from my phone", true),
            ("РАДА міста", "рада міста", true),
            ("Цей електронний лист надіслано", "цей електронний лист надіслано", true),
            ("Просимо надати відповідь", "", false), ("Відповідь надано", "", false), ("Tomorrow", "tomorrow", false),
            ("Іван Петренко пише:", "іван петренко пише:", false), ("--", "--", false),
        ])
    func reads(line: String, text: String, mayBeMark: Bool) {
        let octets = Array("\u{A0} \(line)\r".utf8)
        let read = MailLine(octets.span, octets.indices, marks: Self.marks)
        #expect(read.text == text)
        #expect(read.mayBeMark == mayBeMark)
        #expect(read.length == line.utf8.count)
    }

    @Test("A line of spaces is empty, one behind > is quoted")
    func edges() {
        let octets = Array(" \t\u{A0}\r".utf8)
        #expect(MailLine(octets.span, octets.indices, marks: MailMarks([])).isEmpty)
        let quoted = Array("  > так".utf8)
        #expect(MailLine(quoted.span, quoted.indices, marks: MailMarks([])).isQuoted)
    }
}
