// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Reads what a letter asks for, and by when.
package struct TaskReading: Sendable {
    /// What was read: the tasks, the earliest day the card must be answered by, and what follows from both.
    package struct Result: Sendable {
        /// By their legal dates, those without one behind them, events last.
        package var tasks: [Fact<LetterTask>] = []
        /// That of the task whose legal date is the earliest; events do not count.
        package var cardDeadline: Deadline?
        /// `control`, `multitask`, `recurring`, `urgent`, `manualDeadlineCheck`, where they hold.
        package var flags: [Fact<LetterFlag>] = []
    }

    package let calendar: WorkCalendar
    package let kinds: KindTable
    package let policy: DeadlinePolicy

    package init(calendar: WorkCalendar, kinds: KindTable, policy: DeadlinePolicy = DeadlinePolicy()) {
        self.calendar = calendar
        self.kinds = kinds
        self.policy = policy
    }

    /// - Parameters:
    ///   - part: what the text is called in places.
    ///   - kind: the code of the kind of document.
    ///   - secondaryKind: that of a second letter in the same text, which has a task and a term of its own.
    ///   - flags: what is known of the letter already: `anonymous`, `missingAddress`, `forwardByCompetence`, ….
    ///   - isRelayed: whether an authority sends on somebody else's letter: its date binds beside the law's.
    ///   - letterDate: the letter's own date; without it the day of receipt.
    func tasks(
        in layout: LetterLayout, part: String, kind: String, secondaryKind: String? = nil, flags: Set<LetterFlag> = [],
        isRelayed: Bool = false, letterDate: CivilDate?, receivedAt: WallTime
    ) -> Result {
        let context = DeadlineContext(
            receivedAt: receivedAt, letterDate: letterDate, reckoning: DueReckoning(calendar: calendar, policy: policy))
        let demands = Demands(layout, context, part: part)
        let letter = Letter(
            context: context, terms: kinds.terms(of: kind, on: receivedAt.date), kind: kind, flags: flags, isRelayed: isRelayed)
        var tasks = letter.tasks(from: demands)
        if let secondaryKind, !tasks.isEmpty, let terms = kinds.terms(of: secondaryKind, on: receivedAt.date) {
            let second = Letter(context: context, terms: terms, kind: secondaryKind, flags: [], isRelayed: false)
            tasks += second.statutory(demands, isSecond: true)
        }
        return result(tasks, demands, letter)
    }

    private func result(_ tasks: [Fact<LetterTask>], _ demands: Demands, _ letter: Letter) -> Result {
        var result = Result()
        result.tasks = tasks.enumerated().sorted { one, other in
            (Self.order(one.element.value.due), one.offset) < (Self.order(other.element.value.due), other.offset)
        }.map(\.element)
        let deadlines = result.tasks.filter { if case .event = $0.value.due.form { false } else { true } }
        result.cardDeadline = deadlines.first { $0.value.due.legal != nil }?.value.due
        func flag(_ flag: LetterFlag, _ reason: String) { result.flags.append(Fact(flag, because: reason)) }
        guard !tasks.isEmpty else { return result }
        if letter.isControlled || !deadlines.isEmpty && letter.kind == Self.controlled && demands.urgency.hasControlWords {
            flag(.control, letter.isControlled ? "letters of this kind are controlled" : "words of control")
        }
        if deadlines.count > 2 || demands.isList && deadlines.count > 1 { flag(.multitask, "several tasks") }
        if deadlines.contains(where: isStandingDuty) { flag(.recurring, "a task comes again") }
        if deadlines.contains(where: { $0.value.due.isUrgent }) { flag(.urgent, "asked for at once") }
        // That a day was past when the letter came stands with the deadline: it was read for sure.
        if deadlines.contains(where: { $0.value.due.needsReview && !$0.value.due.overdueOnArrival }) {
            flag(.manualDeadlineCheck, "a deadline could not be read for sure")
        }
        return result
    }

    /// A task that comes again; «про виконання пункту 1 інформувати щокварталу» only watches over another.
    private func isStandingDuty(_ task: Fact<LetterTask>) -> Bool {
        guard case .recurring = task.value.due.form else { return false }
        return !task.value.text.holds("виконання пункт")
    }

    /// The day number of the legal date; those without one behind all, events behind them.
    private static func order(_ due: Deadline) -> Int {
        if case .event = due.form { return .max }
        return due.legal?.dayNumber ?? .max - 1
    }

    private static let controlled = "AUTH_CONTROL"
}
