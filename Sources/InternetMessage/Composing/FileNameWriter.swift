// SPDX-License-Identifier: Apache-2.0

/// File names as parameters: plain where they are short ASCII, else by RFC 2231, and by RFC 2047 for readers that know no better.
enum FileNameWriter {
    /// A longer plain name would not fit on a line.
    private static let maximumPlainOctets = 50
    private static let maximumPieceOctets = 54

    /// The words of `filename` in `Content-Disposition`.
    static func dispositionWords(_ name: String) -> [[UInt8]] {
        if isPlain(name) { return [Array("filename=\"\(name)\"".utf8)] }
        let pieces = pieces(of: name)
        guard pieces.count > 1 else { return [Array("filename*=UTF-8''".utf8) + (pieces.first ?? [])] }
        var words: [[UInt8]] = []
        for (index, piece) in pieces.enumerated() {
            let start = "filename*\(index)*=" + (index == 0 ? "UTF-8''" : "")
            words.append(Array(start.utf8) + piece + (index + 1 < pieces.count ? [0x3B] : []))
        }
        return words
    }

    /// The words of `name` in `Content-Type`, an encoded-word in quotes, which no standard has and many readers want.
    static func typeWords(_ name: String) -> [[UInt8]] {
        if isPlain(name) { return [Array("name=\"\(name)\"".utf8)] }
        var words = EncodedWordWriter.words(name, firstRoom: 64, room: 64)
        guard !words.isEmpty else { return [] }
        words[0] = Array("name=\"".utf8) + words[0]
        words[words.count - 1].append(0x22)
        return words
    }

    private static func isPlain(_ name: String) -> Bool {
        let octets = Array(name.utf8)
        guard octets.count <= maximumPlainOctets, !octets.containsEncodedWordStart else { return false }
        return octets.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    }

    /// Percent-encoded pieces, split between characters.
    private static func pieces(of name: String) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        for scalar in name.unicodeScalars {
            var unit: [UInt8] = []
            for octet in String(scalar).utf8 {
                // `attribute-char` of RFC 2231 §7.
                if octet.isLetterOrDigit || ("!#$&+-.^_`{|}~" as StaticString).contains(octet) {
                    unit.append(octet)
                } else {
                    unit += [0x25, octet.highHexadecimalDigit, octet.lowHexadecimalDigit]
                }
            }
            if piece.count + unit.count > maximumPieceOctets {
                pieces.append(piece)
                piece = []
            }
            piece += unit
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }
}
