// SPDX-License-Identifier: Apache-2.0

/// A part of a letter to be written, encoded.
struct OutgoingPart {
    private enum Content {
        /// Octets that stand in the letter as they are.
        case plain([UInt8])
        /// Octets still to be encoded, since copying them twice is what writing costs.
        case base64([UInt8])
        case multipart([OutgoingPart])
    }

    /// Words of `Content-Type`, those of a multipart without its boundary.
    private let typeWords: [[UInt8]]
    private let transferEncoding: String
    private var dispositionWords: [[UInt8]] = []
    private let content: Content

    static func text(_ text: String, subtype: String) -> OutgoingPart {
        let body = TextBody(text)
        return OutgoingPart(
            typeWords: [Array("text/\(subtype);".utf8), Array("charset=\(body.charset)".utf8)],
            transferEncoding: body.transferEncoding, content: .plain(body.octets))
    }

    static func multipart(_ subtype: String, _ parts: [OutgoingPart]) -> OutgoingPart {
        OutgoingPart(
            typeWords: [Array("multipart/\(subtype);".utf8)], transferEncoding: "7bit", content: .multipart(parts))
    }

    static func attachment(_ attachment: OutgoingAttachment, number: Int) throws(ComposingFault) -> OutgoingPart {
        let field = "attachment \(number)"
        _ = try FieldWriter.oneLine(attachment.name, field: field)
        guard let name = FileName.forDisplay(attachment.name) else { throw ComposingFault(field, .invalidFileName) }
        var type = try MediaTypeWriter.words(attachment.mediaType, field: field)
        var encoding = "base64"
        var content = Content.base64(attachment.octets)
        if type.isMessage {
            // A message may not be encoded (RFC 2046 §5.2.1) unless it is message/global (RFC 6532 §3.5).
            if NestedMessage.isSevenBit(attachment.octets) {
                encoding = "7bit"
                content = .plain(attachment.octets)
            } else {
                type.words[0] = Array("message/global".utf8) + (type.words.count > 1 ? [0x3B] : [])
            }
        }
        type.words[type.words.count - 1].append(0x3B)
        return OutgoingPart(
            typeWords: type.words + FileNameWriter.typeWords(name), transferEncoding: encoding,
            dispositionWords: [Array("\(attachment.disposition.rawValue);".utf8)] + FileNameWriter.dispositionWords(name),
            content: content)
    }

    /// Octets that writing this part takes, about.
    var octetCount: Int {
        switch content {
        case .plain(let octets): octets.count + 1_024
        case .base64(let octets): Base64Encoder.encodedCount(octets.count) + 1_024
        case .multipart(let parts): parts.reduce(256) { $0 + $1.octetCount }
        }
    }

    /// Appends the `Content-` fields, the empty line and the body.
    func write(to result: inout [UInt8], boundaries: BoundarySource, path: String = "") throws(ComposingFault) {
        var fields = FieldWriter()
        var boundary: [UInt8] = []
        if case .multipart = content {
            boundary = try boundaries.boundary(at: path, notIn: unencoded)
        }
        try fields.add("Content-Type") { writer in
            for word in typeWords { writer.word(word) }
            if !boundary.isEmpty { writer.word(Array("boundary=\"".utf8) + boundary + [0x22]) }
        }
        try fields.add("Content-Transfer-Encoding") { writer in writer.word(Array(transferEncoding.utf8)) }
        if !dispositionWords.isEmpty {
            try fields.add("Content-Disposition") { writer in
                for word in dispositionWords { writer.word(word) }
            }
        }
        result += fields.octets
        result += Self.lineEnd
        switch content {
        case .plain(let octets): result += octets
        case .base64(let octets): Base64Encoder.append(octets, to: &result)
        case .multipart(let parts):
            for (index, part) in parts.enumerated() {
                result += Self.dashes + boundary + Self.lineEnd
                try part.write(to: &result, boundaries: boundaries, path: "\(path).\(index + 1)")
                result += Self.lineEnd
            }
            result += Self.dashes + boundary + Self.dashes + Self.lineEnd
        }
    }

    private static let lineEnd: [UInt8] = [.carriageReturn, .lineFeed]
    private static let dashes: [UInt8] = [0x2D, 0x2D]

    /// What stands unencoded inside.
    private var unencoded: [[UInt8]] {
        switch content {
        case .plain(let octets): [octets]
        case .base64: []
        case .multipart(let parts): parts.flatMap(\.unencoded)
        }
    }
}
