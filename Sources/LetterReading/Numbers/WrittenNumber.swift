// SPDX-License-Identifier: Apache-2.0

/// A registration number as letters write it: `01-23/456`, `54-102-4471вих-26`, `К-1234/08-31`, `11/10-1443 (251877)`.
struct WrittenNumber: Hashable, Sendable {
    /// Without spaces, Latin letters that look Cyrillic made Cyrillic; capitals as written.
    let text: String
    /// Positions in ``NormalizedText/tokens``, without the number sign.
    let tokens: Range<Int>
    /// Whether it begins with a word of small letters, as no index does.
    let isWordFirst: Bool

    /// The number that begins at a token; nil where there is none, a blank to fill in (`____`) or «б/н».
    ///
    /// - Parameter end: the number lies before this token.
    init?(_ source: borrowing NormalizedText, at start: Int, end: Int) {
        guard start < end, source.tokens[start].kind != .mark else { return nil }
        var last = start + 1
        while last < end, last - start < Self.maximumTokens, let next = Self.next(source, from: start, after: last, end) {
            last = next
        }
        last = Self.spaced(source, from: start, last, end)
        // «№ ПЕ 14256873»: letters alone take the number behind them.
        if last == start + 1, last < end, source.tokens[start].kind == .word, source.tokens[start].capitals != .none,
            source.tokens[start].letters.count <= 3, source.tokens[last].digitCount > 2, !source.tokens[last].startsLine
        {
            last += 1
        }
        guard source.tokens[start..<last].contains(where: { $0.kind == .number }),
            source.tokens[last - 1].range.upperBound - source.tokens[start].range.lowerBound <= Self.maximumOctets
        else { return nil }
        isWordFirst = source.tokens[start].kind == .word && source.tokens[start].capitals == .none
        let closed = Self.closed(source, last, end)
        tokens = start..<closed
        text = Self.folded(source, start..<closed)
    }

    /// «56 05-1144/56 16», as the emergency service numbers its letters: the code of the region, the index, the code again.
    private static func spaced(_ text: NormalizedText, from start: Int, _ last: Int, _ end: Int) -> Int {
        func isCode(_ index: Int) -> Bool {
            index < end && text.tokens[index].digitCount == 2 && !text.tokens[index].startsLine
        }
        guard last == start + 1, text.tokens[start].digitCount == 2, isCode(last), last + 1 < end,
            text.tokens[last + 1].isMark("-"),
            text.tokens[last + 1].isGlued
        else { return last }
        var next = last + 1
        while next < end, next - start < maximumTokens, let further = Self.next(text, from: last, after: next, end) {
            next = further
        }
        guard isCode(next), !isEnd(text, at: next, end) else { return next }
        // «54 06-1480/54 06/11».
        return next + 1 < end ? Self.next(text, from: last, after: next + 1, end) ?? next + 1 : next + 1
    }

