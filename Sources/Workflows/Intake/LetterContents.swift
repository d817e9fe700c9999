// SPDX-License-Identifier: Apache-2.0
package import InternetMessage
import MailTransport
import MarkupText
package import OfficeStore
import Vault

/// Everything the front office looks at in a letter: its header, its text, its files, and what is wrong with it.
package struct LetterContents: Sendable {
    /// Characters of body text a card keeps at most; the rest stays in the raw letter.
    package static let maximumTextLength = 1 << 20
    /// Octets of an attachment that are looked at to tell its type.
    package static let sniffedOctets = 4096

    package let message: ParsedMessage
    package let header: LetterHeader
    /// The text of the letter with LF line ends: plain text where there is some, else the words of its HTML.
    package let bodyText: String
    package let attachments: [NewAttachment]
    package let defects: [Defect]

    /// Reads a letter front to back, once for its structure and once for its parts.
    ///
    /// - Parameter release: told now and then up to where the octets are no longer needed, so that a mapped letter of 200 MB need
    ///   not stay in memory.
    package init(_ octets: Span<UInt8>, release: (Int) -> Void = { _ in }) {
        let message = withoutActuallyEscaping(release) { ParsedMessage(octets, onAdvance: $0) }
        let selection = BodySelection(message)
        var reading = PartReading(message: message)
        for index in selection.plain { reading.addText(of: message.parts[index], in: octets) }
        for index in selection.attachments { reading.addAttachment(message.parts[index], in: octets, release: release) }
        self.message = message
        header = LetterHeader(message, in: octets)
        bodyText = reading.text
        attachments = reading.attachments
        defects = message.defects + reading.defects
    }
}

/// The parts of a letter as they are decoded one by one.
private struct PartReading {
    let message: ParsedMessage
    var text = ""
    var attachments: [NewAttachment] = []
    var defects: [Defect] = []

    init(message: ParsedMessage) {
        self.message = message
    }

    mutating func addText(of part: BodyPart, in octets: Span<UInt8>) {
        let room = LetterContents.maximumTextLength - text.utf8.count
        guard room > 0 else { return }
        let words: String
        if part.mediaType.subtype == "html" {
            words = MarkupReader().text(of: message.textOctets(of: part, in: octets).span).text
        } else {
            let decoded = message.decodedText(of: part, in: octets)
            defects += decoded.defects
            words = FlowedText.unwrapped(decoded.text, mediaType: part.mediaType)
        }
        if !text.isEmpty { text += "\n\n" }
        text += words.utf8.count <= room ? words : String(words.prefix(room / 4))
    }

    mutating func addAttachment(_ part: BodyPart, in octets: Span<UInt8>, release: (Int) -> Void) {
        var hasher = OctetHasher()
        var size = 0
        var head: [UInt8] = []
        var passed = part.body.lowerBound
        message.decodeBody(of: part, in: octets) { piece in
            hasher.update(piece.bytes)
            size += piece.count
            for offset in 0..<max(0, min(piece.count, LetterContents.sniffedOctets - head.count)) { head.append(piece[offset]) }
            passed = min(passed + ParsedMessage.chunkOctets, part.body.upperBound)
            release(passed)
        }
        attachments.append(
            NewAttachment(
                name: part.fileName ?? "", declaredType: part.mediaType.name,
                sniffedType: MediaTypeSniffer.mediaType(of: head.span) ?? "", size: size, digest: hasher.finalize(),
                partPath: part.path, range: part.body, transferEncoding: part.transferEncoding.rawValue, charset: part.charset))
    }
}
