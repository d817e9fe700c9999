// SPDX-License-Identifier: Apache-2.0

/// Writes the allow-listed part of a document: everything not named here is left out, and all characters are escaped, so what
/// comes out means the same to every reader of HTML and reads back as itself.
///
/// No style, no identifier, no form, no script, nothing fetched from afar; pictures only from the letter itself (`cid:`).
/// A link shows where it leads when pointed at, and tells the target nothing of where it was followed from.
final class SafeMarkupWriter: MarkupConsumer {
    private static let allowed: MarkupElementSet = [
        .a, .abbr, .b, .blockquote, .br, .caption, .code, .dd, .del, .div, .dl, .dt, .em, .h1, .h2, .h3, .h4, .h5, .h6, .hr, .i,
        .img, .ins, .li, .ol, .p, .pre, .q, .s, .small, .span, .strong, .sub, .sup, .table, .tbody, .td, .tfoot, .th, .thead, .tr,
        .u, .ul,
    ]

    private let maximumLinkOctets: Int
    private var output: [UInt8] = []
    /// For each open element whether its start tag was written.
    private var written: [Bool] = []

    init(maximumLinkOctets: Int, capacity: Int) {
        self.maximumLinkOctets = maximumLinkOctets
        output.reserveCapacity(capacity)
    }

    var result: String { String(decoding: output, as: UTF8.self) }

    func start(_ element: MarkupElement, _ attributes: MarkupAttributes) {
        let isWritten =
            switch element {
            case .img: writePicture(attributes)
            case .a: writeLink(attributes)
            default: Self.allowed.contains(element)
            }
        if isWritten && element != .img && element != .a {
            open(element)
            writeShape(of: element, attributes)
            output.append(UInt8(ascii: ">"))
        }
        if !element.isVoid { written.append(isWritten) }
    }

    func end(_ element: MarkupElement) {
        guard written.popLast() == true else { return }
        output.append(contentsOf: "</".utf8)
        output.append(contentsOf: element.name)
        output.append(UInt8(ascii: ">"))
    }

    func text(_ octets: Span<UInt8>) {
        escape(octets)
    }

    private func open(_ element: MarkupElement) {
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: element.name)
    }

    private func write(_ name: MarkupAttribute, _ value: [UInt8]) {
        output.append(0x20)
        output.append(contentsOf: name.rawValue.utf8)
        output.append(contentsOf: "=\"".utf8)
        escape(value.span)
        output.append(UInt8(ascii: "\""))
    }

    private func escape(_ octets: Span<UInt8>) {
        for index in octets.indices {
            switch octets[index] {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            // Old browsers took the grave accent for a quotation mark.
            case UInt8(ascii: "`"): output.append(contentsOf: "&#96;".utf8)
            case 0x00..<0x09, 0x0b, 0x0c, 0x0e..<0x20, 0x7f: break
            case let octet: output.append(octet)
            }
        }
    }
}

// MARK: - Attributes

extension SafeMarkupWriter {
    private func writeLink(_ attributes: MarkupAttributes) -> Bool {
        guard let value = attributes[.href], let address = LinkAddress(value, maximumOctets: maximumLinkOctets) else {
            return false
        }
        open(.a)
        write(.href, address.octets)
        write(.title, address.octets)
        output.append(contentsOf: " rel=\"noopener noreferrer nofollow\">".utf8)
        return true
    }

    private func writePicture(_ attributes: MarkupAttributes) -> Bool {
        let words = attributes[.alt] ?? []
        guard let source = attributes[.src], Self.isContentID(source) else {
            if words.contains(where: { $0 > 0x20 }) { escape(([UInt8(ascii: "[")] + words + [UInt8(ascii: "]")]).span) }
            return false
        }
        open(.img)
        write(.src, source)
        write(.alt, words)
        writeShape(of: .img, attributes)
        output.append(UInt8(ascii: ">"))
        return true
    }

    /// RFC 2392: `cid:` and an addr-spec.
    private static func isContentID(_ value: [UInt8]) -> Bool {
        let prefix = Array("cid:".utf8)
        guard value.starts(with: prefix), value.count > prefix.count, value.count <= 500 else { return false }
        return value.dropFirst(prefix.count).allSatisfy { $0.isLetterOrDigit || "!#$%&'*+-/=?^_{|}~.@".utf8.contains($0) }
    }

    private func writeShape(of element: MarkupElement, _ attributes: MarkupAttributes) {
        for (name, value) in attributes.values where Self.isAllowed(name, of: element, value) { write(name, value) }
    }

    private static func isAllowed(_ name: MarkupAttribute, of element: MarkupElement, _ value: [UInt8]) -> Bool {
        switch name {
        case .colspan, .rowspan: (element == .td || element == .th) && isNumber(value, digits: 3)
        case .start: element == .ol && isNumber(value, digits: 6)
        case .width, .height:
            [.img, .table, .td, .th].contains(element)
                && isNumber(value.last == UInt8(ascii: "%") ? value.dropLast() : value, digits: 4)
        case .border: element == .table && isNumber(value, digits: 1)
        case .type: element == .ol && value.count == 1 && "1aAiI".utf8.contains(value[0])
        case .align: isWord(value, ["left", "right", "center", "justify"])
        case .valign: isWord(value, ["top", "middle", "bottom", "baseline"])
        case .dir: isWord(value, ["ltr", "rtl", "auto"])
        case .lang: (2...35).contains(value.count) && value.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        case .title: element == .abbr && value.count <= 200
        case .alt, .class, .hidden, .href, .src, .style: false
        }
    }

    private static func isNumber(_ value: some Collection<UInt8>, digits: Int) -> Bool {
        (1...digits).contains(value.count) && value.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static func isWord(_ value: [UInt8], _ words: [String]) -> Bool {
        value.count < 12 && words.contains(String(decoding: value, as: UTF8.self).lowercased())
    }
}
