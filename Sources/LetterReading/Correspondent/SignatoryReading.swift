// SPDX-License-Identifier: Apache-2.0

/// Who signed a letter, as written: «Роман ГЛУЩЕНКО»; and who to ring about it: «Ірина Савчук 60-11-25».
package struct SignatoryReading: Sendable {
    package private(set) var signatory: Fact<String>?
    package private(set) var contact: Fact<String>?

    private let main: MainText
    /// Lines of what a document system prints under a letter, whose names are capitals too.
    private let stamps: Range<Int>
    private var layout: LetterLayout { main.layout }
    private var text: NormalizedText { main.layout.text }

    package init(_ main: MainText, source: LetterSource) {
        self.main = main
        stamps = Self.stamps(main.layout)
        let lines = layout.lines.suffix(Self.footLines).filter { $0.role != .text || $0.tokens.count <= Self.longest }
        let below = lines.drop {
            $0.range.lowerBound
                < (layout.lines.indices.contains(layout.bodyStart) ? layout.lines[layout.bodyStart].range.lowerBound : 0)
        }
        let signed = signed(among: below) ?? below.lastIndex(where: isHead)
        if let signed, let person = PersonMention.last(in: text, below[signed].tokens) {
            signatory = Fact(person.text, at: main.place(of: person.tokens), .sure, because: "the signature")
        } else if let words = headed(below) ?? latin(below) {
            signatory = Fact(text.words(words), at: main.place(of: words), .likely, because: "the signature")
        } else {
            signatory = Self.belowLetter(main, source)
        }
        contact = ContactReading(main, lines: below, signature: signed, source: source).contact
    }

    /// «-- / Марченко Вікторія, / голова правління ОСББ …»: who heads a body, in what a mail program puts below.
    private static func belowLetter(_ main: MainText, _ source: LetterSource) -> Fact<String>? {
        guard !main.trailer.isEmpty else { return nil }
        let layout = MainText(part: main.part, text: main.trailer).layout
        for (name, post) in zip(layout.lines, layout.lines.dropFirst()) where name.tokens.count <= longestName {
            guard let person = PersonMention(layout.text, at: name.tokens.lowerBound, end: name.tokens.upperBound),
                heads.knows(layout.text.tokens[post.tokens.lowerBound], in: layout.text)
            else { continue }
            return Fact(person.text, at: main.placeInTrailer(of: person.text, source), .likely, because: "signs below the letter")
        }
        return nil
    }

    /// Tokens of a line that is a name.
    private static let longestName = 6

    /// The last line somebody signed, best in capitals and not for the accounts, then alone.
    private func signed(among lines: ArraySlice<LetterLine>) -> Int? {
        var (signed, accountants): ([Int], Int?) = ([], nil)
        for index in lines.indices.reversed() where isSigned(lines[index]) {
            if isFormal(lines[index]) {
                guard isOfAccountant(lines[index], among: lines) else { return index }
                accountants = accountants ?? index
            }
            signed.append(index)
        }
        let heads = signed.filter { !isOfAccountant(lines[$0], among: lines) }
        return accountants ?? (heads.isEmpty ? signed : heads).first { !isOfSeveral(lines[$0]) } ?? heads.first ?? signed.first
    }

    /// From «Документ СЕД … Підписувач …» to the next empty line.
    private static func stamps(_ layout: LetterLayout) -> Range<Int> {
        let text = layout.text
        func isStamp(_ line: LetterLine) -> Bool {
            line.tokens.count < longestStamp && stampWords.isMet(in: line.tokens, of: text)
        }
        guard let last = layout.lines.lastIndex(where: isStamp) else { return 0..<0 }
        // The first of them in the same block: between two a broken name may stand.
        var block = last
        while block > 0, !layout.lines[block].startsBlock, last - block < longestBlock { block -= 1 }
        let start = layout.lines[block...last].firstIndex(where: isStamp) ?? last
        var end = last + 1
        while end < layout.lines.count, !layout.lines[end].startsBlock { end += 1 }
        return layout.lines[start].tokens.lowerBound..<layout.lines[end - 1].tokens.upperBound
    }

    /// «Начальниця відділу Роксоляна Горовенко»: two capital words at the end of a line that begins with a post, whatever the tables say.
    private func headed(_ lines: ArraySlice<LetterLine>) -> Range<Int>? {
        for line in lines.reversed() where !stamps.contains(line.tokens.lowerBound) && beginsWithHead(line) {
            let words = line.tokens.filter { text.tokens[$0].kind == .word }
            guard words.count <= Self.longestSignature, words.count > 2, line.role != .annexes,
                words.suffix(2) == [line.tokens.upperBound - 2, line.tokens.upperBound - 1],
                words.suffix(2).allSatisfy({ isNameWord(text.tokens[$0]) })
            else { continue }
            return line.tokens.upperBound - 2..<line.tokens.upperBound
        }
        return nil
    }

    private func isNameWord(_ token: Token) -> Bool {
        (token.capitals == .first || token.capitals == .all) && token.letters.count > 2
            && !SurnameForm.others.knows(token, in: text) && AddressMark.isNone(token, in: text)
    }

    /// «Kind regards, / Mette Sørby, Team Leader».
    private func latin(_ lines: ArraySlice<LetterLine>) -> Range<Int>? {
        for (line, below) in zip(lines, lines.dropFirst()) {
            guard LatinWords.isClosing(text, line.tokens) else { continue }
            let name = below.tokens.prefix { !text.tokens[$0].isMark(",") }
            if LatinWords.isName(text.words(name)) { return name }
        }
        return nil
    }

    /// A line with a name that no telephone stands with, or a post before it.
    private func isSigned(_ line: LetterLine) -> Bool {
        // Below «Додаток: …» a signature is told by its capitals.
        guard line.role != .mark, !stamps.contains(line.tokens.lowerBound), line.role != .annexes || isFormal(line),
            let person = PersonMention.last(in: text, line.tokens)
        else {
            return false
        }
        // «Фонд «ПРОМІНЬ НАДІЇ»».
        let first = person.tokens.lowerBound
        if first > 0, text.tokens[first].isGlued, text.tokens[first - 1].isMark("\"") { return false }
        let words = text.tokens[line.tokens].filter { $0.kind == .word }
        if hasVerb(words) { return false }
        if let first = words.first, Self.executors.knows(first, in: text) { return false }
        if PhoneNumber.first(in: text, line.tokens) == nil {
            return words.count <= 14 && (line.role != .text || isClosed(line, by: person)) || words.count <= 6
        }
        return (line.isColumn || person.tokens.lowerBound > line.tokens.lowerBound)
            && text.tokens[person.tokens].contains { $0.capitals == .all && $0.letters.count > 2 }
    }

    /// «Голова правління Микитюк Р. Б., 095 000 70 33»: who heads a body signs, whatever stands with his name.
    private func isHead(_ line: LetterLine) -> Bool {
        let isLed = beginsWithHead(line)
        guard line.role != .mark, isLed || line.isColumn else { return false }
        let words = text.tokens[line.tokens].filter { $0.kind == .word }
        guard !words.isEmpty, words.count <= Self.longestSignature, let person = PersonMention.last(in: text, line.tokens) else {
            return false
        }
        // «Менеджерка проєкту          Соломія Ваврик, +38 067 000 80 81».
        if line.isColumn, person.tokens.lowerBound == line.tokens.lowerBound { return true }
        return isLed && person.tokens.lowerBound > line.tokens.lowerBound && !hasVerb(words)
    }

    private func beginsWithHead(_ line: LetterLine) -> Bool {
        line.tokens.first { text.tokens[$0].kind == .word }.map { Self.heads.knows(text.tokens[$0], in: text) } ?? false
    }

    private func hasVerb(_ words: [Token]) -> Bool { words.contains { LineWords.isVerb($0, in: text) } }

    /// «Судді (підписи) З. Г. Подобайло, О. В. Присяжнюк»: who presides signs before them.
    private func isOfSeveral(_ line: LetterLine) -> Bool {
        guard let first = PersonMention.first(in: text, line.tokens) else { return false }
        return PersonMention.first(in: text, first.tokens.upperBound..<line.tokens.upperBound) != nil
    }

    /// «Головний бухгалтер          Ніна СОВА» under the director's name.
    private func isOfAccountant(_ line: LetterLine, among lines: ArraySlice<LetterLine>) -> Bool {
        let row = line.isColumn ? lines.last { $0.tokens.upperBound == line.tokens.lowerBound } : line
        return row?.tokens.contains { Self.accountants.meaning(of: text.tokens[$0], in: text) != nil } ?? false
    }

    private static let accountants = StemTable<Bool>([("бухгалтер бухгалтерка", true)])

    /// «З повагою, заступник директора … Цибуля Геннадій».
    private func isClosed(_ line: LetterLine, by person: PersonMention) -> Bool {
        person.tokens.upperBound == line.tokens.upperBound
            && Self.closings.isMet(in: line.tokens.prefix(2), of: text)
    }

    /// A surname in capitals, as only who signs has it.
    private func isFormal(_ line: LetterLine) -> Bool {
        guard let person = PersonMention.last(in: text, line.tokens) else { return false }
        return text.tokens[person.tokens].contains { $0.capitals == .all && $0.letters.count > 2 }
    }

    private static let executors = StemTable<Bool>([
        ("вик виконавець виконавиця виконав виконала контактна контакти исп исполнитель особа", true)
    ])
    private static let closings = StemTable<Bool>([("повагою пошаною шаною вдячністю", true)])
    private static let stampWords = StemTable<Bool>([("підписувач підписувачі підписант сертифікат", true)])
    /// Lines of a stamp.
    private static let longestBlock = 12
    /// Tokens of a line of a stamp.
    private static let longestStamp = 60
    private static let heads = StemTable<Bool>([
        (
            "голова головуючий директор директорка директорок керівник керівниця начальник начальниця заступник заступниця президент ректор ректорка староста секретар завідувач завідувачка отаман настоятель управитель управителька керуючий керуюча уповноважений в.о т.в.о",
            true
        )
    ])
    private static let longestSignature = 14
    private static let footLines = 24
    private static let longest = 34
}
