// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What one phrase says of a deadline: `chancery deadline read`, and fields that hold nothing but a deadline.
package struct DeadlineReading: Sendable {
    /// Nil when the phrase is no deadline.
    package let deadline: Deadline?
    package let context: DeadlineContext

    /// - Parameter kind: what the law says of the letter's kind; nil when nobody knows the kind.
    package init(phrase: String, context: DeadlineContext, kind: KindTerms? = nil) {
        self.context = context
        let text = NormalizedText(String(phrase.prefix(Self.maximumCharacters)))
        var scanner = DeadlineScanner(text, context, acceptsBare: true)
        let surroundings = DeadlineSurroundings(text: text, context: context, isPhrase: true)
        let found = scanner.mentions(in: text.tokens.indices).filter { mention in
            surroundings.binds(mention, in: Self.sentence(of: mention, text))
        }
        deadline = Self.chosen(found).map { Deadline($0, context, shifts: kind?.shiftsAfterHours ?? false) }
    }

    /// `NOT a deadline`, `recurring MONTHLY;BYMONTHDAY=10`, else ``Deadline/type``.
    package var type: String {
        guard let deadline else { return "NOT a deadline" }
        if case .recurring(let recurrence) = deadline.form { return "recurring " + recurrence.name }
        return deadline.type
    }

    /// Of several the first that gives a date; with a second day where two differ.
    private static func chosen(_ found: [DeadlineMention]) -> DeadlineMention? {
        let order = found.first { $0.rule != nil && !isUrgent($0) } ?? found.first { !isUrgent($0) } ?? found.first
        guard var first = order else { return nil }
        if found.contains(where: isUrgent) { first.isUrgent = true }
        guard first.second == nil, first.form == .explicit, let day = first.day else { return first }
        first.second = found.compactMap { $0.form == .explicit ? $0.day : nil }.first { $0 > day }
        return first
    }

    private static func isUrgent(_ mention: DeadlineMention) -> Bool {
        if case .urgent = mention.form { true } else { false }
    }

    private static func sentence(of mention: DeadlineMention, _ text: NormalizedText) -> Range<Int> {
        let first = text.sentences.first { $0.upperBound > mention.tokens.lowerBound }?.lowerBound ?? 0
        let last = text.sentences.first { $0.upperBound >= mention.tokens.upperBound }?.upperBound ?? text.tokens.count
        return min(first, mention.tokens.lowerBound)..<max(last, mention.tokens.upperBound)
    }

    /// A phrase; what is longer is a letter and read as one.
    private static let maximumCharacters = 4_000
}
