// SPDX-License-Identifier: Apache-2.0

/// A place in a document, and the small things that are read there: names, attributes, references.
struct XMLCursor {
    /// The end of the document, met within something; the scanner knows within which element.
    static let cutShort = XMLError.Reason.cutShort(element: "")

    let limits: XMLLimits
    let encoding: XMLEncoding
    var position: Int

    mutating func scanName(_ octets: Span<UInt8>) throws(XMLError.Reason) -> Range<Int> {
        let first = position
        guard let sign = octet(octets, first) else { throw Self.cutShort }
        guard XMLCharacters.isNameStart(sign) else { throw .malformed(.name) }
        while position < octets.count, XMLCharacters.isName(octets[position]) { position += 1 }
        return first..<position
    }

    /// Whether there was any.
    mutating func skipSpace(_ octets: Span<UInt8>) -> Bool {
        let first = position
        while position < octets.count, XMLCharacters.isSpace(octets[position]) { position += 1 }
        return position > first
    }

    /// Where the reference ends; one the end of the document cuts is cut short and not malformed.
    func reference(_ octets: Span<UInt8>, at start: Int) throws(XMLError.Reason) -> Int {
        do throws(XMLError.Reason) {
            return try XMLCharacters.reference(octets, at: start).end
        } catch {
            let isCut = (start + 1..<octets.count).allSatisfy {
                octets[$0] == UInt8(ascii: "#") || XMLCharacters.isName(octets[$0])
            }
            throw isCut ? Self.cutShort : error
        }
    }

    /// Behind the first `closing` at or behind `from`.
    func end(of closing: StaticString, _ octets: Span<UInt8>, from: Int) throws(XMLError.Reason) -> Int {
        let count = closing.utf8CodeUnitCount
        var index = from
        while index + count <= octets.count {
            if stands(closing, octets, at: index) { return index + count }
            index += 1
        }
        throw .malformed(.comment)
    }

    func stands(_ word: StaticString, _ octets: Span<UInt8>) -> Bool { stands(word, octets, at: position) }

    func stands(_ word: StaticString, _ octets: Span<UInt8>, at place: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard place + count <= octets.count else { return false }
        return word.withUTF8Buffer { letters in
            for index in 0..<count where unsafe letters[index] != octets[place + index] { return false }
            return true
        }
    }

    func isSame(_ octets: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count else { return false }
        for index in 0..<one.count where octets[one.lowerBound + index] != octets[other.lowerBound + index] { return false }
        return true
    }

    func octet(_ octets: Span<UInt8>, _ index: Int) -> UInt8? { index < octets.count ? octets[index] : nil }

    func string(_ octets: Span<UInt8>, _ range: Range<Int>) -> String {
        XMLCharacters.text(octets, range, .section, encoding)
    }

    /// The attributes of a start tag, up to and with its `>`; whether it ends in `/>`.
    mutating func scanAttributes(
        _ octets: Span<UInt8>
    ) throws(XMLError.Reason) -> (attributes: [XMLWrittenAttribute], isEmpty: Bool) {
        var attributes: [XMLWrittenAttribute] = []
        while true {
            let hadSpace = skipSpace(octets)
            guard let next = octet(octets, position) else { throw Self.cutShort }
            if next == UInt8(ascii: ">") || next == UInt8(ascii: "/") {
                if next == UInt8(ascii: "/") { position += 1 }
                guard let last = octet(octets, position) else { throw Self.cutShort }
                guard last == UInt8(ascii: ">") else { throw .malformed(.markup) }
                position += 1
                // A handful is compared by a set as fast as pair by pair, and a flood is not slower.
                guard attributes.count < 2 || Set(attributes.map(\.name)).count == attributes.count else {
                    throw .malformed(.repeatedAttribute)
                }
                return (attributes, next == UInt8(ascii: "/"))
            }
            guard hadSpace else { throw .malformed(.attribute) }
            guard attributes.count < limits.maximumAttributes else { throw .tooManyAttributes(limit: limits.maximumAttributes) }
            attributes.append(try scanAttribute(octets))
        }
    }

    private mutating func scanAttribute(_ octets: Span<UInt8>) throws(XMLError.Reason) -> XMLWrittenAttribute {
        let name = string(octets, try scanName(octets))
        _ = skipSpace(octets)
        guard let sign = octet(octets, position) else { throw Self.cutShort }
        guard sign == UInt8(ascii: "=") else { throw .malformed(.attribute) }
        position += 1
        _ = skipSpace(octets)
        guard let quote = octet(octets, position) else { throw Self.cutShort }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed(.attribute) }
        position += 1
        let first = position
        while position < octets.count, octets[position] != quote {
            if octets[position] == UInt8(ascii: "<") { throw .malformed(.lessThan) }
            position = octets[position] == UInt8(ascii: "&") ? try reference(octets, at: position) : position + 1
        }
        guard position < octets.count else { throw Self.cutShort }
        guard position - first <= limits.maximumValueOctets else { throw .tooLongValue(limit: limits.maximumValueOctets) }
        let value = XMLCharacters.text(octets, first..<position, .attribute, encoding)
        position += 1
        return XMLWrittenAttribute(name: name, value: value)
    }
}
