// SPDX-License-Identifier: Apache-2.0

/// One JSON value written front to back on one line (RFC 8259), keys in the order they are given.
///
/// A sheet is written with every letter taken in: through `JSONEncoder`, which gathers a tree first, that took as long as the parsing
/// of the letter.
struct JSONLine {
    private(set) var octets: [UInt8] = []
    /// Whether a value stands before in the same object or list.
    private var needsComma = false

    init() { octets.reserveCapacity(4096) }

    /// What was written.
    var text: String { String(decoding: octets, as: UTF8.self) }

    mutating func object(_ members: (inout JSONLine) -> Void) { enclose("{", "}", members) }

    mutating func list<Element>(_ elements: [Element], _ write: (inout JSONLine, Element) -> Void) {
        enclose("[", "]") { line in
            for element in elements { write(&line, element) }
        }
    }

    /// The key of the value written next.
    mutating func key(_ key: StaticString) {
        separate()
        key.withUTF8Buffer { name in quote(name) }
        octets.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func value(_ text: String) {
        separate()
        var text = text
        text.withUTF8 { octets in quote(octets) }
    }

    mutating func value(_ number: Int) { word(String(number)) }

    mutating func value(_ flag: Bool) { word(flag ? "true" : "false") }

    mutating func null() { word("null") }

    private mutating func word(_ word: String) {
        separate()
        octets += word.utf8
    }

    private mutating func enclose(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONLine) -> Void) {
        separate()
        octets.append(UInt8(ascii: opening))
        needsComma = false
        body(&self)
        octets.append(UInt8(ascii: closing))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { octets.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// Nearly all of a text stays as it is and goes in one piece.
    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        octets.append(UInt8(ascii: "\""))
        var start = 0
        for (place, octet) in text.enumerated() where Self.isEscaped(octet) {
            octets += text[start..<place]
            escape(octet)
            start = place + 1
        }
        octets += text[start...]
        octets.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ octet: UInt8) -> Bool {
        octet < 0x20 || octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "\\")
    }

    private mutating func escape(_ octet: UInt8) {
        octets.append(UInt8(ascii: "\\"))
        switch octet {
        case UInt8(ascii: "\n"): octets.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): octets.append(UInt8(ascii: "t"))
        case 0..<0x20:
            octets += "u00".utf8
            octets += [octet >> 4, octet & 15].map { Self.digits[Int($0)] }
        default: octets.append(octet)
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
