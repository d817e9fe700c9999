// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension Recurrence {
    /// Whether it names days of months: «щодня», «щовівторка» are as often told of as asked for.
    var namesDates: Bool { frequency == .monthly || frequency == .yearly }
}

/// What a mention is worth among others of its letter.
extension DeadlineMention {
    /// Whether both bind to the same day or term.
    func isSame(as other: DeadlineMention) -> Bool {
        form == other.form && rule == other.rule && upperBound == other.upperBound
    }

    /// Days that come again, named as days.
    var isStandingDuty: Bool { if case .recurring = form { isStrong } else { false } }

    /// «терміново», «невідкладно» alone.
    var isOnlyUrgent: Bool { rule == .atOnce || rule == nil && isWithoutDay }

    /// «у найкоротший строк», «до початку роботи»: nothing beside a day.
    var isWithoutDay: Bool {
        switch form {
        case .manual, .relativeToEvent: upperBound == nil
        case .explicit, .term, .relative, .period, .recurring, .urgent, .statutory, .event, .none: false
        }
    }

    /// «терміново», «невідкладно».
    var isUrgentWord: Bool { rule == .atOnce }

    func asUrgent(_ isUrgent: Bool) -> DeadlineMention {
        var mention = self
        mention.isUrgent = mention.isUrgent || isUrgent
        return mention
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
