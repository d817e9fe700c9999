// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The file `calendar.yaml`.
enum CalendarFile {
    static func read(_ root: SectionReader) -> (calendar: WorkCalendar, policy: DeadlinePolicy) {
        let zone = root.value(
            "timeZone", .text("name of a time zone"), default: "Europe/Kyiv",
            SettingHelp(uk: "часовий пояс: за ним рахуються години строків", en: "time zone: terms of hours follow it"))
        let week = week(root)
        let regimes = root.list(
            "regimes", SettingHelp(uk: "особливі режими, як-от воєнний стан", en: "regimes such as martial law"), regime)
        let holidays = root.list("holidays", SettingHelp(uk: "святкові та неробочі дні", en: "holidays"), holiday)
        let calendar = WorkCalendar(
            week: week, holidays: holidays.compactMap(\.self), regimes: regimes.compactMap(\.self),
            movesHolidays: root.value(
                "movesHolidays", .flag, default: true,
                SettingHelp(uk: "чи переноситься вихідний зі свята", en: "whether a holiday on a day off moves it")),
            extraOff: special("extraOff", root, SettingHelp(uk: "додаткові вихідні", en: "extra days off")),
            extraWork: special("extraWork", root, SettingHelp(uk: "додаткові робочі дні", en: "extra working days")),
            shortDayMinutes: root.value(
                "shortDayMinutes", .integer(0...480, unit: "minutes"), default: 60,
                SettingHelp(uk: "на скільки хвилин коротший передсвятковий день", en: "minutes the eve of a holiday is shorter")),
            timeZone: SystemTimeZone.read(zone, key: "timeZone", root))
        let policy = root.section("deadlines", SettingHelp(uk: "правила обчислення строків", en: "how due dates are reckoned")) {
            Self.policy($0)
        }
        return (calendar, policy)
    }

    private static func week(_ root: SectionReader) -> WorkWeek {
        root.section(
            "week", isRequired: true, SettingHelp(uk: "робочі години за днями тижня", en: "hours of work by day of the week")
        ) {
            section in
            var hours: [Weekday: WorkWeek.Hours] = [:]
            for day in Weekday.allCases {
                hours[day] =
                    section.optional(
                        day.english.lowercased(), .hours,
                        SettingHelp(uk: "години роботи: \(day.ukrainian)", en: "hours of work: \(day.english)")) ?? nil
            }
            guard hours.isEmpty else { return WorkWeek(hours) }
            // A day whose hours could not be read is a mistake of its own.
            guard !Weekday.allCases.contains(where: { section.has($0.english.lowercased()) }) else { return .fiveDays }
            section.report(nil, what: "no day of the week has hours", advice: "write them like monday: \"08:00-17:00\"")
            return .fiveDays
        }
    }

    private static func regime(_ section: SectionReader) -> CalendarRegime? {
        let name = NameKeys.read(section)
        let basis = section.required("basis", .text(), SettingHelp(uk: "стаття закону", en: "the article it rests on"))
        let from = section.required("from", .civilDate, SettingHelp(uk: "перший день, РРРР-ММ-ДД", en: "first day, YYYY-MM-DD"))
        let to =
            section.optional(
                "to", .civilDate, SettingHelp(uk: "останній день включно, РРРР-ММ-ДД", en: "last day, included, YYYY-MM-DD"))
            ?? nil
        let suspends = section.required(
            "suspends", .list(of: .word(CalendarRegime.Suspension.holidays), isEmptyAllowed: false),
            SettingHelp(uk: "що не застосовується", en: "what is not applied"))
        guard let from else { return nil }
        if let to, to < from {
            section.report("to", what: "\(to) is before \(from)", advice: "write the last day of the regime")
            return nil
        }
        return CalendarRegime(name: name, basis: basis, from: from, to: to, suspends: Set(suspends))
    }

    private static func holiday(_ section: SectionReader) -> Holiday? {
        let name = NameKeys.read(section)
        let day =
            section.optional("day", .monthDay, SettingHelp(uk: "день року, \"ММ-ДД\"", en: "day of the year, \"MM-DD\"")) ?? nil
        let easter = section.optional(
            "easter", .integer(-60...100, unit: "days"), SettingHelp(uk: "днів після Великодня", en: "days after Easter"))
        let years = 1...9999
        let first = section.optional(
            "firstYear", .integer(years, unit: "year"), SettingHelp(uk: "перший рік, коли день діє", en: "first year it is kept"))
        let last = section.optional(
            "lastYear", .integer(years, unit: "year"), SettingHelp(uk: "останній рік, коли день діє", en: "last year it is kept"))
        if let first, let last, last < first {
            section.report("lastYear", what: "\(last) is before \(first)", advice: "write the last year the day is kept")
        }
        switch (day, easter) {
        case (let day?, nil): return Holiday(day, name: name, firstYear: first, lastYear: last)
        case (nil, let offset?): return Holiday(.easter(offset: offset), name: name, firstYear: first, lastYear: last)
        case (nil, nil), (_?, _?):
            if !section.has("day") || easter != nil {
                section.report(nil, what: "a holiday has either day or easter", advice: "write one of them")
            }
            return nil
        }
    }

