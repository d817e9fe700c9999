// SPDX-License-Identifier: Apache-2.0

/// Media types of attachments, as words of `Content-Type`.
enum MediaTypeWriter {
    /// Longest type, subtype or parameter name (RFC 6838 §4.2).
    private static let maximumNameOctets = 127

    /// The words of `mediaType`, semicolons between them, and whether it is a whole message. A name among its parameters is left out.
    static func words(_ mediaType: String, field: String) throws(ComposingFault) -> (words: [[UInt8]], isMessage: Bool) {
        guard !mediaType.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw ComposingFault(field, .controlCharacter)
        }
        let read = MediaType(fieldBody: Array(mediaType.utf8))
        guard isToken(read.type), isToken(read.subtype), !read.isMultipart else {
            throw ComposingFault(field, .invalidMediaType)
        }
        var words = [Array(read.name.utf8)]
        for parameter in read.parameters where !["name", "filename", "boundary"].contains(parameter.name) {
            guard isToken(parameter.name), let value = value(parameter.value) else {
                throw ComposingFault(field, .invalidMediaType)
            }
            words[words.count - 1].append(0x3B)
            words.append(Array(parameter.name.utf8) + [0x3D] + value)
        }
        return (words, read.isMessage)
    }

    private static func isToken(_ text: String) -> Bool {
        let octets = Array(text.utf8)
        return !octets.isEmpty && octets.count <= maximumNameOctets && octets.allSatisfy(\.isTokenOctet)
    }

    /// A token, or a quoted string of ASCII.
    private static func value(_ text: String) -> [UInt8]? {
        if isToken(text) { return Array(text.utf8) }
        let octets = Array(text.utf8)
        guard octets.count <= maximumNameOctets, !octets.containsEncodedWordStart else { return nil }
        guard octets.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { return nil }
        return [0x22] + octets + [0x22]
    }
}

/// A letter inside a letter.
enum NestedMessage {
    /// Whether `octets` can stand in a letter unencoded: ASCII without NUL, lines ended by CRLF and of at most 998 octets.
    static func isSevenBit(_ octets: [UInt8]) -> Bool {
        var length = 0
        var previous: UInt8 = 0
        for octet in octets {
            if octet == .lineFeed {
                guard previous == .carriageReturn else { return false }
                length = 0
            } else {
                guard octet > 0, octet < 0x80, previous != .carriageReturn else { return false }
                if octet != .carriageReturn { length += 1 }
                guard length <= FieldWriter.maximumLineOctets else { return false }
            }
            previous = octet
        }
        return previous != .carriageReturn
    }
}
