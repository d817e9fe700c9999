// SPDX-License-Identifier: Apache-2.0

/// Decodes quoted-printable (RFC 2045 §6.7). `=` without two hexadecimal digits stays as it is.
struct QuotedPrintableDecoder {
    private static let digits: [UInt8] = (0...255).map { UInt8($0).hexadecimalValue ?? 0xFF }

    private(set) var isDamaged = false

    /// Decodes `source`, which ends at a line end or at the end of the body, behind `written` octets of `target`.
    /// The target needs room for as many octets as the source has, and eight more.
    mutating func decode(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>, written: inout Int
    ) {
        guard let input = source.baseAddress, let output = target.baseAddress else { return }
        precondition(target.count - written >= source.count + 8)
        let count = source.count
        var isDamaged = self.isDamaged
        written = unsafe Self.digits.withUnsafeBufferPointer { digits in
            var at = 0
            var to = written
            while at < count {
                let octet = unsafe input[at]
                if octet == 0x3D {
                    if at &+ 2 < count {
                        let high = unsafe digits[Int(input[at &+ 1])]
                        let low = unsafe digits[Int(input[at &+ 2])]
                        if high | low < 16 {
                            unsafe output[to] = high &<< 4 | low
                            at &+= 3
                            to &+= 1
                            continue
                        }
                    }
                    let next = unsafe Self.behindSoftBreak(input, at &+ 1, count)
                    if next == nil {
                        unsafe output[to] = octet
                        to &+= 1
                        isDamaged = true
                    }
                    at = next ?? at &+ 1
                    continue
                }
                if octet == 0x20 || octet == 0x09 {
                    // Blanks before a line end were added on the way (rule 3).
                    var end = at &+ 1
                    while unsafe end < count && (input[end] == 0x20 || input[end] == 0x09) { end &+= 1 }
                    if unsafe end < count && (input[end] == 0x0D || input[end] == 0x0A) {
                        at = end
                        continue
                    }
                    while at < end {
                        unsafe output[to] = input[at]
                        at &+= 1
                        to &+= 1
                    }
                    continue
                }
                unsafe output[to] = octet
                at &+= 1
                to &+= 1
            }
            return to
        }
        self.isDamaged = isDamaged
    }

    /// The offset behind a soft line break whose `=` stands before `start`; nil where there is none.
    private static func behindSoftBreak(_ input: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var at = start
        while unsafe at < count && (input[at] == 0x20 || input[at] == 0x09) { at += 1 }
        guard at < count else { return count }
        if unsafe input[at] == 0x0A { return at + 1 }
        guard unsafe input[at] == 0x0D else { return nil }
        return unsafe at + 1 < count && input[at + 1] == 0x0A ? at + 2 : at + 1
    }
}
