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
            "differences": report.differences.map { "\($0.place)\t\($0.words)" }.joined(separator: "\n"),
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
            let unknown = try await store.unknownUIDs(in: name, status.uidValidity, among: announced.map(\.uid))
            mailbox.unknown = unknown.count
            if !unknown.isEmpty {
                report.differences.append(
                    .init(
                        place: name,
                        words:
                            "\(unknown.count) letters are in the mailbox and not in the register; `chancery intake --once` takes them in"
                    ))
            }
        } catch let error as MailError {
            mailbox.failure = error.description
            report.differences.append(.init(place: name, words: "the mailbox could not be asked: \(error)"))
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
            for letter in bad {
                report.differences.append(
                    .init(
                        place: "vault",
                        words: "letter \(letter.digest.hex) is missing or damaged; restore it from a backup or from the mailbox"))
            }
        }
    }

    private func checkRegister(into report: inout ReconciliationReport) async throws {
        for complaint in try await store.checkDatabase() {
            report.differences.append(
                .init(place: "register", words: "the database is damaged: \(complaint); restore the last backup"))
        }
        for gap in try await store.journalGaps() {
            report.differences.append(
                .init(
                    place: "journal \(gap.journal.rawValue)",
                    words: "number \(gap.missing) of \(gap.year) has no card; tell the registrar"))
        }
        if let sequence = try await store.verifyEvents() {
            report.differences.append(
                .init(
                    place: "event log", words: "entry \(sequence) does not follow from the one before: the log has been changed"))
        }
    }
}
