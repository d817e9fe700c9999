// SPDX-License-Identifier: Apache-2.0
import DocumentText
import Foundation
import Interchange
import InternetMessage
import LetterReading
import Logging
import MailTransport
import MarkupText
import Office
import OfficeCalendar
import OfficeStore
import Storage
import Synchronization
import Vault
import Workflows

/// A council whose people live in their mail programs: real vault and register, mailbox and submission in memory, the shipped
/// templates, one route on which letters are signed and sent by reply.
final class MailOffice {
    static let address = "rada@city.example"
    static let server = "mail.city.example"

    let folder: String
    let mailbox = FakeMailbox()
    let outgoing = FakeSubmitter()
    let now: ClockHands
    let cut = NamedCut()
    let vault: Vault
    let store: OfficeStore
    let staff: StaffDirectory
    private let journal: DotJournal
    private var counter = 0
    private var readUpTo = 0
    private let logger = Logger(label: "mail-office") { _ in SwiftLogNoOpLogHandler() }

    /// Of the morning digest; 24 is never.
    var digestHour = 24

    init(staff: StaffDirectory = MailOffice.people(), at start: Date = Date(timeIntervalSince1970: 1_795_000_000)) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "chancery-mail-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        now = ClockHands(start)
        vault = try Vault(directory: folder + "/vault")
        let cut = cut
        store = OfficeStore(storage: try SQLiteStorage(path: folder + "/chancery.sqlite")) { try cut.step($0) }
        try await store.migrate()
        journal = DotJournal(path: folder + "/outbox.dots")
        self.staff = staff
        _ = try await intake().pass()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func people(
        signing: SigningMeans = .reply, registration: Registration = .automatic, substitutes: [Substitute] = []
    ) -> StaffDirectory {
        func person(_ id: String, _ name: String, _ post: String, _ roles: Set<Role>, phone: String = "+380 53 480 11 00")
            -> Person
        {
            Person(
                id: PersonID(rawValue: id), name: name, post: post, department: DepartmentID(rawValue: "zhkg"),
                email: "\(id)@city.example", phone: phone, roles: roles)
        }
        let people = [
            person("levchenko", "Левченко Остап Васильович", "міський голова", [.mayor]),
            person("tkachuk", "Ткачук Віталій Петрович", "заступник міського голови", [.deputy]),
            person("bondar", "Бондар Ірина Миколаївна", "начальниця загального відділу", [.registrar]),
            person("savchuk", "Савчук Інна Олегівна", "контролер", [.controller]),
            person("melnyk", "Мельник Андрій Іванович", "начальник юридичного відділу", [.lawyer]),
            person("hnatiuk", "Гнатюк Марія Юріївна", "уповноважена особа", [.publicInformation]),
            person("shevchenko", "Шевченко Олена Петрівна", "начальниця управління", [.official], phone: "+380 53 480 11 23"),
            person("kravets", "Кравець Павло Сергійович", "головний спеціаліст", [.official]),
        ]
        let route = RouteRule(
            kind: nil, review: .role(.mayor),
            approvers: [.role(.lawyer), .role(.publicInformation), .role(.deputy)], signatory: .role(.mayor),
            registration: registration,
            signing: signing)
        return StaffDirectory(
            departments: [
                Department(
                    id: DepartmentID(rawValue: "zhkg"), name: "Управління житлово-комунального господарства",
                    phone: "+380 53 480 11 22")
            ], people: people, substitutes: substitutes, routes: [route])
    }

    var clock: OfficeClock { OfficeClock(timeZone: .utc, now: { [now] in now.withLock { $0 } }) }

    var acts: OfficeActs {
        get throws {
            OfficeActs(
                store: store,
                office: OfficeActs.Office(
                    staff: staff, journals: try journals(), law: try ShippedLaw.law(), language: .ukrainian, address: Self.address
                ),
                clock: clock, messageIDs: MessageIDSource(officeAddress: Self.address))
        }
    }

    private func journals() throws -> JournalList {
        JournalList([
            Journal(
                code: .incoming, name: "Вхідні", index: try IndexTemplate("{n}/{case}"), caseFile: "03-10", kindPrefixes: [:]),
            Journal(code: .outgoing, name: "Вихідні", index: try IndexTemplate("{n}/вих"), caseFile: "03-11", kindPrefixes: [:]),
        ])
    }

    private func filer() throws -> LetterFiler {
        let office = LetterFiler.Office(
            ownAddresses: [Self.address], language: .ukrainian, journals: try journals(), staff: staff, acknowledgement: .all,
            instance: "mail-office")
        let calendar = WorkCalendar()
        let reader = FactReader(
            reader: LetterReader(calendar: calendar, kinds: .empty), reckoning: DueReckoning(calendar: calendar), timeZone: .utc,
            ownAddresses: [Self.address], registryCode: "00000000")
        return LetterFiler(
            vault: vault, office: office, reader: reader, trust: TrustJudgement(servers: [Self.server]), clock: clock,
            messageIDs: MessageIDSource(officeAddress: Self.address))
    }

