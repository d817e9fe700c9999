// SPDX-License-Identifier: Apache-2.0

/// Says in words how dates were reckoned, line by line, for whoever must answer for them.
package struct DueExplanation: Hashable, Sendable {
    package enum Language: String, Hashable, Sendable, CaseIterable {
        case ukrainian = "uk"
        case english = "en"
    }

    private let dates: DueDates
    private let policy: DeadlinePolicy
    /// Who gives the term: an article, or the words of the letter.
    private let basis: String

    package init(_ dates: DueDates, policy: DeadlinePolicy, basis: String = "") {
        self.dates = dates
        self.policy = policy
        self.basis = basis
    }

    /// Sentences without line breaks; the rule first, the dates last.
    package func lines(in language: Language) -> [String] {
        let words = Words(language: language, policy: policy)
        var lines = [words.rule(dates.rule, basis: basis)]
        var index = 0
        while index < dates.steps.count {
            if case .skipped = dates.steps[index] {
                // Days off in a row make one line.
                var days: [CalendarDay] = []
                while index < dates.steps.count, case .skipped(let day) = dates.steps[index] {
                    days.append(day)
                    index += 1
                }
                lines.append(words.skipped(days))
            } else {
                lines.append(words.step(dates.steps[index]))
                index += 1
            }
        }
        lines.append(words.conclusion(dates))
        return lines
    }

    /// The sentences of one language.
    private struct Words {
        let language: Language
        let policy: DeadlinePolicy

        func rule(_ rule: DueRule, basis: String) -> String {
            let name = say(ukrainian: "Строк: \(DueWording.ukrainian(rule))", english: "Term: \(DueWording.english(rule))")
            return name + (basis.isEmpty ? "." : say(ukrainian: ". Підстава: ", english: ". Basis: ") + ended(basis))
        }

        func step(_ step: DueDates.Step) -> String {
            switch step {
            case .received(let at):
                say(
                    ukrainian: "Надійшло \(day(at.date)) о \(at.hourAndMinute).",
                    english: "Received on \(day(at.date)) at \(at.hourAndMinute).")
            case .shifted(let date):
                say(
                    ukrainian: "Після закінчення робочого дня або у вихідний: вважається таким, що надійшло \(day(date))",
                    english: "After hours or on a day off: it counts as received on \(day(date))")
                    + source(policy.sources.afterHours)
            case .counting(let date):
                say(
                    ukrainian: "День надходження не рахується: перший день строку — \(day(date))",
                    english: "The day of receipt does not count: the first day is \(day(date))") + source(policy.sources.start)
            case .skipped(let day): skipped([day])
            case .notSkipped(let suspended, let date):
                say(
                    ukrainian:
                        "\(day(date)) — \(suspended.holiday.ukrainian), але день робочий: \(suspended.regime.name.ukrainian)",
                    english: "\(day(date)) is \(suspended.holiday.english), yet a working day: \(suspended.regime.name.english)")
                    + source(suspended.regime.basis)
            case .shortMonth(let wanted, let date):
                say(
                    ukrainian: "\(wanted)-го числа в цьому місяці немає: строк спливає в останній день, \(day(date))",
                    english: "The month has no day \(wanted): the term ends on its last, \(day(date))")
                    + source(policy.sources.months)
            case .ends(let date):
                say(ukrainian: "Останній день строку — \(day(date)).", english: "The last day is \(day(date)).")
            case .legalMoved(let days, let date):
                say(
                    ukrainian: "\(off(days)). За законом строк переноситься на \(day(date))",
                    english: "\(off(days)). By law the term moves to \(day(date))") + source(policy.sources.roll)
            case .internalMoved(let days, let date):
                say(
                    ukrainian: "\(off(days)). Внутрішній строк — \(day(date)).",
                    english: "\(off(days)). The internal date is \(day(date)).")
            case .monthCapped(let days, let date):
                say(
                    ukrainian: "Для внутрішнього строку місяць — не більше \(days) днів: \(day(date)).",
                    english: "For the internal date a month is at most \(days) days: \(day(date)).")
            case .internalIsLegal(let date):
                say(
                    ukrainian: "Робочого дня до цього вже немає: внутрішній строк — \(day(date)).",
                    english: "No working day is left before it: the internal date is \(day(date)).")
            case .hoursEnd(let end):
                say(
                    ukrainian: "Години рахуються без перерви, також уночі й у вихідні: до \(end.hourAndMinute) \(day(end.date)).",
                    english: "Hours run on through nights and days off: until \(end.hourAndMinute) on \(day(end.date)).")
            }
        }

        func skipped(_ days: [CalendarDay]) -> String {
            say(ukrainian: "Не рахуються: ", english: "Not counted: ") + days.map(reason).joined(separator: "; ") + "."
        }

        func conclusion(_ dates: DueDates) -> String {
            let time = dates.time.map { say(ukrainian: " до \($0)", english: ", \($0)") } ?? ""
            let legal = say(ukrainian: "Строк за законом: ", english: "Legal due date: ") + day(dates.legal) + time
            guard let own = dates.internal else { return legal + "." }
            return legal + say(ukrainian: "; внутрішній строк: ", english: "; internal due date: ") + day(own) + time + "."
        }

        private func off(_ days: [CalendarDay]) -> String {
            days.sorted { $0.date < $1.date }.map(reason).joined(separator: "; ")
        }

        /// `14.11.2026 (субота) — вихідний`
        private func reason(_ day: CalendarDay) -> String {
            let name = self.day(day.date)
            switch day.kind {
            case .weeklyDayOff: return say(ukrainian: "\(name) — вихідний", english: "\(name), a weekly day off")
            case .holiday(let holiday):
                return say(ukrainian: "\(name) — \(holiday.ukrainian)", english: "\(name), \(holiday.english)")
            case .movedDayOff(let holiday, let from):
                return say(
                    ukrainian: "\(name) — вихідний, перенесений з \(from.ukrainianDigits) (\(holiday.ukrainian))",
                    english: "\(name), the day off moved from \(from.englishWords) (\(holiday.english))")
            case .extraDayOff(let note):
                return say(ukrainian: "\(name) — вихідний: \(note)", english: "\(name), a day off: \(note)")
            case .working, .extraWorkingDay: return say(ukrainian: "\(name) — робочий день", english: "\(name), a working day")
            }
        }

        private func day(_ date: CivilDate) -> String {
            say(
                ukrainian: "\(date.ukrainianDigits) (\(date.weekday.ukrainian))",
                english: "\(date.englishWords) (\(date.weekday.english))")
        }

        private func source(_ text: String) -> String { text.isEmpty ? "." : " (\(text))." }

        private func ended(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

        private func say(ukrainian: @autoclosure () -> String, english: @autoclosure () -> String) -> String {
            switch language {
            case .ukrainian: ukrainian()
            case .english: english()
            }
        }
    }
}
