// SPDX-License-Identifier: Apache-2.0

/// What a line of dates and numbers holds, where it holds little else: `від 12.11.2026 № 01-23/456   На № ____ від ____`.
struct RegistrationForm {
    private(set) var numbers = 0
    private(set) var signs = 0
    private(set) var dates = 0
    /// Words and numbers that belong to no date and no registration number; not counted where there is no date and number at all.
    private(set) var others = 0
    /// Whether the first number sign stands behind «На».
    private(set) var isReference = false
    private var isPlaced = false
    /// «Відділ поліції № 3 (м. …)»: the first number is the unit's.
    private var isOfUnit = false
    /// «пров. Затишний, 6-Б»: the number of a house.
    private var isAddress = false

    /// Nil when the line is longer than such lines are.
    init?(_ text: borrowing NormalizedText, _ tokens: Range<Int>) { self.init(text, tokens, mostOthers: .max) }

    /// The role of a line, nil when it is no line of registration: it is read no further than that needs.
    static func role(_ text: borrowing NormalizedText, _ tokens: Range<Int>) -> LetterLine.Role? {
        Self(text, tokens, mostOthers: maximumOthers)?.role
    }

    private init?(_ text: borrowing NormalizedText, _ tokens: Range<Int>, mostOthers: Int) {
        guard tokens.count <= Self.maximumTokens else { return nil }
        // Without figures and signs, as most lines are, there is nothing to count.
        guard NumberSign.mayStand(in: tokens, of: text) else { return }
        var index = tokens.lowerBound
        while index < tokens.upperBound, others <= mostOthers { index = step(text, at: index, tokens) }
    }

    /// Nil when it is no line of registration.
    var role: LetterLine.Role? {
        guard numbers + dates + signs > 0, !isAddress || signs + dates > 0 else { return nil }
        if isReference, numbers <= 1, dates <= 1 { return others == 0 ? .reference : nil }
        if numbers == 0, dates == 0 { return others == 0 ? .registration : nil }
        if isOfUnit, numbers == 1, dates == 0 { return nil }
        if others == 0 || (isPlaced && others <= Self.maximumOthers) { return .registration }
        return numbers > 0 && dates > 0 && others <= Self.maximumOthers ? .registration : nil
    }

    private mutating func step(_ text: NormalizedText, at index: Int, _ row: Range<Int>) -> Int {
        let token = text.tokens[index]
        if token.kind != .word, let date = WrittenDate(text, at: index, end: row.upperBound) {
            dates += 1
            return date.tokens.upperBound
        }
        if NumberSign.mayBegin(token, in: text), let sign = NumberSign(text, at: index, end: row.upperBound) {
            if signs == 0, index > row.lowerBound { isReference = sign.isAnswered(text, from: row.lowerBound) }
            signs += 1
            guard let number = sign.number else { return sign.tokens.upperBound }
            if numbers == 0, number.tokens.count == 1, index > row.lowerBound { isOfUnit = isUnit(text, at: index - 1) }
            numbers += 1
            return number.tokens.upperBound
        }
        switch token.kind {
        case .mark: return index + 1
        case .number: return timeOfDay(text, at: index, row) ?? number(text, at: index, row)
        case .word: return word(text, at: index, row)
        }
    }

    private func isUnit(_ text: NormalizedText, at index: Int) -> Bool {
        text.tokens[index].kind == .word && text.tokens[index].letters.count > 3
            && Self.words.meaning(of: text.tokens[index], in: text) == nil
    }

