// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A registration number in a text with the date that belongs to it, and what the words round it say about whose it is.
struct NumberMention: Hashable, Sendable {
    /// What kind of document the number is said to be of.
    enum Owner: Hashable, Sendable {
        /// Nothing but the number sign or «вих.» stands before it.
        case nobody
        /// «На № …»
        case answered
        /// «Вашого листа … №», «у відповіді від … № … Ви повідомили».
        case ours
        /// «Справа №», the number of a case before a court.
        case courtCase
        /// «АДВОКАТСЬКИЙ ЗАПИТ № 27»: the letter names itself.
        case itself
        /// «доручення», «постанова», «акт»: the noun, a position in ``NormalizedText/tokens``.
        case document(noun: Int)
        /// «свідоцтво №», «будинок №», «вх. №»: no number of a sender's letter.
        case thing
    }

    let number: WrittenNumber
    let date: WrittenDate?
    let owner: Owner
    /// Everything from the number sign or date to the end of the pair.
    let tokens: Range<Int>
    /// A position in ``LetterLayout/lines``.
    let line: Int
    /// Whether «вих.» stands before it.
    let isOutgoing: Bool
    /// Whether its line holds dates and numbers only.
    let isRegistration: Bool

    /// All numbers of a text, in order; at most ``maximumMentions``.
    static func all(in layout: LetterLayout) -> [NumberMention] {
        var found: [NumberMention] = []
        var floor = 0
        for (position, line) in layout.lines.enumerated() {
            let isForm =
                RegistrationForm.role(layout.text, line.tokens) != nil
                || line.role == .documentName && RegistrationForm(layout.text, line.tokens)?.signs ?? 0 > 0
            let isRegistration = isForm && line.role != .title && !layout.continuesSentence(at: position)
            var index = max(line.tokens.lowerBound, floor)
            while index < line.tokens.upperBound {
                let mayBegin = isRegistration || NumberSign.mayBegin(layout.text.tokens[index], in: layout.text)
                guard mayBegin,
                    let mention = NumberScan(layout: layout, position: position, isRegistration: isRegistration)
                        .mention(at: index, floor: floor)
                else {
                    index += 1
                    continue
                }
                found.append(mention)
                if found.count >= maximumMentions { return found }
                index = max(index + 1, mention.tokens.upperBound)
                floor = index
            }
        }
        return found
    }

    /// Numbers of a letter that are looked at; a register in a table has more, and none of them is the letter's.
    static let maximumMentions = 200
}

extension LetterLayout {
    /// Whether a line of dates and numbers is a piece of a sentence that began above it, as in a text broken at a fixed width.
    func continuesSentence(at position: Int) -> Bool {
        let line = lines[position]
        guard position > 0, !line.startsBlock, !line.isColumn else { return false }
        let above = lines[position - 1]
        guard above.role == .text || above.role == .title else { return false }
        // «ОБЛАСНИЙ ШТАБ / вих. 02.01.2027 № Ш-7», «20 лютого 2027 року / № 692»: no sentence above.
        if above.role == .text, isHeading(above) || isDate(at: position - 1) { return false }
        let (last, first) = (text.tokens[above.tokens.upperBound - 1], text.tokens[line.tokens.lowerBound])
        // «… доручення Міністерства / України від / 22.03.2026 № 26-01/4772»: broken twice, so that short lines stand between long ones.
        if last.isMark("№") || Self.governing.knows(last, in: text) { return true }
        let isBrokenTwice = position > 1 && !above.startsBlock && lines[position - 2].tokens.count >= 7
        guard above.tokens.count >= 5 || isBrokenTwice, !last.isMark("."), !last.isMark(":") else { return false }
        if first.kind == .word, first.capitals == .none { return true }
        if first.isMark("№"), last.kind == .word || last.kind == .number, above.tokens.count >= 5 { return true }
        guard first.kind == .word || first.isMark("(") else { return isBrokenAbove(last, above, isBrokenTwice) }
        // «… розпорядженням Кабінету Міністрів / України від 14.04.2021 № 366-р.».
        if above.range.count >= LetterLayout.fullLine, last.kind == .word, !RegistrationForm.isFiller(first, in: text) {
            return true
        }
        return isBrokenAbove(last, above, isBrokenTwice)
    }

    private func isBrokenAbove(_ last: Token, _ above: LetterLine, _ isBrokenTwice: Bool) -> Bool {
        (above.tokens.count >= 7 || isBrokenTwice || above.range.count >= LetterLayout.fullLine)
            && (last.isMark(",") || (last.kind == .word && last.capitals == .none))
    }

    private func isHeading(_ line: LetterLine) -> Bool {
        line.tokens.count <= Self.longestHeading && LetterCase.isCapitals(text.tokens[line.tokens].filter { $0.kind == .word })
    }

    /// A date alone on a line that itself goes on with nothing.
    private func isDate(at position: Int) -> Bool {
        let line = lines[position]
        guard let date = WrittenDate(text, at: line.tokens.lowerBound, end: line.tokens.upperBound),
            date.tokens.upperBound == line.tokens.upperBound
        else { return false }
        guard position > 0, !line.startsBlock else { return true }
        let above = lines[position - 1]
        return above.startsBlock && position == 1 || text.tokens[above.tokens.upperBound - 1].isMark(".")
    }

    private static let longestHeading = 16
    /// What a date or a number follows.
    private static let governing = StemTable<Bool>([("від от за та і до під", true)])
}
