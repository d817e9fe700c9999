// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import OfficeCalendar
import Storage

/// Tokens of requests by mail, inside one transaction.
struct TokenDesk {
    let sql: any SQL

    /// Writes what a token lets whom decide.
    func insert(_ grant: TokenGrant, sentOn day: CivilDate) throws {
        try sql.run(
            """
            INSERT INTO decision_token (digest, card_id, person, subject, version, sent_on) VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .octets(grant.digest.octets), .card(grant.card), .text(grant.person.rawValue), .text(grant.subject.description),
                .text(grant.version?.rawValue), .text(day.description),
            ])
    }

    /// The grant under a digest; nil when there is none.
    func grant(_ digest: TokenDigest) throws -> TokenGrant? {
        try sql.first(
            "SELECT card_id, person, subject, version, sent_on, used_at FROM decision_token WHERE digest = $1",
            [.octets(digest.octets)]
        ).map { row in
            guard let subject = ActSubject(try row.text(2)), let sentOn = CivilDate(try row.text(4)) else {
                throw StoreError.unreadableRow(table: "decision_token", column: "subject")
            }
            return TokenGrant(
                digest: digest, card: CardID(rawValue: try row.integer(0)), person: PersonID(rawValue: try row.text(1)),
                subject: subject, version: try row.textOrNil(3).map(VersionDigest.init(rawValue:)), sentOn: sentOn,
                isUsed: !row.isNull(5))
        }
    }

    /// Spends a token on acts, or throws the ``TokenRefusal`` that says why it counts for nothing.
    func spend(_ token: PresentedToken, on life: CardLife, at instant: Date) throws {
        guard var grant = try grant(token.digest), grant.card == life.opening.card else { throw TokenRefusal.unknown }
        try grant.use(token.digest, by: token.person, current: life.version(of: grant.subject), on: token.day)
        try sql.run(
            "UPDATE decision_token SET used_at = $1 WHERE digest = $2", [.instant(instant), .octets(token.digest.octets)])
    }

    /// Every unused token about something of a card counts as used from now on.
    func void(_ subject: ActSubject, of card: CardID, at instant: Date) throws {
        try sql.run(
            "UPDATE decision_token SET used_at = $1 WHERE card_id = $2 AND subject = $3 AND used_at IS NULL",
            [.instant(instant), .card(card), .text(subject.description)])
    }
}

extension CardLife {
    /// The version that counts of what an act is about; nil where there is no draft.
    func version(of subject: ActSubject) -> VersionDigest? {
        if case .draft(let id) = subject { self[draft: id]?.current.digest } else { nil }
    }
}
