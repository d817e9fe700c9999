// SPDX-License-Identifier: Apache-2.0

/// The summary of a request for information: the name of the request with what is asked for.
extension SubjectReading {
    /// A request for information says what of: «Запит на інформацію: копії договорів …».
    ///
    /// - Parameter isTold: whether its kind is evidence enough; else it must name itself.
    func information(_ mail: MailSubject, isTold: Bool = false) -> Fact<String>? {
        let named = SubjectTitle(main, heading).informationRequest
        let subject = mail.text.inLowerCase
        let isMailNamed = subject.begins(with: "запит на")
        let isNamed = named != nil || isMailNamed || subject.begins(with: "інформаційний запит")
        guard isNamed || isTold && kind == "PUBLIC_INFO" else { return nil }
        if isMailNamed, let matter = mail.matter, !matter.begins(with: "для "), !SubjectTitle.isFormula(NormalizedText(matter)),
            matter.split(separator: " ").contains(where: { $0.count > 4 })
        {
            return Fact(
                "Запит на інформацію (\(matter))", at: FactPlace(part: "subject", range: mail.range), .likely,
                because: "the subject of the mail")
        }
        let name = named ?? "Запит на інформацію"
        let body = heading.body
        let clause = SubjectClause(text: text, end: body.upperBound, takesList: true)
        let asked = body.lazy.filter { SubjectWords.give.knows(text.tokens[$0], in: text) }
        for verb in asked.prefix(Self.mostVerbs) {
            if let listed = listed(behind: verb, name) { return listed }
        }
        if !isNamed, let request = matter.request(), request.worth == .named, request.found.value.begins(with: "Про ") {
            return fact(("Запит п" + request.found.value.dropFirst(), request.found.tokens), .likely, "what is asked for")
        }
        guard let give = SubjectWords.give.first(in: body, of: text) else {
            return nil
        }
        let start = firstAskedFor(behind: give, clause)
        let end = clause.end(from: start)
        guard start < body.upperBound, end > start else { return nil }
        var object = ObjectPhrase(text: text, tokens: start..<end).declined(to: .nominative) ?? clause.words(start..<end)
        if text.tokens[start].capitals == .first { object = object.lowInitial }
        return fact((name + ": " + object, give..<end), .likely, "what is asked for")
    }

    /// «надати: 1) перелік …; 2) копії …» as «Запит на інформацію: перелік …, копії …».
    private func listed(behind give: Int, _ name: String) -> Fact<String>? {
        let body = heading.body
        let near = give + 1..<max(give + 1, min(body.upperBound, give + Self.listReach))
        guard let colon = near.first(where: { text.tokens[$0].isMark(":") }), colon + 1 < body.upperBound else { return nil }
        let points = ListedObjects(text: text, end: body.upperBound).points(behind: colon)
        guard points.count > 1, let last = points.last else { return nil }
        let isCopies = text.reads(text.tokens[colon - 1], "копії")
        let clause = SubjectClause(text: text, end: body.upperBound)
        let phrases = points.map { point in
            let words = isCopies ? nil : ObjectPhrase(text: text, tokens: point).declined(to: .nominative)
            return LetterCase.lowerUnlessProper(words ?? clause.words(point))
        }
        return fact(
            (ListedPhrases(phrases, behind: name + (isCopies ? ": копії " : ": ")).joined, give..<last.upperBound), .likely,
            "what is asked for")
    }

    /// Behind «надати мені таку інформацію», at the first point where points follow.
    private func firstAskedFor(behind give: Int, _ clause: SubjectClause) -> Int {
        let body = heading.body
        let near = give + 1..<max(give + 1, min(body.upperBound, give + Self.listReach))
        if let colon = near.first(where: { text.tokens[$0].isMark(":") }), colon + 1 < body.upperBound,
            text.tokens[colon + 1].startsLine,
            let word = (colon + 1..<min(body.upperBound, colon + 5)).first(where: { text.tokens[$0].kind == .word })
        {
            return word
        }
        var start = clause.behindTerm(give + 1)
        while start < near.upperBound,
            text.tokens[start].kind != .word || SubjectWords.given.knows(text.tokens[start], in: text)
        {
            start += 1
        }
        return start
    }

    /// Verbs of giving that may have a list behind them.
    private static let mostVerbs = 4
    /// Tokens between «надати» and the colon before its points.
    private static let listReach = 24
}
