// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Logging
import MailTransport
import Office
package import OfficeStore
package import Vault

/// Reads the attachments of cards, after the cards are there: beside intake, never in its way.
///
/// Each step may be repeated: attempt recorded → attachments read → one transaction for documents, facts, the number of a card that
/// waited for it, and events. What took the process down is read alone at the next start, and after
/// ``Limits/maximumAttempts`` it is left unread with the reason; a card that waited for its number then gets it all the same.
package struct AttachmentReading: Sendable {
    package struct Limits: Sendable {
        /// Cards filed in one transaction.
        package var batchCards = 32
        /// Cards read side by side: as many as the machine has processors to spare.
        package var readers = 2
        /// How often a card is begun before its attachments are left unread.
        package var maximumAttempts = 3

        package init() {}
    }

    /// What a pass did.
    package struct Report: Hashable, Sendable {
        /// Cards whose attachments were read.
        package var read = 0
        /// Of these, cards that got their number.
        package var registered = 0
        /// Of these, cards that are copies of earlier ones.
        package var duplicates = 0
        /// Cards left unread as they took the process down.
        package var abandoned = 0

        package init() {}
    }

    private let vault: Vault
    private let store: OfficeStore
    private let filer: LetterFiler
    private let reader: AttachmentReader
    private let clock: OfficeClock
    private let limits: Limits
    private let logger: Logger
    private let stop: @Sendable () -> Bool
    private let progress: @Sendable (_ read: Int) -> Void
    private let readers: WorkCrew

    /// - Parameters:
    ///   - stop: whether the pass is to end after the cards in hand.
    ///   - progress: called with the cards read so far: a sign of life.
    package init(
        vault: Vault, store: OfficeStore, filer: LetterFiler, reader: AttachmentReader, clock: OfficeClock,
        limits: Limits = Limits(), logger: Logger, stop: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ read: Int) -> Void = { _ in }
    ) {
        self.vault = vault
        self.store = store
        self.filer = filer
        self.reader = reader
        self.clock = clock
        self.limits = limits
        self.logger = logger
        self.stop = stop
        self.progress = progress
        readers = WorkCrew(label: "chancery.attachments", size: limits.readers)
    }

    /// Reads what is due until nothing is.
    package func pass() async throws -> Report {
        var report = Report()
        while !stop() {
            let due = try await store.dueReadings(limit: limits.batchCards)
            guard let first = due.first else { break }
            // What was begun before and did not end comes last, each alone: it may be what ended the process.
            let batch = first.attempts == 0 ? due.filter { $0.attempts == 0 } : [first]
            try await read(batch, into: &report)
            progress(report.read)
        }
        return report
    }

    private func read(_ batch: [DueReading], into report: inout Report) async throws {
        try await store.beginDocumentReadings(batch.map(\.card))
        let readings = try await readers.map(batch) { try reading(of: $0) }
        let outcomes = try await store.file(readings, at: clock.now())
        for (due, outcome) in zip(batch, outcomes) {
            report.read += 1
            if due.attempts > limits.maximumAttempts { report.abandoned += 1 }
            switch outcome {
            case .notDue, .read: break
            case .registered: report.registered += 1
            case .duplicate: report.duplicates += 1
            }
            log(outcome, of: due)
        }
    }

    /// Blocks for as long as the attachments of the card take.
    private func reading(of due: DueReading) throws -> DocumentReading {
        let isAbandoned = due.attempts > limits.maximumAttempts
        let (card, attachments) = try filer.card(of: due.received) { contents, octets in
            isAbandoned ? [] : reader.attachments(of: contents, in: octets)
        }
        var documents = attachments.flatMap { attachment in
            attachment.documents.map { NewDocument($0, in: attachment) }
        }
        if isAbandoned {
            documents = [NewDocument(abandonedAfter: limits.maximumAttempts)]
            logger.error("attachments are left unread: reading them ended the process", metadata: ["card": "\(due.card)"])
        }
        return DocumentReading(
            card: due.card, documents: documents, facts: isAbandoned ? nil : card.facts, kind: isAbandoned ? nil : card.kind,
            subject: isAbandoned ? nil : card.subject, registration: card.registration, notices: card.notices)
    }

    private func log(_ outcome: ReadingOutcome, of due: DueReading) {
        var facts: Logger.Metadata = ["card": "\(due.card)"]
        switch outcome {
        case .notDue: return
        case .read: break
        case .registered(let index): facts["card.index"] = "\(index)"
        case .duplicate(let original): facts["original"] = "\(original)"
        }
        logger.debug("attachments read", metadata: facts)
    }
}

extension DueReading {
    /// The letter of the card, to be read again.
    fileprivate var received: ReceivedLetter {
        ReceivedLetter(occurrence: occurrence, digest: letter, size: size, receivedAt: receivedAt, isImported: isImported)
    }
}
