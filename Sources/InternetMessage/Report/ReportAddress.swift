// SPDX-License-Identifier: Apache-2.0

/// Reads the addresses of report fields: `rfc822;user@example.org`, `utf-8;…`, bare or in brackets (RFC 3464 §2.3.1, RFC 6533 §3).
enum ReportAddress {
    /// The address without type, brackets, source route and xtext. Nil where the value names no mail address.
    static func addrSpec(_ value: String) -> String? {
        let (type, text) = split(value)
        guard !text.isEmpty else { return nil }
        if text.utf8.first == UInt8(ascii: "/") || text.utf8.first == UInt8(ascii: "|") { return nil }
        if let type, !["rfc822", "utf-8", "smtp", "unknown"].contains(type) { return nil }
        var address = type == "utf-8" ? unescaped(text) : text
        if address.utf8.first == UInt8(ascii: "@"), let colon = address.lastIndex(of: ":") {
            address = String(address[address.index(after: colon)...])
        }
        return withoutXtext(address)
    }

    /// The name behind the type of `dns; mx.example.org`; nil where nothing is left.
    static func name(_ value: String) -> String? {
        let text = split(value).text
        return text.isEmpty ? nil : text
    }

    /// `value` with the xtext undone that some servers leave in (RFC 3461 §4).
    ///
    /// Only what xtext must escape is replaced, so that `ivan+20@example.org` stays the address it is.
    static func withoutXtext(_ value: String) -> String {
        let octets = Array(value.utf8)
        guard octets.contains(0x2B) else { return value }
        let hasSign = octets.contains(0x40)
        var result: [UInt8] = []
        var at = 0
        while at < octets.count {
            if octets[at] == 0x2B, let decoded = xtext(octets, at: at),
                decoded > 127 || decoded == 0x2B
                    || decoded == 0x3D || (decoded == 0x40 && !hasSign)
            {
                result.append(decoded)
                at += 3
            } else {
                result.append(octets[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func xtext(_ octets: [UInt8], at start: Int) -> UInt8? {
        guard start + 2 < octets.count, octets[start + 1] < 0x61, octets[start + 2] < 0x61,
            let high = octets[start + 1].hexadecimalValue, let low = octets[start + 2].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }

    /// Undoes `\x{430}` of RFC 6533 §3.
    private static func unescaped(_ text: String) -> String {
        let octets = Array(text.utf8)
        var result: [UInt8] = []
        var at = 0
        while at < octets.count {
            guard octets[at] == 0x5C, at + 3 < octets.count, octets[at + 1] == 0x78, octets[at + 2] == 0x7B,
                let (scalar, end) = scalar(octets, from: at + 3)
            else {
                result.append(octets[at])
                at += 1
                continue
            }
            result += Array(String(Character(scalar)).utf8)
            at = end
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(_ octets: [UInt8], from start: Int) -> (Unicode.Scalar, Int)? {
        var value: UInt32 = 0
        var at = start
        while at < octets.count, at - start < 6, let digit = octets[at].hexadecimalValue {
            value = value << 4 | UInt32(digit)
            at += 1
        }
        guard at > start, at < octets.count, octets[at] == 0x7D, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, at + 1)
    }

    /// Type (lower case) and text; brackets, quotes and blanks around both are gone.
    private static func split(_ value: String) -> (type: String?, text: String) {
        guard let semicolon = value.firstIndex(of: ";") else { return (nil, bare(value[...])) }
        return (bare(value[..<semicolon]).lowercased(), bare(value[value.index(after: semicolon)...]))
    }

    private static func bare(_ value: Substring) -> String {
        let around: Set<Character> = [" ", "\t", "<", ">", "'", "\r", "\n"]
        var text = value
        while let first = text.first, around.contains(first) { text.removeFirst() }
        while let last = text.last, around.contains(last) { text.removeLast() }
        return String(text)
    }
}
