// SPDX-License-Identifier: Apache-2.0

/// Takes what ``ResponseReader`` finds, in the order it comes.
package protocol ResponseReceiver {
    /// The literal of a whole message starts. `items` is what the response said before it; the UID may still be missing.
    mutating func bodyBegan(_ items: FetchItems, count: Int) throws
    /// The next octets of the message; a message that came in one piece is handed over in one piece.
    mutating func bodyContinued(_ octets: Span<UInt8>) throws
    /// A response is whole. For a message it is `.fetched`, and only then its octets count.
    mutating func received(_ response: Response) throws
}

/// Cuts the octets of a server into responses (RFC 9051 §2.2.2, §4.3). Incremental: octets come in pieces of any size.
///
/// Lines may end in CRLF or LF alone. Literals stand only in untagged responses that carry data, and never inside a quoted string;
/// `{5}` at the end of an OK text is text. Whole messages are passed on as they come; all other literals of a FETCH are skipped.
package struct ResponseReader: Sendable {
    /// Octets of one response at most, without those of messages.
    package static let maximumLine = 1 << 20
    /// Depth of parentheses in one response at most.
    package static let maximumNesting = 100

    private enum Place { case line, literal(left: Int), skipped(left: Int), body(left: Int) }

    private var place = Place.line
    /// The response so far. A streamed or skipped literal stands in it as NIL.
    private var line: [UInt8] = []
    private var nesting = Nesting()
    private var streamed: Int?
    private var closesLiteral = false

    package init() {}

    /// Takes in the next octets, all of them.
    ///
    /// - Throws: ``GrammarError``, or what `receiver` throws; the reader is of no use afterwards.
    package mutating func feed(_ octets: Span<UInt8>, to receiver: inout some ResponseReceiver) throws {
        var position = 0
        while position < octets.count {
            switch place {
            case .line:
                position = try readLine(octets, from: position, to: &receiver)
            case .literal(let left):
                let end = position + min(left, octets.count - position)
                append(octets, position..<end)
                place = left == end - position ? .line : .literal(left: left - (end - position))
                if case .line = place { nesting.position = line.count }
                position = end
            case .skipped(let left):
                let end = position + min(left, octets.count - position)
                place = left == end - position ? .line : .skipped(left: left - (end - position))
                position = end
            case .body(let left):
                let end = position + min(left, octets.count - position)
                place = left == end - position ? .line : .body(left: left - (end - position))
                try receiver.bodyContinued(octets.extracting(position..<end))
                position = end
            }
        }
    }

    private mutating func readLine(_ octets: Span<UInt8>, from start: Int, to receiver: inout some ResponseReceiver) throws -> Int
    {
        var end = start
        while end < octets.count, octets[end] != 0x0A { end += 1 }
        guard line.count + end - start <= Self.maximumLine else { throw GrammarError.lineTooLong }
        if closesLiteral {
            guard octets[start] == UInt8(ascii: ")") || octets[start] == UInt8(ascii: " ") else {
                throw GrammarError.literalOfWrongSize
            }
            closesLiteral = false
        }
        append(octets, start..<end)
        guard end < octets.count else { return end }
        if line.last == 0x0D { line.removeLast() }
        try endLine(to: &receiver)
        return end + 1
    }

    private mutating func endLine(to receiver: inout some ResponseReceiver) throws {
        if carriesData {
            try nesting.scan(line)
            if !nesting.isQuoted, let literal = TrailingLiteral(line) { return try begin(literal, to: &receiver) }
            // A message counts only in a response that is whole.
            if streamed != nil, nesting.depth != 0 { throw GrammarError.literalOfWrongSize }
        }
        let response = Response(line, streamed: streamed)
        line.removeAll(keepingCapacity: true)
        nesting = Nesting()
        streamed = nil
        try receiver.received(response)
    }

    private mutating func begin(_ literal: TrailingLiteral, to receiver: inout some ResponseReceiver) throws {
        guard isFetch else {
            guard literal.count <= Self.maximumLine - line.count else { throw GrammarError.lineTooLong }
            line.append(contentsOf: [0x0D, 0x0A])
            nesting.position = line.count
            place = literal.count == 0 ? .line : .literal(left: literal.count)
            return
        }
        line.removeSubrange(literal.start...)
        let isBody = streamed == nil && nesting.depth == 1 && literal.followsWholeBodyName(in: line)
        if isBody {
            streamed = literal.count
            closesLiteral = true
            if case .fetched(let items) = Response(line, streamed: nil) {
                try receiver.bodyBegan(items, count: literal.count)
            }
        }
        line.append(contentsOf: "NIL".utf8)
        nesting.position = line.count
        guard literal.count > 0 else { return }
        place = isBody ? .body(left: literal.count) : .skipped(left: literal.count)
    }

    private mutating func append(_ octets: Span<UInt8>, _ range: Range<Int>) {
        for position in range { line.append(octets[position]) }
    }

    /// Whether literals may stand in this response: it is untagged and no OK, NO, BAD, BYE or PREAUTH.
    private var carriesData: Bool {
        guard line.starts(with: "* ".utf8) else { return false }
        return StatusResponse(ResponseCursor(octets: Array(line.prefix(12)), position: 2)) == nil
    }

    private var isFetch: Bool {
        var cursor = ResponseCursor(octets: line, position: 2)
        guard cursor.number() != nil else { return false }
        cursor.skipSpaces()
        return cursor.atom().map { cursor.reads($0, "FETCH") } ?? false
    }
}
