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
    static func report(_ words: String, place: String, since: Date, in house: House) async throws {
        let day = house.clock.today
        let key = "trouble.\(place)"
        guard try await house.store.setting(key) != day.description else { return }
        let notices = house.settings.staff.people(with: .administrator).map { person in
            NewNotice(
                kind: NoticeKind.trouble.rawValue, language: house.settings.office.language.rawValue, recipient: person.email,
                messageID: house.messageIDs.next(),
                parameters: [
                    "trouble": "\(place): \(words)", "since": "\(house.clock.timeZone.wallTime(at: since))",
                    "advice": "chancery doctor", "host": hostName,
                ])
        }
        _ = try await house.store.enqueue(notices, card: nil, actor: .daemon, at: house.clock.now())
        try await house.store.setSetting(key, day.description)
    }

    /// This machine's name, by which the administrator finds it.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: Int(HOST_NAME_MAX) + 1)
        guard gethostname(&name, name.count - 1) == 0 else { return "chancery" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
