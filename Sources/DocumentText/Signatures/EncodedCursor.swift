// SPDX-License-Identifier: Apache-2.0

/// One element of BER (X.690 §8.1): where its contents stand and where it ends.
struct EncodedElement {
    let tag: UInt8
    let start: Int
    let contents: Range<Int>
    let end: Int
}

/// Steps over BER elements without making a tree of them: a container may hold a document of any size, and its wrapping must not cost
/// memory before it is known to be sane.
struct EncodedCursor {
    private let end: Int
    private var at: Int

    init(_ range: Range<Int>) {
        (at, end) = (range.lowerBound, range.upperBound)
    }

    /// The next element; nil at the end and where the octets are damaged.
    mutating func next(_ octets: Span<UInt8>) -> EncodedElement? {
        guard let element = Self.element(octets, at: at, end: end) else { return nil }
        at = element.end
        return element
    }

    /// The next element if it has that tag; otherwise nothing is passed over.
    mutating func next(_ octets: Span<UInt8>, tag: UInt8) -> EncodedElement? {
        guard at < end, octets[at] == tag else { return nil }
        return next(octets)
    }

    private static func element(_ octets: Span<UInt8>, at start: Int, end: Int) -> EncodedElement? {
        guard let head = head(octets, at: start, end: end) else { return nil }
        if let length = head.length {
            guard length <= end - head.contents else { return nil }
            return EncodedElement(
                tag: octets[start], start: start, contents: head.contents..<head.contents + length, end: head.contents + length)
        }
        // Of indefinite length: it ends at the two zeros of its own level (§8.1.5).
        var level = 1
        var at = head.contents
        while level > 0 {
            if at + 2 <= end, octets[at] == 0, octets[at + 1] == 0 {
                level -= 1
                at += 2
            } else if let inner = Self.head(octets, at: at, end: end) {
                guard let length = inner.length else {
                    level += 1
                    at = inner.contents
                    continue
                }
                guard length <= end - inner.contents else { return nil }
                at = inner.contents + length
            } else {
                return nil
            }
        }
        return EncodedElement(tag: octets[start], start: start, contents: head.contents..<at - 2, end: at)
    }

    /// Where the contents begin, and their length; nil stands for an indefinite one.
    private static func head(_ octets: Span<UInt8>, at start: Int, end: Int) -> (contents: Int, length: Int?)? {
        // Tags of several octets do not occur in these structures.
        guard start + 2 <= end, octets[start] & 0x1f != 0x1f else { return nil }
        let first = octets[start + 1]
        if first < 0x80 { return (start + 2, Int(first)) }
        if first == 0x80 { return octets[start] & 0x20 != 0 ? (start + 2, nil) : nil }
        let count = Int(first & 0x7f)
        guard count <= 6, start + 2 + count <= end else { return nil }
        var length = 0
        for place in 0..<count { length = length << 8 | Int(octets[start + 2 + place]) }
        return (start + 2 + count, length)
    }
}
