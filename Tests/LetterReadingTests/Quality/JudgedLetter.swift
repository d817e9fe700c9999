// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A letter with the card a clerk made of it, in the form of `domain/letters.json`.
struct JudgedLetter: Decodable, Sendable, CustomTestStringConvertible {
    struct Envelope: Decodable, Sendable {
        var from: String
        var subject: String
        var attachments: [String]
    }

    var id: String
    var title: String
    /// `YYYY-MM-DDThh:mm` on the office's wall.
    var receivedAt: String
    var channel: String
    var envelope: Envelope
    var text: String
    var expected: CardReading
    /// What careful clerks would differ on.
    var tolerated: Tolerance?

    var testDescription: String { "\(id) \(title)" }

    static func letters(in file: URL) throws -> [JudgedLetter] {
        try JSONDecoder().decode([JudgedLetter].self, from: Data(contentsOf: file))
    }
}

/// Readings that are also right, or not judged, for one letter.
struct Tolerance: Decodable, Sendable {
    var kind: [String]?
    var sender: [String]?
    /// No sender is right too.
    var senderOptional: Bool?
    var outNumber: [String]?
    /// Numbers that may stand as ours although the card has none.
    var inReplyTo: [String]?
    var subject: [String]?
    /// Flags that may be set or not.
    var flags: [String]?
    /// Numbers of documents that may be named too.
    var basis: [String]?
    var basisOptional: Bool?
    /// Particulars of the applicant that are not judged.
    var applicant: [String]?
    var applicantName: [String]?
    var address: [String]?
    var phone: [String]?
    var category: [String]?
    var viaAuthority: [String]?
    /// Events may stand among the tasks.
    var events: Bool?

    static let nothing = Tolerance()
}
