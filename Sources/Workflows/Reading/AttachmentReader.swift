// SPDX-License-Identifier: Apache-2.0
package import DocumentText
package import Interchange
import InternetMessage
import Office
import OfficeStore

/// Reads the attachments of a letter: documents, what is in containers, signatures that lie beside their files, and messages of order
/// 1207 with the files inside them.
package struct AttachmentReader: Sendable {
    private let documents: DocumentReader
    private let messages: InterchangeReader

    package init(documents: DocumentReader, messages: InterchangeReader) {
        self.documents = documents
        self.messages = messages
    }

    /// Everything in the order of the letter. Blocks for as long as the files take, each within the limits of the document reader.
    package func attachments(of contents: LetterContents, in octets: Span<UInt8>) -> [ReadAttachment] {
        var files: [File] = []
        let parts = Dictionary(contents.message.parts.map { ($0.path, $0) }) { first, _ in first }
        for (index, attachment) in contents.attachments.enumerated() {
            guard let part = parts[attachment.partPath] else { continue }
            let name = attachment.name.isEmpty ? "part-\(attachment.partPath)" : attachment.name
            let type = attachment.sniffedType.isEmpty ? attachment.declaredType : attachment.sniffedType
            files.append(
                File(
                    ordinal: index + 1, name: name, partPath: attachment.partPath, mediaType: type,
                    octets: attachment.size > Self.maximumOctets ? nil : Self.octets(of: part, contents.message, in: octets)))
        }
        var read = files.map(read)
        addDetachedSignatures(files, to: &read)
        return read
    }

    /// Octets of an attachment that is read at most; larger ones are kept and not opened.
    package static let maximumOctets = 32 << 20

    /// A decoded attachment; `octets` is nil when it is too large, or the disk had no room for it.
    private struct File {
        let ordinal: Int
        let name: String
        let partPath: String
        let mediaType: String
        let octets: FileOctets?
    }

    private static func octets(of part: BodyPart, _ message: ParsedMessage, in octets: Span<UInt8>) -> FileOctets? {
        var collector = OctetCollector()
        message.decodeBody(of: part, in: octets) { collector.append($0) }
        return collector.finish()
    }

    private func read(_ file: File) -> ReadAttachment {
        var read = ReadAttachment(ordinal: file.ordinal, name: file.name, partPath: file.partPath, documents: [])
        guard let octets = file.octets else {
            let reason = UnreadReason.tooLarge(limit: Self.maximumOctets)
            read.documents = [ReadDocument(path: file.name, mediaType: file.mediaType, outcome: .notRead(reason))]
            return read
        }
        if octets.withSpan({ InterchangeReader.isMessage($0.extracting(..<min($0.count, InterchangeReader.headOctets))) }) {
            readMessage(octets, file, into: &read)
        } else {
            read.documents = documents.read(octets, name: file.name, mediaType: file.mediaType)
        }
        return read
    }

    /// A message of order 1207: its facts, and its files as documents inside it.
    private func readMessage(_ octets: FileOctets, _ file: File, into read: inout ReadAttachment) {
        do throws(InterchangeRefusal) {
            let reading = try messages.read(octets.array)
            read.message = reading.message
            read.documents = [ReadDocument(path: file.name, mediaType: Self.messageType)]
            for inner in InterchangeCard(reading.message, registryCode: "").allFiles {
                let content = FileOctets(reading.content(inner.content))
                read.documents += documents.read(content, name: inner.name, mediaType: "").map { document in
                    document.moved(into: file.name)
                }
            }
        } catch {
            let reason = UnreadReason.damaged(words: error.words(in: .english))
            read.documents = [ReadDocument(path: file.name, mediaType: Self.messageType, outcome: .notRead(reason))]
        }
    }

    /// `letter.pdf.p7s` belongs to `letter.pdf` beside it: the signature is shown with the file.
    private func addDetachedSignatures(_ files: [File], to read: inout [ReadAttachment]) {
        for file in files where Self.isSignature(file) {
            guard let octets = file.octets else { continue }
            let others = files.filter { $0.ordinal != file.ordinal && !Self.isSignature($0) }
                .compactMap { other in other.octets.map { (name: other.name, octets: $0) } }
            let signatures = documents.verify(detached: octets, name: file.name, over: others)
            guard !signatures.isEmpty, let place = read.firstIndex(where: { $0.ordinal == file.ordinal }),
                !read[place].documents.isEmpty
            else { continue }
            read[place].documents[0].signatures += signatures.filter { !read[place].documents[0].signatures.contains($0) }
        }
    }

    private static func isSignature(_ file: File) -> Bool {
        file.name.lowercased().hasSuffix(".p7s") || file.mediaType == "application/pkcs7-signature"
            || file.mediaType == "application/x-pkcs7-signature"
    }

    private static let messageType = "application/xml"
}

extension InterchangeCard {
    fileprivate var allFiles: [InterchangeMessage.File] { files.map(\.file) }
}

extension ReadDocument {
    /// The same inside another file.
    fileprivate func moved(into folder: String) -> ReadDocument {
        ReadDocument(
            path: "\(folder)/\(path)", mediaType: mediaType, text: text, outcome: outcome, signatures: signatures, pages: pages,
            defects: defects)
    }
}
