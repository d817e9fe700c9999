// SPDX-License-Identifier: Apache-2.0

/// East Asian charsets. Not covered: ISO-2022-KR and -CN, EUC-TW, the half of UHC outside KS X 1001, JIS X 0212 and 0213,
/// four-octet GB 18030; such characters come out as U+FFFD.
package enum EastAsianCharset: String, Hashable, Sendable, CaseIterable {
    case iso2022JP = "iso-2022-jp"
    case shiftJIS = "shift_jis"
    case eucJP = "euc-jp"
    case eucKR = "euc-kr"
    case big5 = "big5"
    case gbk = "gbk"

    /// Whether the charset is written in seven bits with escape sequences.
    var isEscaped: Bool { self == .iso2022JP }

    static let aliases: [String: EastAsianCharset] = [
        "csiso2022jp": .iso2022JP, "iso2022jp2": .iso2022JP, "sjis": .shiftJIS, "xsjis": .shiftJIS, "cp932": .shiftJIS,
        "windows31j": .shiftJIS, "mskanji": .shiftJIS, "xeucjp": .eucJP, "ksc56011987": .eucKR, "ksc5601": .eucKR,
        "cp949": .eucKR, "uhc": .eucKR, "windows949": .eucKR, "xeuckr": .eucKR, "big5hkscs": .big5, "cp950": .big5,
        "gb2312": .gbk, "gb18030": .gbk, "cp936": .gbk, "euccn": .gbk, "hzgb2312": .gbk,
    ]

    /// Whether the octets hold an escape sequence of ISO-2022-JP.
    static func hasEscapes(_ octets: Span<UInt8>) -> Bool {
        var offset = 0
        while let escape = octets.firstOffset(of: 0x1B, in: offset..<octets.count) {
            if escape + 2 < octets.count, octets[escape + 1] == 0x24, [0x42, 0x40].contains(octets[escape + 2]) { return true }
            offset = escape + 1
        }
        return false
    }

    func utf8(of octets: Span<UInt8>) -> [UInt8] {
        if !isEscaped, !octets.hasHighOctet(in: 0..<octets.count) { return octets.copy(0..<octets.count) }
        var writer = EastAsianWriter(capacity: octets.count)
        switch self {
        case .iso2022JP: writer.writeEscaped(octets)
        case .shiftJIS: writer.writeShiftJIS(octets)
        case .eucJP: writer.writePairs(octets, table: .jisX0208, lead: 0xA1...0xFE, trails: [0xA1...0xFE], hasKatakana: true)
        case .eucKR: writer.writePairs(octets, table: .ksX1001, lead: 0xA1...0xFE, trails: [0xA1...0xFE])
        case .big5: writer.writePairs(octets, table: .big5, lead: 0xA1...0xF9, trails: [0x40...0x7E, 0xA1...0xFE])
        case .gbk: writer.writePairs(octets, table: .gbk, lead: 0x81...0xFE, trails: [0x40...0x7E, 0x80...0xFE])
        }
        return writer.result
    }
}

/// The characters of a charset of two octets, row by row.
struct EastAsianTable: Sendable {
    let scalars: [Unicode.Scalar]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// The character at `index`, U+FFFD behind the end.
    subscript(index: Int) -> Unicode.Scalar { index < scalars.count ? scalars[index] : "\u{FFFD}" }
}
