// SPDX-License-Identifier: Apache-2.0

/// How the octets of a body were made fit for the way (RFC 2045 §6).
package enum TransferEncoding: String, Hashable, Sendable {
    /// `7bit`, `8bit`, `binary`, or nothing said.
    case identity
    case quotedPrintable = "quoted-printable"
    case base64
    /// `x-uuencode`, which old mailers still write.
    case uuencode

    /// Whether decoding changes octets.
    package var changesOctets: Bool { self != .identity }

    /// Reads the field body. Unknown names count as identity.
    static func read(_ body: [UInt8]) -> (encoding: TransferEncoding, isKnown: Bool) {
        var lexer = FieldLexer(body)
        lexer.skipSpaceAndComments()
        let name = lexer.current == 0x22 ? lexer.readQuotedString() : lexer.readToken(until: ";(,")
        switch lowercasedText(name) {
        case "base64", "base-64", "x-base64": return (.base64, true)
        case "quoted-printable", "quotedprintable", "qp", "quoted_printable": return (.quotedPrintable, true)
        case "x-uuencode", "uuencode", "x-uue", "uue": return (.uuencode, true)
        case "7bit", "8bit", "binary", "", "7-bit", "8-bit", "7bits", "8bits", "none": return (.identity, true)
        default: return (.identity, false)
        }
    }
}
