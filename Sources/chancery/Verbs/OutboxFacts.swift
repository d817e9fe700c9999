// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import OfficeStore

/// An outgoing letter as `queue list --json` prints it.
struct OutboxFacts: Encodable {
    let id: Int64
    let card: Int64?
    let kind: String
    let language: String
    let recipient: String
    let messageID: String
    let state: String
    let attempts: Int
    let createdAt: Date
    let nextAttemptAt: Date
    let sentAt: Date?
    let lastReply: String?
    let enhancedStatus: String?
    let copiesInDoubt: Int
    let letter: String?

    init(_ row: OutboxRow) {
        id = row.id.rawValue
        card = row.card?.rawValue
        kind = row.kind
        language = row.language
        recipient = row.recipient
        messageID = row.messageID
        state = row.state.rawValue
        attempts = row.attempts
        createdAt = row.createdAt
        nextAttemptAt = row.nextAttemptAt
        sentAt = row.sentAt
        lastReply = row.lastReply
        enhancedStatus = row.enhancedStatus
        copiesInDoubt = row.copiesInDoubt
        letter = row.digest?.hex
    }

    /// The last reply with its enhanced status; empty when there was none.
    var replyWords: String {
        [enhancedStatus, lastReply].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// One line for people.
    var sentence: String {
        let doubt = copiesInDoubt > 0 ? "; \(copiesInDoubt) copies in doubt" : ""
        let reply = replyWords.isEmpty ? "" : "; \(replyWords)"
        return "\(id)  \(kind) to \(recipient): \(state) after \(attempts) attempt\(attempts == 1 ? "" : "s")\(reply)\(doubt)"
    }
}
