// SPDX-License-Identifier: Apache-2.0

/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
package enum Weekday: Int, Hashable, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// - Precondition: `number` is 1…7.
    init(number: Int) {
        guard let day = Weekday(rawValue: number) else { preconditionFailure("weekday number \(number)") }
        self = day
    }

    /// In Ukrainian, nominative, lower case: «понеділок».
    package var ukrainian: String {
        switch self {
        case .monday: "понеділок"
        case .tuesday: "вівторок"
        case .wednesday: "середа"
        case .thursday: "четвер"
        case .friday: "п’ятниця"
        case .saturday: "субота"
        case .sunday: "неділя"
        }
    }

    /// In English: `Monday`.
    package var english: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
