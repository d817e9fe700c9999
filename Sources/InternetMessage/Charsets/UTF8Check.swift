// SPDX-License-Identifier: Apache-2.0

/// Whether octets are well-formed UTF-8 (RFC 3629), sixteen at a time where only two-octet characters and ASCII occur.
enum UTF8Check {
    static func isValid(_ octets: Span<UInt8>) -> Bool {
        let raw = unsafe octets.bytes
        let count = octets.count
        var at = 0
        while at < count {
            if at >= 1, at &+ 16 <= count {
                // Unchecked: at - 1 >= 0 and at + 16 <= count. The octet before `at` ended a character.
                let now = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: SIMD16<UInt8>.self)
                let before = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at &- 1, as: SIMD16<UInt8>.self)
                if isSimple(now, before) {
                    at &+= now[15] >= 0xC0 ? 15 : 16
                    continue
                }
            }
            let end = min(count, at &+ 16)
            while at < end {
                let length = character(at: at, in: octets)
                if length == 0 { return false }
                at &+= length
            }
        }
        return true
    }

    /// Whether each octet is ASCII, C2…DF, or 80…BF behind one of C2…DF.
    @inline(__always)
    private static func isSimple(_ now: SIMD16<UInt8>, _ before: SIMD16<UInt8>) -> Bool {
        // Signed comparisons, since those are what the smallest vector units have.
        let nowSigned = SIMD16<Int8>(truncatingIfNeeded: now)
        let beforeSigned = SIMD16<Int8>(truncatingIfNeeded: before)
        let isContinuation = nowSigned .< SIMD16<Int8>(repeating: -64)
        let followsLead = (beforeSigned .>= SIMD16<Int8>(repeating: -62)) .& (beforeSigned .< SIMD16<Int8>(repeating: -32))
        let isOther = (nowSigned .>= SIMD16<Int8>(repeating: -32)) .& (nowSigned .< SIMD16<Int8>(repeating: 0))
        let isOverlong = (nowSigned .>= SIMD16<Int8>(repeating: -64)) .& (nowSigned .< SIMD16<Int8>(repeating: -62))
        let wrong = (isContinuation .^ followsLead) .| isOther .| isOverlong
        return !any(wrong)
    }

    /// Octets of the well-formed character at `at`; 0 if there is none.
    private static func character(at: Int, in octets: Span<UInt8>) -> Int {
        let first = octets[at]
        if first < 0x80 { return 1 }
        func follows(_ place: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            at + place < octets.count && octets[at + place] >= low && octets[at + place] <= high
        }
        switch first {
        case 0xC2...0xDF: return follows(1) ? 2 : 0
        case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
        case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
        case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
        case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
        case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
        case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
        default: return 0
        }
    }
}
