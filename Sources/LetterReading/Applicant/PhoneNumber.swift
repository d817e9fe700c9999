// SPDX-License-Identifier: Apache-2.0

/// A telephone number as it is written in a letter.
struct PhoneNumber: Hashable, Sendable {
    /// As written, spaces at the ends left out: `+38 (095) 000-12-13`.
    let text: String
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    /// The first number that begins between two tokens: a mobile or trunk number, or a city number of five to seven digits behind «тел.» or in groups.
    ///
    /// Registry codes (8 digits), taxpayers' numbers, bank accounts and cadastral numbers are none.
    static func first(in source: NormalizedText, _ range: Range<Int>) -> PhoneNumber? {
        var isCut = range.first.map { goesOn(source, $0) } ?? false
        for index in range {
            let token = source.tokens[index]
            if isCut {
                isCut = token.kind == .number || token.isMark("-") || token.isMark(")")
                if isCut { continue }
            }
            guard token.kind == .number || token.isMark("+") || token.isMark("(") else { continue }
            if index > range.lowerBound, token.isGlued, isInside(source.tokens[index - 1]) { continue }
            if isOfOther(source, index, from: range.lowerBound) { continue }
            if (1...4).contains(token.digitCount), isOfAddress(source, index, from: range.lowerBound) { continue }
            if let phone = PhoneNumber(source, at: index, end: source.tokens.count) { return phone }
        }
        return nil
    }

    /// The first number, but a mobile one right behind a number of the town.
    static func preferred(in source: NormalizedText, _ range: Range<Int>) -> PhoneNumber? {
        guard let found = first(in: source, range), found.text.utf8.count(where: { (0x30...0x39).contains($0) }) < 10,
            found.tokens.upperBound < range.upperBound
        else { return first(in: source, range) }
        let behind = found.tokens.upperBound..<min(range.upperBound, found.tokens.upperBound + maximumDistance)
        guard let mobile = first(in: source, behind), mobile.text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 10 else {
            return found
        }
        return mobile
    }

    /// Tokens between two telephones of one person.
    private static let maximumDistance = 6

    private static func isInside(_ before: Token) -> Bool {
        before.kind != .mark || before.isMark("-") || before.isMark("/") || before.isMark("+")
    }

    private init?(_ source: borrowing NormalizedText, at start: Int, end: Int) {
        var index = start
        var groups: [Int] = []
        var digits = ""
        var last = start
        var hasPoint = false
        while index < end, index - start < 14, digits.utf8.count < 13 {
            let token = source.tokens[index]
            // «кв. 8 / 073 000 12 33»: what the line above ends with is no part of the number.
            if token.startsLine, index > start, !Self.mayGoOn(digits) { break }
            if token.kind == .number {
                // «24.12.26» is a date.
                if index > start, source.tokens[index - 1].isMark(".") { hasPoint = true }
                if let before = groups.last, index > start, !token.isGlued, before + token.digitCount > 10 { break }
                groups.append(token.digitCount)
                digits += source.text(of: token)
                last = index
            } else if !Self.isJoint(token, isFirst: index == start), !(token.isMark("/") && groups == [3] && token.isGlued) {
                break
            }
            // A second number on the same line begins anew.
            if Self.isWhole(digits), index + 1 < end, source.tokens[index + 1].isMark(",") || !source.tokens[index + 1].isGlued {
                break
            }
            index += 1
        }
        // «(0352) 4-77-10»: the code of a town with five digits.
        let isCoded = digits.utf8.count == 9 && digits.begins(with: "0") && source.tokens[start].isMark("(")
        guard Self.isWhole(digits) || isCoded || !hasPoint && Self.isLocal(groups, at: start, source) else { return nil }
        let next = last + 1
        if next < end, source.tokens[next].isGlued,
            source.tokens[next].isMark(":") || source.tokens[next].isMark("/") || source.tokens[next].kind == .word
        {
            return nil
        }
        tokens = start..<last + 1
        text = source.originalText(source.tokens[start].range.lowerBound..<source.tokens[last].range.upperBound)
    }

    /// «+38 (096) / 000 11 77»: only a number that begins as whole ones do may go on in the next line.
    private static func mayGoOn(_ digits: String) -> Bool {
        digits.begins(with: "0") && digits.utf8.count < 10 || digits.begins(with: "38") && digits.utf8.count < 12
    }

