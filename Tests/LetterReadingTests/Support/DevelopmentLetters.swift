// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import OfficeCalendar
import Testing

@testable import LetterReading

/// Letters of many hands with what a clerk would read in them (`Tests/Fixtures/letters/development.json`).
struct DevelopmentLetter: Decodable, Sendable, CustomTestStringConvertible {
    struct Envelope: Decodable, Sendable {
        let from: String
        let subject: String
        let attachments: [String]
        let auto: Bool
        let list: Bool
    }

    struct Person: Decodable, Sendable {
        let name: String?
        let address: String?
        let phone: String?
        let email: String?
        let category: String?
        let signatories: Int?
    }

    struct Expected: Decodable, Sendable {
        let kind: String
        let secondaryKind: String?
        let flags: [String]
        let applicant: Person?
        let replyChannel: String?
    }

    let id: String
    let text: String
    let envelope: Envelope
    let expected: Expected

    var testDescription: String { id }

    static let all: [DevelopmentLetter] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/letters/development.json")
        guard let octets = try? Data(contentsOf: file),
            let letters = try? JSONDecoder().decode([DevelopmentLetter].self, from: octets)
        else { return [] }
        return letters
    }()

    /// As a mailbox would give it.
    var source: LetterSource {
        let parts = envelope.from.split(separator: "<", maxSplits: 1).map(String.init)
        let name = parts.count == 2 ? parts[0].trimming { "\" ".contains($0) } : ""
        let address = (parts.last ?? "").trimming { "<> ".contains($0) }
        return LetterSource(
            parts: [.init(name: "body", text: text)], subject: envelope.subject, senderName: name, senderAddress: address,
            receivedAt: .autumn,
            attachmentNames: envelope.attachments, isAutomatic: envelope.auto, isListMail: envelope.list)
    }
}

extension LetterReader {
    /// Without a table of kinds: what the kinds' terms give is tested with the deadlines.
    static let plain = LetterReader(calendar: WorkCalendar(), kinds: .empty)

    func read(_ text: String, subject: String = "", from: String = "", name: String = "", attachments: [String] = [])
        -> LetterFacts
    {
        read(
            LetterSource(
                parts: [.init(name: "body", text: text)], subject: subject, senderName: name, senderAddress: from,
                receivedAt: .autumn,
                attachmentNames: attachments))
    }
}

extension WallTime {
    /// A working morning.
    static let autumn = WallTime(date: CivilDate(dayNumber: 20_745), hour: 10)
}
