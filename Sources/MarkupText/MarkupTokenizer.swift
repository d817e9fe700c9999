// SPDX-License-Identifier: Apache-2.0

/// Reads HTML octets front to back in time that grows with their number, whatever they hold.
///
/// Reads what libxml2 must not (long documents, deep ones) and all that becomes safe HTML. Never fails.
struct MarkupTokenizer {
    private static let maximumAttributes = 128

    private let elements: OpenElements
    private var position = 0
    /// Searches that found nothing: asking again from further on would read the rest of the document once more.
    private var lacksCommentEnd = false
    private var lacksQuote: (double: Bool, single: Bool) = (false, false)

    private init(elements: OpenElements) {
        self.elements = elements
    }

    /// Reads `octets`, valid UTF-8 without NUL, and ends what stayed open. Always answers true.
    @discardableResult
    static func read(_ octets: Span<UInt8>, into elements: OpenElements) -> Bool {
        var tokenizer = MarkupTokenizer(elements: elements)
        tokenizer.readAll(octets)
        elements.finish()
        return true
    }

    private mutating func readAll(_ octets: Span<UInt8>) {
        while position < octets.count {
            readText(octets)
            guard position < octets.count else { return }
            let next = position + 1 < octets.count ? octets[position + 1] : 0
            switch next {
            case UInt8(ascii: "!"): skipDeclaration(octets)
            case UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"), octets)
            case UInt8(ascii: "/"): readEndTag(octets)
            case _ where next.isLetter: readStartTag(octets)
            default:
                elements.text(octets.extracting(position..<position + 1))
                position += 1
            }
        }
    }

    /// Hands over characters up to the next `<`.
    private mutating func readText(_ octets: Span<UInt8>, end: Int? = nil, stopsAtTags: Bool = true) {
        let end = end ?? octets.count
        var first = position
        while position < end {
            let octet = octets[position]
            if stopsAtTags && octet == UInt8(ascii: "<") { break }
            if octet == UInt8(ascii: "&"), let found = CharacterReference.read(octets, at: position, isValue: false) {
                if first < position { elements.text(octets.extracting(first..<position)) }
                let character = Array(String(found.scalar).utf8)
                elements.text(character.span)
                position = found.next
                first = position
            } else {
                position += 1
            }
        }
        if first < position { elements.text(octets.extracting(first..<position)) }
    }

    private mutating func skip(past octet: UInt8, _ octets: Span<UInt8>) {
        while position < octets.count, octets[position] != octet { position += 1 }
        position = min(position + 1, octets.count)
    }

    private mutating func skipDeclaration(_ octets: Span<UInt8>) {
        if Self.isComment(octets, at: position) && !lacksCommentEnd {
            if let end = Self.endOfDeclaration(octets, at: position) {
                position = end
                return
            }
            lacksCommentEnd = true
        }
        skip(past: UInt8(ascii: ">"), octets)
    }

    private static func isComment(_ octets: Span<UInt8>, at offset: Int) -> Bool {
        offset + 3 < octets.count && octets[offset + 1] == UInt8(ascii: "!") && octets[offset + 2] == UInt8(ascii: "-")
            && octets[offset + 3] == UInt8(ascii: "-")
    }

    /// The offset behind the comment, `<!…>` or `<?…>` that begins at `offset`; `nil` when it has no end.
    /// `<!-->` and `<!--->` are whole comments.
    static func endOfDeclaration(_ octets: Span<UInt8>, at offset: Int) -> Int? {
        let isComment = isComment(octets, at: offset)
        var end = offset + (isComment ? 4 : 2)
        while end < octets.count {
            if octets[end] == UInt8(ascii: ">") {
                let isClosed = octets[end - 1] == UInt8(ascii: "-") && octets[end - 2] == UInt8(ascii: "-")
                if !isComment || isClosed { return end + 1 }
            }
            end += 1
        }
        return nil
    }

    private mutating func readEndTag(_ octets: Span<UInt8>) {
        var key = NameKey()
        var next = position + 2
        guard next < octets.count, octets[next].isLetter else { return skip(past: UInt8(ascii: ">"), octets) }
        while next < octets.count, !octets[next].endsName {
            key.add(octets[next])
            next += 1
        }
        position = next
        skip(past: UInt8(ascii: ">"), octets)
        if let element = MarkupElement(named: key) { elements.end(element) }
    }