    private func intake() throws -> MailboxIntake {
        MailboxIntake(
            name: "official", reader: mailbox, afterFiling: .keep, vault: vault, store: store, filer: try filer(), clock: clock,
            limits: IntakeLimits(minimumFreeSpace: 0), logger: logger)
    }

    private func composer() throws -> NoticeComposer {
        let templates = Self.config.appending(path: "templates")
        var sources: [NoticeWordings.Source] = []
        for kind in NoticeKind.allCases {
            for language in Language.allCases {
                let file = templates.appending(path: "\(language.rawValue)/\(kind.rawValue).mustache")
                let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
                sources.append(
                    .init(
                        kind: kind, language: language, subject: String(lines[0].dropFirst(9)),
                        body: lines.dropFirst(2).joined(separator: "\n")))
            }
        }
        return NoticeComposer(
            letterhead: .init(name: "Рада", address: Self.address, phone: "+380 53 480 00 00", instance: "mail-office"),
            templates: try NoticeWordings(sources), clock: clock,
            receipts: ReceiptComposer(composer: InterchangeComposer(schema: try Self.schema()), office: Self.exchangeOffice),
            letters: LetterComposer(
                store: store, vault: vault, staff: staff,
                exchange: .init(
                    reader: InterchangeReader(schema: try Self.schema()),
                    composer: InterchangeComposer(schema: try Self.schema()), office: Self.exchangeOffice)),
            requests: RequestTokens(acts: try acts))
    }

    /// The office as messages of order 1207 name it.
    static let exchangeOffice = InterchangeOffice(
        registryCode: "00000000", name: "Рада", phone: "+380 53 480 00 00", email: address,
        systemID: "5d9a0000-0000-4000-8000-00000000c0de", systemVersion: "0.3")

    static func schema() throws -> XMLSchema {
        try XMLSchema([UInt8](try Data(contentsOf: config.appending(path: "interchange/Header.xsd"))))
    }

    /// What a registrar does with cards.
    var registrar: CardRegistration {
        get throws {
            CardRegistration(
                store: store, filer: try filer(), journals: try journals(), staff: staff, clock: clock,
                messageIDs: MessageIDSource(officeAddress: Self.address))
        }
    }

    private func readAttachments() async throws {
        let reader = AttachmentReader(
            documents: DocumentReader(tools: ForeignTools(recognisesScans: false)),
            messages: InterchangeReader(schema: try Self.schema()))
        let reading = AttachmentReading(
            vault: vault, store: store, filer: try filer(), reader: reader, clock: clock, limits: AttachmentReading.Limits(),
            logger: logger)
        _ = try await reading.pass()
    }

    static let config = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Config")

    /// Everything the daemon does, until nothing is left to do.
    func work() async throws {
        for _ in 0..<3 {
            _ = try await intake().pass()
            try await readAttachments()
            try await AnswerSettling(
                acts: try acts, filer: try filer(), vault: vault, journals: try journals(),
                messageIDs: MessageIDSource(officeAddress: Self.address), logger: logger
            ).pass()
            _ = try await acts.layRoutes()
            let dispatch = Dispatch(
                store: store, journal: journal, vault: vault, submitter: outgoing, composer: try composer(), clock: clock,
                limits: .init(hourly: 1000, automaticHourly: 1000), logger: logger)
            try await dispatch.recover()
            _ = try await dispatch.pass()
            _ = try await DeliveryWatch(acts: try acts, logger: logger).pass()
            _ = try await ReceiptWatch(acts: try acts, logger: logger).pass()
            _ = try await Reminders(acts: try acts).pass()
            _ = try await ControlRound(
                acts: try acts, messageIDs: MessageIDSource(officeAddress: Self.address), digestHour: digestHour, logger: logger
            ).pass()
        }
    }

    /// A letter into the mailbox, at the present minute.
    func deliver(_ letter: String) async throws {
        now.withLock { $0 += 60 }
        mailbox.deliver(letter, at: now.withLock { $0 })
        try await work()
    }

    /// What came to an address since it was last asked for, oldest first.
    func letters(to person: String) -> [SentLetter] {
        outgoing.accepted.filter { $0.recipient == "\(person)@city.example" || $0.recipient == person }.map {
            SentLetter($0.octets)
        }
    }

    func last(_ person: String) -> SentLetter? { letters(to: person).last }

