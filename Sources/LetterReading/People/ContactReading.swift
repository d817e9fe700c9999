// SPDX-License-Identifier: Apache-2.0

/// Whom to ring about a letter, name and telephone as written: «Ірина Савчук 60-11-25».
struct ContactReading: Sendable {
    private(set) var contact: Fact<String>?

    private let main: MainText
    private var text: NormalizedText { main.layout.text }

    /// - Parameters:
    ///   - lines: the last lines of the letter that may hold its signature.
    ///   - signature: the line of who signed, a position in `lines`; nil where nobody did.
    init(_ main: MainText, lines: ArraySlice<LetterLine>, signature: Int?, source: LetterSource) {
        self.main = main
        let below = signature.map { lines[($0 + 1)...] }
        let mention = ContactMention(main.layout)
        contact =
            labelled(lines) ?? below.flatMap(executor) ?? mention.announced.flatMap(fact)
            ?? signature.flatMap { signer(lines, at: $0) } ?? closing(lines) ?? mention.beside.flatMap(fact)
            ?? Self.belowLetter(main, source)
    }

    /// «-- / Виконавець: Христина Вовк, т. 61-55-20»: what a mail program takes for its own.
    private static func belowLetter(_ main: MainText, _ source: LetterSource) -> Fact<String>? {
        guard !main.trailer.isEmpty else { return nil }
        let trailer = MainText(part: main.part, text: main.trailer)
        let reading = ContactReading(trailer, lines: trailer.layout.lines.prefix(maximumDistance), signature: nil, source: source)
        return reading.contact.map {
            Fact($0.value, at: main.placeInTrailer(of: $0.value, source), .likely, because: $0.reason)
        }
    }

