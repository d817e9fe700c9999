// SPDX-License-Identifier: Apache-2.0

/// Whom to ring about a letter, name and telephone as written: «Ірина Савчук 60-11-25».
struct ContactReading: Sendable {
    private(set) var contact: Fact<String>?

    private let main: MainText
    private var text: NormalizedText { main.layout.text }

    /// - Parameters:
    ///   - lines: the last lines of the letter that may hold its signature.
    ///   - signature: the line of who signed, a position in `lines`; nil where nobody did.
    init(_ main: MainText, lines: ArraySlice<LetterLine>, signature: Int?) {
        self.main = main
        contact =
            labelled(lines) ?? signature.flatMap { executor(lines[($0 + 1)...]) } ?? signature.flatMap { signer(lines, at: $0) }
            ?? closing(lines) ?? named()
    }

    /// «Вик. Петренко О. І., тел. (0532) 60-11-22», «Помічник: …», on one line or two.
    private func labelled(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices.reversed() {
            let line = lines[position]
            guard let first = line.tokens.first(where: { text.tokens[$0].kind == .word }), isLabel(first, line.tokens) else {
                continue
            }
            let start = line.tokens.first {
                $0 > first && text.tokens[$0].kind == .word && text.tokens[$0].capitals != .none
                    && Self.labels.meaning(of: text.tokens[$0], in: text) == nil
            }
            if let start { return joined(start..<line.tokens.upperBound, with: lines[(position + 1)...].first) }
            if let next = lines[(position + 1)...].first { return joined(next.tokens, with: lines[(position + 2)...].first) }
        }
        return nil
    }

    private func isLabel(_ first: Int, _ line: Range<Int>) -> Bool {
        switch Self.labels.meaning(of: text.tokens[first], in: text) {
        case .alone?: true
        case .withColon?: line.prefix(4).contains { text.tokens[$0].isMark(":") || text.tokens[$0].isMark("-") }
        case nil: false
        }
    }

    /// A name with a telephone behind the signature: «Петренко 60-11-25», «менеджер Соломія, 0730005454», or on two lines.
    private func executor(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices.prefix(Self.maximumDistance) {
            let line = lines[position]
            guard line.role != .mark, line.role != .annexes, let name = nameStart(line) else { continue }
            if PhoneNumber.first(in: text, line.tokens) != nil { return fact(name..<line.tokens.upperBound) }
            guard position + 1 < lines.endIndex, isPhone(lines[position + 1]), !hasPost(line) else { continue }
            return fact(name..<lines[position + 1].tokens.upperBound)
        }
        return nil
    }

    /// «Слідчий СВ  Д. В. КОВТУН, тел. 066-000-55-44», or the telephone under the name of who signed.
    private func signer(_ lines: ArraySlice<LetterLine>, at position: Int) -> Fact<String>? {
        guard let person = PersonMention.last(in: text, lines[position].tokens) else { return nil }
        if PhoneNumber.first(in: text, lines[position].tokens) != nil {
            return fact(person.tokens.lowerBound..<lines[position].tokens.upperBound)
        }
        return under(person, lines[(position + 1)...])
    }

    /// «З повагою / Людмила Синенко, / головний спеціаліст / тел. 60-11-27» where no line looks like a signature.
    private func closing(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices.suffix(Self.maximumDistance) {
            let line = lines[position]
            guard line.tokens.count <= Self.longestName, let person = PersonMention.first(in: text, line.tokens) else { continue }
            if let found = under(person, lines[(position + 1)...]) { return found }
        }
        return nil
    }

    /// The telephone on the lines under a name, with a post between at most.
    private func under(_ person: PersonMention, _ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for line in lines.prefix(3) where line.tokens.count <= Self.longestName {
            guard let phone = PhoneNumber.first(in: text, line.tokens) else { continue }
            return fact(person.tokens.lowerBound..<phone.tokens.upperBound)
        }
        return nil
    }

