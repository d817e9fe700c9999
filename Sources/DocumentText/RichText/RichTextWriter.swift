// SPDX-License-Identifier: Apache-2.0
import InternetMessage

/// Puts the characters of an RTF file into blocks: paragraphs, rows of tables, and at the end the footers and notes.
struct RichTextWriter {
    private var body: BlockText
    private var tail: BlockText
    /// Characters not yet written: octets in a charset, or units of UTF-16, in one of the two blocks.
    private var octets: [UInt8] = []
    private var units: [UInt16] = []
    private var pendingIsTail = false
    private var isTable = false
    private var isRow = false
    /// The paragraph says it stands in a table.
    private var isInTable = false

    init(maximumOctets: Int) {
        body = BlockText(maximumOctets: maximumOctets)
        tail = BlockText(maximumOctets: maximumOctets)
    }

    var isFull: Bool { body.isFull || tail.isFull }

    mutating func add(octet: UInt8, charset: SingleByteCharset?, isTail: Bool) {
        if !units.isEmpty || isTail != pendingIsTail { flush(charset) }
        pendingIsTail = isTail
        octets.append(octet)
        if octets.count >= 4_096 { flush(charset) }
    }

    mutating func add(unit: UInt16, charset: SingleByteCharset?, isTail: Bool) {
        if !octets.isEmpty || isTail != pendingIsTail { flush(charset) }
        pendingIsTail = isTail
        units.append(unit)
    }

    /// Writes what is pending; the charset is the one it was gathered in.
    mutating func flush(_ charset: SingleByteCharset?) {
        var text = ""
        if !octets.isEmpty { text = Self.decoded(octets, charset) }
        if !units.isEmpty { text += String(decoding: units, as: UTF16.self) }
        octets.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
        if !text.isEmpty { write(text, isTail: pendingIsTail) }
    }

    private static func decoded(_ octets: [UInt8], _ charset: SingleByteCharset?) -> String {
        guard octets.contains(where: { $0 > 127 }) else { return String(decoding: octets, as: UTF8.self) }
        let upper = (charset ?? .windows1251).upperScalars
        var text = String.UnicodeScalarView()
        for octet in octets {
            text.append(
                octet < 128
                    ? Unicode.Scalar(octet) : upper.indices.contains(Int(octet) - 128) ? upper[Int(octet) - 128] : "\u{fffd}")
        }
        return String(text)
    }

    private mutating func write(_ text: String, isTail: Bool) {
        guard !isTail else { return tail.append(text) }
        leaveTable()
        body.append(text)
    }

    /// A paragraph outside ends the table before it.
    private mutating func leaveTable() {
        guard isTable, !isRow, !isInTable else { return }
        body.endTable()
        isTable = false
    }

    mutating func control(_ word: String, charset: SingleByteCharset?, isTail: Bool) {
        if let sign = Self.signs[word] {
            flush(charset)
            return write(sign, isTail: isTail)
        }
        switch word {
        case "par", "sect", "page":
            flush(charset)
            endParagraph(isTail: isTail)
        case "cell" where !isTail, "row" where !isTail, "trowd" where !isTail, "intbl" where !isTail:
            flush(charset)
            table(word)
        case "cell", "nestcell":
            flush(charset)
            write("\t", isTail: isTail)
        case "row", "nestrow":
            flush(charset)
            write("\n", isTail: isTail)
        case "pard": isInTable = false
        default: break
        }
    }

    private mutating func endParagraph(isTail: Bool) {
        guard !isTail else { return tail.endParagraph() }
        leaveTable()
        body.endParagraph()
    }

    private mutating func table(_ word: String) {
        if word == "row" {
            if isRow { body.endCell() }
            isRow = false
            return
        }
        isInTable = true
        if !isTable { body.beginTable() }
        isTable = true
        if !isRow {
            body.beginRow()
            body.beginCell()
        }
        isRow = true
        if word == "cell" {
            body.endCell()
            body.beginCell()
        }
    }

    /// The text with what comes after it; called once.
    mutating func finish() -> String {
        flush(nil)
        let (text, rest) = (body.finish(), PlainLines.distinct(tail.finish()))
        return rest.isEmpty ? text : text.isEmpty ? rest : text + "\n\n" + rest
    }

    private static let signs: [String: String] = [
        "tab": "\t", "line": "\n", "lbr": "\n", "~": " ", "_": "-", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
        "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    ]
}
