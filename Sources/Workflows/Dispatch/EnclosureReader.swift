// SPDX-License-Identifier: Apache-2.0
package import InternetMessage
import MailTransport
import Office
package import OfficeStore
package import Vault

/// What goes out with a row of the outbox beside its words.
package struct Enclosures: Sendable {
    package var files: [OutgoingAttachment] = []
    /// Names of files that were too large to go along.
    package var omitted: [String] = []
}

/// Fetches the files a row names in its parameter `files`: `card` for every file of the card's letter, `draft:N:VERSION` for those of
/// a draft's version.
package struct EnclosureReader: Sendable {
    /// Octets of files that go with one letter, before their transfer encoding: mailboxes commonly take letters of 25 MB.
    package static let maximumOctets = 18_000_000

    private let store: OfficeStore
    private let vault: Vault

    package init(store: OfficeStore, vault: Vault) {
        self.store = store
        self.vault = vault
    }

    /// The files of a row; those beyond the limit are named instead.
    package func enclosures(of row: OutboxRow, card: Card?) async throws -> Enclosures {
        guard let card, let named = row.parameters["files"] else { return Enclosures() }
        if named == "card" { return try await files(of: card) }
        let parts = named.split(separator: ":")
        guard parts.count == 3, parts[0] == "draft", let draft = Int(parts[1]), let version = Int(parts[2]) else {
            return Enclosures()
        }
        return try await files(of: card, draft: DraftID(rawValue: draft), version: version)
    }

    private func files(of card: Card) async throws -> Enclosures {
        let attachments = try await store.attachments(of: card.id)
        guard !attachments.isEmpty, vault.contains(card.letter) else { return Enclosures() }
        let mapped = try vault.map(card.letter)
        return mapped.withSpan { octets in
            let message = ParsedMessage(octets)
            let parts = Dictionary(message.parts.map { ($0.path, $0) }) { first, _ in first }
            var enclosures = Enclosures()
            for attachment in attachments.map(\.content) {
                guard let part = parts[attachment.partPath] else { continue }
                enclosures.add(Self.name(of: attachment), type: attachment.mediaType, size: attachment.size) {
                    message.decodedBody(of: part, in: octets)
                }
            }
            return enclosures
        }
    }

    private func files(of card: Card, draft: DraftID, version: Int) async throws -> Enclosures {
        var enclosures = Enclosures()
        for stored in try await store.draftFiles(of: card.id, draft: draft) where stored.version == version {
            let file = stored.file
            try enclosures.add(file.name, type: file.mediaType, size: file.size) { try vault.octets(of: file.digest) }
        }
        return enclosures
    }

    private static func name(of attachment: NewAttachment) -> String {
        attachment.name.isEmpty ? "part-\(attachment.partPath)" : attachment.name
    }
}

extension Enclosures {
    mutating func add(_ name: String, type: String, size: Int, _ octets: () throws -> [UInt8]) rethrows {
        let taken = files.reduce(0) { $0 + $1.octets.count }
        guard taken + size <= EnclosureReader.maximumOctets else { return omitted.append(name) }
        files.append(OutgoingAttachment(name: name, mediaType: type, octets: try octets()))
    }
}

extension NewAttachment {
    /// What the octets are; a multipart or nested message is sent as plain octets, since it cannot stand in another letter as a file.
    fileprivate var mediaType: String {
        let type = sniffedType.isEmpty ? declaredType : sniffedType
        let isContainer = type.hasPrefix("multipart/") || type.hasPrefix("message/") || !type.contains("/")
        return isContainer ? "application/octet-stream" : type
    }
}
