// SPDX-License-Identifier: Apache-2.0
package import MarkupText

/// Reads messages of order No. 1207.
///
/// Lenient: what is missing or out of place is a defect, beside the verdict of the official schema. A value without state, used
/// from any number of threads.
package struct InterchangeReader: Sendable {
    /// The longest message read, base64 of its files included. Longer ones are refused before a look at them.
    package static let maximumOctets = 128 << 20
    /// Elements within each other; the schema itself goes 7 deep, and makers put their own into `Expansion`.
    package static let maximumDepth = 64
    /// The longest text or attribute; a longer one is cut.
    package static let maximumTextOctets = 64 << 10
    /// What ``isMessage(_:)`` looks at.
    package static let headOctets = 1 << 10

    private let schema: XMLSchema?

    /// - Parameter schema: the official one (`Config/interchange/Header.xsd`); without it messages are read unchecked.
    package init(schema: XMLSchema?) { self.schema = schema }

    /// Reads a message.
    /// - Parameter octets: the XML document as attached, its transfer encoding undone.
    package func read(_ octets: [UInt8]) throws(InterchangeRefusal) -> InterchangeReading {
        guard octets.count <= Self.maximumOctets else {
            throw .xml(XMLError(.tooLarge(limit: Self.maximumOctets), line: 1))
        }
        let octets = XMLEncoding.utf8(fromUTF16: octets.span) ?? octets
        let (root, finding) = try Self.root(octets)
        guard root.name.local == "Header", root["standart"].map({ $0.filter { !$0.isWhitespace } }) == InterchangeMessage.standard
        else { throw .notAMessage(root: root.name.local) }
        let source = MessageSource(octets: octets)
        if finding.contradictsOctets { source.note(.encoding(finding.declared ?? ""), root) }
        let message = source.message(root)
        return InterchangeReading(
            message: message, defects: source.defects, validity: validity(of: root, octets), octets: octets)
    }

    /// Whether an attachment is such a message, by its first octets: root element `Header` with `standart="1207"`.
    ///
    /// True also for one that will be refused for its document type. False when the tag does not show it within
    /// ``headOctets``; every program met writes the attribute first.
    /// - Parameter head: the front of the attachment; a longer one is looked at no further.
    package static func isMessage(_ head: Span<UInt8>) -> Bool {
        // NUL is every other octet of UTF-16, and the rest of it here is ASCII.
        var seen: [UInt8] = []
        for index in 0..<min(head.count, headOctets) where head[index] != 0 { seen.append(head[index] & 0x7f) }
        var rest = Substring(String(decoding: seen, as: UTF8.self))
        while let sign = rest.firstIndex(of: "<") {
            rest = rest[sign...].dropFirst()
            guard rest.hasPrefix("?") || rest.hasPrefix("!") else { return isMessageTag(rest) }
            guard let end = rest.firstRange(of: rest.hasPrefix("!--") ? "-->" : rest.hasPrefix("?") ? "?>" : ">") else {
                return false
            }
            rest = rest[end.upperBound...]
        }
        return false
    }

    /// - Parameter tag: behind the sign `<`, with whatever follows.
    private static func isMessageTag(_ tag: Substring) -> Bool {
        let tag = tag.prefix { $0 != ">" }
        guard let name = tag.split(whereSeparator: \.isWhitespace).first, name.split(separator: ":").last == "Header",
            let key = tag.firstRange(of: "standart")
        else { return false }
        let value = tag[key.upperBound...].filter { !$0.isWhitespace }
        return value.hasPrefix("=\"1207\"") || value.hasPrefix("='1207'")
    }

    private static func root(_ octets: [UInt8]) throws(InterchangeRefusal) -> (XMLElement, XMLEncoding.Finding) {
        let limits = XMLLimits(maximumOctets: maximumOctets, maximumDepth: maximumDepth)
        do throws(XMLError) {
            return (try XMLElement.read(octets.span, limits: limits), try XMLEncoding.find(in: octets.span))
        } catch {
            throw .xml(error)
        }
    }

    private func validity(of root: XMLElement, _ octets: [UInt8]) -> InterchangeReading.Validity {
        guard let schema else { return .notChecked }
        let findings = schema.findings(on: root, in: octets.span)
        return findings.isEmpty ? .valid : .invalid(findings)
    }
}
