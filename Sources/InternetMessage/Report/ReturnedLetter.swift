// SPDX-License-Identifier: Apache-2.0

/// Finds the Message-ID of the letter a report is about.
enum ReturnedLetter {
    /// Octets of one part that are searched.
    private static let maximumOctets = 64 << 10

    /// From the enclosed message, else from enclosed header fields, else from those quoted in the words.
    static func messageID(_ parts: ReportParts, words: BodyPart?, _ message: ParsedMessage, in octets: Span<UInt8>) -> String? {
        if let letter = parts.nested.first, let found = identifier(letter.header.octets(of: "Message-ID", in: octets)) {
            return found
        }
        // Some servers put the fields of the returned letter where those of the part belong.
        for part in parts.own.dropFirst() {
            if let found = identifier(part.header.octets(of: "Message-ID", in: octets)) { return found }
        }
        // A header section that servers have damaged on the way ends early, so whole letters are searched as well.
        let enclosed = parts.own.filter { $0.mediaType.subtype.contains("rfc822") || $0.mediaType.subtype.hasPrefix("global") }
        let others = parts.own.filter { $0.isLeaf && $0.mediaType.isText && $0.path != words?.path }
        for part in enclosed + others.suffix(3) {
            let text = message.beginning(of: part, in: octets, limit: maximumOctets)
            let plain = part.mediaType.subtype == "html" ? PlainFromHTML.text(text) : text
            if let found = identifier(in: plain, from: 0) { return found }
        }
        return nil
    }

    /// From the fields quoted in `text`.
    static func messageID(_ text: BounceText) -> String? {
        if let found = identifier(in: text.octets, from: text.returned.lowerBound) { return found }
        return identifier(in: text.octets, from: 0)
    }

    private static func identifier(_ body: [UInt8]?) -> String? {
        body.flatMap { MessageIdentifiers.read($0).first }
    }

    /// The first field `Message-ID` in `text` from `start` on, also an indented or folded one.
    private static func identifier(in text: [UInt8], from start: Int) -> String? {
        let name = Array("message-id:".utf8)
        var isOpen = false
        for line in OctetLines(text) where line.lowerBound >= start {
            let body = text[line].drop(while: \.isBlank)
            if isOpen {
                if let found = identifier(Array(body)), body.first == 0x3C { return found }
                isOpen = false
            }
            guard body.count >= name.count, body.prefix(name.count).map(\.asciiLowercased) == name else { continue }
            let value = Array(body.dropFirst(name.count))
            if let found = identifier(value) { return found }
            isOpen = value.allSatisfy(\.isFieldSpace)
        }
        return nil
    }
}
