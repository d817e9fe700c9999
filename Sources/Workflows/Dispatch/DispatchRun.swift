// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import OfficeStore

/// A row of the outbox and its octets.
struct WordedLetter: Sendable {
    let row: OutboxRow
    let octets: [UInt8]
    /// How many of them the vault has: its copy has no token.
    let keptOctets: Int
    let dot: DotLetter
}

/// Letters sent one behind the other: one generation of the dot journal.
struct DispatchRun: Sendable {
    /// How it ended before its last letter.
    enum End: Sendable {
        /// Every letter has its verdict.
        case complete
        /// A verdict only the register can hold: it must be there before the next dot.
        case needsRegister
        /// It took so long that the register must hear, and be asked what people did meanwhile.
        case tookLong
        /// The peer failed, or what must be durable is not.
        case failed(any Error)
    }

    let generation: Int64
    var verdicts: [OutboxVerdict] = []
    /// Letters without a verdict, in their order; the first may have been begun where the run failed.
    var unsent: [WordedLetter] = []
    var end = End.complete
    var report: Dispatch.Report
}

extension Dispatch {
    /// After so many seconds a run ends, so that what people see in the register is hardly older.
    static let longestRun: TimeInterval = 1

    /// Sends letters until all have their verdict or something needs the register.
    func run(_ letters: [WordedLetter], _ report: Report, over turn: any SubmissionTurn) throws -> DispatchRun {
        var run = DispatchRun(generation: journal.turnPage(), report: report)
        let begun = clock.now()
        var accepted: DotLeftovers.Accepted?
        for (place, letter) in letters.enumerated() {
            if place == DotJournal.capacity || clock.now().timeIntervalSince(begun) > Self.longestRun {
                run.unsent = Array(letters[place...])
                break
            }
            heard()
            var journalFailure: (any Error)?
            do {
                let outcome = try attempt(letter, over: turn) { () throws(MailError) in
                    do {
                        try journal.record(accepted: accepted, coming: letter.dot)
                    } catch {
                        journalFailure = error
                        throw Self.noDot(since: error)
                    }
                }
                run.verdicts.append(verdict(outcome, on: letter.row, into: &run.report))
                guard case .accepted(let reply) = outcome else {
                    run.unsent = Array(letters[(place + 1)...])
                    run.end = .needsRegister
                    return run
                }
                accepted = DotLeftovers.Accepted(letter: letter.dot, at: clock.now(), reply: reply)
            } catch let error as MailError {
                run.unsent = Array(letters[place...])
                run.end = .failed(journalFailure ?? error)
                return run
            }
        }
        if let accepted { try journal.record(accepted: accepted, coming: nil) }
        if clock.now().timeIntervalSince(begun) > Self.longestRun { run.end = .tookLong }
        heard()
        return run
    }

    private func attempt(
        _ letter: WordedLetter, over turn: any SubmissionTurn, beforeDot: () throws(MailError) -> Void
    ) throws -> SubmissionVerdict {
        let envelope = Envelope(
            reversePath: composer.reversePath(of: letter.row), forwardPaths: [letter.row.recipient],
            identifier: String(letter.row.messageID.dropFirst().dropLast()))
        do {
            let verdicts = try turn.submit(letter.octets, envelope: envelope, beforeDot: beforeDot)
            return verdicts.first ?? .deferred(SubmissionReply(code: 0, enhancedStatus: nil, text: "no verdict"))
        } catch let error as MailError where error.code == .invalidAddress || error.code == .unsupported {
            // This letter can never leave; the next one may.
            return .refused(SubmissionReply(code: 0, enhancedStatus: nil, text: error.description))
        }
    }

    /// No dot may leave that the journal does not know.
    private static func noDot(since error: any Error) -> MailError {
        MailError(
            .storageFailed, server: "outbox", step: "final dot", reply: "\(error)",
            advice: "Nothing was sent; it is tried again when the dot journal can be written.", isTransient: true)
    }
}
