// SPDX-License-Identifier: Apache-2.0

/// Writes an XML document as the official samples are written: byte order mark, CRLF, two spaces a level.
struct XMLWriter {
    private(set) var octets: [UInt8] = [0xef, 0xbb, 0xbf]
    private var open: [String] = []

    init() { put("<?xml version=\"1.0\" encoding=\"utf-8\"?>") }

    /// An element with children, or none.
    mutating func element(
        _ name: String, _ attributes: [(String, String?)] = [], _ children: (inout XMLWriter) -> Void = { _ in }
    ) {
        start(name, attributes)
        let (before, depth) = (octets.count, open.count)
        open.append(name)
        children(&self)
        open.removeLast()
        if octets.count == before {
            put(" />")
        } else {
            breakLine(depth)
            put("</\(name)>")
        }
    }

    /// An element with text and no children; without text it is written empty.
    mutating func text(_ name: String, _ text: String?, _ attributes: [(String, String?)] = []) {
        start(name, attributes)
        guard let text, !text.isEmpty else { return put(" />") }
        put(">")
        escape(text, isAttribute: false)
        put("</\(name)>")
    }

    /// An element with base64.
    mutating func base64(_ name: String, _ content: [UInt8], _ attributes: [(String, String?)] = []) {
        start(name, attributes)
        guard !content.isEmpty else { return put(" />") }
        put(">")
        Self.encode(content, to: &octets)
        put("</\(name)>")
    }

    private mutating func start(_ name: String, _ attributes: [(String, String?)]) {
        // The tag of the parent is left open until it is known to have a child.
        if octets.last != UInt8(ascii: ">"), !open.isEmpty { put(">") }
        breakLine(open.count)
        put("<\(name)")
        for (name, value) in attributes {
            guard let value else { continue }
            put(" \(name)=\"")
            escape(value, isAttribute: true)
            put("\"")
        }
    }

    private mutating func breakLine(_ depth: Int) {
        put("\r\n")
        octets.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }

    private mutating func put(_ text: String) { octets.append(contentsOf: text.utf8) }

    /// Characters XML does not allow (§2.2) are left out; line ends and tabs of an attribute are kept by references (§3.3.3).
    private mutating func escape(_ text: String, isAttribute: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": put("&amp;")
            case "<": put("&lt;")
            case ">": put("&gt;")
            case "\"" where isAttribute: put("&quot;")
            case "\r": put("&#13;")
            case "\n" where isAttribute: put("&#10;")
            case "\t" where isAttribute: put("&#9;")
            case "\n", "\t": octets.append(UInt8(ascii: scalar))
            case _ where scalar.value < 0x20 || scalar.value & 0xfffe == 0xfffe: continue
            default: octets.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func encode(_ content: [UInt8], to octets: inout [UInt8]) {
        octets.reserveCapacity(octets.count + (content.count + 2) / 3 * 4)
        for first in stride(from: 0, to: content.count, by: 3) {
            let count = min(3, content.count - first)
            var bits = 0
            for index in 0..<3 { bits = bits << 8 | (index < count ? Int(content[first + index]) : 0) }
            for sign in 0..<4 {
                octets.append(sign <= count ? alphabet[bits >> (18 - 6 * sign) & 63] : UInt8(ascii: "="))
            }
        }
    }
}
