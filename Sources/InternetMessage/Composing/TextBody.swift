// SPDX-License-Identifier: Apache-2.0

/// The text of a part, ready to be sent: its canonical form and the shortest encoding allowed for it.
struct TextBody {
    let transferEncoding: String
    let octets: [UInt8]
    let charset: String

    init(_ text: String) {
        let canonical = Self.canonical(text)
        let isASCII = !canonical.span.hasHighOctet(in: 0..<canonical.count)
        charset = isASCII ? "us-ascii" : "utf-8"
        if isASCII, Self.isFitForTheWay(canonical) {
            transferEncoding = "7bit"
            octets = canonical
            return
        }
        // A tenth more is a fair price for text that can be read in the raw letter.
        let limit = Base64Encoder.encodedCount(canonical.count) * 11 / 10
        if QuotedPrintableEncoder.leastCount(canonical) <= limit {
            let quoted = QuotedPrintableEncoder.encoded(canonical)
            if quoted.count <= limit {
                transferEncoding = "quoted-printable"
                octets = quoted
                return
            }
        }
        transferEncoding = "base64"
        var encoded: [UInt8] = []
        Base64Encoder.append(canonical, to: &encoded)
        octets = encoded
    }

    /// `text` with CRLF for each line end, one behind the last line, and without a mark of byte order.
    static func canonical(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + text.utf8.count / 32 + 2)
        var afterReturn = false
        for octet in text.utf8 {
            switch octet {
            case .carriageReturn: result += [.carriageReturn, .lineFeed]
            case .lineFeed: if !afterReturn { result += [.carriageReturn, .lineFeed] }
            default: result.append(octet)
            }
            afterReturn = octet == .carriageReturn
        }
        if result.starts(with: [0xEF, 0xBB, 0xBF]) { result.removeFirst(3) }
        if let last = result.last, last != .lineFeed { result += [.carriageReturn, .lineFeed] }
        return result
    }

    /// Whether ASCII text needs no encoding: short lines, no control characters, nothing that relays and mail files change.
    private static func isFitForTheWay(_ text: [UInt8]) -> Bool {
        var start = 0
        while start < text.count {
            let end = text.span.firstOffset(of: .lineFeed, in: start..<text.count) ?? text.count
            let line = text[start..<max(start, end - 1)]
            start = end + 1
            guard line.count <= FieldWriter.maximumColumns, line.last?.isBlank != true else { return false }
            guard line.first != 0x2E, !line.starts(with: "From ".utf8) else { return false }
            guard line.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == .tab }) else { return false }
        }
        return true
    }
}