    private mutating func readStartTag(_ octets: Span<UInt8>) {
        var key = NameKey()
        position += 1
        while position < octets.count, !octets[position].endsName {
            key.add(octets[position])
            position += 1
        }
        let attributes = readAttributes(octets)
        guard let element = MarkupElement(named: key) else { return }
        elements.start(element, attributes)
        if element.isRawText { readRawText(of: element, octets) }
    }

    private mutating func readAttributes(_ octets: Span<UInt8>) -> MarkupAttributes {
        var attributes = MarkupAttributes()
        var count = 0
        while position < octets.count {
            let octet = octets[position]
            if octet == UInt8(ascii: ">") {
                position += 1
                return attributes
            }
            guard !octet.isBlank && octet != UInt8(ascii: "/") else {
                position += 1
                continue
            }
            var key = NameKey()
            repeat {
                key.add(octets[position])
                position += 1
            } while position < octets.count && !octets[position].endsName && octets[position] != UInt8(ascii: "=")
            skipBlanks(octets)
            let name = count < Self.maximumAttributes ? MarkupAttribute(named: key) : nil
            count += 1
            guard position < octets.count, octets[position] == UInt8(ascii: "=") else {
                if let name { attributes.add(name, []) }
                continue
            }
            position += 1
            skipBlanks(octets)
            let range = readValue(octets)
            if let name { attributes.add(name, decoded(octets.extracting(range))) }
        }
        return attributes
    }

    private mutating func skipBlanks(_ octets: Span<UInt8>) {
        while position < octets.count, octets[position].isBlank { position += 1 }
    }

    private mutating func readValue(_ octets: Span<UInt8>) -> Range<Int> {
        guard position < octets.count else { return position..<position }
        let quote = octets[position]
        let isDouble = quote == UInt8(ascii: "\"")
        let isQuoted = isDouble || quote == UInt8(ascii: "'")
        if isQuoted && !(isDouble ? lacksQuote.double : lacksQuote.single) {
            var end = position + 1
            while end < octets.count, octets[end] != quote { end += 1 }
            if end < octets.count {
                defer { position = end + 1 }
                return position + 1..<end
            }
            if isDouble { lacksQuote.double = true } else { lacksQuote.single = true }
        }
        let first = position
        while position < octets.count, !octets[position].isBlank, octets[position] != UInt8(ascii: ">") { position += 1 }
        return first..<position
    }

    private func decoded(_ value: Span<UInt8>) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(value.count)
        var offset = 0
        while offset < value.count {
            if value[offset] == UInt8(ascii: "&"), let found = CharacterReference.read(value, at: offset, isValue: true) {
                octets.append(contentsOf: String(found.scalar).utf8)
                offset = found.next
            } else {
                octets.append(value[offset])
                offset += 1
            }
        }
        return octets
    }

    /// Reads up to the end tag of `element`, or to the end of the document when there is none.
    private mutating func readRawText(of element: MarkupElement, _ octets: Span<UInt8>) {
        let name = element.name
        var end = position
        while end < octets.count, !isEndTag(octets, at: end, name) { end += 1 }
        if element == .textarea || element == .title {
            readText(octets, end: end, stopsAtTags: false)
        } else if position < end {
            elements.text(octets.extracting(position..<end))
            position = end
        }
        if end == octets.count { elements.end(element) }
    }

    private func isEndTag(_ octets: Span<UInt8>, at offset: Int, _ name: [UInt8]) -> Bool {
        guard octets[offset] == UInt8(ascii: "<"), offset + 2 + name.count < octets.count else { return false }
        guard octets[offset + 1] == UInt8(ascii: "/"), octets[offset + 2 + name.count].endsName else { return false }
        for index in name.indices where octets[offset + 2 + index] | 0x20 != name[index] { return false }
        return true
    }
}

extension UInt8 {
    /// Ends the name of a tag or an attribute.
    fileprivate var endsName: Bool { isBlank || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }
}
