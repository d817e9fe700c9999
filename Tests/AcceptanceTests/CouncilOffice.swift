// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// An office in a folder of its own: its configuration, its state, and what the verbs say of it.
final class CouncilOffice: Sendable {
    /// A mailbox as the configuration names it.
    struct Mailbox: Sendable {
        var url: String
        var isInTheClear = false
        var caFile: String?
        var user = Dovecot.user
        var password = Dovecot.password
        var afterFiling = "keep"
    }

    /// A card as `card list --json` prints it.
    struct Card: Decodable {
        let id: Int64
        let registrationIndex: String?
        let journal: String?
        let receivedAt: Date
        let letter: String
        let isImported: Bool
    }

    /// An outgoing letter as `queue list --json` prints it.
    struct OutgoingLetter: Decodable {
        let state: String
        let recipient: String
        let messageID: String
        let copiesInDoubt: Int
    }

    /// What `intake --once --json` prints.
    struct Pass: Decodable {
        struct Mailbox: Decodable {
            let mailbox: String
            let filed: [String: Int]
            let postponed: Int
        }
        let mailboxes: [Mailbox]

        /// Letters of the configured mailbox that got this fate.
        func filed(_ fate: String) -> Int { mailboxes.first { $0.mailbox == "official" }?.filed[fate] ?? 0 }
        var total: Int { mailboxes.reduce(0) { $0 + $1.filed.values.reduce(0, +) } }
    }

    let folder: ServerFolder
    var state: String { "\(folder.path)/state" }
    var configuration: String { "\(folder.path)/chancery.yaml" }

    /// - Parameters:
    ///   - submission: the URL of the submission server; a Maildir in the folder when `nil`.
    ///   - acknowledge: who is answered.
    ///   - batchLetters: letters in one transaction.
    init(_ mailbox: Mailbox, submission: String? = nil, acknowledge: String = "none", batchLetters: Int = 200) throws {
        folder = try ServerFolder()
        try folder.write(mailbox.password + "\n", to: "password", mode: 0o600)
        try configure(mailbox, submission: submission, acknowledge: acknowledge, batchLetters: batchLetters)
    }

    /// Writes the configuration anew; a running daemon takes it at SIGHUP.
    func configure(_ mailbox: Mailbox, submission: String? = nil, acknowledge: String = "none", batchLetters: Int = 200) throws {
        let config = "\(Program.root)/Config"
        let security = (mailbox.isInTheClear ? ", startTLS: never" : "") + (mailbox.caFile.map { ", caFile: \($0)" } ?? "")
        let outgoing = submission.map { "url: \"\($0)\", startTLS: never" } ?? "url: \"maildir:\(folder.path)/outgoing\""
        try folder.write(
            """
            office:
              name: Виконавчий комітет Новоозерської міської ради
              registryCode: "00000000"
              address: rada@city.example
              phone: "+380 53 480 00 00"
              timeZone: Europe/Kyiv
              language: uk
            state: \(state)
            mailboxes:
              - name: official
                url: "\(mailbox.url)"
                user: "\(mailbox.user)"
                password: {file: \(folder.path)/password}
                afterFiling: \(mailbox.afterFiling)
                \(security.isEmpty ? "" : security.dropFirst(2).replacingOccurrences(of: ", ", with: "\n    "))
            submission: {\(outgoing), hourlyLimit: 100000}
            acknowledge: \(acknowledge)
            intake: {batchLetters: \(batchLetters)}
            limits: {minimumFreeSpace: 0 MiB, automaticLettersPerHour: 10000}
            staff: {file: \(config)/staff.yaml}
            journals: {file: \(config)/journals.yaml}
            templates: \(config)/templates

            """, to: "chancery.yaml")
    }

    /// Runs a verb on this office.
    func run(_ verb: String..., killAfter seconds: Double = 120) throws -> Program.Outcome {
        try Program.run(verb + ["--config", configuration], killAfter: seconds)
    }

    /// Runs a verb that must end well, and answers what it printed.
    func facts<Facts: Decodable>(_ type: Facts.Type, _ verb: String...) throws -> Facts {
        let outcome = try Program.run(verb + ["--json", "--config", configuration])
        guard outcome.status == 0 else {
            throw ServerFailure(
                "chancery \(verb.joined(separator: " ")): \(outcome.status.map { "status \($0)" } ?? "killed"): \(outcome.complaint)"
            )
        }
        return try outcome.json(type)
    }

    /// One pass; what was filed.
    func takeIn() throws -> Pass { try facts(Pass.self, "intake", "--once", "--no-routes") }
    /// All cards, as they were numbered.
    func cards() throws -> [Card] { try facts([Card].self, "card", "list").sorted { $0.id < $1.id } }
    func outbox() throws -> [OutgoingLetter] { try facts([OutgoingLetter].self, "queue", "list") }

    /// The SHA-256 under which each file of the vault stands, as `sha256sum` finds it; a failure where a name says another.
    func vault() throws -> Set<String> {
        let sums = try ServerProcess.run(
            "/bin/sh", ["-c", "find . -type f -path './??/*' | xargs -r sha256sum"], in: "\(state)/vault")
        var digests: Set<String> = []
        for line in sums.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 2, words[1] == "./\(words[0].prefix(2))/\(words[0].dropFirst(2))" else {
                throw ServerFailure("vault file \(line)")
            }
            digests.insert(words[0])
        }
        return digests
    }
}
