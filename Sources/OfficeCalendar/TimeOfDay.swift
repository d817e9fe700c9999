// SPDX-License-Identifier: Apache-2.0

/// A time on the wall clock of any day, to the minute: `00:00` … `23:59`.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0…1439.
    package let minutes: Int

    /// Nil when no clock shows that time; `24:00`, as letters write the end of a day, is `23:59`.
    package init?(hour: Int, minute: Int = 0) {
        guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
        minutes = min(hour * 60 + minute, 1_439)
    }

    /// Reads `H:MM` or `HH:MM`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    init(clamping minutes: Int) { self.minutes = min(max(minutes, 0), 1_439) }

    /// 0…23.
    package var hour: Int { minutes / 60 }
    /// 0…59.
    package var minute: Int { minutes % 60 }

    package static func < (one: TimeOfDay, other: TimeOfDay) -> Bool { one.minutes < other.minutes }
}

extension TimeOfDay: CustomStringConvertible {
    /// `09:05`.
    package var description: String { CivilDate.padded(hour, to: 2) + ":" + CivilDate.padded(minute, to: 2) }
}

extension WallTime {
    /// The time of day on the same wall, seconds dropped.
    package var timeOfDay: TimeOfDay { TimeOfDay(clamping: hour * 60 + minute) }

    /// That day at that time.
    package init(date: CivilDate, time: TimeOfDay) { self.init(date: date, hour: time.hour, minute: time.minute) }

    /// `2026-11-23T09:05`, as facts for machines write it.
    package var minuteText: String { "\(date)T\(hourAndMinute)" }
}
