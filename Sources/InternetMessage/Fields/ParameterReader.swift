// SPDX-License-Identifier: Apache-2.0

/// Reads `; name=value` lists (RFC 2045 §5.1) with the continuations and charsets of RFC 2231.
struct ParameterReader {
    private struct Piece {
        let section: Int
        let isExtended: Bool
        let value: [UInt8]
    }

    private struct Parameter {
        let name: String
        var pieces: [Piece]
    }

    private var found: [Parameter] = []

    /// Reads the rest of the lexer's field.
    /// - Returns: the parameters, the raw `boundary`, and whether there were more than `limit`.
    static func read(
        _ lexer: inout FieldLexer, limit: Int
    ) -> (parameters: [FieldParameter], boundary: [UInt8]?, isOverLimit: Bool) {
        var reader = ParameterReader()
        var count = 0
        var isOverLimit = false
        while reader.skipToName(&lexer) {
            guard count < limit else {
                isOverLimit = true
                break
            }
            if reader.readOne(&lexer) { count += 1 }
        }
        var boundary: [UInt8]?
        for parameter in reader.found where parameter.name == "boundary" {
            boundary = parameter.pieces.sorted { $0.section < $1.section }.flatMap(\.value)
            break
        }
        return (reader.found.map(Self.decode), boundary, isOverLimit)
    }

    private func skipToName(_ lexer: inout FieldLexer) -> Bool {
        while true {
            lexer.skipSpaceAndComments()
            guard let octet = lexer.current else { return false }
            guard octet == 0x3B || octet == 0x2C || octet == 0x3D || octet == 0x22 || octet == 0x2F else { return true }
            if octet == 0x22 { _ = lexer.readQuotedString() } else { lexer.position += 1 }
        }
    }

    private mutating func readOne(_ lexer: inout FieldLexer) -> Bool {
        let start = lexer.position
        let name = lexer.readToken(until: "=;\"(")
        if lexer.position == start { lexer.position += 1 }
        lexer.skipSpaceAndComments()
        guard lexer.current == 0x3D, !name.isEmpty else { return false }
        lexer.position += 1
        lexer.skipSpace()
        let value = lexer.current == 0x22 ? lexer.readQuotedString() : Self.readBareValue(&lexer)
        add(name: name, value: value)
        return true
    }

    /// An unquoted value. Blanks inside belong to it (file names), unless what follows them is the next parameter.
    private static func readBareValue(_ lexer: inout FieldLexer) -> [UInt8] {
        var value = lexer.readToken(until: ";(")
        while true {
            let end = lexer.position
            var ahead = lexer
            ahead.skipSpace()
            guard let octet = ahead.current, octet != 0x3B, octet != 0x28 else { break }
            let word = ahead.readToken(until: ";(")
            if word.isEmpty || isParameterStart(word, before: ahead) { break }
            value += [.space] + word
            lexer.position = ahead.position
            if lexer.position == end { break }
        }
        return value
    }

    private static func isParameterStart(_ word: [UInt8], before lexer: FieldLexer) -> Bool {
        if let sign = word.firstIndex(of: 0x3D) { return sign > 0 && word.count > sign + 1 && word[0] != 0x3D }
        var ahead = lexer
        ahead.skipSpace()
        return ahead.current == 0x3D
    }

    private mutating func add(name: [UInt8], value: [UInt8]) {
        var base = name[...]
        let isExtended = base.last == 0x2A
        if isExtended { base = base.dropLast() }
        var section = 0
        var isSectioned = false
        if let star = base.lastIndex(of: 0x2A), star > base.startIndex, base.count - star - 1 <= 4,
            let number = Int(String(decoding: base[(star + 1)...], as: UTF8.self)), number >= 0
        {
            section = number
            isSectioned = true
            base = base[..<star]
        }
        let text = lowercasedText(Array(base))
        let piece = Piece(section: section, isExtended: isExtended, value: value)
        if isSectioned || isExtended, let index = found.lastIndex(where: { $0.name == text }) {
            if isSectioned, found[index].pieces.contains(where: { $0.section == section }) { return }
            // The extended form of a name given in both forms is the better one (RFC 6266 §4.3, and mailers do it).
            if !isSectioned { found[index].pieces = [piece] } else { found[index].pieces.append(piece) }
        } else {
            found.append(Parameter(name: text, pieces: [piece]))
        }
    }

    private static func decode(_ parameter: Parameter) -> FieldParameter {
        guard parameter.pieces.contains(where: \.isExtended) else {
            let octets = parameter.pieces.sorted { $0.section < $1.section }.flatMap(\.value)
            return FieldParameter(name: parameter.name, value: UnstructuredField.decode(octets))
        }
        var charset: String?
        var octets: [UInt8] = []
        for (index, piece) in parameter.pieces.sorted(by: { $0.section < $1.section }).enumerated() {
            var value = piece.value[...]
            if index == 0, piece.isExtended, let quote = value.firstIndex(of: 0x27) {
                let rest = value[(quote + 1)...]
                if let second = rest.firstIndex(of: 0x27) {
                    charset = String(decoding: value[..<quote], as: UTF8.self)
                    value = rest[(second + 1)...]
                }
            }
            octets += piece.isExtended ? percentDecoded(value) : Array(value)
        }
        return FieldParameter(name: parameter.name, value: Charset.text(of: octets.span, label: charset).text)
    }

    private static func percentDecoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var octets: [UInt8] = []
        var index = value.startIndex
        while index < value.endIndex {
            if value[index] == 0x25, index + 2 < value.endIndex, let high = value[index + 1].hexadecimalValue,
                let low = value[index + 2].hexadecimalValue
            {
                octets.append(high << 4 | low)
                index += 3
            } else {
                octets.append(value[index])
                index += 1
            }
        }
        return octets
    }
}
