// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar
import MailTransport

/// Moves messages to another mailbox, by the best means the server has (RFC 6851, RFC 4315).
struct Relocation {
    static let messagesPerCommand = 100

    let session: IMAPSession
    let target: MailboxName

    /// Whether moved messages stay behind, marked as deleted, until somebody expunges the mailbox.
    var leavesMarked: Bool { !session.capabilities.has("MOVE") && !session.capabilities.has("UIDPLUS") }

    func move(_ uids: [UID]) throws {
        for start in stride(from: 0, to: uids.count, by: Self.messagesPerCommand) {
            let part = Array(uids[start..<min(start + Self.messagesPerCommand, uids.count)])
            if session.capabilities.has("MOVE") {
                try place(.move(part, to: target), part)
            } else {
                try copyAndDelete(part)
            }
        }
    }

    // A message marked \Deleted was copied in an earlier try: it is not copied twice.
    private func copyAndDelete(_ uids: [UID]) throws {
        let unmarked = try standing(uids).filter { !$0.isMarked }.map(\.uid)
        if !unmarked.isEmpty {
            try place(.copy(unmarked, to: target), unmarked)
            try session.command(.addFlag(.deleted, to: unmarked))
        }
        if !leavesMarked { try session.command(.expunge(uids)) }
    }

    /// Runs MOVE or COPY; makes the target when the server asks for it.
    private func place(_ command: IMAPCommand, _ uids: [UID]) throws {
        var exchange = CommandExchange(command)
        try session.run(exchange)
        // Not every server says TRYCREATE (RFC 9051 §6.4.7), so a refusal is met by one try to make the target.
        if let completion = exchange.completion, completion.condition == .no, !completion.isOutage,
            completion.code != "OVERQUOTA",
            try makeTarget()
        {
            exchange = CommandExchange(command)
            try session.run(exchange)
        }
        guard exchange.completion?.condition != .ok else { return }
        // Some servers refuse when the messages are gone: then there is nothing left to do.
        guard try !standing(uids).isEmpty else { return }
        throw session.refusal(exchange, advice: "Check that this user may write to the mailbox \"\(target.name)\".")
    }

    /// Answers whether there is a new mailbox now.
    private func makeTarget() throws -> Bool {
        let exchange = CommandExchange(.create(target))
        try session.run(exchange)
        guard exchange.completion?.condition == .ok else { return false }
        // So that mail programs show it; where it is refused nothing is lost.
        try session.run(CommandExchange(.subscribe(target)))
        return true
    }

    /// Those that are still in the mailbox, and whether they are marked as deleted.
    private func standing(_ uids: [UID]) throws -> [(uid: UID, isMarked: Bool)] {
        let exchange = CommandExchange(.fetchFlags(uids), keepsFetches: true)
        try session.run(exchange)
        let asked = Set(uids)
        var marks: [UID: Bool] = [:]
        for case .fetched(let items) in exchange.untagged {
            guard let uid = items.uid, asked.contains(uid), let flags = items.flags else { continue }
            marks[uid] = flags.contains { $0.lowercased() == "\\deleted" }
        }
        return marks.map { (uid: $0.key, isMarked: $0.value) }.sorted { $0.uid < $1.uid }
    }
}
