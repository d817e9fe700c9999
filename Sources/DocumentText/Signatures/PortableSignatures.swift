// SPDX-License-Identifier: Apache-2.0

/// Signatures inside a PDF (ISO 32000-1 §12.8): a CMS over the ranges of the file around it.
enum PortableSignatures {
    private static let maximumSignatures = 32
    /// Digits of a signature in the file; programs reserve tens of thousands.
    private static let maximumDigits = 4 << 20

    static func signatures(in octets: Span<UInt8>, authorities: TrustedAuthorities?) -> [Signature] {
        var signatures: [Signature] = []
        var at = 0
        let name = Array("/ByteRange".utf8)
        while signatures.count < maximumSignatures, let found = place(of: name, in: octets, from: at) {
            at = found + name.count
            guard let ranges = ranges(octets, behind: at), let cms = container(octets, between: ranges) else { continue }
            guard let parsed = CMSSignatures(cms, authorities: authorities) else { continue }
            signatures += parsed.signatures(over: (octets, [ranges.0, ranges.1]), format: .pades)
        }
        return signatures
    }

    private static func place(of name: [UInt8], in octets: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        while at + name.count <= octets.count {
            if octets[at] == name[0] {
                var length = 1
                while length < name.count, octets[at + length] == name[length] { length += 1 }
                if length == name.count { return at }
            }
            at += 1
        }
        return nil
    }

    /// `[ 0 840 9032 1500 ]`: offset and length of the two signed pieces.
    private static func ranges(_ octets: Span<UInt8>, behind start: Int) -> (Range<Int>, Range<Int>)? {
        var numbers: [Int] = []
        var at = start
        var number: Int?
        while at < min(octets.count, start + 128), numbers.count < 4 {
            let octet = octets[at]
            at += 1
            if (0x30...0x39).contains(octet) {
                number = min((number ?? 0) * 10 + Int(octet) - 0x30, 1 << 48)
            } else if let whole = number {
                numbers.append(whole)
                number = nil
            }
        }
        guard numbers.count == 4 else { return nil }
        let first = numbers[0]..<numbers[0] + numbers[1]
        let second = numbers[2]..<numbers[2] + numbers[3]
        guard first.upperBound <= second.lowerBound, second.upperBound <= octets.count else { return nil }
        return (first, second)
    }

    /// The hexadecimal string between the signed pieces, without the zeros that fill it up.
    private static func container(_ octets: Span<UInt8>, between ranges: (Range<Int>, Range<Int>)) -> [UInt8]? {
        let hole = ranges.0.upperBound..<ranges.1.lowerBound
        guard hole.count <= maximumDigits else { return nil }
        var container: [UInt8] = []
        var high: UInt8?
        for place in hole {
            let octet = octets[place]
            let digit: UInt8
            switch octet {
            case 0x30...0x39: digit = octet - 0x30
            case 0x41...0x46: digit = octet - 0x37
            case 0x61...0x66: digit = octet - 0x57
            default: continue
            }
            if let first = high {
                container.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        var cursor = EncodedCursor(0..<container.count)
        guard let element = cursor.next(container.span) else { return nil }
        return Array(container[..<element.end])
    }
}
