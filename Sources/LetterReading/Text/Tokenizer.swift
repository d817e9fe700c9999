// SPDX-License-Identifier: Apache-2.0

/// Cuts normalized text into tokens and lines.
struct Tokenizer {
    /// What a text was cut into.
    struct Result {
        let tokens: [Token]
        let lines: [Range<Int>]
        /// Of all words (``Letter``).
        let letters: [UInt8]

        /// - Parameter text: UTF-8 of a normalized text.
        init(_ text: [UInt8]) {
            var tokenizer = Tokenizer()
            letters = Array(capacity: text.count) { tokenizer.run(text.span, into: &$0) }
            (tokens, lines) = (tokenizer.tokens, tokenizer.lines)
        }
    }

    private let quick = Letter.quick
    private var tokens: [Token] = []
    private var lines: [Range<Int>] = []
    private var lineStart = 0
    private var lineFeeds = 1
    private var isGlued = false

    /// - Parameters:
    ///   - text: UTF-8 of a normalized text.
    ///   - letters: takes the letters of all words, at most as many as the text has octets.
    private mutating func run(_ text: Span<UInt8>, into letters: inout OutputSpan<UInt8>) {
        tokens.reserveCapacity(text.count / 6)
        var position = 0
        while position < text.count {
            switch text[position] {
            case 0x20:
                isGlued = false
                position += 1
            case 0x0A:
                lines.append(lineStart..<position)
                position += 1
                lineStart = position
                lineFeeds += 1
                isGlued = false
            case 0x30...0x39:
                position = number(text, from: position)
            default:
                position = wordOrMark(text, from: position, &letters)
            }
        }
        lines.append(lineStart..<text.count)
    }

    private mutating func number(_ text: Span<UInt8>, from start: Int) -> Int {
        var (end, value) = (start, 0)
        while end < text.count, (0x30...0x39).contains(text[end]) {
            if end - start < 9 { value = value * 10 + Int(text[end] - 0x30) }
            end += 1
        }
        append(.number, start..<end, value: end - start > 9 ? -1 : value)
        return end
    }

    private mutating func wordOrMark(_ text: Span<UInt8>, from start: Int, _ letters: inout OutputSpan<UInt8>) -> Int {
        let initial = letter(text, at: start).code
        guard initial != 0 else {
            let (scalar, length) = scalar(text, at: start)
            append(.mark, start..<start + length, value: Int(scalar))
            return start + length
        }
        let firstLetter = letters.count
        var beginning = WordBeginning(letters: 0)
        var (end, capitals, count) = (start, 0, 0)
        while end < text.count {
            while let small = smallLetter(text, at: end) {
                beginning.add(small, number: count)
                letters.append(small)
                count &+= 1
                end &+= 2
            }
            guard end < text.count else { break }
            let (code, length) = letter(text, at: end)
            guard code != 0 else {
                guard text[end] == 0x27 || text[end] == 0x2D, let further = seam(text, at: end) else { break }
                end = further
                continue
            }
            capitals &+= Int(code >> 7)
            beginning.add(code & ~Letter.capital, number: count)
            letters.append(code & ~Letter.capital)
            count &+= 1
            end &+= length
        }
        let style: Token.Capitals =
            capitals == 0 ? .none : capitals == 1 && initial >= Letter.capital ? .first : capitals == count ? .all : .mixed
        append(.word, start..<end, letters: firstLetter..<firstLetter + count, beginning: beginning, capitals: style)
        return end
    }

    /// Where a word goes on behind an apostrophe, or behind a hyphen at the end of a line; nil where it ends.
    private mutating func seam(_ text: Span<UInt8>, at position: Int) -> Int? {
        switch text[position] {
        case 0x27:
            let next = position + 1
            return next < text.count && Letter.code(scalar(text, at: next).scalar) != 0 ? next : nil
        case 0x2D:
            var next = position + 1
            var feeds = 0
            while next < text.count, text[next] == 0x20 || text[next] == 0x0A {
                if text[next] == 0x0A { feeds += 1 }
                // What is passed over is looked at once more at most: a second line feed ends the search.
                guard feeds < 2, next - position < Self.maximumSeam else { return nil }
                next += 1
            }
            guard feeds == 1, next < text.count else { return nil }
            let scalar = scalar(text, at: next).scalar
            guard Letter.code(scalar) != 0, !Letter.isCapital(scalar) else { return nil }
            closeLine(text, between: position, and: next)
            return next
        default:
            return nil
        }
    }

    /// Octets from a hyphen at the end of a line to the rest of its word, at most: the next line may be indented.
    private static let maximumSeam = 40

    private mutating func closeLine(_ text: Span<UInt8>, between hyphen: Int, and next: Int) {
        guard let feed = (hyphen..<next).first(where: { text[$0] == 0x0A }) else { return }
        lines.append(lineStart..<feed)
        lineStart = feed + 1
    }

    /// The code of the letter that begins at an octet, where it is one from «а» to «я», as nearly all are.
    @inline(__always)
    private func smallLetter(_ text: Span<UInt8>, at position: Int) -> UInt8? {
        guard position &+ 1 < text.count, text[position] & 0xFE == 0xD0 else { return nil }
        let small = (text[position] & 1) << 6 | text[position &+ 1] & 0x3F
        return (0x30...0x4F).contains(small) ? small &- 0x2F : nil
    }

    /// The letter that begins at an octet, with ``Letter/capital`` set where it is one; code 0 where none does.
    @inline(__always)
    private func letter(_ text: Span<UInt8>, at position: Int) -> (code: UInt8, length: Int) {
        let first = text[position]
        if first & 0xFE == 0xD0, position + 1 < text.count {
            return (quick[Int(first & 1) << 6 | Int(text[position + 1] & 0x3F) | 0x400], 2)
        }
        return first < 0x80 ? (quick[Int(first)], 1) : rareLetter(text, at: position)
    }

    private func rareLetter(_ text: Span<UInt8>, at position: Int) -> (code: UInt8, length: Int) {
        let (scalar, length) = scalar(text, at: position)
        let code = Letter.code(scalar)
        return (code != 0 && Letter.isCapital(scalar) ? code | Letter.capital : code, length)
    }

    private func scalar(_ text: Span<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(text[position])
        let rest = text.count - position
        func tail(_ number: Int) -> UInt32 { number < rest ? UInt32(text[position + number] & 0x3F) : 0 }
        switch first {
        case 0xC0..<0xE0: return ((first & 0x1F) << 6 | tail(1), min(2, rest))
        case 0xE0..<0xF0: return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), min(3, rest))
        case 0xF0...: return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(4, rest))
        default: return (first, 1)
        }
    }

    private mutating func append(
        _ kind: Token.Kind, _ range: Range<Int>, value: Int = 0, letters: Range<Int> = 0..<0,
        beginning: WordBeginning = WordBeginning(letters: 0), capitals: Token.Capitals = .none
    ) {
        tokens.append(
            Token(
                kind: kind, range: range, letters: letters, beginning: beginning, value: value,
                isGlued: isGlued && !tokens.isEmpty,
                startsLine: lineFeeds > 0, startsParagraph: lineFeeds > 1 && !tokens.isEmpty, capitals: capitals))
        lineFeeds = 0
        isGlued = true
    }
}
