// SPDX-License-Identifier: Apache-2.0

/// Search of octets eight at a time. The loads are unchecked for speed; the loop conditions keep them inside the span.
extension Span where Element == UInt8 {
    /// Offset of the first `octet` in `range`, or nil. `range` must lie inside the span.
    func firstOffset(of octet: UInt8, in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        let pattern = UInt64(octet) &* 0x0101_0101_0101_0101
        var offset = range.lowerBound
        let raw = unsafe bytes
        while offset &+ 8 <= range.upperBound {
            // Unchecked: offset + 8 <= upperBound <= count.
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self) ^ pattern
            let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if zeros != 0 { return offset &+ (UInt64(littleEndian: zeros).trailingZeroBitCount &>> 3) }
            offset &+= 8
        }
        while offset < range.upperBound {
            if unsafe self[unchecked: offset] == octet { return offset }
            offset &+= 1
        }
        return nil
    }

    /// Whether an octet above 127 occurs in `range`.
    func hasHighOctet(in range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var offset = range.lowerBound
        let raw = unsafe bytes
        while offset &+ 8 <= range.upperBound {
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { return true }
            offset &+= 8
        }
        while offset < range.upperBound {
            if unsafe self[unchecked: offset] > 127 { return true }
            offset &+= 1
        }
        return false
    }

    /// Whether the octets of `range` are the lower-case ASCII `name`, in any case.
    func matches(_ name: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        // A static string outlives the call.
        return name.withUTF8Buffer { text in
            for place in 0..<range.count {
                let wanted = unsafe text[place]
                if self[range.lowerBound + place].asciiLowercased != wanted { return false }
            }
            return true
        }
    }

    /// The octets of `range`, copied.
    package func copy(_ range: Range<Int>) -> [UInt8] {
        let part = extracting(range)
        return unsafe [UInt8](unsafeUninitializedCapacity: part.count) { target, written in
            unsafe part.withUnsafeBufferPointer { source in _ = unsafe target.initialize(fromContentsOf: source) }
            written = part.count
        }
    }

    /// `range` without spaces, tabs and line ends at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isFieldSpace { start += 1 }
        while start < end, self[end - 1].isFieldSpace { end -= 1 }
        return start..<end
    }
}

extension UInt8 {
    static var space: UInt8 { 0x20 }
    static var tab: UInt8 { 0x09 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }

    var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
    /// Space, tab, CR or LF: what folding may leave in a field body.
    var isFieldSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// 0…15, or nil.
    var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}
