// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import OfficeCalendar

/// The value of `--received-at`: `2026-11-12T10:00` as the office's wall shows it, or with `Z` or an offset as an instant.
enum ReceivedTime {
    static func wallTime(_ text: String, _ zone: OfficeTimeZone) throws -> WallTime {
        let parts = text.split(separator: "T", maxSplits: 1)
        if let date = parts.first.flatMap({ CivilDate($0) }) {
            guard parts.count == 2 else { return WallTime(date: date) }
            let clock = parts[1]
            if let time = TimeOfDay(clock.prefix(5)), clock.dropFirst(5).allSatisfy({ $0.isNumber || $0 == ":" || $0 == "." }) {
                return WallTime(date: date, time: time)
            }
            for style in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
                if let instant = try? Date(text, strategy: style) { return zone.wallTime(at: instant) }
            }
        }
        throw ValidationError("--received-at is a time like 2026-11-12T10:00")
    }

    static func instant(_ text: String, _ zone: OfficeTimeZone) throws -> Date { zone.instant(of: try wallTime(text, zone)) }
}
