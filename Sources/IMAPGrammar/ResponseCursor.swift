// SPDX-License-Identifier: Apache-2.0

/// Reads the values of one response from left to right. Never traps: at the end of the octets it finds nothing more.
struct ResponseCursor {
    let octets: [UInt8]
    var position = 0

    var next: UInt8? { position < octets.count ? octets[position] : nil }

    mutating func skipSpaces() {
        while next == UInt8(ascii: " ") { position += 1 }
    }

    /// Steps over `octet` if it is next.
    mutating func take(_ octet: UInt8) -> Bool {
        guard next == octet else { return false }
        position += 1
        return true
    }

    /// Octets up to a space, a parenthesis or a quotation mark; `nil` when there are none.
    mutating func atom() -> Range<Int>? {
        let start = position
        while let octet = next, octet != 0x20, octet != UInt8(ascii: "("), octet != UInt8(ascii: ")"), octet != UInt8(ascii: "\"")
        {
            position += 1
        }
        return start < position ? start..<position : nil
    }

    /// The name of a FETCH item: as an atom, but a bracketed section may hold anything, as `BODY[HEADER.FIELDS (TO)]<0>`.
    mutating func itemName() -> Range<Int>? {
        let start = position
        var isInSection = false
        while let octet = next {
            if octet == UInt8(ascii: "[") { isInSection = true }
            if octet == UInt8(ascii: "]") { isInSection = false }
            if !isInSection, octet == 0x20 || octet == UInt8(ascii: "(") || octet == UInt8(ascii: ")") { break }
            position += 1
        }
        return start < position ? start..<position : nil
    }

    /// A number of at most 18 digits.
    mutating func number() -> Int? {
        let start = position
        var value = 0
        while let octet = next, (0x30...0x39).contains(octet), position - start < 18 {
            value = value * 10 + Int(octet - 0x30)
            position += 1
        }
        return start < position ? value : nil
    }

    /// A quoted string, or a literal kept in the line as `{n}` CRLF and its octets. NIL and atoms are not taken.
    mutating func string() -> [UInt8]? {
        switch next {
        case UInt8(ascii: "\""): return quoted()
        case UInt8(ascii: "{"), UInt8(ascii: "~"): return literal()
        default: return nil
        }
    }

    /// A string or an atom, as mailbox names may be (RFC 9051 §9, `astring`).
    mutating func astring() -> [UInt8]? {
        string() ?? atom().map { Array(octets[$0]) }
    }

    /// Steps over one value of any kind, lists included. Iterative: depth costs nothing.
    mutating func skipValue() {
        var depth = 0
        repeat {
            skipSpaces()
            switch next {
            case nil: return
            case UInt8(ascii: "("):
                depth += 1
                position += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return }
                depth -= 1
                position += 1
            default:
                if string() == nil, atom() == nil { position += 1 }
            }
        } while depth > 0
    }

    func capitals(_ range: Range<Int>) -> String { string(range).uppercased() }

    func string(_ range: Range<Int>) -> String { String(decoding: octets[range], as: UTF8.self) }

    /// Whether the octets of `range` are `word`, which is given in capitals, in any case.
    func reads(_ range: Range<Int>, _ word: String) -> Bool {
        range.count == word.utf8.count && word.utf8.elementsEqual(octets[range].lazy.map(asciiCapital))
    }

    func firstIndex(of octet: UInt8) -> Int? { octets[position...].firstIndex(of: octet) }

    private mutating func quoted() -> [UInt8]? {
        position += 1
        var value: [UInt8] = []
        while let octet = next {
            position += 1
            switch octet {
            case UInt8(ascii: "\""): return value
            case UInt8(ascii: "\\"):
                if let escaped = next {
                    value.append(escaped)
                    position += 1
                }
            default: value.append(octet)
            }
        }
        return value
    }

    private mutating func literal() -> [UInt8]? {
        let start = position
        _ = take(UInt8(ascii: "~"))
        guard take(UInt8(ascii: "{")), let count = number() else {
            position = start
            return nil
        }
        _ = take(UInt8(ascii: "+"))
        guard take(UInt8(ascii: "}")), take(0x0D), take(0x0A), count <= octets.count - position else {
            position = start
            return nil
        }
        defer { position += count }
        return Array(octets[position..<position + count])
    }
}

func asciiCapital(_ octet: UInt8) -> UInt8 { (0x61...0x7A).contains(octet) ? octet & 0xDF : octet }
