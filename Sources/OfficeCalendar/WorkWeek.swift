// SPDX-License-Identifier: Apache-2.0

/// The office's hours on each day of the week; a day without hours is a weekly day off.
package struct WorkWeek: Hashable, Sendable {
    /// From opening to closing; closing is later.
    package struct Hours: Hashable, Sendable {
        package let opening: TimeOfDay
        package let closing: TimeOfDay

        /// Nil when the office would close before it opens.
        package init?(from opening: TimeOfDay, to closing: TimeOfDay) {
            guard opening < closing else { return nil }
            self.opening = opening
            self.closing = closing
        }
    }

    package let hours: [Weekday: Hours]

    /// - Precondition: some day has hours: no term of working days would ever end.
    package init(_ hours: [Weekday: Hours]) {
        precondition(!hours.isEmpty, "a week without a working day")
        self.hours = hours
    }

    /// Monday to Friday, 08:00–17:00.
    package static let fiveDays = WorkWeek(
        Dictionary(
            uniqueKeysWithValues: [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].compactMap { day in
                Hours(from: TimeOfDay(clamping: 480), to: TimeOfDay(clamping: 1_020)).map { (day, $0) }
            }))
}
