// SPDX-License-Identifier: Apache-2.0

/// A length of time as laws and letters give it (Civil Code, art. 251–254).
package enum Term: Hashable, Sendable {
    /// The day it runs from is not counted.
    case calendarDays(Int)
    /// Likewise; each day is judged by the calendar in force on it.
    case workingDays(Int)
    /// Ends on the same number; where the month has none, on its last day.
    case months(Int)
    /// Run on without a break, over nights and days off.
    case hours(Int)

    /// `3 calendar days`, `10 working days`, `1 month`, `2 month(s)`, `48 hours`.
    package var name: String {
        switch self {
        case .calendarDays(let count): "\(count) calendar days"
        case .workingDays(let count): "\(count) working days"
        case .months(let count): count == 1 ? "1 month" : "\(count) month(s)"
        case .hours(let count): "\(count) hours"
        }
    }
}
