// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Office
package import OfficeStore

/// The breaker against storms of automatic letters: where it stands now, in words for whoever looks after the office.
package struct Breaker: Sendable {
    /// The time within which letters are counted.
    static let hour = 3600.0

    private let store: OfficeStore
    private let clock: OfficeClock
    private let limit: Int

    /// - Parameter limit: automatic letters an hour.
    package init(store: OfficeStore, clock: OfficeClock, limit: Int) {
        self.store = store
        self.clock = clock
        self.limit = limit
    }

    /// How many automatic letters wait because so many have left within the hour; 0 while there is room.
    package func heldBack() async throws -> Int {
        let now = clock.now()
        guard try await store.sentCount(since: now.addingTimeInterval(-Self.hour)).automatic >= limit else { return 0 }
        return try await store.dueCount(at: now).automatic
    }

    /// What it means that `count` letters wait, and what to do.
    package func words(heldBack count: Int, in language: Language) -> String {
        switch language {
        case .ukrainian:
            "За годину надіслано \(limit) автоматичних листів (limits.automaticLettersPerHour); ще \(count) чекають і вийдуть упродовж наступної години, "
                + "інші листи виходять як завжди. Переглянути їх: chancery queue list --state queued; якщо це злива, затримати зайві: chancery queue hold."
        case .english:
            "\(limit) automatic letters have left within an hour (limits.automaticLettersPerHour); \(count) more wait and leave as the hour passes, "
                + "all other letters go on. See them with `chancery queue list --state queued`; hold those of a storm with `chancery queue hold`."
        }
    }
}
