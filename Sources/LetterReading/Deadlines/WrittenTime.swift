// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A time of day as letters write it: `15:00`, `17.00`, `12-00`, «12 год. 00 хв.», «10-ї години», «9:00 ранку».
struct WrittenTime {
    let time: TimeOfDay
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>
    /// Written with a colon or a word for the hour, so that it cannot be a day and a month.
    let isPlain: Bool

    /// Of the words it begins with.
    static var beginnings: [WordSlots] { [noons.slots, prepositions.slots] }

    init?(_ text: NormalizedText, at start: Int, end: Int) {
        var index = start
        if index < end, Self.noons.knows(text.tokens[index], in: text), let noon = TimeOfDay(hour: 12) {
            (time, tokens, isPlain) = (noon, start..<index + 1, true)
            return
        }
        if index < end, Self.prepositions.knows(text.tokens[index], in: text) { index += 1 }
        guard index < end, (1...2).contains(text.tokens[index].digitCount) else { return nil }
        let hour = text.tokens[index].value
        index += 1
        if let (minute, after, mark) = Self.glued(text, index, end), let time = TimeOfDay(hour: hour, minute: minute) {
            self.time = time
            let closing = Self.skipHourWord(text, after, end)
            isPlain = mark == ":" || closing > after
            tokens = start..<closing
            return
        }
        // «12 год. 00 хв.», «15-ї години», «о 10 годині».
        index = Numerals.suffixEnd(text, after: index, end: end)
        let afterHour = Self.skipHourWord(text, index, end)
        guard afterHour > index, let whole = TimeOfDay(hour: hour) else { return nil }
        isPlain = true
        guard afterHour < end, (1...2).contains(text.tokens[afterHour].digitCount), afterHour + 1 < end,
            Self.minutes.knows(text.tokens[afterHour + 1], in: text),
            let time = TimeOfDay(hour: hour, minute: text.tokens[afterHour].value)
        else {
            // «24 години» is a length of time, «о 24 годині» never occurs.
            guard Self.isHourOfDay(text, index, hour) || start < index - 1 || index > start + 1 else { return nil }
            time = whole
            tokens = start..<afterHour
            return
        }
        self.time = time
        tokens = start..<Self.skipPoint(text, afterHour + 2, end)
    }

    /// `:00`, `.00`, `-00` glued to the hour.
    private static func glued(_ text: NormalizedText, _ index: Int, _ end: Int) -> (minute: Int, end: Int, mark: Character)? {
        guard index + 1 < end, text.tokens[index].isGlued, text.tokens[index + 1].isGlued,
            text.tokens[index + 1].digitCount == 2
        else { return nil }
        let minute = text.tokens[index + 1].value
        for mark: Character in [":", ".", "-"] where mark.unicodeScalars.first.map(text.tokens[index].isMark) ?? false {
            // 20.11.2026 and 12.10.5 are no times; «13.11.» may be a day and a month.
            let next = index + 2
            if next + 1 < end, text.tokens[next].isGlued, text.tokens[next].isMark(".") || text.tokens[next].isMark("-"),
                text.tokens[next + 1].isGlued, text.tokens[next + 1].kind == .number
            {
                return nil
            }
            // `15:00:00`
            if mark == ":", next + 1 < end, text.tokens[next].isMark(":"), text.tokens[next + 1].digitCount == 2 {
                return (minute, next + 2, mark)
            }
            return (minute, next, mark)
        }
        return nil
    }

    private static func skipHourWord(_ text: NormalizedText, _ index: Int, _ end: Int) -> Int {
        var after = index
        if index < end, hours.knows(text.tokens[index], in: text) { after = skipPoint(text, index + 1, end) }
        if after < end, dayParts.knows(text.tokens[after], in: text) { after += 1 }
        return after
    }

    private static func skipPoint(_ text: NormalizedText, _ index: Int, _ end: Int) -> Int {
        index < end && text.tokens[index].isMark(".") && text.tokens[index].isGlued ? index + 1 : index
    }

    /// «годині», «12 години»: of the clock; «12 годин», «2 години» count.
    private static func isHourOfDay(_ text: NormalizedText, _ index: Int, _ hour: Int) -> Bool {
        switch clockHours.meaning(of: text.tokens[index], in: text) {
        case .clock: true
        case .nominative: (2...23).contains(hour)
        case .singular: hour <= 23 && (!(2...4).contains(hour % 10) || (12...14).contains(hour))
        case nil: false
        }
    }

    private enum HourForm { case clock, singular, nominative }

    /// «до обіду»: before the office goes to lunch, at noon at the latest.
    private static let noons = StemTable<Bool>([("обіду полудня обеда", true)])

    private static let prepositions = StemTable<Bool>([("о об в у", true)])
    private static let hours = StemTable<Bool>([("год година години годині годину годин ч час часа часов", true)])
    private static let clockHours = StemTable<HourForm>([
        ("годині год ч", .clock), ("години часа", .singular), ("година", .nominative),
    ])
    private static let minutes = StemTable<Bool>([("хв хвилин хвилини мин минут", true)])
    private static let dayParts = StemTable<Bool>([("ранку вечора дня", true)])
}
