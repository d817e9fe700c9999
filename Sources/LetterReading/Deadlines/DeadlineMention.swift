// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// A deadline as some words of a text give it, read against the letter's dates.
struct DeadlineMention: Sendable {
    var form: Deadline.Form
    /// What to reckon from; nil where nothing can be.
    var rule: DueRule?
    /// Positions in ``NormalizedText/tokens``.
    var tokens: Range<Int>
    /// Of a term from an event.
    var upperBound: CivilDate?
    /// A second day of the same phrase: «до 15.12 та до 15.01».
    var second: CivilDate?
    var needsReview = false
    var isUrgent = false
    /// Introduced by words that only deadlines have: «Термін виконання:», «не пізніше».
    var isStrong = false
    /// Led by «Термін:», «Строк виконання –»: the field of a form.
    var isHeading = false

    init(_ form: Deadline.Form, _ rule: DueRule? = nil, _ tokens: Range<Int>) {
        self.form = form
        self.rule = rule
        self.tokens = tokens
    }

    /// The day the words name; nil for terms.
    var day: CivilDate? { if case .date(let day, _) = rule { day } else { nil } }

    func starting(at start: Int) -> DeadlineMention {
        var mention = self
        mention.tokens = min(start, tokens.lowerBound)..<tokens.upperBound
        return mention
    }
}

extension Deadline {
    /// The dates of a mention; `shifts` as with ``DueReckoning/dates(of:receivedAt:shifts:)``.
    init(_ mention: DeadlineMention, _ context: DeadlineContext, shifts: Bool = false) {
        self.init(mention.form)
        rule = mention.rule
        upperBound = mention.upperBound
        second = mention.second
        needsReview = mention.needsReview
        isUrgent = mention.isUrgent
        if case .urgent = mention.form { isUrgent = true }
        switch mention.rule {
        case .term, .atOnce, nil: break
        case .date, .endOfWeek, .recurring:
            stated = context.reckoning.dates(of: mention.rule ?? .atOnce, receivedAt: context.receivedAt)?.unmoved
        }
        if case .term = mention.form { stated = nil }
        if let rule { reckon(rule, context, shifts: shifts) }
        noteOverdue(context)
    }

    /// The deadline the law gives a kind; nil where it gives none.
    package init?(statutory kind: KindTerms, _ context: DeadlineContext) {
        guard let term = kind.term else { return nil }
        self.init(.term(term))
        reckon(.term(term), context, shifts: kind.shiftsAfterHours)
        basis = kind.basis
        if let target = kind.duty("target") {
            target15days =
                context.reckoning.dates(
                    of: .term(target.term), receivedAt: context.receivedAt, shifts: kind.shiftsAfterHours)?.legal
        }
    }

    /// Fills in the dates of a rule.
    mutating func reckon(_ rule: DueRule, _ context: DeadlineContext, shifts: Bool) {
        guard let dates = context.reckoning.dates(of: rule, receivedAt: context.receivedAt, shifts: shifts) else { return }
        self.rule = rule
        legal = dates.legal
        self.internal = dates.internal
        time = dates.time
        instant = dates.instant
    }

    private mutating func noteOverdue(_ context: DeadlineContext) {
        guard let stated else { return }
        let received = context.receivedAt
        overdueOnArrival = stated < received.date || (stated == received.date && time.map { $0 < received.timeOfDay } ?? false)
        if overdueOnArrival { needsReview = true }
    }
}
