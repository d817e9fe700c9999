// SPDX-License-Identifier: Apache-2.0

/// What a calendar and a clock on the wall show together: a day and a time of day, without zone.
package struct WallTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let date: CivilDate
    /// 0…23.
    package let hour: Int
    /// 0…59.
    package let minute: Int
    /// 0…59.
    package let second: Int

    /// Numbers outside their range are moved to the nearest end.
    package init(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.date = date
        self.hour = min(max(hour, 0), 23)
        self.minute = min(max(minute, 0), 59)
        self.second = min(max(second, 0), 59)
    }

    /// Seconds counted as if the wall stood in Greenwich.
    init(secondsSinceEpoch: Int64) {
        let day = secondsSinceEpoch >= 0 ? secondsSinceEpoch / 86_400 : (secondsSinceEpoch - 86_399) / 86_400
        let rest = Int(secondsSinceEpoch - day * 86_400)
        self.init(date: CivilDate(dayNumber: Int(day)), hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60)
    }

    var secondsSinceEpoch: Int64 { Int64(date.dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second) }

    /// `2026-11-23 09:05:00`.
    package var description: String { "\(date) \(hourAndMinute):\(CivilDate.padded(second, to: 2))" }

    /// `09:05`.
    package var hourAndMinute: String { CivilDate.padded(hour, to: 2) + ":" + CivilDate.padded(minute, to: 2) }

    package static func < (one: WallTime, other: WallTime) -> Bool { one.secondsSinceEpoch < other.secondsSinceEpoch }
}
