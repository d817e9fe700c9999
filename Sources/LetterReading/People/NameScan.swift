// SPDX-License-Identifier: Apache-2.0

/// Reads one name at a word.
struct NameScan {
    let text: NormalizedText
    let bounds: Range<Int>
    let ignoringCase: Bool
    /// Whether a name may stand in the instrumental: «мною, адвокатом Жданом Євгеном».
    var allowsAnyCase = false

    func mention(at index: Int) -> NameMention? {
        let token = text.tokens[index]
        guard token.kind == .word, ignoringCase || token.capitals != .none else { return nil }
        if token.letters.count == 1 { return initials(at: index) }
        guard let name = word(from: index), isGiven(name) || isUnknownGiven(name) else { return nil }
        return mention(given: name)
    }

    /// «Мороз О. В.», «О. В. Мороз», «О.Мороз».
    private func initials(at index: Int) -> NameMention? {
        guard text.tokens[index].capitals != .none else { return nil }
        var letters: [String] = []
        var next = index
        while letters.count < 2, let point = point(after: next), text.tokens[next].letters.count == 1,
            text.tokens[next].capitals != .none
        {
            letters.append(Letter.cyrillic(text.text(of: text.tokens[next])))
            next = point + 1
            guard next < bounds.upperBound, text.tokens[next].kind == .word else { break }
        }
        guard !letters.isEmpty else { return nil }
        if let surname = wordEnding(before: index), isSurname(surname), isSameLine(surname.upperBound - 1, index),
            letters.count == 2 || startsBlock(surname)
        {
            let name = PersonName(surname: NameWord(text, surname), initials: letters, surnameFirst: true)
            return NameMention(name: name, tokens: surname.lowerBound..<next)
        }
        guard next < bounds.upperBound, isSameLine(index, next), let surname = word(from: next), isSurname(surname) else {
            return nil
        }
        let name = PersonName(surname: NameWord(text, surname), initials: letters, surnameFirst: false)
        return NameMention(name: name, tokens: index..<surname.upperBound)
    }

    private func startsBlock(_ surname: Range<Int>) -> Bool {
        surname.lowerBound == 0 || text.tokens[surname.lowerBound].startsLine || text.tokens[surname.lowerBound - 1].kind != .word
    }

    /// A given name with what stands beside it.
    private func mention(given name: Range<Int>) -> NameMention? {
        let index = name.lowerBound
        let patronymic = word(after: name).flatMap { isPatronymic($0) ? $0 : nil }
        let end = patronymic ?? name
        var before = wordEnding(before: index).flatMap {
            (isSurname($0) || patronymic != nil && isSentenceStart($0)) && isSameLine($0.upperBound - 1, index) ? $0 : nil
        }
        var after = word(after: end).flatMap {
            (isSurname($0) || isLineOfTwo(name, $0)) && isSameLine(end.upperBound - 1, $0.lowerBound) ? $0 : nil
        }
        if before == nil, after == nil {
            before = wordEnding(before: index).flatMap { isSurname($0) && isWrapped($0.upperBound - 1, index) ? $0 : nil }
            after = word(after: end).flatMap { isSurname($0) && isWrapped(end.upperBound - 1, $0.lowerBound) ? $0 : nil }
        }
        // «Іван Богдан»: the second of two given names is the surname, unless a patronymic follows it.
        if patronymic == nil, before == nil, let next = word(after: name), isGiven(next),
            word(after: next).map(isPatronymic) == true
        {
            return nil
        }
        let surname = chosen(before, after)
        if surname == nil, patronymic == nil, let short = shortened(name) { return short }
        // «Віра», «Надія» and «Влада» alone begin many a sentence.
        if surname == nil, patronymic == nil, isCommonWord(name) { return nil }
        guard
            let person = PersonName(
                surname: surname.map { NameWord(text, $0) }, given: NameWord(text, name),
                patronymic: patronymic.map { NameWord(text, $0) },
                surnameFirst: surname?.lowerBound ?? index < index)
        else { return nil }
        let first = min(surname?.lowerBound ?? index, index)
        let last = max(surname?.upperBound ?? end.upperBound, end.upperBound)
        return NameMention(name: person, tokens: first..<last)
    }

    /// «Лідія Ч.», «Горпина Р. Ю.»: a name with initials behind it; two of them make the name a surname.
    private func shortened(_ name: Range<Int>) -> NameMention? {
        var letters: [String] = []
        var next = name.upperBound
        while letters.count < 2, next < bounds.upperBound, text.tokens[next].letters.count == 1,
            text.tokens[next].capitals != .none,
            !text.tokens[next].startsLine, let point = point(after: next)
        {
            letters.append(Letter.cyrillic(text.text(of: text.tokens[next])))
            next = point + 1
        }
        guard !letters.isEmpty, next >= bounds.upperBound || text.tokens[next].startsLine || text.tokens[next].kind != .word
        else {
            return nil
        }
        let person = PersonName(surname: NameWord(text, name), initials: letters, surnameFirst: true)
        return NameMention(name: person, tokens: name.lowerBound..<next)
    }

    private func chosen(_ before: Range<Int>?, _ after: Range<Int>?) -> Range<Int>? {
        guard let before, let after else { return before ?? after }
        let (one, other) = (likeness(before), likeness(after))
        if one != other { return one > other ? before : after }
        return before
    }

    private func likeness(_ range: Range<Int>) -> Int {
        let isCapital = text.tokens[range.lowerBound].capitals == .all ? 1 : 0
        return (hasEnding(range) ? 2 : 0) + isCapital
    }

