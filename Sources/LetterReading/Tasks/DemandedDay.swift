// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// What a mention is worth among others of its letter.
extension DeadlineMention {
    /// Whether both bind to the same day or term.
    func isSame(as other: DeadlineMention) -> Bool {
        form == other.form && rule == other.rule && upperBound == other.upperBound
    }

    /// «терміново», «невідкладно» alone.
    var isOnlyUrgent: Bool { rule == .atOnce || rule == nil && isWithoutDay }

    /// «у найкоротший строк», «до початку роботи»: nothing beside a day.
    var isWithoutDay: Bool {
        switch form {
        case .manual, .relativeToEvent: upperBound == nil
        case .explicit, .term, .relative, .period, .recurring, .urgent, .statutory, .event, .none: false
        }
    }

    /// The same for its first day alone.
    var withoutSecond: DeadlineMention {
        var mention = self
        mention.second = nil
        return mention
    }

    /// The same for a day named beside its own.
    func on(_ day: CivilDate) -> DeadlineMention {
        var mention = self
        mention.rule = .date(day)
        mention.second = nil
        return mention
    }
}
