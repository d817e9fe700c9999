// SPDX-License-Identifier: Apache-2.0

/// Where the reading of one document stands.
struct XMLScanner {
    private struct OpenElement {
        /// The name as written, with its prefix.
        let written: Range<Int>
        let name: XMLName
    }

    private let limits: XMLLimits
    private var cursor: XMLCursor
    private var lines = XMLLineCounter()
    private var open: [OpenElement] = []
    private var namespaces = XMLNamespaces()
    private var hasRoot = false

    init(limits: XMLLimits, encoding: XMLEncoding, start: Int) {
        self.limits = limits
        cursor = XMLCursor(limits: limits, encoding: encoding, position: start)
    }

    mutating func scan<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError.Reason) {
        while cursor.position < octets.count, !consumer.isSatisfied {
            do throws(XMLError.Reason) {
                try scanNext(octets, into: &consumer)
            } catch {
                throw error == XMLCursor.cutShort ? .cutShort(element: open.last?.name.local ?? "") : error
            }
        }
        guard !consumer.isSatisfied else { return }
        if let last = open.last { throw .cutShort(element: last.name.local) }
        guard hasRoot else { throw .notXML }
    }

    /// The line the reading came to.
    mutating func lineOfFault(_ octets: Span<UInt8>) -> Int {
        lines.line(at: min(cursor.position, octets.count), in: octets)
    }

    private mutating func scanNext<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError.Reason) {
        if octets[cursor.position] == UInt8(ascii: "<") {
            try scanMarkup(octets, into: &consumer)
        } else if open.isEmpty {
            try skipOutsideRoot(octets)
        } else {
            try scanText(octets, into: &consumer)
        }
    }

    private mutating func scanMarkup<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError.Reason) {
        switch cursor.octet(octets, cursor.position + 1) {
        case UInt8(ascii: "/"): try scanEndTag(octets, into: &consumer)
        case UInt8(ascii: "?"): cursor.position = try cursor.end(of: "?>", octets, from: cursor.position + 2)
        case UInt8(ascii: "!"): try scanDeclaration(octets, into: &consumer)
        case .some(let next) where XMLCharacters.isNameStart(next): try scanStartTag(octets, into: &consumer)
        case .some: throw hasRoot ? .malformed(.markup) : .notXML
        case nil: throw XMLCursor.cutShort
        }
    }

    private mutating func scanDeclaration<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError.Reason) {
        if cursor.stands("<!--", octets) {
            // Two hyphens stand nowhere else in a comment (XML 1.0 §2.5).
            let hyphens = try cursor.end(of: "--", octets, from: cursor.position + 4)
            guard let last = cursor.octet(octets, hyphens) else { throw XMLCursor.cutShort }
            guard last == UInt8(ascii: ">") else { throw .malformed(.comment) }
            cursor.position = hyphens + 1
        } else if cursor.stands("<![CDATA[", octets) {
            guard !open.isEmpty else { throw .malformed(.outsideRoot) }
            let first = cursor.position + 9
            cursor.position = try cursor.end(of: "]]>", octets, from: first)
            consumer.text(XMLTextRun(range: first..<cursor.position - 3, isSection: true, encoding: cursor.encoding), of: octets)
        } else if cursor.stands("<!DOCTYPE", octets) || cursor.stands("<!doctype", octets) {
            throw .documentType
        } else {
            throw octets.count - cursor.position < 9 ? XMLCursor.cutShort : .malformed(.markup)
        }
    }

    private mutating func scanText<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError.Reason) {
        let first = cursor.position
        var next = cursor.position
        while next < octets.count, octets[next] != UInt8(ascii: "<") {
            if octets[next] == UInt8(ascii: "&") {
                cursor.position = next
                next = try cursor.reference(octets, at: next)
            } else {
                next += 1
            }
        }
        cursor.position = next
        consumer.text(XMLTextRun(range: first..<next, isSection: false, encoding: cursor.encoding), of: octets)
    }

    /// White space, and the NUL octets some programs fill the last block of a file with.
    private mutating func skipOutsideRoot(_ octets: Span<UInt8>) throws(XMLError.Reason) {
        while cursor.position < octets.count, octets[cursor.position] != UInt8(ascii: "<") {
            guard XMLCharacters.isSpace(octets[cursor.position]) || (hasRoot && octets[cursor.position] == 0) else {
                throw hasRoot ? .malformed(.outsideRoot) : .notXML
            }
            cursor.position += 1
        }
    }

    private mutating func scanStartTag<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError.Reason) {
        guard !open.isEmpty || !hasRoot else { throw .malformed(.outsideRoot) }
        guard open.count < limits.maximumDepth else { throw .tooDeep(limit: limits.maximumDepth) }
        let line = lines.line(at: cursor.position, in: octets)
        cursor.position += 1
        let written = try cursor.scanName(octets)
        let (raw, isEmpty) = try cursor.scanAttributes(octets)
        hasRoot = true
        namespaces.enter(raw)
        let tag = XMLStartTag(
            name: namespaces.name(cursor.string(octets, written)), attributes: namespaces.attributes(raw), line: line)
        consumer.start(tag)
        if isEmpty {
            namespaces.leave()
            consumer.end(tag.name)
        } else {
            open.append(OpenElement(written: written, name: tag.name))
        }
    }

    private mutating func scanEndTag<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError.Reason) {
        let tag = cursor.position
        cursor.position += 2
        guard cursor.position < octets.count else { throw XMLCursor.cutShort }
        let written = try cursor.scanName(octets)
        _ = cursor.skipSpace(octets)
        guard let sign = cursor.octet(octets, cursor.position) else { throw XMLCursor.cutShort }
        guard sign == UInt8(ascii: ">"), let last = open.last, cursor.isSame(octets, written, last.written) else {
            cursor.position = tag
            throw .malformed(.endTag)
        }
        cursor.position += 1
        open.removeLast()
        namespaces.leave()
        consumer.end(last.name)
    }
}