    private func isGiven(_ range: Range<Int>) -> Bool {
        // No name of the table has a hyphen.
        guard range.count == 1, let name = GivenName.named(text.tokens[range.lowerBound], in: text) else { return false }
        // «Віра» and «любов» are words as well: written small they are no names, nor are forms no applicant is named in.
        if text.tokens[range.lowerBound].capitals == .none { return !SurnameForm.commonNames.contains(name.nominative) }
        return allowsAnyCase || !GivenName.cases(text.tokens[range.lowerBound], in: text).isSubset(of: .other)
    }

    /// A given name of no table, as the patronymic behind it says: «Рябко Таміла Юріївна».
    private func isUnknownGiven(_ range: Range<Int>) -> Bool {
        guard text.tokens[range.lowerBound].letters.count > 2, isSurname(range), let next = word(after: range),
            isSameLine(range.upperBound - 1, next.lowerBound), isPatronymic(next),
            GivenName.named(text.tokens[range.lowerBound], in: text) == nil
        else { return false }
        return !AddressWords.words.knows(text.tokens[range.lowerBound], in: text)
            && !LineWords.requests.knows(text.tokens[range.lowerBound], in: text) && !isPatronymic(range)
    }

    private func isCommonWord(_ range: Range<Int>) -> Bool {
        GivenName.named(text.tokens[range.lowerBound], in: text).map { SurnameForm.commonNames.contains($0.nominative) } ?? true
    }

    private func isPatronymic(_ range: Range<Int>) -> Bool {
        Patronymic.endingSet.fits(text.tokens[range.upperBound - 1], in: text)
            && Patronymic(NameWord(text, range).lowercased) != nil && isCapitalised(range.lowerBound)
    }

    private func isSurname(_ range: Range<Int>) -> Bool {
        let token = text.tokens[range.lowerBound]
        guard token.letters.count > 1, isCapitalised(range.lowerBound), !SurnameForm.others.knows(token, in: text)
        else { return false }
        return token.capitals != .none || hasEnding(range)
    }

    private func hasEnding(_ surname: Range<Int>) -> Bool {
        SurnameForm.endings.fits(text.tokens[surname.upperBound - 1], in: text)
    }

    /// «… собак. калюжна валентина петрівна»: the one word before a given name and a patronymic, whatever it ends with.
    private func isSentenceStart(_ range: Range<Int>) -> Bool {
        let token = text.tokens[range.lowerBound]
        return ignoringCase && token.letters.count > 2 && !SurnameForm.others.knows(token, in: text)
            && (range.lowerBound == bounds.lowerBound || token.startsLine || text.tokens[range.lowerBound - 1].kind == .mark)
    }

    /// «віка зозуля 0990007351»: a given name and one word more are all the words of a line.
    private func isLineOfTwo(_ given: Range<Int>, _ other: Range<Int>) -> Bool {
        let token = text.tokens[other.lowerBound]
        return ignoringCase && text.tokens[given.lowerBound].startsLine && token.letters.count > 2
            && !SurnameForm.others.knows(token, in: text)
            && (other.upperBound >= text.tokens.count || text.tokens[other.upperBound].startsLine
                || text.tokens[other.upperBound].kind == .number)
    }

    private func isCapitalised(_ index: Int) -> Bool { ignoringCase || text.tokens[index].capitals != .none }

    /// A word with what a hyphen glues to it.
    private func word(from index: Int) -> Range<Int>? {
        guard index < bounds.upperBound, text.tokens[index].kind == .word else { return nil }
        var end = index + 1
        while end + 1 < bounds.upperBound, text.tokens[end].isMark("-"), text.tokens[end].isGlued, text.tokens[end + 1].isGlued,
            text.tokens[end + 1].kind == .word
        {
            end += 2
        }
        return index..<end
    }

    private func word(after range: Range<Int>) -> Range<Int>? { word(from: range.upperBound) }

    private func wordEnding(before index: Int) -> Range<Int>? {
        var start = index - 1
        guard start >= bounds.lowerBound, text.tokens[start].kind == .word else { return nil }
        while start - 2 >= bounds.lowerBound, text.tokens[start].isGlued, text.tokens[start - 1].isMark("-"),
            text.tokens[start - 1].isGlued,
            text.tokens[start - 2].kind == .word
        {
            start -= 2
        }
        return start..<index
    }

    private func point(after index: Int) -> Int? {
        guard index + 1 < bounds.upperBound, text.tokens[index + 1].isMark("."), text.tokens[index + 1].isGlued else {
            return nil
        }
        return index + 1
    }

    private func isSameLine(_ one: Int, _ other: Int) -> Bool {
        !(one + 1...max(one + 1, other)).contains { text.tokens[$0].startsLine }
    }

    /// «… 09.12.2026 звернулася Ковальчук / Олена Петрівна, яка проживає …»: a long line of the text broken within a name.
    private func isWrapped(_ one: Int, _ other: Int) -> Bool {
        guard other == one + 1, !text.tokens[other].startsParagraph, other + 1 < text.tokens.count else { return false }
        var first = one
        while first > 0, !text.tokens[first].startsLine, one - first < Self.longestLine { first -= 1 }
        let width = text.tokens[one].range.upperBound - text.tokens[first].range.lowerBound
        guard width >= Self.fullLine, first < one, text.tokens[one - 1].kind == .word else { return false }
        // The line goes on behind the name.
        return (other + 1..<min(other + Self.goingOn, text.tokens.count)).allSatisfy { !text.tokens[$0].startsLine }
    }

    /// Octets of a line that was broken because it was full; Cyrillic letters have two.
    private static let fullLine = 80
    private static let longestLine = 40
    /// Tokens behind the first word of the next line.
    private static let goingOn = 4
}
