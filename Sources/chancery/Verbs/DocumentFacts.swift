// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import OfficeStore

/// A document found in an attachment, as JSON and in a line.
struct DocumentFacts: Encodable {
    /// Of the attachment it was found in, from 1.
    let attachment: Int
    let path: String
    let mediaType: String
    /// `read`, `scan`, `notRead`.
    let outcome: String
    let reason: String?
    /// Characters of text.
    let length: Int
    let text: String
    /// Words about each signature over it.
    let signatures: [String]

    init(_ document: NewDocument) {
        attachment = document.attachment
        path = document.path
        mediaType = document.mediaType
        outcome = document.outcome
        reason = document.reason
        text = document.text
        length = document.text.count
        signatures = (try? JSONDecoder().decode([String].self, from: Data(document.signatures.utf8))) ?? []
    }

    /// `лист.pdf  application/pdf  read, 1,250 characters`.
    var sentence: String {
        let name = path.isEmpty ? "attachment \(attachment)" : path
        let came =
            switch outcome {
            case "read": "read, \(length) characters"
            case "scan": "a scan without text"
            default: "not read: \(reason ?? "")"
            }
        return (["\(name)  \(mediaType)  \(came)"] + signatures).joined(separator: "; ")
    }
}
