// SPDX-License-Identifier: Apache-2.0

/// The further points of a request that lists what it asks for: «1. Включити …. 2. Обмежити заїзд …».
extension RequestedAct.Reading {
    /// The act with those of the next points a summary has room for; a first one that has no noun gives way to one that has.
    func withFurther(_ first: RequestedAct) -> RequestedAct {
        guard first.worth != .vague, first.summary.characterCount < SubjectReading.maximumLength else { return first }
        var act = Self.withNoun(first)
        var index = first.tokens.upperBound
        for _ in 1..<Self.mostPoints {
            guard let start = nextPoint(from: index) else { break }
            index = start + 1
            guard let next = point(start) else { continue }
            index = max(index, next.tokens.upperBound)
            if act.worth == .plain, !act.summary.begins(with: Self.about) {
                act = next
            } else if let longer = joined(act, next) {
                act = longer
            } else {
                break
            }
        }
        return act.tokens == first.tokens ? first : act
    }

    /// «повідомити, хто зареєстрований» is «надання інформації, хто зареєстрований» beside the other points of a list.
    private static func withNoun(_ act: RequestedAct) -> RequestedAct {
        let (telling, noun) = ("\(asking) повідомити, ", "\(about)надання інформації, ")
        guard act.summary.begins(with: telling) else { return act }
        return RequestedAct(noun + act.summary.dropFirst(telling.count), act.tokens, act.worth)
    }

    private static let asking = "Прохання"

    private func joined(_ act: RequestedAct, _ next: RequestedAct) -> RequestedAct? {
        guard act.summary.begins(with: Self.about) else { return nil }
        let noun = act.summary.dropFirst(Self.about.count).prefix { $0 != " " }
        var further = next.summary.dropFirst(Self.about.count)
        // «надання копії акта, довідки …»: said once.
        if further.hasPrefix(noun + " ") { further = further.dropFirst(noun.count + 1) }
        let forms = [further, further.prefix { $0 != "," }].map { act.summary + ", " + $0 }
        guard let longer = forms.first(where: { $0.characterCount <= SubjectReading.maximumLength }) else { return nil }
        return RequestedAct(longer, act.tokens.lowerBound..<max(act.tokens.upperBound, next.tokens.upperBound))
    }

    /// An act that has a noun, at the first word of a point.
    private func point(_ start: Int) -> RequestedAct? {
        guard VerbalNoun.act(of: text.tokens[start], in: text) != nil, case .found(let act) = step(at: start),
            act.worth == .named, act.summary.begins(with: Self.about)
        else { return nil }
        return act
    }

    /// The first word behind the mark of the next point: «2.», «б)», «–» of a line.
    private func nextPoint(from start: Int) -> Int? {
        for index in start..<max(start, min(end, start + Self.longestPoint)) {
            if let word = behindMark(index) { return word }
            let token = text.tokens[index]
            if token.startsParagraph || SubjectWords.requests.knows(token, in: text) { return nil }
            // Points without marks stand on lines of their own: «перевірити …; / видати …».
            if token.startsLine, index > start, text.tokens[index - 1].isMark(";") { return index }
        }
        return nil
    }

    private func behindMark(_ index: Int) -> Int? {
        let token = text.tokens[index]
        guard index > 0, index + 1 < end,
            token.startsLine || text.tokens[index - 1].isMark(".") || text.tokens[index - 1].isMark(";")
        else { return nil }
        if token.isMark("-") { return token.startsLine && text.tokens[index + 1].kind == .word ? index + 1 : nil }
        let closes = text.tokens[index + 1].isGlued && (text.tokens[index + 1].isMark(")") || text.tokens[index + 1].isMark("."))
        let isMark = token.kind == .number && token.digitCount < 3 || token.letters.count == 1 && token.kind == .word
        guard closes, isMark, index + 2 < end, text.tokens[index + 2].kind == .word, !text.tokens[index + 2].isGlued else {
            return nil
        }
        return index + 2
    }

    private static let about = "Про "
    private static let mostPoints = 4
    private static let longestPoint = 40
}
