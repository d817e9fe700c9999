// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

extension TrialOffice {
    /// The people of the demonstration's `staff.yaml`.
    static let colleagues = ["levchenko", "tkachuk", "bondar", "melnyk", "shevchenko"].map { "\($0)@city.example" }

    /// An office that reads its mailbox from the city's Dovecot and sends through the city's Postfix, signed in.
    ///
    /// - Parameters:
    ///   - address: the office's own.
    ///   - staff: in place of the demonstration's `staff.yaml`.
    static func inTheCity(
        _ mail: CityMail, at address: String = Dovecot.user, staff: String? = nil, acknowledge: String = "proven"
    ) throws -> TrialOffice {
        let account = "user: \"\(address)\", password: {file: password}"
        let office = try TrialOffice(
            mailbox:
                "url: \"imaps://127.0.0.1:\(mail.dovecot.tlsPort)/INBOX\", caFile: \(mail.dovecot.authority.caFile), \(account)",
            submission:
                "url: \"smtp://127.0.0.1:\(mail.postfix.port)\", caFile: \(mail.postfix.authority.caFile), \(account), hourlyLimit: 10000",
            acknowledge: acknowledge, extra: "trust: {authenticationResultsFrom: [\(CityMail.server)]}")
        try office.folder.write(Dovecot.password + "\n", to: "password", mode: 0o600)
        if let staff { try office.folder.write(staff, to: "staff.yaml") }
        let settings = try String(contentsOfFile: office.configuration, encoding: .utf8)
        try office.folder.write(settings.replacing("address: \(Self.address)", with: "address: \(address)"), to: "chancery.yaml")
        // Its first day: what comes from now on is answered.
        let first = try office.run("intake", "--once")
        guard first.status == 0 else { throw ServerFailure("the first pass: \(first.errors)") }
        return office
    }

    /// Runs a verb that must end well.
    @discardableResult
    func does(_ arguments: String...) throws -> String {
        let run = try TrialRun(arguments + ["--config", configuration])
        guard run.status == 0 else { throw ServerFailure("chancery \(arguments.joined(separator: " ")): \(run.errors)") }
        return run.output
    }
}

/// A day on the council's wall, as people write it.
struct CouncilDay {
    let digits: String
    /// `10 грудня 2026 року`.
    let words: String
    /// `2026-12-10`.
    let iso: String

    /// A Wednesday so many days from today or up to six later: no weekend moves it.
    static func wednesday(after days: Int) -> CouncilDay {
        let later = calendar.date(byAdding: .day, value: days, to: Date()) ?? Date()
        let weekday = calendar.component(.weekday, from: later)
        return CouncilDay(calendar.date(byAdding: .day, value: (11 - weekday) % 7, to: later) ?? later)
    }

    static func ago(_ days: Int) -> CouncilDay {
        CouncilDay(calendar.date(byAdding: .day, value: -days, to: Date()) ?? Date())
    }

    private init(_ date: Date) {
        let parts = Self.calendar.dateComponents([.day, .month, .year], from: date)
        let (day, month, year) = (parts.day ?? 0, parts.month ?? 1, parts.year ?? 0)
        digits = "\(Self.two(day)).\(Self.two(month)).\(year)"
        iso = "\(year)-\(Self.two(month))-\(Self.two(day))"
        words = "\(day) \(Self.months[month - 1]) \(year) року"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let months = [
        "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
    ]

    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Kyiv") ?? .gmt
        return calendar
    }
}
