// SPDX-License-Identifier: Apache-2.0

/// What announces a registration number: `№`, `№№`, `N`, `No`, a scanner's `Ne`, `вих. №`, `Вих.`, `Реєстраційний номер:`.
struct NumberSign {
    /// The sign with its points, positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>
    /// Nil behind a blank to fill in and «б/н».
    let number: WrittenNumber?
    /// Whether it says «вих.».
    let isOutgoing: Bool
    /// Whether it says «вх.», the mark of the one who received the letter.
    let isIncoming: Bool

    /// Whether the token is a sign, or a word that may be one.
    static func mayBegin(_ token: Token, in text: NormalizedText) -> Bool {
        token.kind == .mark ? token.isMark("№") || token.isMark("#") : labels.knows(token, in: text)
    }

    /// Whether figures, or a token a sign may begin with, stand among some: in most lines of a text none do.
    static func mayStand(in tokens: Range<Int>, of text: NormalizedText) -> Bool {
        let labels = labels
        for index in tokens {
            switch text.tokens[index].kind {
            case .number: return true
            case .mark: if text.tokens[index].isMark("№") || text.tokens[index].isMark("#") { return true }
            case .word: if labels.knows(text.tokens[index], in: text) { return true }
            }
        }
        return false
    }

    /// The sign that begins at a token.
    init?(_ text: borrowing NormalizedText, at start: Int, end: Int) {
        guard start < end else { return nil }
        let token = text.tokens[start]
        var index = start
        var label: Label?
        if token.kind == .word {
            // «бланк5вих» is no sign; «Вих.№5» and «від12.11.2026№5» are.
            guard !token.isGlued || start == 0 || text.tokens[start - 1].kind == .mark,
                let meaning = Self.labels.meaning(of: token, in: text)
            else { return nil }
            label = meaning
            guard let behind = Self.behind(meaning, text, at: start, end) else { return nil }
            index = behind
        } else if !token.isMark("№"), !token.isMark("#") {
            return nil
        }
        index = Self.skipped(text, from: index, end)
        isOutgoing = label == .outgoing
        isIncoming = label == .incoming
        let isPlaced = index < end && Self.isPlaced(text, index, sign: start)
        number =
            isPlaced && WrittenDate(text, at: index, end: end).map({ text.tokens[$0.tokens.lowerBound + 1].isMark("/") }) != false
            ? WrittenNumber(text, at: index, end: end) : nil
        // «Індекс: 39800» is a post code.
        if label == .label, number?.tokens.count == 1, number.map({ text.tokens[$0.tokens.lowerBound].digitCount == 5 }) == true {
            return nil
        }
        if number == nil, label != nil, label != .incoming, label != .outgoing { return nil }
        if token.isMark("#"), number == nil { return nil }
        tokens = start..<max(start + 1, index)
    }

    /// Whether «На» stands before it, alone or with «Ваш», «вих.», «лист»: `На №`, `на Ваш вих. №`.
    func isAnswered(_ text: NormalizedText, from lowest: Int) -> Bool {
        var index = tokens.lowerBound - 1
        while index >= lowest, tokens.lowerBound - index <= 5 {
            let token = text.tokens[index]
            if token.kind == .word {
                switch Self.answers.meaning(of: token, in: text) {
                case .onto: return true
                // «до № 02-15/98 від 26.01.2027» alone on its line.
                case .to: return token.startsLine
                // «Ваш № 02-15/333 від …» beside «Наш № …».
                case .your where token.startsLine && text.reads(token, "ваш"): return true
                case .your: break
                case nil: return false
                }
            } else if !token.isMark(".") && !token.isMark(":") {
                return false
            }
            if token.startsLine { break }
            index -= 1
        }
        return false
    }

    /// Behind the words that go with a label; nil where they make it no sign.
    private static func behind(_ label: Label, _ text: NormalizedText, at start: Int, _ end: Int) -> Int? {
        switch label {
        case .sign: return start + 1
        case .outgoing, .incoming:
            // «вих. №» and «вихідний номер» are one sign.
            var index = start + 1
            while index < min(end, start + 4) {
                let token = text.tokens[index]
                guard token.isMark(".") || token.isMark("№") || token.isMark(":") || labels.knows(token, in: text)
                else { break }
                index += 1
            }
            return index > start + 1 || (index < end && text.tokens[index].kind == .number) ? index : nil
        case .label:
            // «Реєстраційний номер звернення: ПЕ-14256873».
            for index in start + 1..<max(start + 1, min(end, start + 5)) {
                if others.knows(text.tokens[index], in: text) { return nil }
                let token = text.tokens[index]
                // «Номер звернення: …», «Номер звернення – …», «Номер звернення … ».
                if token.isMark(":") || token.isMark("…") || token.isMark("_") || token.isMark("-") && !token.isGlued {
                    return index + 1
                }
            }
            return nil
        }
    }

    private static func skipped(_ text: NormalizedText, from start: Int, _ end: Int) -> Int {
        var index = start
        while index < min(end, start + maximumBlank) {
            let token = text.tokens[index]
            guard token.kind == .mark, let scalar = Unicode.Scalar(UInt32(token.value)), blanks.contains(scalar) else { break }
            index += 1
        }
        return index
    }

    /// A number stands on the line of its sign, or alone on the next.
    private static func isPlaced(_ text: NormalizedText, _ index: Int, sign: Int) -> Bool {
        let token = text.tokens[index]
        guard index > sign else { return true }
        return !token.startsLine || !token.startsParagraph
    }

    private enum Label { case sign, outgoing, incoming, label }
    private enum Answer { case onto, to, your }
    private static let labels = StemTable<Label>([
        ("n no nr ne nо", .sign), ("вих вихідний исх исходящий ref", .outgoing), ("вх вхідний", .incoming),
        ("номер індекс", .label),
    ])
    private static let answers = StemTable<Answer>([
        ("на", .onto), ("до", .to), ("ваш ваше вашу вих вихідний исх лист листа запит звернення л номер", .your),
    ])
    /// «Номер у системі: …» is a portal's own count, «Номер телефону: …» no document's.
    private static let others = StemTable<Bool>([("систем* портал* телефон* черг* будинк* квартир* маршрут* особов*", true)])
    private static let blanks: Set<Unicode.Scalar> = ["№", ".", ":", "_", "…", "°", "º", "\"", "|"]
    /// Marks of the longest blank looked over.
    private static let maximumBlank = 48
}
