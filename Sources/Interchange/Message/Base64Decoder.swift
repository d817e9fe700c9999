// SPDX-License-Identifier: Apache-2.0

/// Undoes base64 in pieces; what is no sign of it is passed over and remembered.
struct Base64Decoder {
    private static let values: InlineArray<256, UInt8> = InlineArray { index in
        switch UInt8(index) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(index) - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(index) - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(index) - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        case UInt8(ascii: "="): padding
        case 0x09, 0x0a, 0x0d, 0x20: space
        case UInt8(ascii: "&"): reference
        default: stray
        }
    }
    private static let padding: UInt8 = 64
    private static let space: UInt8 = 65
    private static let reference: UInt8 = 66
    private static let stray: UInt8 = 67

    private var bits: UInt32 = 0
    /// Signs of the group in hand.
    private var signs = 0
    private var paddings = 0
    private var hasStray = false
    /// Within `&#13;`: some programs write the line ends of base64 as references.
    private var isInReference = false

    /// Whether what was read is whole and nothing else.
    var isSound: Bool {
        !hasStray && !isInReference && (paddings == 0 ? signs == 0 : paddings <= 2 && signs + paddings == 4)
    }

    mutating func decode(_ octets: Span<UInt8>, into put: (UInt8) -> Void) {
        for index in octets.indices {
            let octet = octets[index]
            let value = Self.values[Int(octet)]
            if value < Self.padding, !isInReference, paddings == 0 {
                bits = bits << 6 | UInt32(value)
                signs += 1
                // An octet is whole as soon as 8 bits of it are there: the second, third and fourth sign each end one.
                switch signs {
                case 2: put(UInt8(truncatingIfNeeded: bits >> 4))
                case 3: put(UInt8(truncatingIfNeeded: bits >> 2))
                case 4:
                    put(UInt8(truncatingIfNeeded: bits))
                    signs = 0
                default: break
                }
            } else {
                note(octet, value)
            }
        }
    }

    private mutating func note(_ octet: UInt8, _ value: UInt8) {
        if isInReference {
            if octet == UInt8(ascii: ";") { isInReference = false }
            return
        }
        switch value {
        case Self.space: break
        case Self.reference: isInReference = true
        case Self.padding: paddings += 1
        default: hasStray = true
        }
    }
}