    /// «Вик. Петренко О. І., тел. (0532) 60-11-22», «Помічник: …», on one line or two.
    private func labelled(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices.reversed() {
            let line = lines[position]
            guard let first = line.tokens.first(where: { text.tokens[$0].kind == .word }), isLabel(first, line.tokens) else {
                continue
            }
            if let start = labelledName(line.tokens.drop { $0 <= first }) {
                let end = min(start + Self.longest, text.tokens.count)
                if PhoneNumber.first(in: text, start..<line.tokens.upperBound) == nil,
                    let far = ContactMention(main.layout).personAndPhone(start..<end), far.lowerBound == start
                {
                    return fact(far)
                }
                return joined(start..<line.tokens.upperBound, with: lines[(position + 1)...].first)
            }
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

    /// Where the name behind a label begins: at a capital, in a line without capitals at its first word that is no label and no post.
    private func labelledName(_ tokens: Range<Int>) -> Int? {
        let words = tokens.filter {
            text.tokens[$0].kind == .word && !Self.labels.knows(text.tokens[$0], in: text)
        }
        return words.first { text.tokens[$0].capitals != .none }
            ?? words.first { !SurnameForm.others.knows(text.tokens[$0], in: text) }
    }

    /// A name with a telephone behind the signature: «Петренко 60-11-25», «менеджер Соломія, 0730005454», or on lines of their own.
    private func executor(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices.prefix(Self.maximumDistance) {
            let line = lines[position]
            guard line.role != .mark, line.role != .annexes else { continue }
            if PhoneNumber.first(in: text, line.tokens) != nil, let name = nameStart(line) {
                return fact(name..<line.tokens.upperBound)
            }
            guard isPhone(line) else { continue }
            if let name = name(over: position, in: lines) { return fact(name..<line.tokens.upperBound) }
            // «60-21-54 / Олена Чумак» in a block of its own; the telephone right under a signature is the signer's.
            if line.startsBlock, position + 1 < lines.endIndex, !lines[position + 1].startsBlock,
                nameStart(lines[position + 1]) != nil
            {
                return fact(line.tokens.lowerBound..<lines[position + 1].tokens.upperBound)
            }
        }
        return nil
    }

    /// The name on the line over a telephone, or over the post between the two.
    private func name(over position: Int, in lines: ArraySlice<LetterLine>) -> Int? {
        guard position > lines.startIndex, lines[position - 1].role != .mark, lines[position - 1].role != .annexes else {
            return nil
        }
        if !hasPost(lines[position - 1]), let name = nameStart(lines[position - 1]) { return name }
        guard position - 1 > lines.startIndex, hasPost(lines[position - 1]),
            PersonMention.first(in: text, lines[position - 1].tokens) == nil
        else { return nil }
        let above = lines[position - 2]
        return PersonMention.first(in: text, above.tokens).flatMap { hasPost(above) ? nil : $0.tokens.lowerBound }
    }

    /// «Слідчий СВ  Д. В. КОВТУН, тел. 066-000-55-44», or the telephone under the name of who signed.
    private func signer(_ lines: ArraySlice<LetterLine>, at position: Int) -> Fact<String>? {
        guard let person = PersonMention.last(in: text, lines[position].tokens) else { return nil }
        if PhoneNumber.first(in: text, lines[position].tokens) != nil {
            return fact(person.tokens.lowerBound..<lines[position].tokens.upperBound)
        }
        return under(person.tokens, lines[(position + 1)...])
    }

    /// «З повагою / Людмила Синенко, / головний спеціаліст / тел. 60-11-27» where no line looks like a signature.
    private func closing(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices.suffix(Self.maximumDistance) {
            let line = lines[position]
            if line.tokens.count <= Self.longestName,
                let name = PersonMention.first(in: text, line.tokens)?.tokens ?? unknown(line),
                let found = under(name, lines[(position + 1)...])
            {
                return found
            }
            // «Програмний офіцер: Арсен Мицик, +38 067 000 30 30».
            if line.tokens.count <= Self.longest, PhoneNumber.first(in: text, line.tokens) != nil,
                let person = PersonMention.first(in: text, line.tokens), nameStart(line) != nil, !isAddressed(person.tokens)
            {
                return fact(person.tokens.lowerBound..<line.tokens.upperBound)
            }
        }
        return nil
    }

    /// The telephone on the lines under a name, with a post between at most.
    private func under(_ name: Range<Int>, _ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        var isOfPost = false
        for line in lines.prefix(3) where line.tokens.count <= 3 * Self.longestName {
            // Who writes his address right under his name is an applicant, and no contact of an office.
            if !isOfPost,
                line.tokens.contains(where: { AddressMark(text, at: $0, end: line.tokens.upperBound)?.kind == .street })
            {
                return nil
            }
            isOfPost = isOfPost || hasPost(line)
            guard let phone = PhoneNumber.first(in: text, line.tokens) else { continue }
            return fact(name.lowerBound..<phone.tokens.upperBound)
        }
        return nil
    }

    /// «Яковенку І. П., вул. Промислова, 8, …»: not in the nominative.
    private func isAddressed(_ person: Range<Int>) -> Bool {
        NameMention.first(in: text, person).map { !$0.name.cases.contains(.nominative) } ?? false
    }

    /// Two or three capital words alone on their line, which no table knows for a name.
    private func unknown(_ line: LetterLine) -> Range<Int>? {
        (2...3).contains(line.tokens.count) && line.tokens.allSatisfy(isName) ? line.tokens : nil
    }

    /// Where the name of a short line begins: a capital word that belongs to no address, post or sentence, behind the telephone too.
    private func nameStart(_ line: LetterLine) -> Int? {
        let words = line.tokens.filter { text.tokens[$0].kind == .word }
        guard !words.isEmpty, words.count <= Self.longestName, line.tokens.count <= Self.longest,
            !LineWords.verbs.isMet(in: words, of: text),
            let name = words.first(where: { isName($0) }),
            !words.contains(where: { AddressMark(text, at: $0, end: line.tokens.upperBound).map { $0.kind == .street } ?? false })
        else { return nil }
        // «Л.Горобей»: the initials before the name are of it.
        let mention = PersonMention.first(in: text, line.tokens).flatMap { $0.tokens.contains(name) ? $0.tokens.lowerBound : nil }
        return PhoneNumber.first(in: text, line.tokens).map { min($0.tokens.lowerBound, mention ?? name) } ?? mention ?? name
    }

    /// «голова ГО «Зелений край»»: the post of who signed, between his name and the telephone.
    private func hasPost(_ line: LetterLine) -> Bool {
        line.tokens.contains {
            text.tokens[$0].isMark("\"")
                || text.tokens[$0].kind == .word && SurnameForm.others.knows(text.tokens[$0], in: text)
        }
    }

    private func isName(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return (token.capitals == .first || token.capitals == .all) && token.letters.count > 2
            && !SurnameForm.others.knows(token, in: text)
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
        guard let written = ContactText(text).written(range) else { return nil }
        return Fact(written.value, at: main.place(of: written.tokens), .likely, because: "who wrote the letter")
    }

    private enum Label { case alone, withColon }
    private static let labels = StemTable<Label>([
        ("вик виконавець виконавиця виконав виконала контактна контакти исп исполнитель особа", .alone),
        (
            "прізвище помічник помічниця консультант кореспондент кореспондентка довідки менеджер відповідальний відповідальна підготував підготувала",
            .withColon
        ),
    ])
    /// Lines below a signature that may name who wrote the letter.
    private static let maximumDistance = 6
    private static let longestName = 8
    private static let longest = 34
}
