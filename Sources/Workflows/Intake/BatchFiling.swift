// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import MailTransport
import Office
import OfficeStore
import Vault

/// Makes a batch of fetched letters durable, reads them and files them.
///
/// A letter that brought the process down before is read alone, after its attempt is counted; at the limit it becomes a quarantine
/// card unread. The attempt in a batch is no evidence against one of its letters and does not count: those that only shared a
/// batch with a killer, or with a power cut, come through when they are read alone.
struct BatchFiling: Sendable {
    let vault: Vault
    let store: OfficeStore
    let filer: LetterFiler
    let clock: OfficeClock
    let maximumAttempts: Int
    let logger: Logger
    private let commits = BlockingWork(label: "chancery.vault")
    private let readers: WorkCrew

    /// - Parameter readers: letters read side by side.
    init(
        vault: Vault, store: OfficeStore, filer: LetterFiler, clock: OfficeClock, maximumAttempts: Int, readers: Int,
        logger: Logger
    ) {
        self.vault = vault
        self.store = store
        self.filer = filer
        self.clock = clock
        self.maximumAttempts = maximumAttempts
        self.readers = WorkCrew(label: "chancery.reading", size: readers)
        self.logger = logger
    }

    /// Durable in the vault first, then marked as being read.
    func makeDurable(
        _ batch: FetchedBatch, mailbox: String, epoch: MailboxEpochs.Current, doubtful: [MessageDigest: Int]
    ) async throws -> DurableBatch {
        let vault = vault
        try await commits.run { try vault.commit(batch.letters.map(\.deposit)) }
        let letters = batch.letters.map { letter in
            ReceivedLetter(
                occurrence: Occurrence(mailbox: mailbox, uidValidity: epoch.uidValidity, uid: letter.announcement.uid),
                digest: letter.deposit.digest, size: letter.deposit.size, receivedAt: letter.announcement.internalDate,
                isImported: epoch.isImported(letter.announcement))
        }
        let known = try await store.knownLetters(among: letters.map(\.digest))
        let (suspects, plain) = Self.parted(letters.filter { !known.contains($0.digest) }) { doubtful[$0.digest] != nil }
        try await store.beginReading(plain.map(\.mark), at: clock.now())
        return DurableBatch(
            known: letters.filter { known.contains($0.digest) }, plain: plain,
            suspects: suspects.map { (letter: $0, attempts: doubtful[$0.digest] ?? 0) })
    }

    /// Reads the letters side by side; those an earlier attempt did not survive alone and behind them, each filed at once.
    func read(_ batch: DurableBatch) async throws -> ReadBatch {
        let filer = filer
        var filings = batch.known.map(\.asKnown)
        filings += try await readers.map(batch.plain) { try filer.filing(of: $0) }
        var settled: [LetterFate] = []
        for suspect in batch.suspects {
            settled += try await readAlone(suspect.letter, attemptsBefore: suspect.attempts)
        }
        return ReadBatch(filings: filings.sorted { $0.occurrence.uid < $1.occurrence.uid }, settled: settled)
    }

    /// One transaction for the whole batch.
    func file(_ batch: ReadBatch) async throws -> [LetterFate] {
        batch.settled + (try await file(batch.filings))
    }

    private func file(_ filings: [LetterFiling]) async throws -> [LetterFate] {
        let outcomes = try await store.file(filings, at: clock.now())
        return zip(filings, outcomes).compactMap { filing, outcome in
            log(outcome, of: filing)
            return outcome.fate
        }
    }

    /// Reads a letter that an earlier attempt did not survive. A letter read well is filed at once, so that another suspect's
    /// crash is not counted against it.
    private func readAlone(_ letter: ReceivedLetter, attemptsBefore: Int) async throws -> [LetterFate] {
        let filer = filer
        let attemptsAlone = attemptsBefore - 1
        guard attemptsAlone < maximumAttempts else {
            return try await file([filer.quarantine(letter, attempts: attemptsBefore)])
        }
        _ = try await store.countReading(letter.mark, at: clock.now())
        return try await file(try await readers.map([letter]) { try filer.filing(of: $0) })
    }

    private func log(_ outcome: FilingOutcome, of filing: LetterFiling) {
        var facts: Logger.Metadata = [
            "mailbox": "\(filing.occurrence.mailbox)", "mail.uid": "\(filing.occurrence.uid)", "letter": "\(filing.digest)",
        ]
        switch outcome {
        case .alreadyFiled: return logger.debug("letter already filed", metadata: facts)
        case .duplicate: return logger.info("letter filed before", metadata: facts)
        case .automatic: return logger.info("automatic letter filed", metadata: facts)
        case .answer: return logger.info("answer to a request filed", metadata: facts)
        case .bounce(let matched):
            facts["outbox"] = "\(matched.map(\.description).joined(separator: " "))"
            return logger.info("delivery report filed", metadata: facts)
        case .quarantine(let card):
            facts["card"] = "\(card)"
            return logger.error("letter could not be read and waits in quarantine", metadata: facts)
        case .card(let card):
            facts["card"] = "\(card.id)"
            facts["card.index"] = card.registrationIndex.map { "\($0)" }
            return logger.info("card opened", metadata: facts)
        }
    }

    private static func parted<Element>(_ all: [Element], by test: (Element) -> Bool) -> (pass: [Element], rest: [Element]) {
        (all.filter(test), all.filter { !test($0) })
    }
}

/// A batch that is in the vault, and in the register as being read.
struct DurableBatch: Sendable {
    /// Filed before.
    let known: [ReceivedLetter]
    let plain: [ReceivedLetter]
    /// An earlier attempt at them did not end.
    let suspects: [(letter: ReceivedLetter, attempts: Int)]
}

/// A batch after reading: what is still to be filed, and the fates of letters that were read and filed alone.
struct ReadBatch: Sendable {
    let filings: [LetterFiling]
    let settled: [LetterFate]
}

extension FilingOutcome {
    /// The fate an occurrence got, `nil` when it was in the register before.
    var fate: LetterFate? {
        switch self {
        case .alreadyFiled: nil
        case .duplicate: .duplicate
        case .card: .card
        case .quarantine: .quarantine
        case .bounce: .bounce
        case .automatic: .automatic
        case .answer: .answer
        }
    }
}
