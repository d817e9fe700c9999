// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar

@testable import LetterReading

/// A letter of `Tests/Fixtures/reading/letters.txt` with what it says. Every name, number and place in it is invented.
///
/// A letter begins with `=== ` and its name; then `key: value` lines, `---`, and the text. `from`, `fromName`, `mail` (the Subject field) and
/// `files` go into the source; the other keys are the answers, `-` for none, and a key that is missing is not asked.
struct WrittenLetter: Sendable, CustomStringConvertible {
    let name: String
    let source: LetterSource
    let answers: [String: String]

    var description: String { name }

    static let all: [WrittenLetter] = letters(in: "letters")

    /// Those of a file of `Tests/Fixtures/reading`; none where it is not there.
    static func letters(in name: String) -> [WrittenLetter] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/reading/\(name).txt")
            .standardizedFileURL
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.components(separatedBy: "=== ").dropFirst().map(letter)
    }

    private static func letter(_ block: String) -> WrittenLetter {
        let halves = block.components(separatedBy: "\n---\n")
        let head = (halves.first ?? "").split(separator: "\n")
        var keys: [String: String] = [:]
        for line in head.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            keys[String(line[..<colon])] = line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
        }
        let received = keys["date"].flatMap { CivilDate($0) } ?? CivilDate(year: 2027, month: 7, day: 10)
        let source = LetterSource(
            parts: [LetterSource.Part(name: "body", text: halves.count > 1 ? halves[1] : "")], subject: keys["mail"] ?? "",
            senderName: keys["fromName"] ?? "", senderAddress: keys["from"] ?? "",
            receivedAt: WallTime(date: received ?? CivilDate(dayNumber: 0), hour: 12),
            attachmentNames: (keys["files"] ?? "").components(separatedBy: "; ").filter { !$0.isEmpty })
        return WrittenLetter(name: head.first.map(String.init) ?? "", source: source, answers: keys)
    }

    /// What is expected of a key, nil where it is not asked; inner nil where the letter does not say.
    func answer(_ key: String) -> String?? {
        answers[key].map { $0 == "-" ? nil : $0 }
    }
}
