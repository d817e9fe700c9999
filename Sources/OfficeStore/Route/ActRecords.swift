// SPDX-License-Identifier: Apache-2.0
import Crypto
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import Storage

// What follows from an act.
extension ActDesk {
    mutating func writeEvent(of act: Act, _ record: String) throws -> Int64 {
        let digest = SHA256.hash(data: Array(record.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
        var details = [("act", String(life.acts.count)), ("record", digest)]
        if let absent = act.actor.standIn?.absent { details.append(("for", absent.rawValue)) }
        details.append(("proof", act.proof.description))
        if let mark = act.deed.mark, let number = given[mark] { details += number.details }
        let verb = if case .accepted = act.deed { "card.registered" } else { "card.\(act.deed.act.kind.rawValue)" }
        return try log.append(verb, card: card.id, details.sorted { $0.0 < $1.0 })
    }

    func writeNumbers(of act: Act) throws {
        guard let mark = act.deed.mark else { return }
        guard let number = given[mark] else { throw BrokenRecord(card: card.id, reason: "a number nobody took") }
        try FactsWriter(sql).writeOwnNumber(number, of: card.id)
        if case .draftRegistered(let id, _) = act.deed { try writeOutgoing(id, number) }
        // The document itself has one number: an incoming one from its acceptance, one of our own from its signing.
        if life.mark == mark || isOwnLetter { try writeOwn(number) }
    }

    private var isOwnLetter: Bool { card.registrationIndex == nil && !life.opening.isIncoming }

    private func writeOwn(_ number: GivenNumber) throws {
        try sql.run(
            """
            UPDATE card SET journal = $1, journal_year = $2, number = $3, registration_index = $4, registered_on = $5 WHERE id = $6
            """,
            [
                .text(number.request.journal.rawValue), .integer(number.request.year), .integer(number.number),
                .text(number.index), .text(number.request.registeredOn.description), .card(card.id),
            ])
        try sql.run("UPDATE document_reading SET awaits_registration = 0 WHERE card_id = $1", [.card(card.id)])
    }

    private func writeOutgoing(_ id: DraftID, _ number: GivenNumber) throws {
        guard let content = life[draft: id]?.current.content else { return }
        try sql.run(
            """
            INSERT INTO outgoing_letter (card_id, draft, journal, journal_year, number, registration_index, registered_on, subject,
                correspondent)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .card(card.id), .integer(id.rawValue), .text(number.request.journal.rawValue), .integer(number.request.year),
                .integer(number.number), .text(number.index), .text(number.request.registeredOn.description),
                .text(content.subject), .text(content.addressees.map(\.name).joined(separator: "; ")),
            ])
    }

    /// Files of a version, in the order of its content. A file of an earlier version is known by its digest.
    func writeFiles(of deed: Deed) throws {
        guard let (id, version) = deed.version, let draft = life[draft: id] else { return }
        for (index, file) in version.content.files.enumerated() {
            guard let known = try request.files.first(where: { $0.digest.hex == file.digest }) ?? stored(file, of: id) else {
                throw BrokenRecord(card: card.id, reason: "file \(file.digest) of the draft is not in the vault")
            }
            try sql.run(
                """
                INSERT INTO draft_file (card_id, draft, version, ordinal, name, media_type, digest, size)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    .card(card.id), .integer(id.rawValue), .integer(draft.versions.count), .integer(index + 1), .text(file.name),
                    .text(known.mediaType), .digest(known.digest), .integer(known.size),
                ])
        }
    }

    private func stored(_ file: DraftFile, of id: DraftID) throws -> NewDraftFile? {
        guard let digest = MessageDigest(hex: file.digest) else { return nil }
        return try sql.first(
            "SELECT media_type, size FROM draft_file WHERE card_id = $1 AND draft = $2 AND digest = $3 LIMIT 1",
            [.card(card.id), .integer(id.rawValue), .digest(digest)]
        ).map { NewDraftFile(name: file.name, mediaType: try $0.text(0), digest: digest, size: Int(try $0.integer(1))) }
    }
}

extension Deed {
    /// The number it gives, if it gives one.
    var mark: RegistrationMark? {
        switch self {
        case .accepted(let mark), .draftRegistered(_, let mark): mark
        default: nil
        }
    }

    /// The version of a draft it brings, if it brings one.
    var version: (DraftID, DraftVersion)? {
        switch self {
        case .draftOpened(let id, _, _, let version), .draftEdited(let id, let version): (id, version)
        default: nil
        }
    }
}
