// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// Writes to the administrators about trouble that does not pass by itself: once a day to each.
enum TroubleNotice {
    /// - Returns: whether they were written to now.
    @discardableResult
    static func report(
        _ words: String, place: String, since: Date, advice: String = "chancery doctor", in house: House
    ) async throws -> Bool {
        let day = house.clock.today
        let key = "trouble.\(place)"
        guard try await house.store.setting(key) != day.description else { return false }
        let notices = house.settings.staff.people(with: .administrator).map { person in
            NewNotice(
                kind: NoticeKind.trouble.rawValue, language: house.settings.office.language.rawValue, recipient: person.email,
                messageID: house.messageIDs.next(),
                parameters: [
                    "trouble": "\(place): \(words)", "since": "\(house.clock.timeZone.wallTime(at: since))",
                    "advice": advice, "host": hostName,
                ])
        }
        _ = try await house.store.enqueue(notices, card: nil, actor: .daemon, at: house.clock.now())
        try await house.store.setSetting(key, day.description)
        return !notices.isEmpty
    }

    /// What the breaker holds back is no failure of a machine, but a person must know of it.
    static func report(heldBack count: Int, in house: House) async throws -> Bool {
        let now = house.clock.now()
        return try await report(
            house.breaker.words(heldBack: count, in: house.settings.office.language), place: "outbox", since: now,
            advice: "chancery queue list --state queued",
            in: house)
    }

    /// This machine's name, by which the administrator finds it.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: Int(HOST_NAME_MAX) + 1)
        guard gethostname(&name, name.count - 1) == 0 else { return "chancery" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
