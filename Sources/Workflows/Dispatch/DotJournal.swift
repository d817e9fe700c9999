// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import OfficeStore
import Synchronization
package import Vault

/// What must be durable at each final dot, in a small file beside the register: one sync a letter and none of a database's work. The
/// register takes the verdicts over a row of letters at a time.
///
/// Records come in generations. One holds: letter 1 is coming; 1 was accepted and 2 is coming; … ; the last was accepted. It stands in
/// one half of the file until the register knows it (``OfficeStore/settledDots()``); the next generation meanwhile fills the other half.
package final class DotJournal: Sendable {
    /// Letters in one generation.
    package static let capacity = 255

    private struct Position {
        var generation: Int64
        var slot = 0
    }

    private let file: SlotFile
    private let position = Mutex<Position?>(nil)

    /// - Parameter path: made when missing; only one process at a time may send.
    package init(path: String, beforeDurableStep: Vault.StepHook? = nil) {
        file = SlotFile(path: path, count: 2 * (Self.capacity + 1), beforeDurableStep: beforeDurableStep)
    }

    /// Whether records can be written.
    var isBegun: Bool { position.withLock { $0 != nil } }

    /// What a process that is gone, or a pass that ended in the middle, left beyond what the register knows. Nothing can be recorded
    /// until ``begin(after:)``.
    ///
    /// - Parameter settled: the newest generation the register knows.
    func leftovers(after settled: Int64) throws -> DotLeftovers {
        end()
        let records = try file.slots().compactMap(DotRecord.init(octets:)).filter { $0.generation > settled }
            .sorted { ($0.generation, $0.ordinal) < ($1.generation, $1.ordinal) }
        var leftovers = DotLeftovers(generation: records.last?.generation ?? settled)
        for (place, record) in records.enumerated() {
            if let accepted = record.accepted { leftovers.accepted.append(accepted) }
            guard let coming = record.coming else { continue }
            let next = place + 1 < records.count ? records[place + 1] : nil
            let isKnown = next.map { $0.follows(record) && $0.accepted?.letter == coming } ?? false
            if !isKnown { leftovers.inDoubt.append(coming) }
        }
        return leftovers
    }

    /// The next generation is the one behind `settled`, which the register knows.
    func begin(after settled: Int64) { position.withLock { $0 = Position(generation: settled) } }

    /// Nothing can be recorded until it is begun anew.
    func end() { position.withLock { $0 = nil } }

    /// Begins the next generation, also when the present one is empty: it may be settled all the same. The one before the present
    /// must be settled.
    /// - Returns: the generation.
    func turnPage() -> Int64 {
        position.withLock { position in
            guard let present = position else { preconditionFailure("the journal is begun first") }
            position = Position(generation: present.generation + 1)
            return present.generation + 1
        }
    }

    /// Durable when it returns: the letter before was accepted, and the dot of the next may leave.
    /// - Parameter coming: `nil` closes the generation.
    func record(accepted: DotLeftovers.Accepted?, coming: DotLetter?) throws {
        try position.withLock { position in
            guard var present = position else { preconditionFailure("the journal is begun first") }
            precondition(present.slot <= Self.capacity, "a generation has its size")
            let record = DotRecord(
                generation: present.generation, ordinal: UInt16(present.slot), accepted: accepted, coming: coming)
            let half = present.generation % 2 == 0 ? 0 : Self.capacity + 1
            try file.write(record.octets, at: half + present.slot)
            present.slot += 1
            position = present
        }
    }
}
