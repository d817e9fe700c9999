// SPDX-License-Identifier: Apache-2.0

/// UTF-16 (RFC 2781) to UTF-8.
enum UTF16Octets {
    /// A byte order mark overrides `isLittleEndian` and is dropped; without one, text whose second octets are
    /// zero more often than the first is little-endian, whatever the label says.
    static func utf8(of octets: Span<UInt8>, isLittleEndian: Bool) -> [UInt8] {
        var isLittle = isLittleEndian
        var start = 0
        if octets.count >= 2, octets[0] == 0xFF, octets[1] == 0xFE {
            (isLittle, start) = (true, 2)
        } else if octets.count >= 2, octets[0] == 0xFE, octets[1] == 0xFF {
            (isLittle, start) = (false, 2)
        } else if !isLittle {
            var zeros = (even: 0, odd: 0)
            for offset in 0..<min(octets.count, 512) where octets[offset] == 0 {
                if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
            }
            isLittle = zeros.odd > zeros.even
        }
        var units: [UInt16] = []
        units.reserveCapacity(octets.count / 2)
        var offset = start
        while offset + 1 < octets.count {
            let (first, second) = (UInt16(octets[offset]), UInt16(octets[offset + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
            offset += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

/// UTF-7 (RFC 2152) to UTF-8.
enum UTF7 {
    static func utf8(of octets: Span<UInt8>) -> [UInt8] {
        var units: [UInt16] = []
        var bits: UInt32 = 0
        var bitCount = 0
        var isShifted = false
        var isFirst = false
        for offset in octets.indices {
            let octet = octets[offset]
            if !isShifted {
                if octet == 0x2B {
                    (isShifted, isFirst, bits, bitCount) = (true, true, 0, 0)
                } else {
                    units.append(octet < 0x80 ? UInt16(octet) : 0xFFFD)
                }
                continue
            }
            if let value = Self.value(of: octet) {
                bits = bits << 6 | UInt32(value)
                bitCount += 6
                if bitCount >= 16 {
                    bitCount -= 16
                    units.append(UInt16(truncatingIfNeeded: bits >> UInt32(bitCount)))
                }
            } else {
                isShifted = false
                // "+-" is the plus sign itself; any other "-" only ends the run.
                if octet == 0x2D {
                    if isFirst { units.append(0x2B) }
                } else {
                    units.append(octet < 0x80 ? UInt16(octet) : 0xFFFD)
                }
            }
            isFirst = false
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func value(of octet: UInt8) -> UInt8? {
        switch octet {
        case 0x41...0x5A: octet - 0x41
        case 0x61...0x7A: octet - 0x47
        case 0x30...0x39: octet + 4
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
