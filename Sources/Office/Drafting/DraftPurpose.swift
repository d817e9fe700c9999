// SPDX-License-Identifier: Apache-2.0

/// What an outgoing letter is for the card it answers: the mark that drives control (paragraph 101 of the instruction approved by
/// resolution 55 of 17.01.2018).
package enum DraftPurpose: String, Hashable, Sendable, CaseIterable {
    case initiative
    case informational
    case interim
    case termChange
    case inquiry
    case final

    /// Whether sending it fulfils the tasks it answers.
    package var fulfilsTasks: Bool { self == .final }

    package func wording(in language: Language) -> String {
        switch (self, language) {
        case (.initiative, .ukrainian): "ініціативний"
        case (.informational, .ukrainian): "інформаційний"
        case (.interim, .ukrainian): "проміжна відповідь"
        case (.termChange, .ukrainian): "про зміну строку"
        case (.inquiry, .ukrainian): "запит на додаткову інформацію"
        case (.final, .ukrainian): "остаточне виконання"
        case (.initiative, .english): "on our own initiative"
        case (.informational, .english): "for information"
        case (.interim, .english): "interim answer"
        case (.termChange, .english): "change of term"
        case (.inquiry, .english): "request for further information"
        case (.final, .english): "final answer"
        }
    }
}
