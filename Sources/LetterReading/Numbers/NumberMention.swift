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
