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
}
