// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import Logging
package import MailTransport
package import Office
package import OfficeStore
package import Vault

/// One mailbox taken in, pass by pass: what is new there becomes durable letters, then cards, then is marked in the mailbox.
///
/// Every durable step may be repeated: raw letter in the vault → attempt to read recorded → one transaction for letter, card,
/// number, notices and event → flag or move on the server. After a crash at any point the next pass ends in the same state.
package struct MailboxIntake: Sendable {
    /// What a pass did.
    package struct Report: Hashable, Sendable {
        /// Letters filed, by fate.
        package var filed: [LetterFate: Int] = [:]
        /// Messages the server announced but did not give whole; the next pass asks for them again.
        package var postponed: [UID] = []
        /// Where the next pass may begin when it does not look at everything.
        package var next: MailboxScope = .all

        /// All letters filed.
        package var total: Int { filed.values.reduce(0, +) }
    }

    /// The configured name of the mailbox.
    package let name: String
    package let reader: any MailboxReader
    private let afterFiling: AfterFiling
    private let vault: Vault
    private let store: OfficeStore
    private let batches: BatchFiling
    private let epochs: MailboxEpochs
    private let clock: OfficeClock
    private let limits: IntakeLimits
    private let logger: Logger
    /// Whether the pass is to end after the letter in hand.
    private let stop: @Sendable () -> Bool
    /// Called with the letters filed so far and expected in all, and whenever octets arrive: a sign of life.
    private let progress: @Sendable (_ filed: Int, _ expected: Int) -> Void

    package init(
        name: String, reader: any MailboxReader, afterFiling: AfterFiling, vault: Vault, store: OfficeStore,
        filer: LetterFiler, clock: OfficeClock, limits: IntakeLimits, importSince: Date? = nil, logger: Logger,
        stop: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ filed: Int, _ expected: Int) -> Void = { _, _ in }
    ) {
        self.name = name
        self.reader = reader
        self.afterFiling = afterFiling
        self.vault = vault
        self.store = store
        self.batches = BatchFiling(
            vault: vault, store: store, filer: filer, clock: clock, maximumAttempts: limits.maximumAttempts,
            readers: limits.readers, logger: logger)
        self.epochs = MailboxEpochs(mailbox: name, store: store, clock: clock, importSince: importSince)
        self.clock = clock
        self.limits = limits
        self.logger = logger
        self.stop = stop
        self.progress = progress
    }

    /// What a pass would take in, without taking it in: the messages that are not in the register.
    package func preview() async throws -> [MessageAnnouncement] {
        let status = try await reader.open()
        let epoch = try await epochs.peek(at: status)
        return try await unknown(in: epoch, scope: .all)
    }

    /// Takes in what is new. A failure in the middle leaves filed what was whole by then.
    package func pass(_ scope: MailboxScope = .all) async throws -> Report {
        try requireSpace()
        let status = try await reader.open()
        let epoch = try await epochs.current(status)
        var report = Report()
        let letters = try await unknown(in: epoch, scope: scope)
        if !letters.isEmpty {
            let interrupted = try await store.interruptedReadings()
            let doubtful = Dictionary(interrupted.map { ($0.mark.digest, $0.attempts) }) { max($0, $1) }
            let begun = Dictionary(
                interrupted.filter { $0.mark.occurrence.mailbox == name && $0.mark.occurrence.uidValidity == epoch.uidValidity }
                    .map { ($0.mark.occurrence.uid, $0.attempts) }
            ) { max($0, $1) }
            // What an earlier process did not survive reading alone comes last, the oftener the later: a letter that kills us delays
            // no other, and a machine that is switched off again and again gets on meanwhile. All others keep their order.
            let groups = Dictionary(grouping: letters) { letter in begun[letter.uid].map { $0 > 1 ? $0 : 0 } ?? 0 }
            for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
                try await take(group, of: letters.count, epoch: epoch, doubtful: doubtful, into: &report)
            }
        }
        try await tellMailbox()
        report.next = resumption(after: letters, epoch: epoch, scope: scope, postponed: report.postponed)
        return report
    }

    private func requireSpace() throws {
        let free = try vault.freeSpace()
        guard free >= limits.minimumFreeSpace else {
            throw IntakeError.diskNearlyFull(free: free, needed: limits.minimumFreeSpace)
        }
    }

    private func unknown(in epoch: MailboxEpochs.Current, scope: MailboxScope) async throws -> [MessageAnnouncement] {
        var from: UID?
        if case .after(let uid, let validity) = scope, validity == epoch.uidValidity { from = uid }
        let announced = try await reader.announcements(after: from).filter { epoch.takes($0) }
        let unknown = Set(try await store.unknownUIDs(in: name, epoch.uidValidity, among: announced.map(\.uid)))
        return announced.filter { unknown.contains($0.uid) }
    }

    private func take(
        _ letters: [MessageAnnouncement], of expected: Int, epoch: MailboxEpochs.Current, doubtful: [MessageDigest: Int],
        into report: inout Report
    ) async throws {
        progress(report.total, expected)
        let sink = IntakeSink(
            vault: vault, limits: IntakeSink.Limits(letters: limits.batchLetters, octets: limits.batchOctets),
            stop: stop, heard: { [progress] in progress(-1, expected) })
        async let postponed = fetch(letters, into: sink)
        do {
            try await file(sink, epoch: epoch, doubtful: doubtful, expected: expected, into: &report)
        } catch {
            sink.close()
            // The filing's failure is the cause; that the fetch then stopped is its effect.
            _ = try? await postponed
            throw error
        }
        report.postponed += try await postponed
    }

    /// Fetches, and hands on the last batch whether or not the fetch ended well: what is whole is filed.
    private func fetch(_ letters: [MessageAnnouncement], into sink: IntakeSink) async throws -> [UID] {
        defer { sink.finish() }
        return try await reader.fetch(letters, into: sink)
    }

    /// Reads batch after batch, while the one before is being filed, the next is being made durable and the one after is being
    /// fetched: the disk of one batch is never waited for by the processor of another.
    private func file(
        _ sink: IntakeSink, epoch: MailboxEpochs.Current, doubtful: [MessageDigest: Int], expected: Int, into report: inout Report
    ) async throws {
        let (durable, handOver) = AsyncThrowingStream<DurableBatch, any Error>.makeStream()
        async let made: Void = makeDurable(sink, epoch: epoch, doubtful: doubtful, handOver)
        try await withThrowingTaskGroup(of: [LetterFate].self) { group in
            func settle(_ fates: [LetterFate]?) {
                for fate in fates ?? [] { report.filed[fate, default: 0] += 1 }
                progress(report.total, expected)
            }
            for try await batch in durable {
                let ready = try await batches.read(batch)
                settle(try await group.next())
                group.addTask {
                    let fates = try await batches.file(ready)
                    sink.batchWasFiled()
                    return fates
                }
            }
            settle(try await group.next())
        }
        await made
    }

    private func makeDurable(
        _ sink: IntakeSink, epoch: MailboxEpochs.Current, doubtful: [MessageDigest: Int],
        _ handOver: AsyncThrowingStream<DurableBatch, any Error>.Continuation
    ) async {
        do {
            for await batch in sink.batches {
                handOver.yield(try await batches.makeDurable(batch, mailbox: name, epoch: epoch, doubtful: doubtful))
            }
            handOver.finish()
        } catch {
            handOver.finish(throwing: error)
        }
    }

    /// Flags or moves what is in the register, including what a crash left undone.
    private func tellMailbox() async throws {
        guard afterFiling != .keep else { return }
        while true {
            let due = try await store.filedButNotApplied(in: name)
            guard !due.isEmpty else { return }
            try await reader.apply(afterFiling, to: due.map(\.occurrence.uid))
            try await store.markApplied(due.map(\.occurrence), at: clock.now())
            logger.debug("mailbox told", metadata: ["mailbox": "\(name)", "messages": "\(due.count)"])
        }
    }

    private func resumption(
        after letters: [MessageAnnouncement], epoch: MailboxEpochs.Current, scope: MailboxScope, postponed: [UID]
    ) -> MailboxScope {
        if let first = postponed.min() {
            return UID(rawValue: first.rawValue - 1).map { .after($0, in: epoch.uidValidity) } ?? .all
        }
        let heard = [letters.last?.uid, epoch.highestUID].compactMap(\.self)
        if case .after(let uid, epoch.uidValidity) = scope { return .after(max(uid, heard.max() ?? uid), in: epoch.uidValidity) }
        return heard.max().map { .after($0, in: epoch.uidValidity) } ?? .all
    }
}
