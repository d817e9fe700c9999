// SPDX-License-Identifier: Apache-2.0

/// Finds enhanced status codes in text (RFC 3463 §2): class 2, 4 or 5, subject 0–7, detail 0–999.
enum EnhancedStatusCode {
    /// The first code in `range` whose class is one of `classes`, as written.
    ///
    /// A part of a network address or of a program's version number is not taken for one.
    static func first(in octets: [UInt8], _ range: Range<Int>, classes: String = "45") -> String? {
        let wanted = Array(classes.utf8)
        for offset in range where wanted.contains(octets[offset]) {
            guard isFree(offset == range.lowerBound ? nil : octets[offset - 1]) else { continue }
            if let end = end(at: offset, in: octets, range) {
                return String(decoding: octets[offset..<end], as: UTF8.self)
            }
        }
        return nil
    }

    /// The first code of `text`.
    static func first(in text: String, classes: String = "245") -> String? {
        let octets = Array(text.utf8)
        return first(in: octets, octets.indices, classes: classes)
    }

    private static func isFree(_ before: UInt8?) -> Bool {
        guard let before else { return true }
        return !(before.isDigit || before.isAddressLetter || before == 0x2E || before == 0x2F || before > 127)
    }

    private static func end(at start: Int, in octets: [UInt8], _ range: Range<Int>) -> Int? {
        guard start + 4 < range.upperBound, octets[start + 1] == 0x2E, octets[start + 3] == 0x2E,
            octets[start + 2].isDigit, octets[start + 2] <= 0x37
        else { return nil }
        var end = start + 4
        while end < range.upperBound, octets[end].isDigit, end - start < 8 { end += 1 }
        guard end > start + 4, end - start <= 7 else { return nil }
        guard end < range.upperBound else { return end }
        if octets[end].isAddressLetter { return nil }
        let continues = octets[end] == 0x2E && end + 1 < range.upperBound && octets[end + 1].isDigit
        return continues ? nil : end
    }
}

extension UInt8 {
    /// A letter of ASCII.
    var isAddressLetter: Bool { (asciiLowercased >= 0x61 && asciiLowercased <= 0x7A) }
}
