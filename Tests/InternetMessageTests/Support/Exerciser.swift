// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

/// Asks a letter for everything it can be asked for, and checks what must hold of any octets at all.
enum Exerciser {
    private static func hold(_ fact: Bool, line: Int = #line) {
        if !fact { Issue.record("what must hold of any octets does not, line \(line)") }
    }

    @discardableResult
    static func readEverything(_ octets: [UInt8]) -> Int {
        let span = octets.span
        let message = ParsedMessage(span)
        var decoded = 0
        for (index, part) in message.parts.enumerated() {
            hold(part.body.lowerBound >= 0 && part.body.upperBound <= octets.count)
            hold(part.header.range.upperBound <= part.body.lowerBound || part.body.isEmpty)
            if let parent = part.parent {
                hold(parent < index && message.parts[parent].children.contains(index))
                hold(message.parts[parent].body.lowerBound <= part.body.lowerBound)
                hold(message.parts[parent].body.upperBound >= part.body.upperBound)
            }
            decoded += message.decodedBody(of: part, in: span).count
            if part.isLeaf { decoded += message.readableText(of: part, in: span).utf8.count }
            decoded += part.header.texts(in: span).count
            decoded += LetterHeader(part.header, in: span).subject.utf8.count
            for field in part.header.all("Received", in: span) {
                decoded += ReceivedField(fieldBody: Array(octets[field.body])).from?.utf8.count ?? 0
            }
        }
        let selection = BodySelection(message)
        decoded += selection.plain.count + selection.html.count + selection.attachments.count
        decoded += MediaTypeSniffer.mediaType(of: span)?.utf8.count ?? 0
        return decoded
    }
}
