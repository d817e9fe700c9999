// SPDX-License-Identifier: Apache-2.0

/// One response of the server, whole (RFC 9051 §7). What we do not use is ``other(_:)``.
package enum Response: Hashable, Sendable {
    case tagged(tag: String, StatusResponse)
    case untagged(StatusResponse)
    /// `+`, with its text.
    case continuation(String)
    case capabilities(Capabilities)
    case exists(Int)
    /// The message with this sequence number is gone, and all behind it move up by one.
    case expunged(Int)
    /// So many messages are gone. `earlier`: they went before the mailbox was opened and were never counted (RFC 7162 §3.2.10).
    case vanished(count: Int, earlier: Bool)
    case fetched(FetchItems)
    case listed(MailboxListing)
    /// The first personal namespace (RFC 2342).
    case namespace(MailboxListing)
    /// Something else: the first word in capitals, or nothing when the line is no response at all.
    case other(String)
}

/// A mailbox, or a prefix of mailbox names, with the separator of its levels.
package struct MailboxListing: Hashable, Sendable {
    /// As the server spells it.
    package let name: [UInt8]
    /// `nil` in a flat mailbox world.
    package let delimiter: UInt8?

    package init(name: [UInt8], delimiter: UInt8?) {
        self.name = name
        self.delimiter = delimiter
    }
}

extension Response {
    /// Reads a whole response without its last line end. Total: what makes no sense is `other`.
    ///
    /// - Parameter streamed: the octet count of a body that was streamed and stands as NIL in the line.
    init(_ octets: [UInt8], streamed: Int?) {
        var cursor = ResponseCursor(octets: octets)
        if cursor.take(UInt8(ascii: "+")) {
            cursor.skipSpaces()
            self = .continuation(cursor.string(cursor.position..<octets.count))
        } else if octets.starts(with: "* ".utf8) {
            cursor.position = 2
            self = Self.untagged(cursor, streamed: streamed)
        } else if let tag = cursor.atom(), cursor.take(0x20), let status = StatusResponse(cursor) {
            self = .tagged(tag: cursor.string(tag), status)
        } else {
            self = .other("")
        }
    }

    private static func untagged(_ start: ResponseCursor, streamed: Int?) -> Response {
        if let status = StatusResponse(start) { return .untagged(status) }
        var cursor = start
        let number = cursor.number()
        cursor.skipSpaces()
        guard let range = cursor.atom() else { return .other("") }
        let word = cursor.capitals(range)
        cursor.skipSpaces()
        switch (word, number) {
        case ("EXISTS", let count?): return .exists(count)
        case ("EXPUNGE", let number?): return .expunged(number)
        case ("FETCH", let number?): return .fetched(FetchItems(sequenceNumber: number, cursor, streamed: streamed))
        case ("CAPABILITY", nil): return .capabilities(Capabilities(words(cursor)))
        case ("VANISHED", nil): return vanished(cursor)
        case ("LIST", nil): return listing(cursor).map(Response.listed) ?? .other(word)
        case ("NAMESPACE", nil): return namespace(cursor).map(Response.namespace) ?? .other(word)
        default: return .other(word)
        }
    }

    private static func words(_ cursor: ResponseCursor) -> [String] {
        cursor.string(cursor.position..<cursor.octets.count).split(separator: " ").map(String.init)
    }

    private static func vanished(_ start: ResponseCursor) -> Response {
        var cursor = start
        var isEarlier = false
        if cursor.take(UInt8(ascii: "(")) {
            isEarlier = cursor.atom().map { cursor.reads($0, "EARLIER") } ?? false
            _ = cursor.take(UInt8(ascii: ")"))
            cursor.skipSpaces()
        }
        return .vanished(count: cursor.atom().map { UIDSet.count(cursor.octets[$0]) } ?? 0, earlier: isEarlier)
    }

    private static func listing(_ start: ResponseCursor) -> MailboxListing? {
        var cursor = start
        cursor.skipValue()
        cursor.skipSpaces()
        return nameAndDelimiter(&cursor, nameFirst: false)
    }

    private static func namespace(_ start: ResponseCursor) -> MailboxListing? {
        var cursor = start
        guard cursor.take(UInt8(ascii: "(")), cursor.take(UInt8(ascii: "(")) else { return nil }
        return nameAndDelimiter(&cursor, nameFirst: true)
    }

    private static func nameAndDelimiter(_ cursor: inout ResponseCursor, nameFirst: Bool) -> MailboxListing? {
        guard let first = cursor.astring() else { return nil }
        cursor.skipSpaces()
        guard let second = cursor.astring() else { return nil }
        let delimiter = nameFirst ? second : first
        return MailboxListing(name: nameFirst ? first : second, delimiter: delimiter.count == 1 ? delimiter[0] : nil)
    }
}
