// SPDX-License-Identifier: Apache-2.0

/// A place in octets that are read front to back; it never passes their end.
struct LittleEndianInput {
    private(set) var at: Int
    let end: Int

    init(_ count: Int) {
        (at, end) = (0, count)
    }

    init(_ range: Range<Int>) {
        (at, end) = (range.lowerBound, range.upperBound)
    }

    var isAtEnd: Bool { at >= end }

    /// The number of that many octets, at most four; nil at the end.
    mutating func number(_ octets: Span<UInt8>, _ count: Int) -> Int? {
        guard end - at >= count else { return nil }
        var value = 0
        for place in 0..<count { value |= Int(octets[at + place]) << (8 * place) }
        at += count
        return value
    }

    /// The next octets, passed over; nil where there are not as many.
    mutating func range(_ count: Int) -> Range<Int>? {
        guard count >= 0, end - at >= count else { return nil }
        defer { at += count }
        return at..<at + count
    }
}
