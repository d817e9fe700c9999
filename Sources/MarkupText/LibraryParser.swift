// SPDX-License-Identifier: Apache-2.0
import CXML2

/// libxml2's HTML parser, read as a row of events: it builds no tree, so nothing is walked by depth.
enum LibraryParser {
    /// The longest document given to the library, in octets. The library compares each attribute of a tag with all before it,
    /// and each stray end tag with all open elements, so its time for a hostile document grows with the square of the length;
    /// up to here that square stays small.
    static let maximumOctets = 64 << 10

    /// libxml2 asks to be initialised once, before threads use it; a static value is made once whatever thread comes first.
    private static let initialized: Void = xmlInitParser()

    private static let options = [
        HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_COMPACT, HTML_PARSE_IGNORE_ENC,
        HTML_PARSE_NOIMPLIED,
    ].reduce(Int32(0)) { $0 | Int32($1.rawValue) }

    /// Reads `octets`, valid UTF-8 without NUL, and ends what stayed open.
    ///
    /// - Returns: whether the library took the document at all; when it did not, nothing was handed over.
    static func read(_ octets: Span<UInt8>, into elements: OpenElements) -> Bool {
        _ = initialized
        guard octets.count > 0, octets.count <= maximumOctets, let body = withoutDeclarations(octets) else { return false }
        return unsafe body.withUnsafeBytes { unsafe read($0, into: elements) }
    }

    /// The document in a division of its own, without comments and declarations.
    ///
    /// In a division, as the library puts bare text into paragraphs nobody wrote; without declarations, as it shows those of
    /// Outlook (`<![if !supportLists]>`) to the reader.
    /// - Returns: `nil` when a declaration has no end.
    private static func withoutDeclarations(_ octets: Span<UInt8>) -> [UInt8]? {
        var kept = Array("<div>".utf8)
        kept.reserveCapacity(octets.count + kept.count)
        var (first, position) = (0, 0)
        while position + 1 < octets.count {
            let next = octets[position + 1]
            guard octets[position] == UInt8(ascii: "<"), next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else {
                position += 1
                continue
            }
            guard let end = MarkupTokenizer.endOfDeclaration(octets, at: position) else { return nil }
            unsafe octets.extracting(first..<position).withUnsafeBufferPointer { unsafe kept.append(contentsOf: $0) }
            (first, position) = (end, end)
        }
        unsafe octets.extracting(first..<octets.count).withUnsafeBufferPointer { unsafe kept.append(contentsOf: $0) }
        return kept
    }

    // The pointers: `buffer` outlives the parser, which is freed here; `elements` is held by the caller for the whole call and
    // the handlers run only inside htmlParseDocument, on this thread; what they are given is read before they return.
    private static func read(_ buffer: UnsafeRawBufferPointer, into elements: OpenElements) -> Bool {
        guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
            let parser = unsafe htmlCreateMemoryParserCtxt(start, Int32(buffer.count))
        else { return false }
        defer { unsafe htmlFreeParserCtxt(parser) }
        guard let handlers = unsafe parser.pointee.sax else { return false }
        unsafe handlers.pointee = htmlSAXHandler()
        unsafe handlers.pointee.startElement = { context, name, attributes in
            guard let name = unsafe name, let elements = unsafe LibraryParser.elements(context) else { return }
            guard let element = unsafe MarkupElement(named: LibraryParser.key(name)) else { return }
            elements.start(element, unsafe LibraryParser.attributes(attributes))
        }
        unsafe handlers.pointee.endElement = { context, name in
            guard let name = unsafe name, let elements = unsafe LibraryParser.elements(context) else { return }
            guard let element = unsafe MarkupElement(named: LibraryParser.key(name)), !element.isVoid else { return }
            elements.end(element)
        }
        let takeText: charactersSAXFunc = { context, octets, count in
            guard let octets = unsafe octets, count > 0, let elements = unsafe LibraryParser.elements(context) else { return }
            elements.text(unsafe Span(_unsafeStart: octets, count: Int(count)))
        }
        unsafe handlers.pointee.characters = unsafe takeText
        unsafe handlers.pointee.ignorableWhitespace = unsafe takeText
        unsafe handlers.pointee.cdataBlock = unsafe takeText
        unsafe parser.pointee.userData = unsafe Unmanaged.passUnretained(elements).toOpaque()
        unsafe htmlCtxtUseOptions(parser, options)
        unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
        unsafe htmlParseDocument(parser)
        if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe parser.pointee.myDoc = nil
        elements.finish()
        return true
    }

    private static func elements(_ context: UnsafeMutableRawPointer?) -> OpenElements? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<OpenElements>.fromOpaque(context).takeUnretainedValue()
    }

    private static func key(_ name: UnsafePointer<UInt8>) -> NameKey {
        var key = NameKey()
        var next = unsafe name
        while unsafe next.pointee != 0 {
            unsafe key.add(next.pointee)
            unsafe next += 1
        }
        return key
    }

    /// `list` holds names and values in turn and ends with a null pointer; an attribute without value has a null one.
    private static func attributes(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> MarkupAttributes {
        var attributes = MarkupAttributes()
        guard var next = unsafe list else { return attributes }
        while let name = unsafe next[0] {
            if let attribute = unsafe MarkupAttribute(named: key(name)) {
                var value: [UInt8] = []
                if let octets = unsafe next[1] {
                    unsafe value.append(contentsOf: UnsafeBufferPointer(start: octets, count: Int(xmlStrlen(octets))))
                }
                attributes.add(attribute, value)
            }
            unsafe next += 2
        }
        return attributes
    }
}
