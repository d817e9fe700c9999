// SPDX-License-Identifier: Apache-2.0

/// A telephone number as it is written in a letter.
struct PhoneNumber: Hashable, Sendable {
    /// As written, spaces at the ends left out: `+38 (095) 000-12-13`.
    let text: String
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    /// The first number between two tokens: a mobile or trunk number, or a city number of five to seven digits behind «тел.» or in groups.
    ///
    /// Registry codes (8 digits), taxpayers' numbers, bank accounts and cadastral numbers are none.
    static func first(in source: NormalizedText, _ range: Range<Int>) -> PhoneNumber? {
        for index in range {
            let token = source.tokens[index]
            guard token.kind == .number || token.isMark("+") || token.isMark("(") else { continue }
            if index > range.lowerBound, token.isGlued, isInside(source.tokens[index - 1]) { continue }
            if let phone = PhoneNumber(source, at: index, end: range.upperBound) { return phone }
        }
        return nil
    }

    private static func isInside(_ before: Token) -> Bool {
        before.kind != .mark || before.isMark("-") || before.isMark("/") || before.isMark("+")
    }

    private init?(_ source: NormalizedText, at start: Int, end: Int) {
        var index = start
        var groups: [Int] = []
        var digits = ""
        var last = start
        while index < end, index - start < 14, digits.count < 13 {
            let token = source.tokens[index]
            if token.kind == .number {
                if let before = groups.last, index > start, !token.isGlued, before + token.digitCount > 10 { break }
                groups.append(token.digitCount)
                digits += source.text(of: token)
                last = index
            } else if token.isMark("-") || token.isMark("(") || token.isMark(")") || (token.isMark("+") && index == start) {
                if token.startsLine, index > start { break }
            } else {
                break
            }
            // A second number on the same line begins anew.
            if Self.isWhole(digits), index + 1 < end, source.tokens[index + 1].isMark(",") || !source.tokens[index + 1].isGlued {
                break
            }
            index += 1
        }
        guard Self.isWhole(digits) || Self.isLocal(groups, at: start, source) else { return nil }
        let next = last + 1
        if next < end, source.tokens[next].isGlued,
            source.tokens[next].isMark(":") || source.tokens[next].isMark("/") || source.tokens[next].kind == .word
        {
            return nil
        }
        tokens = start..<last + 1
        text = source.originalText(source.tokens[start].range.lowerBound..<source.tokens[last].range.upperBound)
    }

    /// `0671234567`, `380671234567`.
    private static func isWhole(_ digits: String) -> Bool {
        digits.count == 10 && digits.hasPrefix("0") && !digits.hasPrefix("00") || digits.count == 12 && digits.hasPrefix("380")
            || digits.count == 11 && digits.hasPrefix("80")
    }

    /// `60-11-25`, `481-00-00`, or five to seven digits behind «тел.».
    private static func isLocal(_ groups: [Int], at start: Int, _ source: NormalizedText) -> Bool {
        let count = groups.reduce(0, +)
        guard (5...7).contains(count) else { return false }
        if groups.count == 3, groups[0] <= 3, groups[1] == 2, groups[2] == 2 { return true }
        return (1...3).contains {
            start >= $0 && words.meaning(of: source.tokens[start - $0], in: source) != nil
        }
    }

    private static let words = StemTable<Bool>([("тел т телефон телефону телефоном моб мобільний факс", true)])
}
