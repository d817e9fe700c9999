// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension CivilDate {
    /// How far a count of working days looks before it gives up: a calendar without working days is a mistake, not a hang.
    static let longestSearch = 3_660

    /// The working day so many working days later, or earlier when negative; the date itself is not counted.
    package func adding(workingDays: Int, isWorkingDay: (CivilDate) -> Bool) -> CivilDate {
        var (day, left) = (self, abs(workingDays))
        for _ in 0..<Self.longestSearch where left > 0 {
            day = day.adding(days: workingDays < 0 ? -1 : 1)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }
}
