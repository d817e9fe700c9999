// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
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

    /// Another document the card belongs to, or that belongs to it.
    struct Relation: Encodable {
        /// `duplicate`, `similar`, `answers`; from the other side `duplicateOfThis`, `similarToThis`, `answersThis`; `thread`.
        let relation: String
        let card: Int64?
        let number: String?
        let date: String?

        /// `answers 02-15/1876 of 2026-10-27 (card 7)`.
        var sentence: String {
            [relation, number, date.map { "of \($0)" }, card.map { "(card \($0))" }].compactMap(\.self).joined(separator: " ")
        }
    }

    let card: CardFacts
    let messageID: String?
    let letterDate: Date?
    let ground: String?
    let explanation: String?
    let text: String
    let defects: String
    /// What the letter says; null when it was not read.
    let facts: FactSheet?
    let attachments: [File]
    let documents: [DocumentFacts]
    /// Whether the attachments still wait to be read.
    let isBeingRead: Bool
    let relations: [Relation]
    /// Null for a card nobody has acted on.
    let route: RouteDetails?
    /// Codes of the classifier no. 858; empty for a card that is no appeal.
    let classifier: [AppealCodeFacts]
    let events: [Act]
    let outbox: [OutboxFacts]

    init(_ card: Card, in house: House, staff: StaffDirectory) async throws {
        let store = house.store
        self.card = CardFacts(card)
        messageID = card.messageID
        letterDate = card.letterDate
        ground = card.ground
        explanation = card.explanation
        let long = try await store.text(of: card.id)
        text = long?.bodyText ?? ""
        defects = long?.defects ?? "[]"
        facts = try await store.factSheet(of: card.id).flatMap { FactSheet(jsonText: $0) }
        documents = try await store.documents(of: card.id).map(DocumentFacts.init)
        isBeingRead = try await store.awaitsDocumentReading(card.id)
        relations = try await Self.relations(of: card, in: store)
        attachments = try await store.attachments(of: card.id).map { attachment in
            let content = attachment.content
            return File(
                name: content.name, declaredType: content.declaredType, sniffedType: content.sniffedType, size: content.size,
                sha256: content.digest.hex, part: content.partPath, start: content.range.lowerBound,
                end: content.range.upperBound,
                transferEncoding: content.transferEncoding)
        }
        route = try await store.life(of: card.id).map { RouteDetails($0, staff) }
        classifier = try await AppealClassification(acts: house.acts).lines(of: card.id).map(AppealCodeFacts.init)
        events = try await store.events(of: card.id).map {
            Act(sequence: $0.sequence, at: $0.at, actor: $0.actor.rawValue, verb: $0.verb, details: $0.details)
        }
        outbox = try await store.outbox(of: card.id).map(OutboxFacts.init)
    }

    private static func relations(of card: Card, in store: OfficeStore) async throws -> [Relation] {
        var found = try await store.relations(of: card.id).map {
            Relation(
                relation: $0.relation.rawValue, card: $0.card?.rawValue, number: $0.number, date: $0.date?.description)
        }
        for other in try await store.cards(relatedTo: card.id) {
            let back =
                switch other.relation {
                case .duplicate: "duplicateOfThis"
                case .similar: "similarToThis"
                case .answers: "answersThis"
                }
            found.append(Relation(relation: back, card: other.card.rawValue, number: nil, date: nil))
        }
        // Threads only suggest: anybody can write any References.
        var thread: Set<CardID> = []
        for link in try await store.links(of: card.id) { thread.formUnion(try await store.cards(withMessageID: link.messageID)) }
        if let messageID = card.messageID { thread.formUnion(try await store.cards(linkingTo: messageID)) }
        thread.remove(card.id)
        found += thread.sorted { $0.rawValue < $1.rawValue }.map {
            Relation(relation: "thread", card: $0.rawValue, number: nil, date: nil)
        }
        return found
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
        if let facts { lines += ["", "What it says  (\(SheetLines.doubt) = look at it)"] + SheetLines(facts).lines }
        if !relations.isEmpty { lines += ["", "Belongs to"] + relations.map { "  \($0.sentence)" } }
        if !attachments.isEmpty {
            lines += ["", "Files\(isBeingRead ? "  (they are still to be read)" : "")"]
            lines += attachments.map { file in
                let name = file.name.isEmpty ? "part \(file.part)" : file.name
                let type = file.sniffedType.isEmpty ? file.declaredType : file.sniffedType
                return "  \(name)  \(type)  \(file.size) octets  \(file.sha256.prefix(12))…"
            }
        }
        if !documents.isEmpty { lines += ["", "Documents in them"] + documents.map { "  \($0.sentence)" } }
        if !text.isEmpty { lines += ["", text] }
        if let route { lines += route.lines }
        if !classifier.isEmpty { lines += ["", "Classifier no. 858"] + classifier.map { "  \($0.sentence)" } }
        lines += ["", "History"] + events.map { "  \(when($0.at))  \($0.actor)  \($0.verb)  \(Self.words($0.details))" }
        if !outbox.isEmpty { lines += ["", "Outgoing"] + outbox.map { "  \($0.sentence)" } }
        return lines
    }

    /// `index 1/01-10, journal incoming`: the facts of an event without the letter, which stands above.
    private static func words(_ details: String) -> String {
        guard let facts = try? JSONDecoder().decode([String: String].self, from: Data(details.utf8)) else { return details }
        return facts.filter { $0.key != "letter" && $0.key != "record" && !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
