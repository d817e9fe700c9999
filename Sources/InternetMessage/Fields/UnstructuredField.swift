// SPDX-License-Identifier: Apache-2.0

/// Free text of a field: unfolded, with encoded-words (RFC 2047) and raw octets (RFC 6532 or no RFC at all) decoded.
package enum UnstructuredField {
    /// The text of `body`. Line ends become one blank; NUL and other control characters become blanks.
    package static func decode(_ body: [UInt8]) -> String {
        let octets = unfolded(body)
        guard octets.contains(0x3D) || octets.contains(where: { $0 > 127 || $0 == 0x1B }) else {
            return String(decoding: octets, as: UTF8.self)
        }
        var result = ""
        var plain = 0
        var at = 0
        var word = Word()
        while at < octets.count {
            guard octets[at] == 0x3D, let found = EncodedWord.read(octets, at: at) else {
                at += 1
                continue
            }
            let between = octets[plain..<at]
            // Blanks between two encoded-words are not part of the text (RFC 2047 §6.2).
            if !word.isOpen || !between.allSatisfy(\.isFieldSpace) {
                append(&word, to: &result)
                result += raw(between)
            }
            // A character may be split over two words, so their octets are joined before they are decoded.
            if !word.isOpen || word.charset != found.charset {
                append(&word, to: &result)
                word.isOpen = true
                word.charset = found.charset
            }
            word.octets += found.octets
            at = found.end
            plain = at
        }
        append(&word, to: &result)
        result += raw(octets[plain...])
        return result
    }

    /// Adjacent encoded-words of one charset, joined.
    private struct Word {
        var isOpen = false
        var charset: [UInt8] = []
        var octets: [UInt8] = []
    }

    private static func append(_ word: inout Word, to result: inout String) {
        guard word.isOpen else { return }
        let label = String(decoding: word.charset, as: UTF8.self)
        let text = Charset.text(of: word.octets.span, label: label).text
        word.isOpen = false
        word.octets.removeAll(keepingCapacity: true)
        for scalar in text.unicodeScalars {
            // Encoded line ends would put new fields into what is written from this text.
            if scalar.value < 0x20 || scalar.value == 0x7F { result += " " } else { result.unicodeScalars.append(scalar) }
        }
    }

    private static func raw(_ octets: ArraySlice<UInt8>) -> String {
        guard !octets.isEmpty else { return "" }
        let copy = Array(octets)
        return Charset.text(of: copy.span, label: nil).text
    }

    /// `body` without line ends: a fold is one blank; blanks at both ends are gone.
    static func unfolded(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var at = 0
        while at < body.count {
            let octet = body[at]
            at += 1
            switch octet {
            case .carriageReturn, .lineFeed:
                while at < body.count, body[at].isFieldSpace { at += 1 }
                while result.last?.isBlank == true { result.removeLast() }
                if !result.isEmpty { result.append(.space) }
            case .space, .tab: if !result.isEmpty { result.append(octet) }
            case 0x1B: result.append(octet)
            case 0..<0x20, 0x7F: result.append(.space)
            default: result.append(octet)
            }
        }
        while result.last?.isBlank == true { result.removeLast() }
        return result
    }
}
