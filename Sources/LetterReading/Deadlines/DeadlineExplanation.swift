// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension Deadline {
    /// Why the dates are these, sentence by sentence; from what a card keeps, without the letter.
    ///
    /// - Parameter kind: the terms of the letter's kind on the day it came.
    package func explanation(_ context: DeadlineContext, kind: KindTerms?, in language: DueExplanation.Language) -> [String] {
        guard let rule,
            let dates = context.reckoning.dates(of: rule, receivedAt: context.receivedAt, shifts: kind?.shiftsAfterHours ?? false)
        else { return [sentence(language)] }
        var lines = DueExplanation(dates, policy: context.reckoning.policy, basis: basis ?? "").lines(in: language)
        if overdueOnArrival {
            lines.append(
                language == .ukrainian ? "Строк минув ще до надходження листа." : "The date was past when the letter came.")
        }
        if needsReview {
            lines.append(language == .ukrainian ? "Строк має перевірити людина." : "A person must check this deadline.")
        }
        return lines
    }

    /// What is said where nothing can be reckoned.
    private func sentence(_ language: DueExplanation.Language) -> String {
        let isUkrainian = language == .ukrainian
        switch form {
        case .manual:
            return isUkrainian
                ? "Лист не називає дня: строк має встановити людина." : "The letter names no day: a person must set the date."
        case .statutory:
            return isUkrainian
                ? "Лист посилається на строк, установлений законом для цього виду документа."
                : "The letter refers to the term the law sets for this kind of document."
        case .relativeToEvent(let rule):
            return isUkrainian
                ? "Строк залежить від події, дата якої ще не відома: \(rule)."
                : "The term depends on an event whose day is not known yet: \(rule)."
        case .event(let at):
            return isUkrainian
                ? "Це подія, а не строк: \(at.date.ukrainianDigits) о \(at.hourAndMinute)."
                : "This is an event, not a deadline: \(at.date.englishWords), \(at.hourAndMinute)."
        case .none: return isUkrainian ? "Строку немає." : "There is no deadline."
        case .explicit, .term, .relative, .period, .recurring, .urgent:
            return isUkrainian ? "Строк не вдалося обчислити." : "The date could not be reckoned."
        }
    }
}
