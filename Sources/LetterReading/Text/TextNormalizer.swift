// SPDX-License-Identifier: Apache-2.0

/// Brings a text into the spelling of ``NormalizedText`` and notes where offsets part.
struct TextNormalizer {
    let input: [UInt8]
    private(set) var output: [UInt8] = []
    private(set) var steps: [OffsetStep] = []
    private var drift = 0

    /// - Parameter input: valid UTF-8.
    init(_ input: [UInt8]) { self.input = input }

    mutating func run() {
        var position = plainEnd(from: 0)
        guard position < input.count else {
            output = input
            return
        }
        output.reserveCapacity(input.count)
        keep(0, position)
        while position < input.count {
            let plain = plainEnd(from: position)
            guard plain == position else {
                keep(position, plain - position)
                position = plain
                continue
            }
            let first = input[position]
            switch first {
            case 0x2E:
                position = leader(at: position)
            case 0..<0x80:
                position = control(first, at: position)
            case 0xD0, 0xD1:
                position = cyrillic(at: position)
            default:
                position = other(at: position)
            }
        }
    }

    /// Behind the octets from here on that stay as they are: nearly all of a text.
    private func plainEnd(from start: Int) -> Int {
        let octets = input.span
        var position = start
        while position < octets.count {
            let octet = octets[position]
            if octet & 0xFE == 0xD0 {
                position &+= 2
            } else if Self.isPlain(octet) {
                guard octet != 0x2E || !isLeader(position) else { return position }
                position &+= 1
            } else {
                break
            }
        }
        // A letter may be put together with the mark behind it.
        guard position < octets.count, octets[position] == 0xCC, position - 2 >= start, octets[position - 2] & 0xFE == 0xD0 else {
            return min(position, octets.count)
        }
        return position - 2
    }

    /// «Вид звернення ........ скарга»: points between a label and what belongs to it, three of them where no sentence goes on.
    @inline(__always)
    private func isLeader(_ position: Int) -> Bool {
        position > 0 && position + 3 < input.count && (input[position + 1] == 0x2E || spaceEnd(position + 1) != nil)
            && leaderEnd(position) != nil
    }

    /// Behind the points and the spaces that follow them.
    private func leaderEnd(_ start: Int) -> Int? {
        guard input[start - 1] == 0x20 || start > 1 && spaceEnd(start - 2) == start else { return nil }
        var (end, points, isSpaced) = (start, 0, false)
        while end < input.count, end - start < Self.longestLeader {
            if input[end] == 0x2E {
                (points, end, isSpaced) = (points + 1, end + 1, false)
            } else if let next = spaceEnd(end) {
                (end, isSpaced) = (next, true)
            } else {
                break
            }
        }
        guard end < input.count, isSpaced, input[end] > 0x20 else { return nil }
        return points > 3 || points == 3 && (0x30...0x39).contains(input[end]) ? end : nil
    }

    /// Behind a space, also one that allows no break; nil where there is none.
    private func spaceEnd(_ position: Int) -> Int? {
        if input[position] == 0x20 { return position + 1 }
        return input[position] == 0xC2 && position + 1 < input.count && input[position + 1] == 0xA0 ? position + 2 : nil
    }

    /// Octets of the longest row of points.
    private static let longestLeader = 120

    /// ASCII but apostrophes and control characters, and the line feed.
    @inline(__always)
    private static func isPlain(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet < 0x7F && octet != 0x27 && octet != 0x60 || octet == 0x0A
    }

    /// A colon in the place of the points.
    private mutating func leader(at position: Int) -> Int {
        put(0x3A, from: position)
        put(0x20, from: position)
        return leaderEnd(position) ?? position + 1
    }

