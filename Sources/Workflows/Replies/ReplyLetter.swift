// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import MailTransport
package import Office
import OfficeStore
import Vault

/// A reply as the office reads it.
struct ReplyLetter: Sendable {
    /// Octets of all files taken into a draft; what is larger is handed in at the desk.
    static let maximumOctets = 64 << 20

    let address: String
    let trust: TrustLevel
    let subject: String
    let text: String
    let messageID: String?
    let tokens: [TokenDigest]
    /// With angle brackets, the nearest first.
    let answered: [String]
    let files: [(name: String, octets: [UInt8])]

    init(_ contents: LetterContents, trust: TrustLevel, in octets: Span<UInt8>) {
        let header = contents.header
        address = header.from.count == 1 ? header.from[0].addrSpec ?? "" : ""
        self.trust = trust
        subject = header.subject
        text = contents.bodyText
        messageID = header.messageID.map { "<\($0)>" }
        tokens = RequestMark.tokens(in: contents).compactMap(\.digest)
        answered = (header.inReplyTo + header.references.reversed()).prefix(20).map { "<\($0)>" }
        files = Self.files(of: contents, in: octets)
    }

    /// Without pictures of a signature: those that stand in the text and have no name of their own choosing.
    private static func files(of contents: LetterContents, in octets: Span<UInt8>) -> [(name: String, octets: [UInt8])] {
        let parts = Dictionary(contents.message.parts.map { ($0.path, $0) }) { first, _ in first }
        var files: [(name: String, octets: [UInt8])] = []
        var total = 0
        for attachment in contents.attachments {
            guard let part = parts[attachment.partPath], attachment.size > 0, !isPictureOfSignature(part) else { continue }
            total += attachment.size
            guard total <= maximumOctets else { break }
            let name = attachment.name.isEmpty ? "part-\(attachment.partPath)" : attachment.name
            files.append((name, contents.message.decodedBody(of: part, in: octets)))
        }
        return files
    }

    private static func isPictureOfSignature(_ part: BodyPart) -> Bool {
        part.mediaType.type == "image" && (part.disposition != .attachment || part.contentID != nil)
    }
}

extension DecisionToken {
    /// What the register keeps of it.
    package var digest: TokenDigest? { TokenDigest(octets: OctetHasher.digest(of: octets.span.bytes).bytes) }
}

extension RequestMark {
    static func tokens(in contents: LetterContents) -> [DecisionToken] {
        let header = contents.header
        return tokens(
            references: header.references, inReplyTo: header.inReplyTo, text: contents.bodyText, subject: header.subject)
    }
}