    /// «Контактна особа – Яна Бойко, тел. (044) 200-11-38.» in the text.
    private func named() -> Fact<String>? {
        for hit in Self.introductions.hits(in: text) {
            let end = min(hit.tokens.upperBound + Self.longest, text.tokens.count)
            guard hit.tokens.upperBound < end, let person = PersonMention.first(in: text, hit.tokens.upperBound..<end),
                let phone = PhoneNumber.first(in: text, hit.tokens.upperBound..<end)
            else { continue }
            return fact(
                min(person.tokens.lowerBound, phone.tokens.lowerBound)..<max(person.tokens.upperBound, phone.tokens.upperBound))
        }
        return nil
    }

    /// Where the name of a short line begins: a capital word that belongs to no address, post or sentence, behind the telephone too.
    private func nameStart(_ line: LetterLine) -> Int? {
        let words = line.tokens.filter { text.tokens[$0].kind == .word }
        guard !words.isEmpty, words.count <= Self.longestName, line.tokens.count <= Self.longest,
            !words.contains(where: { LineWords.verbs.meaning(of: text.tokens[$0], in: text) != nil }),
            let name = words.first(where: { isName($0) }),
            !words.contains(where: { AddressMark(text, at: $0, end: line.tokens.upperBound).map { $0.kind == .street } ?? false })
        else { return nil }
        return PhoneNumber.first(in: text, line.tokens).map { min($0.tokens.lowerBound, name) } ?? name
    }

    /// «голова ГО «Зелений край»»: the post of who signed, between his name and the telephone.
    private func hasPost(_ line: LetterLine) -> Bool {
        line.tokens.contains {
            text.tokens[$0].isMark("\"")
                || text.tokens[$0].kind == .word && SurnameForm.others.meaning(of: text.tokens[$0], in: text) != nil
        }
    }

    private func isName(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return (token.capitals == .first || token.capitals == .all) && token.letters.count > 2
            && SurnameForm.others.meaning(of: token, in: text) == nil
    }

    private func isPhone(_ line: LetterLine) -> Bool {
        line.tokens.count <= Self.longestName * 2 && PhoneNumber.first(in: text, line.tokens) != nil && nameStart(line) == nil
    }

    /// As written, with the next line where only that has the telephone.
    private func joined(_ tokens: Range<Int>, with next: LetterLine?) -> Fact<String>? {
        guard PhoneNumber.first(in: text, tokens) == nil, let next, isPhone(next) else { return fact(tokens) }
        return fact(tokens.lowerBound..<next.tokens.upperBound)
    }

    private func fact(_ range: Range<Int>) -> Fact<String>? {
        guard !range.isEmpty else { return nil }
        let written = text.originalText(
            text.tokens[range.lowerBound].range.lowerBound..<text.tokens[range.upperBound - 1].range.upperBound)
        let value = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard value.utf8.count <= Self.longestContact else { return nil }
        return Fact(value, at: main.place(of: range), .likely, because: "who wrote the letter")
    }

    private enum Label { case alone, withColon }
    private static let labels = StemTable<Label>([
        ("вик виконавець виконавиця виконав виконала контактна контакти исп исполнитель особа", .alone),
        (
            "прізвище помічник помічниця консультант кореспондент кореспондентка довідки менеджер відповідальний відповідальна підготував підготувала",
            .withColon
        ),
    ])
    private static let introductions = PhraseBook<Bool>([
        (
            "контактна особа | контактні особи | відповідальна особа | особа для контактів | контактні дані | звертатись до | звертатися до | консультації надає | консультації надають | консультації за | за консультаціями | роз'яснення надає | роз'яснення надають | за роз'ясненнями | за довідками | довідки за",
            true
        )
    ])
    /// Lines below a signature that may name who wrote the letter.
    private static let maximumDistance = 6
    private static let longestName = 8
    private static let longest = 34
    private static let longestContact = 200
}
