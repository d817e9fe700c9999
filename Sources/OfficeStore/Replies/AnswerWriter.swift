// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import Storage

/// Tells answers to our requests from other letters, inside one transaction.
struct AnswerWriter {
    let sql: any SQL

    /// Whether a token of it was ever given out, or a request to that very address has the Message-ID it answers.
    func isAnswer(_ answer: NewAnswer) throws -> Bool {
        for token in answer.tokens where try TokenDesk(sql: sql).grant(token) != nil { return true }
        for messageID in answer.answered {
            guard let row = try MessageIDSearch(sql: sql).outboxRow(with: messageID) else { continue }
            let asked = try sql.first("SELECT recipient, parameters FROM outbox WHERE id = $1", [.integer(row)])
            guard let asked, try asked.text(0).lowercased() == answer.email.lowercased() else { continue }
            if FlatJSON.facts(try asked.text(1))?["ask.subject"] != nil { return true }
        }
        return false
    }

    func insert(_ answer: NewAnswer, letter: MessageDigest) throws {
        try sql.run("INSERT INTO answer (digest, person) VALUES ($1, $2)", [.digest(letter), .text(answer.person.rawValue)])
    }
}
