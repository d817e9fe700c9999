// SPDX-License-Identifier: Apache-2.0

/// The parts of a report that its writer wrote, as against those of the letter it returns.
struct ReportParts {
    /// In order: the root, containers and leaves, nested messages themselves, but nothing inside them.
    let own: [BodyPart]
    /// What stands inside nested messages.
    let nested: [BodyPart]
    /// `report-type` of the root, lower case; empty where a `multipart/report` names none; nil where the root is something else.
    let reportType: String?

    init(_ message: ParsedMessage) {
        var isInside = [Bool](repeating: false, count: message.parts.count)
        var own: [BodyPart] = []
        var nested: [BodyPart] = []
        for (index, part) in message.parts.enumerated() {
            if let parent = part.parent { isInside[index] = isInside[parent] || message.parts[parent].mediaType.isMessage }
            if isInside[index] { nested.append(part) } else { own.append(part) }
        }
        self.own = own
        self.nested = nested
        let root = message.root.mediaType
        reportType = root.name == "multipart/report" ? (root["report-type"] ?? "").lowercased() : nil
    }

    /// The first own leaf of one of these media types.
    func first(_ names: String...) -> BodyPart? {
        own.first { names.contains($0.mediaType.name) }
    }

    var enclosesMessage: Bool { own.contains { $0.mediaType.isMessage } }

    /// The leaf with words for a reader: plain text, else any text, else whatever is there undivided.
    var words: BodyPart? {
        let leaves = own.filter { $0.isLeaf && !$0.mediaType.isMessage }
        return leaves.first { $0.mediaType.name == "text/plain" || $0.mediaType.type.isEmpty }
            ?? leaves.first { $0.mediaType.isText } ?? leaves.first { $0.mediaType.isMultipart }
    }
}

extension ParsedMessage {
    /// The text of the beginning of `part` as UTF-8, at most about `limit` transfer-encoded octets of it.
    func beginning(
        of part: BodyPart, in octets: Span<UInt8>, limit: Int = DeliveryReport.maximumTextOctets
    ) -> [UInt8] {
        var start = part
        start.body = part.body.lowerBound..<min(part.body.upperBound, part.body.lowerBound + limit)
        return textOctets(of: start, in: octets)
    }
}
