// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Finds the number at one place of a line, its date and its owner.
struct NumberScan {
    let layout: LetterLayout
    /// The line, a position in ``LetterLayout/lines``.
    let position: Int
    let isRegistration: Bool
    private var text: NormalizedText { layout.text }
    private var tokens: [Token] { layout.text.tokens }
    private var line: LetterLine { layout.lines[position] }

    init(layout: LetterLayout, position: Int, isRegistration: Bool) {
        self.layout = layout
        self.position = position
        self.isRegistration = isRegistration
    }

    /// - Parameter floor: what lies before belongs to another number.
    func mention(at index: Int, floor: Int) -> NumberMention? {
        var isOutgoing = false
        var isIncoming = false
        let number: WrittenNumber
        var isAnswered = false
        if let sign = NumberSign(text, at: index, end: tokens.count) {
            guard let found = sign.number else { return nil }
            number = found
            isAnswered = sign.isAnswered(text, from: max(floor - 3, line.tokens.lowerBound, index - 5))
            isOutgoing = sign.isOutgoing || isWord(before: index, Self.outgoing)
            isIncoming = sign.isIncoming || isWord(before: index, Self.incoming)
        } else if let found = unsigned(at: index) {
            number = found
            isAnswered = isWord(before: index, Self.onto)
        } else {
            return nil
        }
        var date = date(after: number.tokens.upperBound) ?? date(before: index, floor: floor)
        let start = min(index, date?.tokens.lowerBound ?? index)
        let end = max(number.tokens.upperBound, date?.tokens.upperBound ?? 0)
        let owner: NumberMention.Owner =
            isAnswered
            ? .answered : isIncoming ? .thing : NumberOwner(layout, line: position, isRegistration).owner(start, sign: index, end)
        if date == nil, owner == .ours { date = dateInSentence(before: index, floor: floor) }
        return NumberMention(
            number: number, date: date, owner: owner, tokens: start..<end, line: position, isOutgoing: isOutgoing,
            isRegistration: isRegistration)
    }

    /// A number without a sign: on a line of registration, or at the start of a line with its date behind it.
    private func unsigned(at index: Int) -> WrittenNumber? {
        let token = tokens[index]
        guard isRegistration, token.kind != .mark,
            !token.isGlued || index == line.tokens.lowerBound || isWord(before: index, Self.from),
            WrittenDate(text, at: index, end: tokens.count) == nil, !isWord(before: index, Self.codes),
            index == 0 || !tokens[index - 1].isMark("\"") || tokens[index].startsLine,
            let number = WrittenNumber(text, at: index, end: tokens.count), !number.isWordFirst
        else { return nil }
        // «15:40» is a time of day.
        guard !number.isTelephone, !number.tokens.contains(where: { tokens[$0].isMark(":") }) else { return nil }
        if number.tokens.count >= 3 { return number }
        return number.tokens.contains { tokens[$0].kind == .number } && number.isDated(text, end: tokens.count)
            && index == line.tokens.lowerBound && WrittenDate(text, at: index, end: tokens.count) == nil ? number : nil
    }

    /// `№ … від 11.11.2026`, `№ … (11.11.2026)`.
    private func date(after index: Int) -> WrittenDate? {
        var next = index
        var passed = 0
        var isSaid = false
        while next < tokens.count, passed < 4, !tokens[next].startsParagraph || isRegistration {
            if let date = WrittenDate(text, at: next, end: tokens.count) {
                let crosses = (index...next).contains {
                    $0 < tokens.count && tokens[$0].startsLine && $0 > line.tokens.lowerBound
                }
                return isSaid || !crosses || isRegistration ? date : nil
            }
            let token = tokens[next]
            if Self.from.knows(token, in: text) {
                isSaid = true
            } else if !Self.between(token) {
                break
            }
            passed += 1
            next += 1
        }
        guard isRegistration, !isSaid else { return nil }
        // Columns of one line: «№ 118-11/26      «16» листопада 2026 р.», but never across «На №».
        for index in next..<max(next, line.tokens.upperBound) {
            if NumberSign(text, at: index, end: line.tokens.upperBound) != nil { return nil }
            if let date = WrittenDate(text, at: index, end: line.tokens.upperBound) { return date }
        }
        return nil
    }

    /// `від 11.11.2026 № …`, `12.11.2026 за № …`, `12.11.2026 р., вих. № …`.
    private func date(before sign: Int, floor: Int) -> WrittenDate? {
        var index = sign - 1
        let lowest = max(floor, sign - Self.reach)
        while index >= lowest, Self.between(tokens[index]) || Self.beforeSign.knows(tokens[index], in: text) {
            index -= 1
        }
        for start in stride(from: index, through: max(lowest, index - Self.longestDate), by: -1) {
            guard tokens[start].digitCount > 0 || tokens[start].isMark("\"") else { continue }
            if start > 0, tokens[start].isGlued, tokens[start].kind == .number, tokens[start - 1].kind == .mark,
                !tokens[start - 1].isMark("\""), !tokens[start - 1].isMark("("), !tokens[start - 1].isMark("_")
            {
                continue
            }
            if let date = WrittenDate(text, at: start, end: sign), date.tokens.upperBound >= index + 1 { return date }
        }
        return isRegistration ? dateAcrossTown(sign, floor: floor) : nil
    }

    /// «12 жовтня 2026 року ви дали мені відповідь № …».
    private func dateInSentence(before sign: Int, floor: Int) -> WrittenDate? {
        for start in stride(from: sign - 1, through: max(floor, sign - Self.reach), by: -1) {
            if let date = WrittenDate(text, at: start, end: sign),
                start == 0 || !tokens[start - 1].isMark(".") || !tokens[start].isGlued
            {
                return date
            }
            if tokens[start].isMark("."), start + 1 < sign, !tokens[start + 1].isGlued { return nil }
        }
        return nil
    }

    /// «28 січня 2027 року      м. Лугостав      № 1302»: the town between the two, and no other number.
    private func dateAcrossTown(_ sign: Int, floor: Int) -> WrittenDate? {
        for index in max(floor, line.tokens.lowerBound)..<max(floor, line.tokens.lowerBound, sign) {
            if NumberSign.mayBegin(tokens[index], in: text) { return nil }
            if let date = WrittenDate(text, at: index, end: sign) { return date }
        }
        return nil
    }

    private func isWord(before index: Int, _ table: StemTable<Bool>) -> Bool {
        var before = index - 1
        while before >= line.tokens.lowerBound, index - before <= 3, tokens[before].kind == .mark { before -= 1 }
        return before >= line.tokens.lowerBound && table.knows(tokens[before], in: text)
    }

    private static func between(_ token: Token) -> Bool {
        token.isMark(",") || token.isMark(".") || token.isMark("(") || token.isMark("_") || token.isMark(":")
    }

    private static let from = StemTable<Bool>([
        ("від от датою дата датований датованого надісланий надісланого надіслане направлений направленого направлене", true)
    ])
    private static let beforeSign = StemTable<Bool>([("за вих вп вихідний исх р року рік г под реєстраційний та и і номер", true)]
    )
    private static let outgoing = StemTable<Bool>([("вих вихідний исх исходящий", true)])
    private static let incoming = StemTable<Bool>([("вх вхідний", true)])
    /// Behind these stands no number of a letter.
    private static let codes = StemTable<Bool>([("єдрпоу едрпоу код мфо індекс тел рнокпп", true)])
    private static let onto = StemTable<Bool>([("на", true)])
    private static let longestDate = 10
    /// Tokens before a sign where its date may begin.
    private static let reach = 18
}
