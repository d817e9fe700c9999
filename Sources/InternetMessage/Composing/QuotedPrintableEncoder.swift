// SPDX-License-Identifier: Apache-2.0

/// Encodes text whose lines end with CRLF as quoted-printable (RFC 2045 §6.7).
enum QuotedPrintableEncoder {
    private static let maximumColumns = 76

    /// Octets that ``encoded(_:)`` writes at least: three for each above ASCII, whatever lines are broken.
    static func leastCount(_ text: [UInt8]) -> Int {
        var high = 0
        for octet in text { high &+= Int(octet >> 7) }
        return text.count + 2 * high
    }

    /// `text` in lines of at most 76 octets. Blanks before a line end, a dot at the start of a line and the F of `From ` there are
    /// written as `=XX`, since some relays change them.
    static func encoded(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 8)
        var column = 0
        var at = 0
        while at < text.count {
            let octet = text[at]
            if octet == .carriageReturn, at + 1 < text.count, text[at + 1] == .lineFeed {
                result += [.carriageReturn, .lineFeed]
                column = 0
                at += 2
                continue
            }
            // The equals sign of a soft line break needs a column as well, unless the line ends here.
            let isLast = isLineEnd(text, at + 1)
            let isPlain = isPlain(text, at, column: column)
            let width = isPlain ? 1 : 3
            if column + width > (isLast ? maximumColumns : maximumColumns - 1) {
                result += [0x3D, .carriageReturn, .lineFeed]
                column = 0
                continue
            }
            if isPlain {
                result.append(octet)
            } else {
                result += [0x3D, octet.highHexadecimalDigit, octet.lowHexadecimalDigit]
            }
            column += width
            at += 1
        }
        return result
    }

    private static func isPlain(_ text: [UInt8], _ at: Int, column: Int) -> Bool {
        switch text[at] {
        case .space, .tab: return !isLineEnd(text, at + 1)
        case 0x3D: return false
        case 0x2E: return column > 0
        case 0x46: return column > 0 || !text[at...].starts(with: "From ".utf8)
        case 0x21...0x7E: return true
        default: return false
        }
    }

    private static func isLineEnd(_ text: [UInt8], _ at: Int) -> Bool {
        at >= text.count || (text[at] == .carriageReturn && at + 1 < text.count && text[at + 1] == .lineFeed)
    }
}
