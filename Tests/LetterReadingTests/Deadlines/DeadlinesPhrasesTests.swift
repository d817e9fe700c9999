// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar
import Testing

@testable import LetterReading

/// The vectors of the domain report, §1.7.
@Suite struct DeadlinesPhrasesTests {
    struct Vectors: Decodable {
        struct Row: Decodable {
            let phrase: String
            let type: String
            let legal: String?
            let `internal`: String?
            let legalPeacetime: String?
            let note: String
        }

        let receivedAt: String
        let letterDate: String
        let rows: [Row]
    }

    static func isIncomplete(_ phrase: String) -> Bool { ["ц. р.", "п.р.", "місяця", "року"].contains(phrase) }

    /// «до кінця листопада / місяця» is two phrases with one beginning.
    static func alternatives(of row: Vectors.Row) -> [String] {
        let phrase = phraseWithoutNote(row.phrase)
        let separator = phrase.contains(";") ? ";" : "/"
        guard phrase.contains(" / ") || phrase.contains(";") else { return [phrase] }
        let parts = phrase.components(separatedBy: separator == ";" ? "; " : " / ").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let whole = parts[0]
        return parts.map { part in
            switch part {
            case "ц. р.", "п.р.": "до 20 листопада \(part)"
            case "місяця", "року": "до кінця \(part)"
            default: part
            }
        } + [whole]
    }

    static func phraseWithoutNote(_ phrase: String) -> String {
        phrase.range(of: " (received").map { String(phrase[..<$0.lowerBound]) } ?? phrase
    }

    static func received(_ row: Vectors.Row, _ vectors: Vectors) -> (at: String, letter: String) {
        guard let note = row.phrase.range(of: "(received ") else { return (vectors.receivedAt, vectors.letterDate) }
        let digits = row.phrase[note.upperBound...].prefix(10).split(separator: ".")
        let day = "\(digits[2])-\(digits[1])-\(digits[0])"
        return (day + "T10:00", day)
    }

    @Test(.enabled(if: DeadlinesDomain.isPresent, "the domain's vectors are not beside the package"))
    func everyRowOfTheVectorsIsReadWholeAndByItsAlternatives() throws {
        let vectors = try DeadlinesDomain.decoded(Vectors.self, from: "deadline_phrases.json")
        #expect(vectors.rows.count >= 60)
        for row in vectors.rows {
            let (at, letter) = Self.received(row, vectors)
            for phrase in [row.phrase] + Self.alternatives(of: row) {
                let war = DeadlineReading(phrase: phrase, context: DeadlinesCalendar.context(at, letter: letter))
                let peace = DeadlineReading(
                    phrase: phrase, context: DeadlinesCalendar.context(at, letter: letter, DeadlinesCalendar.peace))
                let type = row.type == "1 month(s)" ? "1 month" : row.type
                #expect(war.type == type, "\(phrase)")
                #expect(war.deadline?.legalText == row.legal, "\(phrase)")
                #expect(war.deadline?.internalText == row.internal, "\(phrase)")
                #expect(peace.deadline?.legalText == row.legalPeacetime, "\(phrase)")
            }
        }
    }
}
