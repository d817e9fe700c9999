// SPDX-License-Identifier: Apache-2.0
import CXML2

/// Collects what libxml2 says during one call.
final class SchemaFindings {
    /// Longer words are cut: they quote values of the document.
    private static let maximumWords = 400

    private(set) var all: [XMLFinding] = []
    /// The line of the element in hand; nil takes the line libxml2 gives.
    var line: Int?

    func add(_ words: String, at given: Int) {
        guard all.count < XMLSchema.maximumFindings else { return }
        let sound = words.split(whereSeparator: \.isNewline).joined(separator: " ")
        all.append(XMLFinding(line: line ?? max(1, given), words: String(sound.prefix(Self.maximumWords))))
    }

    /// For libxml2; its first argument is the collector, which the caller of libxml2 holds.
    static var handler: xmlStructuredErrorFunc {
        { context, error in
            guard let context = unsafe context, let error = unsafe error else { return }
            let findings = unsafe Unmanaged<SchemaFindings>.fromOpaque(context).takeUnretainedValue()
            // libxml2 has no words where the value it would quote is too long for it.
            let words = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "a value breaks the schema"
            findings.add(words, at: Int(unsafe error.pointee.line))
        }
    }
}

/// Tells libxml2's schema validator the elements of one document.
@safe struct SchemaCheck {
    private let check: xmlSchemaValidCtxtPtr
    private let events: UnsafePointer<xmlSAXHandler>
    private let context: UnsafeMutableRawPointer?
    /// Names must stay where they are until the element ends; the dictionary keeps one copy of each.
    private let names: xmlDictPtr
    private let findings: SchemaFindings

    // What is made here is freed here, the dictionary last as the validator points into it. xmlSchemaSAXPlug fills `handlers`
    // and `context` with functions that belong to `check`; no parser stands behind them, they are called from `tell` alone.
    static func run(_ schema: xmlSchemaPtr, _ root: XMLElement, _ octets: Span<UInt8>) -> [XMLFinding] {
        let findings = SchemaFindings()
        guard let names = unsafe xmlDictCreate() else { return [] }
        defer { unsafe xmlDictFree(names) }
        guard let check = unsafe xmlSchemaNewValidCtxt(schema) else { return [] }
        defer { unsafe xmlSchemaFreeValidCtxt(check) }
        unsafe xmlSchemaSetValidStructuredErrors(
            check, SchemaFindings.handler, Unmanaged.passUnretained(findings).toOpaque())
        var handlers: UnsafeMutablePointer<xmlSAXHandler>?
        var context: UnsafeMutableRawPointer?
        guard let plug = unsafe xmlSchemaSAXPlug(check, &handlers, &context) else { return [] }
        defer { unsafe xmlSchemaSAXUnplug(plug) }
        guard let handlers = unsafe handlers else { return [] }
        let telling = unsafe SchemaCheck(
            check: check, events: UnsafePointer(handlers), context: context, names: names, findings: findings)
        telling.tell(root, octets)
        return findings.all
    }

    /// As deep as the document, which the reader has bounded.
    private func tell(_ element: XMLElement, _ octets: Span<UInt8>) {
        findings.line = element.line
        start(element)
        let text = Self.compared(element, octets)
        if !text.isEmpty {
            unsafe text.withUnsafeBufferPointer { unsafe events.pointee.characters?(context, $0.baseAddress, Int32($0.count)) }
        }
        for child in element.children { tell(child, octets) }
        findings.line = element.line
        unsafe events.pointee.endElementNs?(
            context, name(element.name.local), nil, name(orNil: element.name.namespace))
    }

    // `values` outlives the call that reads it; libxml2 copies the values and keeps the names, which the dictionary holds.
    private func start(_ element: XMLElement) {
        var values: [UInt8] = [0]
        var places: [(attribute: XMLAttribute, range: Range<Int>)] = []
        for attribute in element.attributes where !Self.namesSchema(attribute) {
            let first = values.count
            // The validator reads an ampersand of a parser: as a reference, lest it be taken for the start of one.
            values.append(contentsOf: attribute.value.replacing("&", with: "&#38;").utf8)
            places.append((attribute, first..<values.count))
        }
        unsafe values.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var list: [UnsafePointer<UInt8>?] = unsafe []
            for (attribute, range) in places {
                unsafe list += [
                    name(attribute.name.local), nil, name(orNil: attribute.name.namespace), base + range.lowerBound,
                    base + range.upperBound,
                ]
            }
            unsafe list.withUnsafeMutableBufferPointer { list in
                unsafe events.pointee.startElementNs?(
                    context, name(element.name.local), nil, name(orNil: element.name.namespace), 0, nil, Int32(places.count), 0,
                    list.baseAddress)
            }
        }
    }

    /// Whether the attribute tells a validator where to fetch a schema.
    private static func namesSchema(_ attribute: XMLAttribute) -> Bool {
        attribute.name.local == "schemaLocation" || attribute.name.local == "noNamespaceSchemaLocation"
    }

    /// The text of an element in one piece: libxml2 measures what it has each time it is given more.
    ///
    /// Text beyond the limit is cut behind a whole number of groups of four signs, so that base64 stays base64.
    private static func compared(_ element: XMLElement, _ octets: Span<UInt8>) -> [UInt8] {
        let limit = XMLSchema.maximumTextOctets
        var text = Array(element.text(in: octets, maximumOctets: limit).utf8)
        guard element.runs.reduce(0, { $0 + $1.range.count }) > limit else { return text }
        var signs = text.count { !XMLCharacters.isSpace($0) }
        while signs % 4 != 0, let last = text.popLast() { if !XMLCharacters.isSpace(last) { signs -= 1 } }
        return text
    }

    private func name(_ text: String) -> UnsafePointer<UInt8>? {
        var text = text
        return text.withUTF8 { unsafe xmlDictLookup(names, $0.baseAddress, Int32($0.count)) }
    }

    private func name(orNil text: String) -> UnsafePointer<UInt8>? { text.isEmpty ? nil : unsafe name(text) }
}
