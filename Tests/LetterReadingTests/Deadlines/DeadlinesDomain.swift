// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar
import Testing

@testable import LetterReading

/// The vectors deadlines are judged by; they lie outside the package, in `../shared/domain` or where `CHANCERY_DOMAIN` says.
enum DeadlinesDomain {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["CHANCERY_DOMAIN"] { return URL(fileURLWithPath: path) }
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.lastPathComponent != "Tests", folder.path != "/" { folder.deleteLastPathComponent() }
        return folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/domain")
    }()

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent("deadline_phrases.json").path)
    }

    static func decoded<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: root.appendingPathComponent(name)))
    }
}

/// The calendars the vectors are reckoned with: Monday to Friday, 08:00–17:00, under martial law and in peace.
enum DeadlinesCalendar {
    static let holidays: [Holiday] = [
        fixed(1, 1, "Новий рік"), fixed(3, 8, "Міжнародний жіночий день"), fixed(5, 1, "День праці"),
        fixed(5, 8, "День пам’яті та перемоги"),
        fixed(6, 28, "День Конституції"), fixed(7, 15, "День Української Державності"), fixed(8, 24, "День Незалежності"),
        fixed(10, 1, "День захисників і захисниць"), fixed(12, 25, "Різдво Христове"),
        Holiday(.easter(offset: 0), name: BilingualText(ukrainian: "Великдень", english: "Easter")),
        Holiday(.easter(offset: 49), name: BilingualText(ukrainian: "Трійця", english: "Trinity")),
    ]

    static let martial = calendar(until: nil)
    static let peace = WorkCalendar(holidays: holidays, timeZone: zone)

    static func calendar(until last: String?) -> WorkCalendar {
        let regime = CalendarRegime(
            name: BilingualText(ukrainian: "воєнний стан", english: "martial law"), basis: "ч. 6 ст. 6 Закону № 2136-IX",
            from: date("2022-03-24"), to: last.map(date), suspends: Set(CalendarRegime.Suspension.allCases))
        return WorkCalendar(holidays: holidays, regimes: [regime], timeZone: zone)
    }

    static let zone: OfficeTimeZone = {
        for name in ["Kyiv", "Kiev"] {
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/\(name)")) else { continue }
            if let zone = try? OfficeTimeZone(name: "Europe/Kyiv", tzif: [UInt8](data)) { return zone }
        }
        return .utc
    }()

    static func date(_ text: String) -> CivilDate {
        guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    /// `2026-11-12T10:00`.
    static func wall(_ text: String) -> WallTime {
        guard let time = TimeOfDay(text.suffix(5)) else { preconditionFailure("\(text) is no time") }
        return WallTime(date: date(String(text.prefix(10))), time: time)
    }

    static func context(
        _ received: String = "2026-11-12T10:00", letter: String? = "2026-11-11", _ calendar: WorkCalendar = martial
    )
        -> DeadlineContext
    {
        DeadlineContext(receivedAt: wall(received), letterDate: letter.map(date), reckoning: DueReckoning(calendar: calendar))
    }

    private static func fixed(_ month: Int, _ day: Int, _ name: String) -> Holiday {
        Holiday(.fixed(month: month, day: day), name: BilingualText(ukrainian: name, english: name))
    }
}
