// SPDX-License-Identifier: Apache-2.0

/// Words printed with spaces between their letters at the start of a line, «У Х В А Л А», «П О Л Я Н С Ь К А   М І С Ь К А   Р А Д А»,
/// as positions of the spaces that are no more than that.
struct SpelledOut {
    /// In rising order.
    private(set) var spaces: [Int] = []

    /// - Parameter octets: normalized UTF-8.
    init(_ octets: [UInt8], lines: [Range<Int>]) {
        for line in lines { add(octets, line) }
    }

    /// The text without them, and its steps.
    func removed(from octets: [UInt8], _ steps: [OffsetStep]) -> (octets: [UInt8], steps: [OffsetStep]) {
        var kept: [UInt8] = []
        var moved: [OffsetStep] = []
        kept.reserveCapacity(octets.count)
        var (next, drift, start) = (steps.startIndex, 0, 0)
        for space in spaces + [octets.count] {
            while next < steps.count, steps[next].normalized <= space {
                drift = steps[next].original - steps[next].normalized
                moved.append(OffsetStep(normalized: kept.count + steps[next].normalized - start, original: steps[next].original))
                next += 1
            }
            kept += octets[start..<space]
            start = space + 1
            if space < octets.count { moved.append(OffsetStep(normalized: kept.count, original: start + drift)) }
        }
        return (kept, moved)
    }

    private mutating func add(_ octets: [UInt8], _ line: Range<Int>) {
        var index = line.lowerBound
        while index < line.upperBound, octets[index] == 0x20 { index += 1 }
        guard Self.isCapital(octets, at: index, line.upperBound) else { return }
        var (found, letters, gap) = ([Int](), 0, 0)
        while let length = Self.letter(octets, at: index, line.upperBound) {
            letters += 1
            index += length
            gap = octets[index..<line.upperBound].prefix { $0 == 0x20 }.count
            guard gap > 0, Self.letter(octets, at: index + gap, line.upperBound) != nil else { break }
            // One space of the wider gap between two words stays.
            found += gap == 1 ? index..<index + 1 : index + 1..<index + gap
            index += gap
        }
        let isWhole = index + gap >= line.upperBound
        if letters >= (isWhole ? Self.fewestAlone : Self.fewest) { spaces += found }
    }

    private static func isCapital(_ octets: [UInt8], at index: Int, _ end: Int) -> Bool {
        guard index + 1 < end else { return false }
        return octets[index] == 0xD0 && octets[index + 1] < 0xB0 || (0x41...0x5A).contains(octets[index])
    }

    /// Octets of a letter, Cyrillic or a scanner's Latin one, or a hyphen, with nothing beside it but a mark at the end.
    private static func letter(_ octets: [UInt8], at index: Int, _ end: Int) -> Int? {
        guard index < end else { return nil }
        let length: Int
        switch octets[index] {
        case 0xD0, 0xD1: length = 2
        case 0x41...0x5A, 0x61...0x7A, 0x27, 0x2D: length = 1
        default: return nil
        }
        let next = index + length
        return next >= end || octets[next] == 0x20 || octets[next] == 0x3A || octets[next] == 0x2E ? length : nil
    }

    /// Letters of a word that ends within its line; «А Б В» is none.
    private static let fewest = 5
    private static let fewestAlone = 4
}