    /// Line ends, tabs, the two ASCII apostrophes; other control characters are not seen.
    private mutating func control(_ octet: UInt8, at position: Int) -> Int {
        switch octet {
        case 0x0D:
            let isPair = position + 1 < input.count && input[position + 1] == 0x0A
            put(0x0A, from: position)
            return position + (isPair ? 2 : 1)
        case 0x27, 0x60: put(0x27, from: position)
        case 0x09: tab(at: position)
        case 0x0B: put(0x20, from: position)
        case 0x0C: put(0x0A, from: position)
        default: break
        }
        return position + 1
    }

    /// A column's width of spaces, so that a gap between columns is seen as one; tabs behind it are single spaces.
    private mutating func tab(at position: Int) {
        let isFirst = position == 0 || input[position - 1] != 0x09
        for _ in 0..<(isFirst ? LetterLine.columnGap : 1) { put(0x20, from: position) }
    }

    /// Two octets, put together with a breve or diaeresis behind them: и + U+0306, і + U+0308.
    private mutating func cyrillic(at position: Int) -> Int {
        let next = position + 2
        guard next + 1 < input.count, input[next] == 0xCC, let mark = composed(position, input[next + 1]) else {
            keep(position, 2)
            return next
        }
        put(mark.0, from: position)
        put(mark.1, from: position + 1)
        return next + 2
    }

    private func composed(_ position: Int, _ mark: UInt8) -> (UInt8, UInt8)? {
        switch (input[position], input[position + 1], mark) {
        case (0xD0, 0xB8, 0x86): (0xD0, 0xB9)
        case (0xD0, 0x98, 0x86): (0xD0, 0x99)
        case (0xD1, 0x96, 0x88): (0xD1, 0x97)
        case (0xD0, 0x86, 0x88): (0xD0, 0x87)
        case (0xD0, 0xB5, 0x88): (0xD1, 0x91)
        case (0xD0, 0x95, 0x88): (0xD0, 0x81)
        default: nil
        }
    }

    private mutating func other(at position: Int) -> Int {
        let (scalar, length) = decode(at: position)
        switch scalar {
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0x02B9, 0x00B4, 0x2032, 0x02C8, 0x055A, 0xFF07: put(0x27, from: position)
        case 0x2010...0x2015, 0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D: put(0x2D, from: position)
        case 0x00AB, 0x00BB, 0x201C...0x201F, 0x2033, 0x2036, 0x2039, 0x203A, 0x201A, 0xFF02: put(0x22, from: position)
        case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: put(0x20, from: position)
        case 0x0085, 0x2028, 0x2029: put(0x0A, from: position)
        case 0x0080..<0x00A0, 0x00AD, 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
            break
        case 0xFF10...0xFF19: put(UInt8(scalar - 0xFF10) + 0x30, from: position)
        case 0x2070: superscriptZero(at: position)
        default: keep(position, length)
        }
        return position + length
    }

    /// «15⁰⁰» is a time of day.
    private mutating func superscriptZero(at position: Int) {
        let isSecond = position >= 3 && input[position - 3..<position].elementsEqual([0xE2, 0x81, 0xB0])
        if !isSecond { put(0x3A, from: position) }
        put(0x30, from: position)
    }

    private func decode(at position: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(input[position])
        func tail(_ number: Int) -> UInt32 { position + number < input.count ? UInt32(input[position + number] & 0x3F) : 0 }
        switch first {
        case 0xC0..<0xE0: return ((first & 0x1F) << 6 | tail(1), min(2, input.count - position))
        case 0xE0..<0xF0: return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), min(3, input.count - position))
        case 0xF0...: return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(4, input.count - position))
        default: return (first, 1)
        }
    }

    private mutating func keep(_ position: Int, _ length: Int) {
        note(position)
        output += input[position..<position + length]
    }

    private mutating func put(_ octet: UInt8, from position: Int) {
        note(position)
        output.append(octet)
    }

    private mutating func note(_ position: Int) {
        guard position - output.count != drift else { return }
        drift = position - output.count
        steps.append(OffsetStep(normalized: output.count, original: position))
    }
}
