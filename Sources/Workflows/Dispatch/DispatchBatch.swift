// SPDX-License-Identifier: Apache-2.0
import Logging
import MailTransport
import Office
import OfficeStore
import Vault

/// Letters worded together, and rows that were claimed for later.
struct DispatchBatch: Sendable {
    /// Octets of letters worded together, so that files sent to many do not fill the memory; the last letter may go beyond.
    static let maximumOctets = 16 << 20

    var letters: [WordedLetter] = []
    /// Claimed and not worded yet, in their order.
    var claimed: [OutboxRow] = []
    /// Those that could not be worded; a person must look.
    var held = 0
    /// Rows claimed for this batch; of them, those that go out of the house by themselves.
    var newlyClaimed = 0
    var newlyClaimedAutomatic = 0

    var isFull: Bool { letters.reduce(0) { $0 + $1.octets.count } >= Self.maximumOctets }
}

extension Dispatch {
    /// Words claimed rows, or claims letters that are due where there are none, until there is one to send or nothing is due.
    func prepare(_ allowance: OutboxAllowance, _ claimed: [OutboxRow]) async throws -> DispatchBatch {
        var (batch, left) = (DispatchBatch(claimed: try await stillQueued(claimed)), allowance)
        while batch.letters.isEmpty {
            if batch.claimed.isEmpty {
                guard left.letters > 0 else { break }
                let rows = try await store.claim(left, lease: Self.lease, at: clock.now())
                if rows.isEmpty { break }
                let automatic = rows.count { $0.isAutomatic }
                left.spend(letters: rows.count, automatic: automatic)
                batch.newlyClaimed += rows.count
                batch.newlyClaimedAutomatic += automatic
                batch.claimed = rows
            }
            try await word(&batch)
        }
        return batch
    }

    /// Without rows a person held or dropped since they were claimed.
    private func stillQueued(_ rows: [OutboxRow]) async throws -> [OutboxRow] {
        guard !rows.isEmpty else { return [] }
        let queued = try await store.stillQueued(rows.map(\.id))
        return rows.filter { queued.contains($0.id) }
    }

    /// Words letters anew, as they leave now, until the batch is full, and puts them into the vault, all in one file.
    private func word(_ batch: inout DispatchBatch) async throws {
        let cards = try await store.cards(of: batch.claimed)
        let deposit = try vault.deposit()
        var done = 0
        for row in batch.claimed where !batch.isFull {
            done += 1
            do {
                let worded = try await composer.worded(row, card: row.card.flatMap { cards[$0] })
                try deposit.append(worded.kept.span.bytes)
                let dot = DotLetter(id: row.id, digest: OctetHasher.digest(of: worded.kept.span.bytes))
                batch.letters.append(
                    WordedLetter(row: row, octets: worded.sent, keptOctets: worded.kept.count, dot: dot))
            } catch let fault as NoticeComposer.Fault {
                batch.held += 1
                try await store.hold(row.id, reason: fault.description, actor: .daemon, at: clock.now())
                logger.error("letter cannot be worded and is held", metadata: ["outbox": "\(row.id)", "reason": "\(fault)"])
            }
        }
        batch.claimed.removeFirst(done)
        guard !batch.letters.isEmpty else { return }
        let sealed = try deposit.seal()
        try await work.run { [vault] in try vault.commit([sealed]) }
        try await store.attach(Self.places(of: batch.letters, in: sealed.digest))
    }

    private static func places(of letters: [WordedLetter], in sheaf: MessageDigest) -> [(DotLetter, OutgoingPlace)] {
        var end = 0
        return letters.map { letter in
            let start = end
            end += letter.keptOctets
            return (letter.dot, OutgoingPlace(sheaf: sheaf, range: letters.count == 1 ? nil : start..<end))
        }
    }
}
