// SPDX-License-Identifier: Apache-2.0

/// Text of a part, and how it came about.
package struct DecodedText: Hashable, Sendable {
    package let text: String
    /// The charset used, by its usual name; it may be another than the label says.
    package let charset: String
    /// Empty where the octets were what the label says.
    package let defects: [Defect]
}

extension ParsedMessage {
    /// Octets handed over at a time by ``decodeBody(of:in:chunk:)``, at most.
    package static let chunkOctets = 64 << 10

    /// The body of `part` with its transfer encoding undone. `octets` are those the letter was read from.
    package func decodedBody(of part: BodyPart, in octets: Span<UInt8>) -> [UInt8] {
        decodedBodyNotingDamage(of: part, in: octets).octets
    }

    /// As ``decodedBody(of:in:)``, in pieces of at most ``chunkOctets``, in bounded memory (uuencode excepted).
    package func decodeBody<Failure: Error>(
        of part: BodyPart, in octets: Span<UInt8>, chunk: (Span<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let body = octets.extracting(part.body)
        var start = 0
        var base64 = Base64Decoder()
        var quoted = QuotedPrintableDecoder()
        let isBase64 = part.transferEncoding == .base64 && Base64Decoder.isPlausible(body)
        if part.transferEncoding == .uuencode { return try chunk(UuencodeDecoder.decode(body).span) }
        while start < body.count {
            var end = min(body.count, start + Self.chunkOctets - 16)
            if part.transferEncoding == .quotedPrintable { end = Self.cut(body, from: start, before: end) }
            let piece = body.extracting(start..<end)
            start = end
            let isLast = start == body.count
            switch part.transferEncoding {
            case .base64 where !isBase64: try chunk(piece)
            case .identity, .uuencode: try chunk(piece)
            case .base64: try chunk(Self.decoded(piece, &base64, isLast: isLast).span)
            case .quotedPrintable: try chunk(Self.decoded(piece, &quoted).span)
            }
        }
    }

    /// Where a piece of quoted-printable that begins at `start` may end: behind a line end, else not inside `=XX`.
    private static func cut(_ body: Span<UInt8>, from start: Int, before end: Int) -> Int {
        guard end < body.count else { return end }
        var cut = end
        while cut > start, body[cut - 1] != .lineFeed { cut -= 1 }
        if cut > start { return cut }
        cut = end
        while cut > start + 1, body[cut - 1] == 0x3D || body[cut - 2] == 0x3D || body[cut - 1].isBlank { cut -= 1 }
        return cut > start + 1 ? cut : end
    }

    func decodedBodyNotingDamage(of part: BodyPart, in octets: Span<UInt8>) -> (octets: [UInt8], damage: Defect.Kind?) {
        let body = octets.extracting(part.body)
        switch part.transferEncoding {
        case .identity: return (octets.copy(part.body), nil)
        case .uuencode: return (UuencodeDecoder.decode(body), nil)
        case .base64:
            guard Base64Decoder.isPlausible(body) else { return (octets.copy(part.body), .damagedBase64) }
            var decoder = Base64Decoder()
            let decoded = Self.decoded(body, &decoder, isLast: true)
            return (decoded, decoder.isDamaged ? .damagedBase64 : nil)
        case .quotedPrintable:
            var decoder = QuotedPrintableDecoder()
            let decoded = Self.decoded(body, &decoder)
            return (decoded, decoder.isDamaged ? .damagedQuotedPrintable : nil)
        }
    }

    // Uninitialised arrays: filling a megabyte with zeros first costs as much as decoding it.
    static func decoded(_ source: Span<UInt8>, _ decoder: inout Base64Decoder, isLast: Bool) -> [UInt8] {
        let capacity = Base64Decoder.capacity(for: source.count) + 8
        return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
            unsafe source.withUnsafeBufferPointer { unsafe decoder.decode($0, into: target, written: &written) }
            if isLast { unsafe decoder.finish(target, written: &written) }
        }
    }

    static func decoded(_ source: Span<UInt8>, _ decoder: inout QuotedPrintableDecoder) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: source.count + 8) { target, written in
            unsafe source.withUnsafeBufferPointer { unsafe decoder.decode($0, into: target, written: &written) }
        }
    }

    /// The text of `part`: transfer encoding and charset undone, line ends as they are. Any octets give some text.
    package func text(of part: BodyPart, in octets: Span<UInt8>) -> String {
        decodedText(of: part, in: octets).text
    }

    /// As ``text(of:in:)``, with the charset used and what was wrong.
    package func decodedText(of part: BodyPart, in octets: Span<UInt8>) -> DecodedText {
        let (body, damage) = decodedBodyNotingDamage(of: part, in: octets)
        let decoded = Charset.text(of: body.span, label: part.charset)
        let kinds = (damage.map { [$0] } ?? []) + decoded.defects
        return DecodedText(
            text: decoded.text, charset: decoded.charset.name,
            defects: kinds.map { Defect($0, at: part.body.lowerBound) })
    }

    /// As ``text(of:in:)``, with the paragraphs of `format=flowed` put together again (RFC 3676).
    package func readableText(of part: BodyPart, in octets: Span<UInt8>) -> String {
        FlowedText.unwrapped(text(of: part, in: octets), mediaType: part.mediaType)
    }

    /// The text of `part` as UTF-8 octets, without making a `String` of them.
    package func textOctets(of part: BodyPart, in octets: Span<UInt8>) -> [UInt8] {
        let body = decodedBody(of: part, in: octets)
        let (charset, _) = Charset.judge(body.span, label: part.charset)
        return charset.utf8(of: body)
    }
}
