// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import OfficeStore

/// The epochs of one mailbox: where our time with it began, and what a changed UIDVALIDITY means.
struct MailboxEpochs: Sendable {
    /// The epoch a pass works in.
    struct Current: Sendable {
        let uidValidity: UIDValidity
        let baseline: UID?
        let highestUID: UID?
        /// When the mailbox was first opened, under whatever UIDVALIDITY.
        let begunAt: Date
        /// Mail received before is left alone.
        let importSince: Date?

        /// Whether the office takes the message in at all.
        func takes(_ message: MessageAnnouncement) -> Bool {
            importSince.map { message.internalDate >= $0 } ?? true
        }

        /// Whether the message was there before us: filed, but never answered by itself.
        func isImported(_ message: MessageAnnouncement) -> Bool {
            // INTERNALDATE has whole seconds: a letter of the first second counts as new unless the baseline says otherwise.
            if let baseline, message.uid <= baseline { return true }
            return message.internalDate.timeIntervalSince1970 < begunAt.timeIntervalSince1970.rounded(.down)
        }
    }

    let mailbox: String
    let store: OfficeStore
    let clock: OfficeClock
    /// Set once, at first start, by `intake --since`.
    let importSince: Date?

    /// The epoch of the mailbox as it stands; begins a new one at first start and when UIDVALIDITY has changed.
    func current(_ status: MailboxStatus) async throws -> Current {
        let last = try await store.epoch(of: mailbox)
        if let last, last.uidValidity == status.uidValidity { return try await describe(last) }
        if last == nil { try await begin() }
        // After a change of UIDVALIDITY everything is looked at again and known letters are told by their octets; only the
        // moment of the first start then says what is old.
        let baseline = last == nil ? status.uidNext.flatMap { UID(rawValue: $0.rawValue - 1) } : nil
        let opened = try await store.openEpoch(
            mailbox: mailbox, uidValidity: status.uidValidity, baseline: baseline, at: clock.now())
        return try await describe(opened)
    }

    /// The same without writing anything.
    func peek(at status: MailboxStatus) async throws -> Current {
        let last = try await store.epoch(of: mailbox)
        if let last, last.uidValidity == status.uidValidity { return try await describe(last) }
        return Current(
            uidValidity: status.uidValidity, baseline: nil, highestUID: nil, begunAt: clock.now(), importSince: importSince)
    }

    private var begunKey: String { "mailbox.\(mailbox).begun" }
    private var sinceKey: String { "mailbox.\(mailbox).since" }

    private func begin() async throws {
        try await store.setSetting(begunKey, Self.text(of: clock.now()))
        try await store.setSetting(sinceKey, importSince.map(Self.text))
    }

    private func describe(_ epoch: MailboxEpoch) async throws -> Current {
        let begun = try await store.setting(begunKey).flatMap(Self.instant) ?? epoch.openedAt
        let since = try await store.setting(sinceKey).flatMap(Self.instant)
        return Current(
            uidValidity: epoch.uidValidity, baseline: epoch.baseline, highestUID: epoch.highestUID, begunAt: begun,
            importSince: since)
    }

    private static func text(of instant: Date) -> String { String(Int64(instant.timeIntervalSince1970)) }

    private static func instant(of text: String) -> Date? {
        Int64(text).map { Date(timeIntervalSince1970: Double($0)) }
    }
}
