// SPDX-License-Identifier: Apache-2.0

extension InterchangeMessage {
    /// The octets of a file or signature: as they stand in the message read, or as they are to be sent.
    package enum Content: Hashable, Sendable {
        /// Base64 in the octets of the reading.
        case encoded(EncodedContent)
        case octets([UInt8])

        /// In octets, decoded.
        package var count: Int {
            switch self {
            case .encoded(let encoded): encoded.count
            case .octets(let octets): octets.count
            }
        }

        /// The content itself.
        /// - Parameter octets: those of the reading (``InterchangeReading/octets``); not looked at for content to be sent.
        package func decoded(from octets: Span<UInt8>) -> [UInt8] {
            switch self {
            case .encoded(let encoded): encoded.decoded(from: octets)
            case .octets(let own): own
            }
        }
    }
}

/// Base64 within a message (RFC 4648 §4), decoded when asked for.
package struct EncodedContent: Hashable, Sendable {
    /// Where it stands in the octets of the reading, in order; more than one place if a comment or section cuts it.
    package let ranges: [Range<Int>]
    /// Of the decoded content, in octets.
    package let count: Int
    /// Whether it is base64 and nothing else: whole groups, white space between, padding at the end.
    package let isSound: Bool

    /// Octets handed over at a time by ``decode(from:into:)``.
    package static let pieceOctets = 48 << 10

    init(measuring ranges: [Range<Int>], in octets: Span<UInt8>) {
        var decoder = Base64Decoder()
        var count = 0
        for range in ranges { decoder.decode(octets.extracting(range)) { _ in count += 1 } }
        self.ranges = ranges
        self.count = count
        isSound = decoder.isSound
    }

    /// All of it. What is not base64 is passed over.
    package func decoded(from octets: Span<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(count)
        decode(from: octets) { piece in
            for index in piece.indices { content.append(piece[index]) }
        }
        return content
    }

    /// Hands the content over piece by piece, so that a large file never stands in memory whole.
    package func decode<Failure: Error>(
        from octets: Span<UInt8>, into take: (Span<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        var decoder = Base64Decoder()
        var piece: [UInt8] = []
        piece.reserveCapacity(Self.pieceOctets + 3)
        for range in ranges {
            var first = range.lowerBound
            while first < range.upperBound {
                let end = min(range.upperBound, first + Self.pieceOctets)
                decoder.decode(octets.extracting(first..<end)) { piece.append($0) }
                try take(piece.span)
                piece.removeAll(keepingCapacity: true)
                first = end
            }
        }
    }
}
