// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import OfficeCalendar
import OfficeStore
import Workflows

/// One outgoing letter with its attempts and the bounces that came back.
struct OutboxDetails: Encodable {
    struct Attempt: Encodable {
        let at: Date
        let verdict: String
        /// The peer's reply code; 0 when it said nothing.
        let code: Int
        let reply: String
    }

    struct Bounce: Encodable {
        let recipient: String
        let action: String
        let status: String
        let diagnostic: String
    }

    let letter: OutboxFacts
    let attempts: [Attempt]
    let bounces: [Bounce]

    init(_ id: OutboxID, in store: OfficeStore) async throws {
        guard let row = try await store.outboxRow(id) else { throw StoreError.unknownOutboxRow(id) }
        letter = OutboxFacts(row)
        attempts = try await store.attempts(of: id).map {
            Attempt(at: $0.at, verdict: $0.verdict, code: $0.code, reply: $0.reply)
        }
        bounces = try await store.bounces(of: id).map {
            Bounce(
                recipient: $0.recipient.address, action: $0.recipient.action, status: $0.recipient.status,
                diagnostic: $0.recipient.diagnostic)
        }
    }

    /// For people.
    func lines(_ clock: OfficeClock) -> [String] {
        [letter.sentence, "Message-ID  \(letter.messageID)", "Letter      \(letter.letter ?? "not worded yet")"]
            + attempts.map {
                "  \(clock.timeZone.wallTime(at: $0.at))  \($0.verdict)  \($0.code > 0 ? "\($0.code) " : "")\($0.reply)"
            }
            + bounces.map { "  bounce: \($0.recipient) \($0.action) \($0.status) \($0.diagnostic)" }
    }
}