    /// Whether it is grouped as telephones are: `050-111-22-33`, `60-11-25`. Behind a number sign it is a number all the same.
    var isTelephone: Bool {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) else { return false }
        var digits = [0]
        for octet in text.utf8 {
            if octet == UInt8(ascii: "-") { digits.append(0) } else { digits[digits.count - 1] += 1 }
        }
        guard digits.count > 2 else { return false }
        let isTrunk = text.utf8.first == UInt8(ascii: "0") && digits.reduce(0, +) == 10
        return isTrunk || (digits.count == 3 && digits[0] <= 3 && digits[1] == 2 && digits[2] == 2)
    }

    /// Whether a date follows, with or without «від».
    func isDated(_ source: NormalizedText, end: Int) -> Bool {
        var index = tokens.upperBound
        if index < end, Self.from.knows(source.tokens[index], in: source) { index += 1 }
        return WrittenDate(source, at: index, end: end) != nil
    }

    /// Behind the next piece of the number: letters glued to figures, or a joint with what it joins; nil where the number ends.
    private static func next(_ text: NormalizedText, from start: Int, after last: Int, _ end: Int) -> Int? {
        let token = text.tokens[last]
        if token.kind != .mark {
            guard token.isGlued, !isEnd(text, at: last, end) else { return nil }
            return last + 1
        }
        guard joints.contains(UInt32(token.value)) else { return nil }
        var part = last + 1
        if part < end, text.tokens[part].kind == .mark, text.tokens[part].isGlued,
            joints.contains(UInt32(text.tokens[part].value))
        {
            part += 1
        }
        guard part < end, text.tokens[part].kind != .mark, isJoined(text, joint: token, part, before: text.tokens[last - 1])
        else { return nil }
        // «211-р» goes on, «2026 р.» does not.
        let isSuffix = text.tokens[part].isGlued && text.tokens[part].kind == .word && text.tokens[part].letters.count == 1
        guard isSuffix || !isEnd(text, at: part, end) else { return nil }
        return part + 1
    }

    /// `02-15 / 1876` and a number broken behind its joint at the end of a line are still one number.
    private static func isJoined(_ text: NormalizedText, joint: Token, _ part: Int, before: Token) -> Bool {
        let next = text.tokens[part]
        if joint.isGlued, next.isGlued { return true }
        guard !joint.startsLine, !next.startsParagraph else { return false }
        if next.startsLine {
            return joint.isGlued && next.kind == .number && (joint.isMark("-") || joint.isMark("/"))
        }
        guard before.kind == .number || before.letters.count <= 4, next.kind == .number || next.capitals == .all else {
            return false
        }
        return joint.isMark("/") || (joint.isMark("-") && before.kind == .number && next.kind == .number)
    }

    /// Whether what is glued on is not of the number: `1876від27.10.2026`, a date behind a hyphen.
    private static func isEnd(_ text: NormalizedText, at index: Int, _ end: Int) -> Bool {
        let token = text.tokens[index]
        if token.kind == .word {
            guard token.letters.count <= 8 else { return true }
            guard from.knows(token, in: text) else { return false }
            // «4-р-26» goes on behind its letter.
            return index + 1 >= end || !(text.tokens[index + 1].isMark("-") || text.tokens[index + 1].isMark("/"))
        }
        guard !token.isGlued else { return false }
        return WrittenDate(text, at: index, end: end) != nil
    }

    /// With the number in brackets that a document system puts behind its own.
    private static func closed(_ text: NormalizedText, _ open: Int, _ end: Int) -> Int {
        guard open + 2 < end, text.tokens[open].isMark("("), text.tokens[open + 1].digitCount >= 3,
            text.tokens[open + 2].isMark(")")
        else {
            return open
        }
        return open + 3
    }

    /// The number in one spelling, for comparison and for the card: «K-12» typed with a Latin K is «К-12».
    private static func folded(_ source: NormalizedText, _ range: Range<Int>) -> String {
        var octets: [UInt8] = []
        for (offset, index) in range.enumerated() {
            let token = source.tokens[index]
            if token.isMark("("), offset > 0 { octets.append(UInt8(ascii: " ")) }
            if offset > 0, token.kind == .number, !token.isGlued, source.tokens[index - 1].kind == .number {
                octets.append(UInt8(ascii: " "))
            }
            let letters = source.letters[token.letters]
            let written = source.utf8[token.range]
            // A word with an apostrophe, or of other letters than Cyrillic and those that look so, stays as it is.
            guard token.kind == .word, letters.allSatisfy({ (1...36).contains($0) }),
                written.count(where: { $0 & 0xC0 != 0x80 }) == letters.count
            else {
                octets += written
                continue
            }
            for (code, scalar) in zip(letters, String(decoding: written, as: UTF8.self).unicodeScalars) {
                if Letter.isCapital(scalar.value) {
                    Letter.writeCapital(code, to: &octets)
                } else {
                    Letter.write(code, to: &octets)
                }
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    private static let joints: Set<UInt32> = Set("-/.\\:_".unicodeScalars.map(\.value))
    private static let from = StemTable<Bool>([("від от вiд за р року", true)])
    private static let maximumTokens = 24
    /// Octets of the longest index; what is longer is a key, a hash, an address.
    private static let maximumOctets = 48
}
