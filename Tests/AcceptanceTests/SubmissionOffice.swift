// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// A council in a folder: its configuration, its inbox, and the program run over it.
final class TrialOffice {
    static let address = "rada@city.example"

    /// A card as `card list --json` prints it.
    struct Card: Decodable {
        let id: Int
        let registrationIndex: String?
        let state: String
        let subject: String
        let sender: String
        let letter: String
    }

    /// An outgoing letter as `queue list --json` prints it.
    struct Outgoing: Decodable {
        let id: Int
        let card: Int?
        let kind: String
        let recipient: String
        let messageID: String
        let state: String
        let attempts: Int
        let createdAt: String
        let nextAttemptAt: String
        let lastReply: String?
        let enhancedStatus: String?
        let copiesInDoubt: Int
    }

    struct History: Decodable {
        struct Act: Decodable {
            let verb: String
            let details: String
        }
        let events: [Act]
    }

    let folder: ServerFolder
    var configuration: String { "\(folder.path)/chancery.yaml" }
    var inbox: String { "\(folder.path)/inbox" }
    private var delivered = 0

    /// - Parameters:
    ///   - mailbox: the keys of the one mailbox, in YAML's flow style; the Maildir ``inbox`` when `nil`.
    ///   - submission: likewise; the Maildir `outbox` when `nil`.
    ///   - state: the state folder.
    init(
        mailbox: String? = nil, submission: String? = nil, state: String = "state", acknowledge: String = "all",
        minimumFreeSpace: String = "1 MiB", extra: String = ""
    ) throws {
        folder = try ServerFolder()
        for part in ["new", "cur", "tmp"] { try folder.folder("inbox/\(part)") }
        for (source, name) in [("demo/staff.yaml", "staff.yaml"), ("journals.yaml", "journals.yaml"), ("templates", "templates")]
        {
            try FileManager.default.copyItem(atPath: "\(TrialRun.share)/\(source)", toPath: "\(folder.path)/\(name)")
        }
        try folder.write(
            """
            office:
              name: Виконавчий комітет Новоозерської міської ради
              registryCode: "00000000"
              address: \(Self.address)
              phone: "+380 53 480 00 00"
              timeZone: Europe/Kyiv
              language: uk
            state: \(state)
            mailboxes:
              - {name: official, \(mailbox ?? "url: \"maildir:inbox\"")}
            submission: {\(submission ?? "url: \"maildir:outbox\"")}
            acknowledge: \(acknowledge)
            staff: {file: staff.yaml}
            journals: {file: journals.yaml}
            templates: templates
            limits: {minimumFreeSpace: \(minimumFreeSpace)}
            \(extra)

            """, to: "chancery.yaml")
    }

    /// An office that sends to a server of this machine without TLS, and has had its first day.
    static func opened(submittingTo port: UInt16, mailbox: String? = nil) throws -> TrialOffice {
        let office = try TrialOffice(
            mailbox: mailbox, submission: "url: \"smtp://127.0.0.1:\(port)\", startTLS: never")
        let first = try office.run("intake", "--once")
        guard first.status == 0 else { throw ServerFailure("the first pass: \(first.errors)") }
        return office
    }

    /// Runs a verb with this office's configuration.
    @discardableResult
    func run(_ arguments: String..., input: String = "/dev/null", atMost seconds: Double = 60) throws -> TrialRun {
        try TrialRun(arguments + ["--config", configuration], input: input, atMost: seconds)
    }

    /// One pass over all mailboxes and the outbox; the people of the council are left alone.
    @discardableResult
    func pass() throws -> TrialRun { try run("intake", "--once", "--no-routes") }

    /// One pass of the whole office, as the daemon goes through it.
    @discardableResult
    func wholePass() throws -> TrialRun { try run("intake", "--once") }

    func cards() throws -> [Card] { try run("card", "list", "--json").json([Card].self).sorted { $0.id < $1.id } }

    func outgoing() throws -> [Outgoing] {
        try run("queue", "list", "--json").json([Outgoing].self).sorted { $0.id < $1.id }
    }

    /// Короткий зміст as `chancery read` says it of a letter, apart from any register.
    func summary(of letter: [UInt8]) throws -> String {
        struct Summary: Decodable { let subject: String? }
        let file = "\(folder.path)/summary.eml"
        try Data(letter).write(to: URL(fileURLWithPath: file))
        let read = try run("read", "--json", file)
        guard read.status == 0, let line = read.output.split(separator: "\n").first,
            let subject = try JSONDecoder().decode(Summary.self, from: Data(line.utf8)).subject
        else { throw ServerFailure("no summary: \(read)") }
        return subject
    }

    /// The acts on a card, by verb.
    func history(of card: Int) throws -> [String] {
        try run("card", "show", "\(card)", "--json").json(History.self).events.map(\.verb)
    }

    /// Puts a letter into the inbox as a delivery agent would.
    func deliver(_ letter: [UInt8]) throws {
        delivered += 1
        let name = "\(1_700_000_000 + delivered).M\(delivered)P1.test"
        try Data(letter).write(to: URL(fileURLWithPath: "\(inbox)/tmp/\(name)"))
        guard rename("\(inbox)/tmp/\(name)", "\(inbox)/new/\(name)") == 0 else {
            throw ServerFailure("cannot deliver: errno \(errno)")
        }
    }

    /// A citizen's letter.
    static func letter(
        from sender: String = "Ганна Ткач <h.tkach@lyst.example>", subject: String = "Заява про довідку",
        id: String = "one@lyst.example", text: String = "Прошу видати довідку про склад сім’ї.", size: Int = 0
    ) -> [UInt8] {
        let head = """
            From: \(sender)
            To: <\(address)>
            Date: Mon, 16 Nov 2026 10:14:00 +0200
            Message-ID: <\(id)>
            Subject: \(subject)
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            \(text)

            """
        var octets = Array(head.replacing("\n", with: "\r\n").utf8)
        let line = Array("Рядок листа, яких тут багато.\r\n".utf8)
        while octets.count < size { octets += line }
        return octets
    }
}