    /// The kinds of rows in the outbox, in order.
    func kinds() async throws -> [String] { try await store.outbox(state: nil, limit: 1000).map(\.kind) }

    func life(of card: Int64 = 1) async throws -> CardLife? { try await store.life(of: CardID(rawValue: card)) }

    func outcomes() async throws -> [String] {
        try await store.events(after: 0, limit: 10_000).map(\.verb).filter { $0.hasPrefix("reply.") }
    }

    /// A Message-ID nobody else uses.
    func nextMessageID() -> String {
        counter += 1
        return "reply\(counter)@mail.example"
    }
}

/// Fails once, just before the durable step of a name.
final class NamedCut: Sendable {
    private let name = Mutex(String?.none)

    func cut(before step: String) { name.withLock { $0 = step } }

    func step(_ step: String) throws {
        let isCut = name.withLock { name in
            guard name == step else { return false }
            name = nil
            return true
        }
        if isCut { throw InjectedFault() }
    }
}

/// A letter of ours as its reader's mail program has it.
struct SentLetter {
    let raw: String
    let messageID: String
    let references: [String]
    let subject: String
    let text: String
    let fileNames: [String]
    /// Octets of the files, in the order of their names.
    let files: [[UInt8]]
    let autoSubmitted: String?

    init(_ octets: [UInt8]) {
        raw = String(decoding: octets, as: UTF8.self)
        let message = ParsedMessage(octets.span)
        let header = LetterHeader(message, in: octets.span)
        messageID = header.messageID ?? ""
        references = header.references
        subject = header.subject
        autoSubmitted = header.autoSubmitted
        let contents = LetterContents(octets.span)
        text = contents.bodyText
        fileNames = contents.attachments.map(\.name)
        files = contents.attachments.map { attachment in
            message.parts.first { $0.path == attachment.partPath }.map { message.decodedBody(of: $0, in: octets.span) } ?? []
        }
    }

    /// The file of a name.
    func file(_ name: String) -> [UInt8]? { zip(fileNames, files).first { $0.0 == name }?.1 }

    var token: String? {
        references.first { $0.hasPrefix("ask.") }.map { String($0.dropFirst(4).prefix(26)) }
    }
}

/// A reply as a mail program writes it.
struct Reply {
    var from: String
    var name = ""
    var proof: String?
    var subject: String?
    var text: String
    var html: String?
    var quotes = true
    var keepsReferences = true
    var keepsInReplyTo = true
    var extra = ""
    var file: (name: String, content: String)?

    /// By the person's own mailbox, proven by the council's server.
    init(_ person: String, _ text: String) {
        from = "\(person)@city.example"
        proof = "Authentication-Results: \(MailOffice.server); dmarc=pass header.from=city.example\n"
        self.text = text
    }

    func letter(to request: SentLetter, messageID: String) -> String {
        var header = proof ?? ""
        header += extra
        header += "From: \(from)\nTo: <\(MailOffice.address)>\nSubject: \(encoded(subject ?? "Re: " + request.subject))\n"
        header += "Date: Wed, 18 Nov 2026 10:00:00 +0000\nMessage-ID: <\(messageID)>\nMIME-Version: 1.0\n"
        if keepsInReplyTo { header += "In-Reply-To: <\(request.messageID)>\n" }
        if keepsReferences {
            header += "References: \((request.references + [request.messageID]).map { "<\($0)>" }.joined(separator: "\n "))\n"
        }
        let quoted = request.text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(
            separator: "\n")
        let body = text + (quotes ? "\n\n18.11.2026 12:00, Рада <\(MailOffice.address)> пише:\n\(quoted)\n" : "\n")
        if let html {
            let quote = quotes ? "<blockquote>\(request.text.split(separator: "\n").joined(separator: "<br>"))</blockquote>" : ""
            return header + "Content-Type: text/html; charset=utf-8\n\n<html><body>\(html)\(quote)</body></html>\n"
        }
        guard let file else { return header + "Content-Type: text/plain; charset=utf-8\n\n" + body }
        return header + """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            \(body)
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="\(file.name)"

            \(file.content)
            --b--

            """
    }

    private func encoded(_ text: String) -> String { "=?utf-8?B?\(Data(text.utf8).base64EncodedString())?=" }
}

extension MailOffice {
    /// Answers the last letter a person got.
    func reply(_ person: String, _ text: String, file: (String, String)? = nil) async throws {
        guard let request = last(person) else { throw MissingLetter(person: person) }
        var reply = Reply(person, text)
        reply.file = file
        try await deliver(reply.letter(to: request, messageID: nextMessageID()))
    }
}

/// Nobody wrote to a person who is to reply.
struct MissingLetter: Error { let person: String }
