// SPDX-License-Identifier: Apache-2.0

/// The name of a person as signatures and letterheads write it: «Роман ГЛУЩЕНКО», «С. О. ГАЙДА», «Гаврик Н. А.», «Ірина Савчук».
struct PersonMention: Hashable, Sendable {
    /// Words of the name in their order, points of initials included.
    let words: [String]
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    var text: String { words.joined(separator: " ") }

    /// The name with small letters where a signature has capitals: «Степан Петраш».
    var titled: String { words.map { $0.contains(".") ? $0 : Surname.capitalized($0) }.joined(separator: " ") }

    /// The first name between two tokens.
    static func first(in text: NormalizedText, _ range: Range<Int>) -> PersonMention? {
        for index in range where mayBegin(text, at: index, end: range.upperBound) {
            if let mention = PersonMention(text, at: index, end: range.upperBound) { return mention }
        }
        return nil
    }

    /// The last name between two tokens, which on a line of a signature is who signed.
    static func last(in text: NormalizedText, _ range: Range<Int>) -> PersonMention? {
        var found: PersonMention?
        var index = range.lowerBound
        while index < range.upperBound {
            if mayBegin(text, at: index, end: range.upperBound),
                let mention = PersonMention(text, at: index, end: range.upperBound)
            {
                found = mention
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The name that begins at a token.
    init?(_ text: NormalizedText, at start: Int, end: Int) {
        guard Self.mayBegin(text, at: start, end: end) else { return nil }
        var parts: [Part] = []
        var index = start
        while parts.count < 4, let part = Part(text, at: index, end: end) {
            parts.append(part)
            index = part.tokens.upperBound
        }
        guard let count = Self.nameLength(parts) else { return nil }
        let kept = parts.prefix(count)
        words = kept.map(\.written)
        tokens = start..<(kept.last?.tokens.upperBound ?? start)
    }

    /// Whether a word is capital and a second word of a name, or a point of an initial, follows: most words of a text are none.
    private static func mayBegin(_ text: NormalizedText, at start: Int, end: Int) -> Bool {
        var next = start + 1
        guard next < end, text.tokens[start].kind == .word, text.tokens[start].capitals != .none,
            !text.tokens[start].isGlued || start == 0 || text.tokens[start - 1].kind == .mark
        else { return false }
        if text.tokens[start].letters.count == 1 { return text.tokens[next].isMark(".") }
        while next + 1 < end, text.tokens[next].isMark("-"), text.tokens[next + 1].kind == .word { next += 2 }
        return next < end && text.tokens[next].kind == .word && text.tokens[next].capitals != .none
    }

    /// How many of the parts are a name; nil for none.
    private static func nameLength(_ parts: [Part]) -> Int? {
        let kinds = parts.map(\.kind)
        switch kinds.first {
        case .initial:
            // «Н. Охримович»: behind an initial a patronymic is a surname.
            if kinds.count > 2, kinds[1] == .initial, kinds[2] != .initial { return 3 }
            return kinds.count > 1 && kinds[1] != .initial ? 2 : nil
        case .given:
            if kinds.count > 2, kinds[1] == .patronymic { return kinds[2].isWord ? 3 : 2 }
            // «Лев Марія Іванівна»: a surname that is a given name too.
            if kinds.count > 2, kinds[1] == .given, kinds[2] == .patronymic { return 3 }
            if kinds.count > 1, kinds[1] == .patronymic { return 2 }
            // «Горпина Р. Ю.», «Мирон О.»: a surname that is a given name too.
            return kinds.count > 1 && kinds[1].isWord ? 2 : withInitials(kinds)
        case .word, .capitals:
            if kinds.count > 1, kinds[1] == .initial { return withInitials(kinds) }
            if kinds.count > 2, kinds[1] == .given, kinds[2] == .patronymic { return 3 }
            // «Редактор Степан Рудий»: the name begins behind the post.
            if kinds.count > 1, kinds[1] == .given { return kinds.count > 2 && kinds[2].isWord ? nil : 2 }
            // A given name of no table before a surname in capitals.
            return kinds[0] == .word && kinds.count > 1 && kinds[1] == .capitals && parts[1].written.count > 3 && !parts[0].isPost
                ? 2 : nil
        case .patronymic, nil: return nil
        }
    }

    /// A surname with initials behind it.
    private static func withInitials(_ kinds: [Part.Kind]) -> Int? {
        guard kinds.count > 1, kinds[1] == .initial else { return nil }
        let count = kinds.count > 2 && kinds[2] == .initial ? 3 : 2
        // «Начальник О. Бас»: the initials belong to the word behind them.
        return kinds.count > count && kinds[count].isWord ? nil : count
    }

    private struct Part {
        enum Kind: Equatable {
            case initial, given, patronymic, word, capitals

            var isWord: Bool { self == .word || self == .capitals || self == .given }
        }

        let kind: Kind
        private let text: NormalizedText
        let tokens: Range<Int>

        /// «Керуючий ТВБВ» names no person.
        var isPost: Bool { SurnameForm.others.knows(text.tokens[tokens.lowerBound], in: text) }

        /// With the point of an initial.
        var written: String {
            let (first, last) = (text.tokens[tokens.lowerBound], text.tokens[tokens.upperBound - 1])
            return kind == .initial
                ? text.originalText(first.range) + "." : text.originalText(first.range.lowerBound..<last.range.upperBound)
        }

        init?(_ text: NormalizedText, at start: Int, end: Int) {
            guard start < end, text.tokens[start].kind == .word, text.tokens[start].capitals != .none
            else { return nil }
            self.text = text
            let token = text.tokens[start]
            if token.letters.count == 1, start + 1 < end, text.tokens[start + 1].isMark("."), text.tokens[start + 1].isGlued {
                (kind, tokens) = (.initial, start..<start + 2)
                return
            }
            guard token.letters.count > 1 else { return nil }
            var last = start + 1
            while last + 1 < end, text.tokens[last].isMark("-"), text.tokens[last].isGlued, text.tokens[last + 1].kind == .word,
                text.tokens[last + 1].isGlued, text.tokens[last + 1].capitals != .none
            {
                last += 2
            }
            tokens = start..<last
            if token.letters.count > 5, Patronymic(token, in: text) != nil {
                kind = .patronymic
            } else if GivenName.named(token, in: text) != nil {
                kind = .given
            } else {
                kind = token.capitals == .all ? .capitals : .word
            }
        }
    }
}
