// SPDX-License-Identifier: Apache-2.0

/// `xtext` of RFC 3461 §4: printable ASCII but `+` and `=` as it is, every other octet as `+` and two capital hexadecimal digits.
package func xtext(_ text: String) -> String {
    func isPlain(_ octet: UInt8) -> Bool {
        octet > 0x20 && octet < 0x7F && octet != UInt8(ascii: "+") && octet != UInt8(ascii: "=")
    }
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for octet in text.utf8 {
        if isPlain(octet) {
            encoded.append(octet)
        } else {
            encoded += [UInt8(ascii: "+"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}

/// `utf-8-addr-xtext` of RFC 6533 §3: characters outside printable ASCII, and `\`, `+`, `=`, as `\x{HEX}` of their code point.
package func utf8AddressXText(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
        scalar.value > 0x20 && scalar.value < 0x7F && !["\\", "+", "="].contains(scalar)
            ? String(scalar) : "\\x{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }.joined()
}
