// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import MailTransport
package import Office
import OfficeCalendar
package import OfficeStore
package import Vault

/// Compares mailboxes, register and vault: mailbox count = cards + duplicates + answers + bounces + automatic + quarantine.
package struct Reconciliation: Sendable {
    /// Letters asked for at a time when the vault is gone through.
    private static let page = 1000
    /// Seconds the intake may take over a letter.
    private static let intakeTime: TimeInterval = 120

    private let store: OfficeStore
    private let vault: Vault
    private let clock: OfficeClock
    private let work = BlockingWork(label: "chancery.reconciliation")

    package init(store: OfficeStore, vault: Vault, clock: OfficeClock) {
        self.store = store
        self.vault = vault
        self.clock = clock
    }

    /// Looks at everything. A mailbox that cannot be asked is a difference, not an error.
    /// - Parameter thoroughly: also reads each letter in the vault again and compares its SHA-256.
    package func report(mailboxes: [(name: String, reader: any MailboxReader)], thoroughly: Bool) async throws
        -> ReconciliationReport
    {
        var report = ReconciliationReport(at: clock.now())
        for (name, reader) in mailboxes { try await compare(name, reader, into: &report) }
        try await checkLetters(thoroughly: thoroughly, into: &report)
        try await checkRegister(into: &report)
        report.outbox = try await store.outboxSummary().counts
        return report
    }

    /// The daily letter to the front office: one notice for each registrar's address.
    package func notices(
        of report: ReconciliationReport, to addresses: [String], messageIDs: MessageIDSource, language: Language
    ) -> [NewNotice] {
        func count(_ fate: LetterFate) -> String { String(report.letters[fate] ?? 0) }
        func count(_ states: OutboxState...) -> String {
            var sum = 0
            for state in states { sum += report.outbox[state] ?? 0 }
            return String(sum)
        }
        let day = clock.civilDate(of: report.at)
        let parameters: [String: String] = [
            "day": language == .ukrainian ? day.ukrainianWords : day.englishWords,
            "letters": String(report.letters.values.reduce(0, +)), "cards": count(.card), "duplicates": count(.duplicate),
            "answers": count(.answer), "bounces": count(.bounce), "automatic": count(.automatic),
            "quarantine": count(.quarantine),
            "queued": count(.queued, .sending), "held": count(.held), "failed": count(.failed),
            "differences": report.differences.map { "\($0.place(in: language))\t\($0.words(in: language))" }.joined(
                separator: "\n"),
        ]
        return addresses.map {
            NewNotice(
                kind: NoticeKind.reconciliation.rawValue, language: language.rawValue, recipient: $0,
                messageID: messageIDs.next(),
                parameters: parameters)
        }
    }

    private func compare(_ name: String, _ reader: any MailboxReader, into report: inout ReconciliationReport) async throws {
        var mailbox = ReconciliationReport.Mailbox(name: name)
        let epoch = try await store.epoch(of: name)
        for row in try await store.fates(in: name) {
            report.letters[row.fate, default: 0] += row.count
            if row.uidValidity == epoch?.uidValidity { mailbox.fates[row.fate, default: 0] += row.count }
        }
        do {
            let status = try await reader.open()
            let announced = try await reader.announcements(after: nil)
            mailbox.onServer = announced.count
            // What the council left alone at the first pass is no difference.
            let present = try await MailboxEpochs(mailbox: name, store: store, clock: clock, importSince: nil).peek(at: status)
            let ours = announced.filter { present.takes($0) }
            let unknown = Set(try await store.unknownUIDs(in: name, status.uidValidity, among: ours.map(\.uid)))
            mailbox.unknown = unknown.count
            // A letter that has only just come is on its way through the intake.
            let waiting = ours.filter {
                unknown.contains($0.uid) && clock.now().timeIntervalSince($0.internalDate) > Self.intakeTime
            }
            if !waiting.isEmpty {
                report.differences.append(.unknownLetters(mailbox: name, count: waiting.count))
            }
        } catch let error as MailError {
            mailbox.failure = error.description
            report.differences.append(.unreachable(mailbox: name, reason: error.description))
        }
        report.mailboxes.append(mailbox)
    }

    private func checkLetters(thoroughly: Bool, into report: inout ReconciliationReport) async throws {
        var last: MessageDigest?
        while true {
            let letters = try await store.letters(after: last, limit: Self.page)
            guard let end = letters.last else { return }
            last = end.digest
            let vault = vault
            let bad = try await work.run {
                try letters.filter { letter in
                    guard vault.size(of: letter.digest) == letter.size else { return true }
                    return thoroughly ? try !vault.verify(letter.digest) : false
                }
            }
            report.differences += bad.map { .damagedLetter($0.digest.hex) }
        }
    }

    private func checkRegister(into report: inout ReconciliationReport) async throws {
        report.differences += try await store.checkDatabase().map { .damagedRegister($0) }
        report.differences += try await store.journalGaps().map {
            .missingNumber(journal: $0.journal.rawValue, number: Int($0.missing), year: $0.year)
        }
        if let entry = try await store.verifyEvents() { report.differences.append(.changedLog(Int(entry))) }
    }
}
