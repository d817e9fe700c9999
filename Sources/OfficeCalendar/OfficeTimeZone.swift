// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials

/// The time zone of the office: what the clock on its wall shows at an instant.
///
/// Made from the octets of a TZif file (RFC 9636, which took the place of RFC 8536), so that this module opens no file. Instants
/// after the last transition of the file follow the rule in its footer.
package struct OfficeTimeZone: Hashable, Sendable {
    /// As it was asked for: `Europe/Kyiv`.
    package let name: String
    /// Seconds since 1970-01-01T00:00Z, ascending; from each the offset beside it holds.
    let transitions: [Int64]
    let offsets: [Int32]
    /// Before the first transition.
    let earliestOffset: Int32
    /// After the last transition; nil when the file has none.
    let rule: RecurringRule?

    /// Reads a TZif file of version 2 or later.
    /// - Throws: ``TimeZoneFileError`` when the octets are not such a file. Leap-second records are passed over: nothing in an
    ///   office counts them.
    package init(name: String, tzif octets: [UInt8]) throws(TimeZoneFileError) {
        var reader = TimeZoneFileReader(octets)
        let contents = try reader.contents()
        self.name = name
        transitions = contents.transitions
        offsets = contents.offsets
        earliestOffset = contents.earliestOffset
        rule = try contents.footer.map { text throws(TimeZoneFileError) in
            guard let rule = RecurringRule(text) else { throw .badFooter(text) }
            return rule
        }
    }

    /// Coordinated universal time, for tests and for letters that name no zone.
    package static let utc = OfficeTimeZone(name: "UTC")

    private init(name: String) {
        self.name = name
        transitions = []
        offsets = []
        earliestOffset = 0
        rule = nil
    }

    /// Seconds east of Greenwich at an instant given in seconds since 1970-01-01T00:00Z.
    package func offset(atSecond second: Int64) -> Int {
        guard let last = transitions.last else { return rule?.offset(at: second) ?? Int(earliestOffset) }
        if second >= last, let rule { return rule.offset(at: second) }
        let index = transitions.partitioningIndex { $0 > second }
        return Int(index == 0 ? earliestOffset : offsets[index - 1])
    }

    /// Seconds east of Greenwich at an instant.
    package func offset(at instant: Date) -> Int { offset(atSecond: instant.wholeSecond) }

    /// The date on the office's calendar at an instant.
    package func civilDate(at instant: Date) -> CivilDate { wallTime(at: instant).date }

    /// Date and time on the office's wall at an instant; parts of a second are dropped.
    package func wallTime(at instant: Date) -> WallTime {
        let second = instant.wholeSecond
        return WallTime(secondsSinceEpoch: second + Int64(offset(atSecond: second)))
    }

    /// The instant at which the wall shows that time.
    ///
    /// A time that the wall shows twice (the hour put back in October) gives the first of the two; one it never shows (the hour
    /// put forward in March) gives the instant as far after the jump as the time is after the jump.
    package func instant(of wall: WallTime) -> Date {
        let shown = wall.secondsSinceEpoch
        // No offset on record is a day away from Greenwich: the offsets a day before and a day after are the two that can hold.
        let before = Int64(offset(atSecond: shown - 86_400))
        let after = Int64(offset(atSecond: shown + 86_400))
        for offset in [before, after] where Int64(self.offset(atSecond: shown - offset)) == offset {
            return Date(timeIntervalSince1970: Double(shown - offset))
        }
        return Date(timeIntervalSince1970: Double(shown - before))
    }

    /// The first instant of a day on the office's calendar.
    package func startOfDay(_ date: CivilDate) -> Date { instant(of: WallTime(date: date)) }
}

/// Why octets are not a time zone.
package enum TimeZoneFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The first four octets are not `TZif`.
    case notTimeZoneFile
    /// A version 1 file, without 64-bit transitions.
    case oldVersion
    /// It ends early, or its counts contradict one another.
    case damaged
    /// The footer's rule could not be read.
    case badFooter(String)

    package var description: String {
        switch self {
        case .notTimeZoneFile: "the file is not a time zone (it does not begin with TZif)"
        case .oldVersion: "the time zone file is of version 1, which ends in 2037"
        case .damaged: "the time zone file is damaged"
        case .badFooter(let text): "the rule at the end of the time zone file cannot be read: \(text)"
        }
    }
}

extension Date {
    /// Seconds since 1970-01-01T00:00Z, rounded down; somewhat beyond the ends of `CivilDate` at most.
    var wholeSecond: Int64 {
        guard !timeIntervalSince1970.isNaN else { return 0 }
        let limit = 400_000_000_000.0
        return Int64(min(max(timeIntervalSince1970, -limit), limit).rounded(.down))
    }
}

extension [Int64] {
    /// The first index whose element satisfies the test, where all that fail it come before all that satisfy it.
    func partitioningIndex(where test: (Int64) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
