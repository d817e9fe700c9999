// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Office
import OfficeStore

/// Finds the card a person means.
enum CardLookup {
    /// By id, registration index, SHA-256 of its letter, or Message-ID; a failure that says what is possible otherwise.
    static func card(_ text: String, in store: OfficeStore) async throws -> Card {
        guard let found = try await find(text, in: store) else {
            throw Failure(
                ExitStatus.badInput,
                "There is no card “\(text)”. Give a card's id, its registration index, a Message-ID or the SHA-256 of its letter; see `chancery card list`."
            )
        }
        return found
    }

    /// The same, `nil` when there is none.
    static func find(_ text: String, in store: OfficeStore) async throws -> Card? {
        if let id = Int64(text), let card = try await store.card(CardID(rawValue: id)) { return card }
        if let digest = MessageDigest(hex: text), let card = try await store.card(for: digest) { return card }
        let sameIndex = try await store.cards(registrationIndex: text, year: nil)
        if sameIndex.count > 1 {
            let choices = sameIndex.map { "\($0.id) (\($0.year.map(String.init) ?? "—"))" }.joined(separator: ", ")
            throw Failure(ExitStatus.badInput, "Several cards have the index \(text): \(choices). Give the id.")
        }
        if let card = sameIndex.first { return card }
        let bracketed = text.hasPrefix("<") ? text : "<\(text)>"
        guard let id = try await store.cards(withMessageID: bracketed).first else { return nil }
        return try await store.card(id)
    }

    /// The letter a person means, with a card or without: as above, by the first digits of its SHA-256 as `inbox list` prints them,
    /// or by the Message-ID of a letter that went out about it. `nil` when there is none.
    static func letter(_ text: String, in store: OfficeStore) async throws -> MessageDigest? {
        if let card = try await find(text, in: store) { return card.letter }
        if let digest = MessageDigest(hex: text) { return digest }
        if text.utf8.count >= 8,
            let least = MessageDigest(hex: text + String(repeating: "0", count: max(0, 64 - text.utf8.count)))
        {
            let near = try await store.letters(after: least, limit: 2).filter { $0.digest.hex.hasPrefix(text.lowercased()) }
            guard near.count < 2 else {
                throw Failure(ExitStatus.badInput, "Several letters begin with \(text). Give more digits.")
            }
            if let only = near.first { return only.digest }
        }
        let bracketed = text.hasPrefix("<") ? text : "<\(text)>"
        if let sent = try await store.outbox(state: nil, limit: .max).first(where: { $0.messageID == bracketed }),
            let id = sent.card, let card = try await store.card(id)
        {
            return card.letter
        }
        var last: MessageDigest?
        while true {
            let page = try await store.letters(after: last, limit: 1000)
            if let found = page.first(where: { $0.messageID == bracketed }) { return found.digest }
            guard let end = page.last else { return nil }
            last = end.digest
        }
    }
}