    private static func special(_ key: String, _ root: SectionReader, _ help: SettingHelp) -> [WorkCalendar.SpecialDay] {
        root.list(key, help) { section -> WorkCalendar.SpecialDay? in
            let date = section.required("date", .civilDate, SettingHelp(uk: "день, РРРР-ММ-ДД", en: "day, YYYY-MM-DD"))
            let note = section.required("note", .text(), SettingHelp(uk: "підстава", en: "the order it rests on"))
            return date.map { WorkCalendar.SpecialDay($0, note: note) }
        }.compactMap(\.self)
    }

    private static func policy(_ section: SectionReader) -> DeadlinePolicy {
        let standard = DeadlinePolicy()
        return DeadlinePolicy(
            legalRoll: section.value(
                "legal", .word(.next), default: standard.legalRoll,
                SettingHelp(uk: "куди переходить строк за законом", en: "where the legal date goes from a day off")),
            internalRoll: section.value(
                "internal", .word(.previous), default: standard.internalRoll,
                SettingHelp(uk: "куди переходить внутрішній строк", en: "where the internal date goes from a day off")),
            monthCapDays: section.value(
                "monthCapDays", .integer(28...31, unit: "days"), default: 30,
                SettingHelp(uk: "скільки днів у місяці внутрішнього строку", en: "days of a month for the internal date")),
            urgentWorkingDays: section.value(
                "urgentWorkingDays", .integer(0...10, unit: "working days"), default: standard.urgentWorkingDays,
                SettingHelp(uk: "скільки робочих днів означає «невідкладно»", en: "working days for what is asked at once")),
            reviewMonths: section.value(
                "reviewMonths", .integer(1...12, unit: "months"), default: standard.reviewMonths,
                SettingHelp(
                    uk: "дату без року, дальшу за стільки місяців, перевіряє людина",
                    en: "a date without a year farther than this is checked by a person")),
            sources: section.section("sources", SettingHelp(uk: "на що посилаються пояснення", en: "what explanations cite")) {
                sources($0)
            })
    }

    private static func sources(_ section: SectionReader) -> DeadlinePolicy.Sources {
        func source(_ key: String, _ uk: String, _ en: String) -> String {
            section.optional(key, .text(), SettingHelp(uk: uk, en: en)) ?? ""
        }
        return DeadlinePolicy.Sources(
            start: source("start", "чому день надходження не рахується", "why the day of receipt does not count"),
            afterHours: source("afterHours", "чому після роботи — наступний день", "why what comes after hours counts later"),
            months: source("months", "коли спливає строк у місяцях", "when terms of months end"),
            roll: source("roll", "чому строк переноситься з вихідного", "why a date on a day off moves"))
    }
}

/// `name` and `nameEnglish`, for explanations in both languages.
enum NameKeys {
    static func read(_ section: SectionReader, _ key: String = "name") -> BilingualText {
        let ukrainian = section.required(key, .text(), SettingHelp(uk: "назва українською", en: "name in Ukrainian"))
        let english = section.optional(key + "English", .text(), SettingHelp(uk: "назва англійською", en: "name in English"))
        return BilingualText(ukrainian: ukrainian, english: english ?? ukrainian)
    }
}

extension SettingForm where Value == WorkWeek.Hours? {
    /// `"08:00-17:00"`.
    static var hours: Self {
        SettingForm(
            type: "hours like \"08:00-17:00\"", standIn: nil,
            shown: { hours in hours.map { "\($0.opening)-\($0.closing)" } ?? "" }
        ) { text throws(Misfit) in
            let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { $0.filter { $0 != " " } }
            guard parts.count == 2, let opening = TimeOfDay(parts[0]), let closing = TimeOfDay(parts[1]) else {
                throw Misfit(what: "“\(text)” are no hours", advice: "write them like \"08:00-17:00\"")
            }
            guard let hours = WorkWeek.Hours(from: opening, to: closing) else {
                throw Misfit(what: "\(closing) is not after \(opening)", advice: "write opening and closing")
            }
            return hours
        }
    }
}

extension SettingForm where Value == Holiday.Day? {
    /// `"12-25"`.
    static var monthDay: Self {
        SettingForm(type: "day of the year, \"MM-DD\"", standIn: nil, shown: shownDay) { text throws(Misfit) in
            // 2024 was a leap year: 29 February is a day of some years.
            guard let date = CivilDate("2024-" + text) else {
                throw Misfit(what: "“\(text)” is no day of the year", advice: "write it like \"12-25\"")
            }
            return .fixed(month: date.month, day: date.day)
        }
    }

    private static func shownDay(_ day: Holiday.Day?) -> String {
        guard case .fixed(let month, let day) = day, let date = CivilDate(year: 2024, month: month, day: day) else { return "" }
        return String(date.description.dropFirst(5))
    }
}