    /// Whether the token is in the middle of a number that begins before the range.
    private static func goesOn(_ source: NormalizedText, _ index: Int) -> Bool {
        guard index > 0, !source.tokens[index].startsLine else { return false }
        let before = source.tokens[index - 1]
        return before.kind == .number || before.isMark("+") || before.isMark(")")
            || before.isMark("-") && index > 1 && source.tokens[index - 2].kind == .number
    }

    /// A mark between the groups of digits: `(095) 000-12-13`, `050.111.22.33`; a bar only behind the code: `050/123-45-67`.
    private static func isJoint(_ token: Token, isFirst: Bool) -> Bool {
        token.isMark("-") || token.isMark("(") || token.isMark(")") || (token.isMark(".") && token.isGlued && !isFirst)
            || (token.isMark("+") && isFirst)
    }

    /// «кв. 8 073 000 12 33»: the number behind a mark of an address begins no telephone.
    private static func isOfAddress(_ source: NormalizedText, _ index: Int, from start: Int) -> Bool {
        var before = index - 1
        while before >= start, source.tokens[before].isMark(".") || source.tokens[before].isMark("№") { before -= 1 }
        guard before >= start, let mark = AddressMark(source, at: before, end: index) else { return false }
        return mark.kind == .flat || mark.kind == .house || mark.kind == .block
    }

    /// «Особовий рахунок 0410077312», «РНОКПП 0123456789»: what the word before it counts is no telephone.
    private static func isOfOther(_ source: NormalizedText, _ index: Int, from start: Int) -> Bool {
        guard source.tokens[index].digitCount > 5 else { return false }
        let before = source.tokens[max(start, index - otherReach)..<index]
        return before.last { $0.kind == .word }.map { others.knows($0, in: source) } ?? false
    }

    private static let others = StemTable<Bool>([
        ("рахунок рахунку рахунком особовий рнокпп іпн єдрпоу код лічильник лічильника узо iban", true)
    ])
    /// Tokens between «рахунок» and its number: «рахунок №: …».
    private static let otherReach = 4

    /// `0671234567`, `380671234567`.
    private static func isWhole(_ digits: String) -> Bool {
        let count = digits.utf8.count
        return count == 10 && digits.begins(with: "0") && !digits.begins(with: "00") || count == 12 && digits.begins(with: "380")
            || count == 11 && (digits.begins(with: "80") || digits.begins(with: "0800"))
    }

    /// `60-11-25`, `481-00-00`, or five to seven digits behind «тел.».
    private static func isLocal(_ groups: [Int], at start: Int, _ source: NormalizedText) -> Bool {
        let count = groups.reduce(0, +)
        // «000 11 77» is the end of another number, «000-21-54» is one by itself.
        guard (5...7).contains(count), !source.text(of: source.tokens[start]).begins(with: "0") || isByItself(source, start)
        else {
            return false
        }
        if groups.count == 3, groups[0] <= 3, groups[1] == 2, groups[2] == 2 { return true }
        // «Тищенко Ольга, 93-1-40»: such a group may be anything but behind a name.
        if groups == [2, 1, 2], start > 1, source.tokens[start - 1].isMark(","), source.tokens[start - 2].capitals != .none {
            return true
        }
        return (1...3).contains {
            start >= $0 && words.knows(source.tokens[start - $0], in: source)
        }
    }

    /// Whether nothing of a number stands before it, and hyphens hold it together or a name or «тел.» leads to it.
    private static func isByItself(_ source: NormalizedText, _ start: Int) -> Bool {
        // «Кухар Мілана, 00 40 31».
        if start > 1, source.tokens[start - 1].isMark(","), source.tokens[start - 2].kind == .word,
            source.tokens[start - 2].capitals != .none
        {
            return true
        }
        if (1...2).contains(where: { start >= $0 && words.knows(source.tokens[start - $0], in: source) }) { return true }
        guard start + 1 < source.tokens.count, source.tokens[start + 1].isMark("-"), source.tokens[start + 1].isGlued else {
            return false
        }
        guard start > 0 else { return true }
        return source.tokens[start - 1].kind == .word || !goesOn(source, start) && !source.tokens[start - 1].isMark(")")
    }

    private static let words = StemTable<Bool>([("тел т телефон телефону телефоном моб мобільний факс", true)])
}
