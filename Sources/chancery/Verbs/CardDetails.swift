// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import OfficeCalendar
import OfficeStore
import Workflows

/// One card with everything that hangs on it.
struct CardDetails: Encodable {
    struct File: Encodable {
        let name: String
        let declaredType: String
        let sniffedType: String
        let size: Int
        let sha256: String
        let part: String
        let start: Int
        let end: Int
        let transferEncoding: String
    }

    struct Act: Encodable {
        let sequence: Int64
        let at: Date
        let actor: String
        let verb: String
        let details: String
    }

    let card: CardFacts
    let messageID: String?
    let letterDate: Date?
    let ground: String?
    let explanation: String?
    let text: String
    let defects: String
    let attachments: [File]
    let events: [Act]
    let outbox: [OutboxFacts]

    init(_ card: Card, in store: OfficeStore) async throws {
        self.card = CardFacts(card)
        messageID = card.messageID
        letterDate = card.letterDate
        ground = card.ground
        explanation = card.explanation
        let long = try await store.text(of: card.id)
        text = long?.bodyText ?? ""
        defects = long?.defects ?? "[]"
        attachments = try await store.attachments(of: card.id).map { attachment in
            let content = attachment.content
            return File(
                name: content.name, declaredType: content.declaredType, sniffedType: content.sniffedType, size: content.size,
                sha256: content.digest.hex, part: content.partPath, start: content.range.lowerBound,
                end: content.range.upperBound,
                transferEncoding: content.transferEncoding)
        }
        events = try await store.events(of: card.id).map {
            Act(sequence: $0.sequence, at: $0.at, actor: $0.actor.rawValue, verb: $0.verb, details: $0.details)
        }
        outbox = try await store.outbox(of: card.id).map(OutboxFacts.init)
    }

    /// For people.
    func lines(_ clock: OfficeClock) -> [String] {
        func when(_ instant: Date) -> String { "\(clock.timeZone.wallTime(at: instant))" }
        var lines = [
            "Card \(card.id)  \(card.registrationIndex ?? "without a number")  \(card.state)",
            "Sender      \(card.sender)  (\(card.trust))", "Subject     \(card.subject)", "Received    \(when(card.receivedAt))",
        ]
        if let registeredOn = card.registeredOn { lines.append("Registered  \(registeredOn)  (journal \(card.journal ?? "—"))") }
        if let letterDate { lines.append("Written     \(when(letterDate))") }
        if let ground { lines.append("Ground      \(ground) \(explanation ?? "")") }
        lines.append("Letter      \(card.letter)")
        if defects != "[]" { lines.append("Defects     \(defects)") }
        if !attachments.isEmpty {
            lines += ["", "Files"]
            lines += attachments.map { file in
                let name = file.name.isEmpty ? "part \(file.part)" : file.name
                let type = file.sniffedType.isEmpty ? file.declaredType : file.sniffedType
                return "  \(name)  \(type)  \(file.size) octets  \(file.sha256.prefix(12))…"
            }
        }
        if !text.isEmpty { lines += ["", text] }
        lines += ["", "History"] + events.map { "  \(when($0.at))  \($0.actor)  \($0.verb)  \(Self.words($0.details))" }
        if !outbox.isEmpty { lines += ["", "Outgoing"] + outbox.map { "  \($0.sentence)" } }
        return lines
    }

    /// `index 1/01-10, journal incoming`: the facts of an event without the letter, which stands above.
    private static func words(_ details: String) -> String {
        guard let facts = try? JSONDecoder().decode([String: String].self, from: Data(details.utf8)) else { return details }
        return facts.filter { $0.key != "letter" && !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
