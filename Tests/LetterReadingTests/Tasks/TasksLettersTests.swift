// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar
import Testing

@testable import LetterReading

/// The tasks of the 43 letters of the domain report, §4.
@Suite struct TasksLettersTests {
    struct Letter: Decodable {
        struct Expected: Decodable {
            let kind: String
            let secondaryKind: String?
            let viaAuthority: String?
            let outDate: String?
            let flags: [String]?
            let tasks: [Task]
            let cardDeadline: String?
        }

        struct Task: Decodable {
            let text: String
            let due: Due
        }

        struct Due: Decodable {
            let type: String
            let stated: String?
            let legal: String?
            let `internal`: String?
            let time: String?
            let rrule: String?
            let at: String?
            let rule: String?
            let upperBound: String?
            let target15days: String?
        }

        let id: String
        let receivedAt: String
        let text: String
        let expected: Expected
    }

    private static func read(_ letter: Letter) -> TaskReading.Result {
        let reading = TaskReading(calendar: DeadlinesCalendar.martial, kinds: TasksKinds.table)
        let flags = Set((letter.expected.flags ?? []).compactMap(LetterFlag.init(rawValue:)))
        return reading.tasks(
            in: LetterLayout(NormalizedText(letter.text)), part: "body", kind: letter.expected.kind,
            secondaryKind: letter.expected.secondaryKind, flags: flags, isRelayed: letter.expected.viaAuthority != nil,
            letterDate: letter.expected.outDate.map(DeadlinesCalendar.date), receivedAt: DeadlinesCalendar.wall(letter.receivedAt)
        )
    }

    /// One line a task, to compare with one look.
    private static func line(_ due: Deadline) -> String {
        let isTerm = if case .term(.hours) = due.form { true } else { false }
        return [
            due.type, due.stated?.description, isTerm ? due.legalText : due.legal?.description, due.internal?.description,
            isTerm ? nil : due.time?.description, due.rrule, due.at?.minuteText, due.upperBound?.description,
            due.target15days?.description,
        ].map { $0 ?? "-" }.joined(separator: " ")
    }

    private static func line(_ due: Letter.Due) -> String {
        [
            due.type, due.stated, due.legal, due.internal, due.time, due.rrule, due.at, due.upperBound, due.target15days,
        ].map { $0 ?? "-" }.joined(separator: " ")
    }

    @Test(.enabled(if: DeadlinesDomain.isPresent, "the domain's letters are not beside the package"))
    func everyLetterHasItsTasksAndTheDeadlineOfItsCard() throws {
        let letters = try DeadlinesDomain.decoded([Letter].self, from: "letters.json")
        #expect(letters.count >= 43)
        for letter in letters {
            let result = Self.read(letter)
            #expect(
                result.tasks.map { Self.line($0.value.due) } == letter.expected.tasks.map { Self.line($0.due) },
                "\(letter.id): \(result.tasks.map(\.value.text))")
            let card = result.cardDeadline
            let isHours = if case .term(.hours) = card?.form { true } else { false }
            #expect((isHours ? card?.legalText : card?.legal?.description) == letter.expected.cardDeadline, "\(letter.id)")
            for flag in [LetterFlag.control, .multitask, .recurring, .urgent, .manualDeadlineCheck] {
                let isExpected = (letter.expected.flags ?? []).contains(flag.rawValue)
                #expect(result.flags.contains { $0.value == flag } == isExpected, "\(letter.id): \(flag)")
            }
            for task in result.tasks { #expect(!task.value.text.isEmpty && task.value.text.count <= 500, "\(letter.id)") }
        }
    }
}
