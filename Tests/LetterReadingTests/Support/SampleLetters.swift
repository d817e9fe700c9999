// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar

@testable import LetterReading

/// The 43 letters with right answers of `../shared/domain/letters.json`, beside the checkout.
struct SampleLetter: Sendable, CustomStringConvertible {
    let id: String
    let source: LetterSource
    let expected: Expected

    var description: String { id }

    struct Expected: Decodable, Sendable {
        struct Reference: Decodable, Sendable {
            let number: String
            let date: String?
        }
        struct BasisRow: Decodable, Sendable {
            let body: String
            let number: String
            let date: String?
        }

        let kind: String
        let viaAuthority: String?
        let sender: String?
        let outNumber: String?
        let outDate: String?
        let inReplyTo: Reference?
        let basis: [BasisRow]?
        let subject: String?
        let attachmentsNamed: [String]?
        let signatory: String?
        let contact: String?
    }

    /// Empty when the file is not there; ``missing`` says so.
    static let all: [SampleLetter] = (try? load()) ?? []
    static let missing = "the shared letters.json is not beside the checkout"

    private struct Row: Decodable {
        struct Envelope: Decodable {
            let from: String
            let subject: String
            let attachments: [String]
        }

        let id: String
        let receivedAt: String
        let envelope: Envelope
        let text: String
        let expected: Expected
    }

    private static let folders = ["../shared/domain"]

    private static func load() throws -> [SampleLetter] {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        let named = ProcessInfo.processInfo.environment["CHANCERY_SHARED"].map { [$0 + "/domain"] } ?? []
        let file = (named + folders).map { URL(filePath: $0, relativeTo: checkout).appending(path: "letters.json") }
            .first { FileManager.default.isReadableFile(atPath: $0.path) }
        guard let file else { return [] }
        return try JSONDecoder().decode([Row].self, from: Data(contentsOf: file)).map(sample)
    }

    private static func sample(_ row: Row) -> SampleLetter {
        let part = LetterSource.Part(name: "body", text: row.text)
        let from = row.envelope.from
        let address = from.split(separator: "<").last.map { $0.prefix { $0 != ">" } } ?? ""
        let name = from.contains("<") ? String(from.prefix { $0 != "<" }) : ""
        let source = LetterSource(
            parts: [part], subject: row.envelope.subject,
            senderName: name.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")),
            senderAddress: String(address), receivedAt: wallTime(row.receivedAt), attachmentNames: row.envelope.attachments,
            isAutomatic: row.envelope.from.hasPrefix("MAILER-DAEMON"))
        return SampleLetter(id: row.id, source: source, expected: row.expected)
    }

    /// `2026-11-12T10:14`.
    static func wallTime(_ text: String) -> WallTime {
        let date = CivilDate(text.prefix(10)) ?? CivilDate(dayNumber: 0)
        let time = text.dropFirst(11).split(separator: ":").compactMap { Int($0) }
        return WallTime(date: date, hour: time.first ?? 0, minute: time.count > 1 ? time[1] : 0)
    }
}
