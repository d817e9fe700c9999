// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// The sender's own number and date (domain §2.7): the best of all numbers of the letter, not the first.
package struct NumberReading: Sendable {
    package private(set) var number: Fact<String>?
    /// The date of the letter, of a letter without a number too.
    package private(set) var date: Fact<CivilDate>?
    let mentions: [NumberMention]

    private let main: MainText
    private let source: LetterSource
    private var layout: LetterLayout { main.layout }
    private let hints: [String]

    package init(_ main: MainText, source: LetterSource) {
        self.main = main
        self.source = source
        mentions = NumberMention.all(in: main.layout)
        hints = ([source.subject] + source.attachmentNames).map(Self.key).filter { !$0.isEmpty }
        if let best = best() {
            adopt(best)
        } else if let named = courtCase() {
            adopt(named)
        } else if let hint = NumberHint(main, source: source) {
            number = hint.number
            date = hint.date
        }
        if date == nil || number == nil { date = date ?? LetterDate(main, source: source, isOfCase: isOfCase).fact }
    }

    private mutating func adopt(_ mention: NumberMention) {
        let place = main.place(of: mention.number.tokens)
        let certainty: Certainty = mention.isRegistration || mention.isOutgoing ? .sure : .likely
        number = Fact(mention.number.text, at: place, certainty, because: reason(mention))
        if let written = mention.date, isPlausible(written.date) {
            date = Fact(written.date, at: main.place(of: written.tokens), certainty, because: "stands with the number")
        }
    }

    private func reason(_ mention: NumberMention) -> String {
        if mention.owner == .courtCase { return "the number of the case" }
        if mention.line < layout.bodyStart { return "in the letterhead" }
        return mention.line >= layout.bodyEnd ? "in the stamp below the text" : "in the text"
    }

    private func best() -> NumberMention? {
        var best: (mention: NumberMention, score: Int)?
        for mention in mentions {
            let score = score(mention)
            if score >= Self.threshold, score > (best?.score ?? 0) { best = (mention, score) }
        }
        return best?.mention
    }

    /// A court that writes without a number of its own writes in a case: «суд повідомляє, що засідання у справі № …».
    private func courtCase() -> NumberMention? {
        let words = layout.text.tokens.prefix(Self.courtReach).filter { $0.kind == .word }.prefix(6)
        guard words.contains(where: { Self.courts.knows($0, in: layout.text) }),
            !layout.head.contains(where: { $0.role == .applicant || $0.role == .addressee })
        else { return nil }
        return mentions.first { $0.owner == .courtCase }
    }

    private var isOfCase: Bool {
        mentions.contains { $0.owner == .courtCase && $0.line < max(layout.bodyStart, Self.headLines) }
    }

    private func score(_ mention: NumberMention) -> Int {
        let isHead = mention.line < max(layout.bodyStart, min(Self.headLines, layout.lines.count))
        let isFoot = mention.line >= layout.bodyEnd || mention.line >= layout.lines.count - Self.footLines
        var score = 0
        if mention.isRegistration { score += isHead ? 6 : isFoot ? 4 : 1 }
        if mention.isOutgoing { score += 5 }
        if !mention.isRegistration, isFoot || isHead, mention.date != nil, isStamp(mention) { score += 4 }
        switch mention.owner {
        // «Номер: 3107» in a portal's form counts what was filled in.
        case .nobody where isPortals && mention.number.tokens.count == 1 && mention.date == nil: return 0
        case .nobody: break
        case .itself: score += 4
        case .answered, .ours, .thing, .document: return 0
        case .courtCase: score = mention.line < layout.bodyStart || (isHead && mention.isRegistration) ? 4 : 0
        }
        let key = Self.key(mention.number.text)
        if hints.contains(where: { $0.holds(key) }), key.utf8.count > 2 || mention.isRegistration { score += 3 }
        if let date = mention.date?.date, !isPlausible(date) { score -= 3 }
        if mention.date == nil, !mention.isRegistration { score -= 2 }
        return score
    }

    /// A stamp names the body and nothing else: «Лугоставська окружна прокуратура №54-102-4471вих-26 від 17.11.2026».
    private func isStamp(_ mention: NumberMention) -> Bool {
        guard mention.owner == .nobody else { return false }
        let line = layout.lines[mention.line]
        guard line.tokens.count <= Self.longestStamp else { return false }
        let rest = line.tokens.filter { !mention.tokens.contains($0) && layout.text.tokens[$0].kind == .word }.map {
            layout.text.tokens[$0]
        }
        if rest.contains(where: { LineWords.markTails.knows($0, in: layout.text) }) { return true }
        return !rest.contains { LineWords.verbs.knows($0, in: layout.text) } && rest.count <= 8
            && OfficeNoun.first(in: rest.prefix(6), of: layout.text) != nil
    }

    /// A form that a machine mails, and no contact centre.
    private var isPortals: Bool {
        SenderMailbox(source).isMachine
            && !WriterMark.namesHotline(layout.text, 0..<min(layout.text.tokens.count, Self.courtReach))
            && !WriterMark.namesHotline(NormalizedText(source.subject))
    }

    /// Not of another year's letter, and not of the days to come.
    private func isPlausible(_ date: CivilDate) -> Bool {
        let age = date.days(until: source.receivedAt.date)
        return age >= -Self.daysAhead && age <= Self.daysBack
    }

    /// Digits and letters only, folded: `01-23_456.pdf` holds the key of `01-23/456`.
    static func key(_ text: String) -> String {
        var octets: [UInt8] = []
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                octets.append(UInt8(ascii: scalar))
            } else if case let code = Letter.code(scalar.value), code != 0 {
                Letter.write(code, to: &octets)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    private static let courts = StemTable<Bool>([("суд судова", true)])
    /// Tokens of the first words of a letter.
    private static let courtReach = 16
    private static let threshold = 4
    private static let headLines = 14
    private static let footLines = 8
    private static let longestStamp = 40
    /// A clock that goes wrong, a letter dated with the day it is to be sent.
    static let daysAhead = 7
    static let daysBack = 400
}
