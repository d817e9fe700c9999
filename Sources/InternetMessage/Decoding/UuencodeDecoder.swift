// SPDX-License-Identifier: Apache-2.0

/// Decodes uuencoded lines between `begin` and `end` (POSIX `uuencode`); what is around them is left out.
enum UuencodeDecoder {
    static func decode(_ source: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var hasBegun = false
        var start = 0
        while start < source.count {
            let end = source.firstOffset(of: .lineFeed, in: start..<source.count) ?? source.count
            var stop = end
            if stop > start, source[stop - 1] == .carriageReturn { stop -= 1 }
            let line = start..<stop
            if !hasBegun {
                hasBegun = line.count > 6 && source.matchesAnyCase("begin ", at: start..<start + 6)
            } else if line.count == 3, source.matchesAnyCase("end", at: line) {
                break
            } else {
                decodeLine(source, line, into: &result)
            }
            start = end + 1
        }
        return result
    }

    private static func decodeLine(_ source: Span<UInt8>, _ line: Range<Int>, into result: inout [UInt8]) {
        guard let first = line.first, source[first] > 0x20, source[first] <= 0x60 else { return }
        var left = Int((source[first] - 0x20) & 0x3F)
        var offset = first + 1
        while left > 0, offset < line.upperBound {
            var bits: UInt32 = 0
            for place in 0..<4 {
                let octet = offset + place < line.upperBound ? source[offset + place] : 0x20
                bits = bits << 6 | UInt32((octet &- 0x20) & 0x3F)
            }
            for place in 0..<min(3, left) { result.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * place))) }
            offset += 4
            left -= 3
        }
    }
}
