// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Storage
import Synchronization
import Testing

struct InjectedFault: Error {}

/// A register of a test's own, and letters to put into it.
final class StoreWorld: Sendable {
    static let start = Date(timeIntervalSince1970: 1_795_418_618.123)
    let folder: TemporaryFolder
    let store: OfficeStore
    private let storage: SQLiteStorage
    private let switchboard = Switchboard()

    var path: String { folder.path + "/register.sqlite" }

    init() async throws {
        folder = try TemporaryFolder()
        storage = try SQLiteStorage(path: folder.path + "/register.sqlite")
        store = OfficeStore(storage: storage) { [switchboard] act in
            if switchboard.cut.withLock({ $0 }) == act { throw InjectedFault() }
        }
        try await store.migrate()
    }

    /// Makes the next acts of this name fail before their commit; `nil` heals.
    func cut(_ act: String?) { switchboard.cut.withLock { $0 = act } }

    /// A statement of plain SQL, as somebody with the file in hand would run it.
    func tamper(_ text: String) async throws {
        try await storage.write { sql in try sql.script(text) }
    }

    /// A number by plain SQL, for what the register has no verb for.
    func count(_ text: String) async throws -> Int64? {
        try await storage.read { sql in try sql.first(text)?.integer(0) }
    }

    static func occurrence(_ uid: UInt32, mailbox: String = "official", validity: UInt32 = 7) throws -> Occurrence {
        Occurrence(
            mailbox: mailbox, uidValidity: try #require(UIDValidity(rawValue: validity)), uid: try #require(UID(rawValue: uid)))
    }

    static func digest(_ number: Int) -> MessageDigest {
        let word = UInt64(bitPattern: Int64(number))
        return MessageDigest(word &* 0x9E37_79B9_7F4A_7C15, 2, 3, word)
    }

    static func request(_ journal: JournalCode = .citizens, year: Int = 2026) throws -> RegistrationRequest {
        RegistrationRequest(
            journal: journal, year: year, registeredOn: try #require(CivilDate(year: year, month: 11, day: 23)),
            index: { "Ш-\($0)/01-12" })
    }

    static func notice(_ number: Int, to recipient: String = "olena@example.com", day: CivilDate? = nil) -> NewNotice {
        NewNotice(
            kind: "received", language: "uk", recipient: recipient, messageID: "<n\(number)@city.example>",
            inReplyTo: "<m\(number)@example.com>", parameters: ["subject": "Яма \"на\" \\ дорозі\n"], budgetDay: day)
    }

    static func card(_ number: Int, registration: RegistrationRequest? = nil, notices: [NewNotice] = []) -> NewCard {
        NewCard(
            state: .preReview, kind: "CITIZEN_COMPLAINT", subject: "Яма на дорозі \(number)", senderName: "Олена",
            senderAddress: "olena@example.com", recipientAddress: "rada@city.example",
            letterDate: start.addingTimeInterval(-60), trust: .domainProven, isImported: false, language: "uk",
            bodyText: "Доброго дня.", defects: "[\"x\"]",
            attachments: [
                NewAttachment(
                    name: "яма.jpg", declaredType: "image/jpeg", sniffedType: "image/png", size: 10, digest: digest(-number),
                    partPath: "2.1", range: 100..<240, transferEncoding: "base64", charset: nil)
            ],
            links: [
                MessageLink(messageID: "<a@b>", relation: .references), MessageLink(messageID: "<c@d>", relation: .inReplyTo),
            ],
            registration: registration, notices: notices)
    }

    static func filing(
        _ number: Int, mailbox: String = "official", validity: UInt32 = 7, fate: LetterFiling.Fate? = nil
    ) throws -> LetterFiling {
        LetterFiling(
            occurrence: try occurrence(UInt32(number), mailbox: mailbox, validity: validity), digest: digest(number), size: 1_000,
            receivedAt: start.addingTimeInterval(Double(number)), messageID: "<m\(number)@example.com>",
            fate: try fate ?? .card(card(number, registration: request())))
    }
}

private final class Switchboard: Sendable {
    let cut = Mutex<String?>(nil)
}