    /// Behind «19:44», «23:04:51» or «15 год. 40 хв.» beside a date.
    private func timeOfDay(_ text: NormalizedText, at index: Int, _ row: Range<Int>) -> Int? {
        guard text.tokens[index].digitCount <= 2 else { return nil }
        // «Час передачі: 15:40  Дата: …».
        guard dates > 0 || Self.isClock(text, at: index, ":", row) else { return nil }
        if Self.isClock(text, at: index, ".", row) { return index + 3 }
        if index + 1 < row.upperBound, Self.timeUnits.knows(text.tokens[index + 1], in: text) {
            return index + 2 < row.upperBound && text.tokens[index + 2].isMark(".") ? index + 3 : index + 2
        }
        var end = index + 1
        while end + 1 < row.upperBound, text.tokens[end].isMark(":"), text.tokens[end + 1].digitCount == 2 { end += 2 }
        return end > index + 1 ? end : nil
    }

    private mutating func number(_ text: NormalizedText, at index: Int, _ row: Range<Int>) -> Int {
        guard let number = WrittenNumber(text, at: index, end: row.upperBound),
            !number.isTelephone, number.tokens.count >= 3 || number.isDated(text, end: row.upperBound)
        else {
            others += 1
            return index + 1
        }
        numbers += 1
        return number.tokens.upperBound
    }

    private mutating func word(_ text: NormalizedText, at index: Int, _ row: Range<Int>) -> Int {
        // «Дата подання: 29.11.2026».
        if index > row.lowerBound, index <= row.lowerBound + 3, text.reads(text.tokens[row.lowerBound], ["дата", "час"]),
            Self.datedActs.knows(text.tokens[index], in: text)
        {
            return index + 1
        }
        // «12.10.2026 о 15 год.»
        if dates > 0, text.reads(text.tokens[index], ["о", "об"]) { return index + 1 }
        switch Self.words.meaning(of: text.tokens[index], in: text) {
        case .filler: return index + 1
        case .town:
            isPlaced = true
            let next = index + 1 < row.upperBound && text.tokens[index + 1].isMark(".") ? index + 2 : index + 1
            return min(next + 1, row.upperBound)
        case .street:
            isAddress = true
            others += 1
            return index + 1
        case nil:
            // «К-1234/08-31» without a sign.
            if let number = WrittenNumber(text, at: index, end: row.upperBound), number.tokens.count >= 3, !number.isWordFirst {
                numbers += 1
                return number.tokens.upperBound
            }
            others += 1
            return index + 1
        }
    }

    /// «від», «вих.», «реєстраційний»: words that belong to such lines.
    static func isFiller(_ token: Token, in text: borrowing NormalizedText) -> Bool {
        words.meaning(of: token, in: text) == .filler
    }

    private enum Word { case filler, town, street }
    private static let words = StemTable<Word>([
        (
            """
            від на за вих вихідний исх исходящий реєстр реєстраційний індекс р року рік г года дата час зареєстровано надходження номер б н ваш наш от зв д \
            реєстрації справа провадження дело ref до картка передано
            """, .filler
        ),
        ("м місто смт с село селище", .town), ("вул вулиця пров провулок просп проспект бульвар бульв площа пл узвіз", .street),
    ])
    /// «15:40», «15.40».
    private static func isClock(_ text: NormalizedText, at index: Int, _ joint: Unicode.Scalar, _ row: Range<Int>) -> Bool {
        guard index + 2 < row.upperBound, text.tokens[index + 1].isMark(joint), text.tokens[index + 1].isGlued,
            text.tokens[index + 2].isGlued, text.tokens[index + 2].digitCount == 2
        else { return false }
        let isContinued = index + 3 < row.upperBound && text.tokens[index + 3].isGlued && !text.tokens[index + 3].isMark(",")
        return !isContinued && text.tokens[index].value < 24 && text.tokens[index + 2].value < 60
    }

    private static let timeUnits = StemTable<Bool>([("год година години годин годині хв хвилин хвилина хвилини", true)])
    /// What a form writes behind «Дата».
    private static let datedActs = StemTable<Bool>([
        (
            "подання подачі створення звернення надсилання відправлення заповнення формування складання прийому прийняття передачі передання та і",
            true
        )
    ])
    /// Words and numbers a line of registration may have besides.
    private static let maximumOthers = 2
    /// Tokens of the longest line of registration.
    private static let maximumTokens = 60
}
