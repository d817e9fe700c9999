// SPDX-License-Identifier: Apache-2.0

/// The attachments a letter names below its text: «Додатки: 1. Перелік об’єктів на 2 арк.».
package struct AnnexReading: Sendable {
    package private(set) var names: [Fact<String>] = []

    package init(_ main: MainText, source: LetterSource) {
        let text = main.layout.text
        guard let first = main.layout.lines.lastIndex(where: { Self.opens($0, text) }) else {
            names = Self.added(main).map { [$0] } ?? []
            return
        }
        var tokens = main.layout.lines[first].tokens
        for line in main.layout.lines[(first + 1)...].prefix(Self.maximumLines) {
            guard !line.isColumn, Self.goesOn(line, text, after: main.layout.lines[first]) else { break }
            tokens = tokens.lowerBound..<line.tokens.upperBound
        }
        let start =
            tokens.first { text.tokens[$0].isMark(":") || text.tokens[$0].isMark("-") }.map { $0 + 1 } ?? tokens.lowerBound + 1
        for piece in Self.pieces(text, start..<tokens.upperBound).prefix(Self.maximumLines) {
            guard let name = Self.name(text, piece) else { continue }
            names.append(Fact(name, at: main.place(of: piece), .likely, because: "named below the text"))
        }
        let rest = start..<max(start, tokens.upperBound)
        if names.isEmpty, let size = Self.size(text, rest) {
            names.append(Fact(size, at: main.place(of: rest), .likely, because: "the size of an annex below the text"))
        }
    }

    /// «Розрахунок на 6 аркушах додаємо.», «Схема майданчика на 1 арк. додається.»: a sentence of its own with a size.
    private static func added(_ main: MainText) -> Fact<String>? {
        let text = main.layout.text
        for line in main.layout.lines.suffix(maximumLines).reversed() where line.tokens.count <= longestAdded {
            let end = line.tokens.last { text.tokens[$0].kind == .word }
            guard let end, adding.knows(text.tokens[end], in: text), end > line.tokens.lowerBound + 1,
                text.tokens[line.tokens.lowerBound].capitals != .none,
                line.tokens.contains(where: { pages.knows(text.tokens[$0], in: text) })
            else { continue }
            let piece = line.tokens.lowerBound..<end
            guard let name = name(text, piece) else { continue }
            return Fact(name, at: main.place(of: piece), .likely, because: "added to the letter")
        }
        return nil
    }

    /// Tokens of such a sentence.
    private static let longestAdded = 24

    /// «на 2 арк. в 1 прим.»: an annex that is not named is still one the letter speaks of.
    private static func size(_ text: NormalizedText, _ piece: Range<Int>) -> String? {
        guard let first = piece.first, first < piece.upperBound, text.tokens[first].kind == .word else { return nil }
        let end = piece.first { text.tokens[$0].isMark("(") } ?? piece.upperBound
        guard end > first, text.tokens[first..<end].contains(where: { $0.kind == .number }) else { return nil }
        let written = text.originalText(text.tokens[first].range.lowerBound..<text.tokens[end - 1].range.upperBound)
        let value = written.onOneLine
        return value.utf8.count <= maximumOctets ? value : nil
    }

    private static func opens(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        if isAdding(line, text) { return true }
        guard openings.knows(text.tokens[line.tokens.lowerBound], in: text) else { return false }
        return line.tokens.prefix(3).contains { text.tokens[$0].isMark(":") || text.tokens[$0].isMark("-") }
            || line.tokens.count < 8
    }

    /// «Додаю: копію паспорта», «До заяви додаю: фотографії (6 шт.)»; «Копії додаю» names none for sure.
    private static func isAdding(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        line.tokens.prefix(longestAdding).dropLast().contains { index in
            adding.knows(text.tokens[index], in: text) && text.tokens[index + 1].isMark(":")
                && (index == line.tokens.lowerBound || text.reads(text.tokens[line.tokens.lowerBound], "до"))
        }
    }

    private static let adding = StemTable<Bool>([("додаю додаємо додаються додається долучаю долучаємо прилагаю", true)])
    /// Tokens of «До цієї заяви додаються:».
    private static let longestAdding = 6

    /// The next point of a list, or the rest of one.
    private static func goesOn(_ line: LetterLine, _ text: NormalizedText, after opening: LetterLine) -> Bool {
        if isPoint(text, at: line.tokens.lowerBound, line.tokens.upperBound) { return true }
        guard !line.startsBlock, line.tokens.count < 30, PersonMention.first(in: text, line.tokens) == nil else { return false }
        let first = text.tokens[line.tokens.lowerBound]
        return first.capitals == .none && first.kind == .word || opening.tokens.count <= 2 || line.indent > opening.indent
    }

    private static func isPoint(_ text: NormalizedText, at index: Int, _ end: Int) -> Bool {
        guard index + 1 < end, (1...2).contains(text.tokens[index].digitCount) else {
            return index < end && (text.tokens[index].isMark("-") || text.tokens[index].isMark("•"))
        }
        return text.tokens[index + 1].isGlued && (text.tokens[index + 1].isMark(".") || text.tokens[index + 1].isMark(")"))
            && (index + 2 >= end || text.tokens[index + 2].kind != .number)
    }

    /// Cut at points of a list, at semicolons, and at commas where another thing begins.
    private static func pieces(_ text: NormalizedText, _ tokens: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = tokens.lowerBound
        var depth = 0
        func cut(_ index: Int, to next: Int) {
            if start < index { pieces.append(start..<index) }
            start = next
        }
        for index in tokens where index >= start {
            let token = text.tokens[index]
            if token.isMark("(") { depth += 1 } else if token.isMark(")") { depth = max(0, depth - 1) }
            if depth == 0, token.isMark(";") {
                cut(index, to: index + 1)
            } else if isPoint(text, at: index, tokens.upperBound), index == tokens.lowerBound || !token.isGlued,
                token.kind == .number
            {
                cut(index, to: index + 2)
            } else if depth == 0, token.isMark(","), index + 1 < tokens.upperBound,
                beginsThing(text.tokens[index + 1], text) || endsSize(text, before: index)
            {
                cut(index, to: index + 1)
            }
        }
        cut(tokens.upperBound, to: tokens.upperBound)
        return pieces
    }

    /// «… на 4 арк., виписка …».
    private static func endsSize(_ text: NormalizedText, before comma: Int) -> Bool {
        guard comma > 1 else { return false }
        let last = text.tokens[comma - 1].isMark(".") ? comma - 2 : comma - 1
        return pages.knows(text.tokens[last], in: text)
    }

    private static let pages = StemTable<Bool>([("арк аркуш* прим примірник* стор", true)])

    private static func beginsThing(_ token: Token, _ text: NormalizedText) -> Bool { things.knows(token, in: text) }

    /// Without brackets and the point at the end; nil for «на 4 арк. в 1 прим.», which is a size alone.
    private static func name(_ text: NormalizedText, _ piece: Range<Int>) -> String? {
        let trimmed = Array(
            piece.drop { text.tokens[$0].kind == .mark && !text.tokens[$0].isMark("\"") && !text.tokens[$0].isMark("№") })
        guard let first = trimmed.first else { return nil }
        let end = trimmed.first { text.tokens[$0].isMark("(") } ?? piece.upperBound
        let words = text.tokens[first..<max(first, end)].filter { $0.kind == .word }
        guard words.contains(where: { $0.letters.count > 2 && !sizes.knows($0, in: text) }), end > first else {
            return nil
        }
        let written = text.originalText(text.tokens[first].range.lowerBound..<text.tokens[end - 1].range.upperBound)
        let value = written.onOneLine.trimming {
            $0 == "," || $0 == ";" || $0.isWhitespace
        }
        let ended =
            value.ends(with: ".") && !sizes.knows(words[words.count - 1], in: text) ? String(value.dropLast()) : value
        return ended.utf8.count <= maximumOctets ? ended : nil
    }

    private static let openings = StemTable<Bool>([("додаток додатки приложение приложения", true)])
    private static let sizes = StemTable<Bool>([
        (
            "на в у арк аркуш* аркушах прим примірник* стор сторінк* стр лист листах екз електронному вигляді формі зазначене за текстом один одному адресу",
            true
        )
    ])
    private static let things = StemTable<Bool>([
        (
            """
            копі* форма форму форми перелік* спис* акт* лист* довідк* рішенн* проєкт* проект* план* схем* фото* таблиц* протокол* звернен* заяв* договор* \
            договір звіт* інформаці* паспорт* ордер* наказ* розпорядженн* пояснювальн* кошторис* витяг* документ* розрахун* графік* інструкці*
            """, true
        )
    ])
    private static let maximumLines = 30
    private static let maximumOctets = 400
}
