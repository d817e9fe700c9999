// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport

/// What one FETCH response says of a message (RFC 9051 §7.5.2), as far as we ask for it.
package struct FetchItems: Hashable, Sendable {
    /// Where the octets of `BODY[]` are.
    package enum Body: Hashable, Sendable {
        /// They went to the receiver as they came.
        case streamed(count: Int)
        /// The server sent a quoted string.
        case inline([UInt8])
        /// The server sent NIL.
        case absent
    }

    package let sequenceNumber: Int
    package private(set) var uid: UID?
    package private(set) var flags: Set<String>?
    package private(set) var internalDate: Date?
    /// RFC822.SIZE in octets.
    package private(set) var size: Int?
    /// `nil` when the response says nothing of `BODY[]`.
    package private(set) var body: Body?

    /// Reads items up to the closing parenthesis, or to where the octets end.
    ///
    /// - Parameter streamed: the octet count of a body that was streamed and stands as NIL in the line.
    init(sequenceNumber: Int, _ cursor: ResponseCursor, streamed: Int?) {
        self.sequenceNumber = sequenceNumber
        var cursor = cursor
        guard cursor.take(UInt8(ascii: "(")) else { return }
        while true {
            cursor.skipSpaces()
            guard let name = cursor.itemName() else { return }
            cursor.skipSpaces()
            let start = cursor.position
            read(name, &cursor, streamed: streamed)
            // A value of another shape than expected is stepped over whole.
            if cursor.position == start { cursor.skipValue() }
        }
    }

    private mutating func read(_ name: Range<Int>, _ cursor: inout ResponseCursor, streamed: Int?) {
        if cursor.reads(name, "UID") {
            uid = cursor.number().flatMap(UInt32.init(exactly:)).flatMap(UID.init(rawValue:)) ?? uid
        } else if cursor.reads(name, "RFC822.SIZE") {
            size = cursor.number() ?? size
        } else if cursor.reads(name, "INTERNALDATE") {
            internalDate = cursor.string().flatMap(InternalDate.parse) ?? internalDate
        } else if cursor.reads(name, "FLAGS") {
            flags = Self.flags(&cursor) ?? flags
        } else if cursor.octets[name].isWholeBodyName {
            readBody(&cursor, streamed: streamed)
        }
    }

    private mutating func readBody(_ cursor: inout ResponseCursor, streamed: Int?) {
        if let octets = cursor.string() {
            body = body ?? .inline(octets)
        } else if let value = cursor.atom(), cursor.reads(value, "NIL") {
            body = body ?? streamed.map(Body.streamed) ?? .absent
        }
    }

    private static func flags(_ cursor: inout ResponseCursor) -> Set<String>? {
        guard cursor.take(UInt8(ascii: "(")) else { return nil }
        var flags: Set<String> = []
        while true {
            cursor.skipSpaces()
            guard let flag = cursor.atom() else { break }
            flags.insert(cursor.string(flag))
        }
        _ = cursor.take(UInt8(ascii: ")"))
        return flags
    }
}

extension Collection<UInt8> {
    /// Whether this names the whole message: `BODY[]`, `BODY[]<0>`, `BINARY[]`, `RFC822`, in any case.
    var isWholeBodyName: Bool {
        guard (6...9).contains(count) else { return false }
        let name = map(asciiCapital)
        return ["BODY[]", "BODY[]<0>", "BINARY[]", "RFC822"].contains { $0.utf8.elementsEqual(name) }
    }
}
