// SPDX-License-Identifier: Apache-2.0

/// A day something is to be done by, as the figures show it: «до 13.11.2026», «до 25.05». Enough to tell a term from none; what day it
/// is the deadlines tell.
enum WrittenBound {
    static func holds(in sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        sentence.dropLast().contains { index in
            leads.knows(text.tokens[index], in: text)
                && (WrittenDate(text, at: index + 1, end: sentence.upperBound) != nil
                    || isDayAndMonth(at: index + 1, sentence.upperBound, text))
        }
    }

    private static let leads = StemTable<Bool>([("до", true)])

    /// «25.05», and not «2.5 млн» or «17.00»: two figures of a month.
    private static func isDayAndMonth(at index: Int, _ end: Int, _ text: NormalizedText) -> Bool {
        guard index + 2 < end, text.tokens[index].digitCount > 0, (1...31).contains(text.tokens[index].value),
            text.tokens[index + 1].isMark("."), text.tokens[index + 1].isGlued
        else { return false }
        let month = text.tokens[index + 2]
        return month.digitCount == 2 && month.isGlued && (1...12).contains(month.value)
    }
}
