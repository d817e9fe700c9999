// SPDX-License-Identifier: Apache-2.0

/// The summary of a request for information: the name of the request with what is asked for.
extension SubjectReading {
    /// A request for information says what of: «Запит на інформацію: копії договорів …».
    func information(_ mail: MailSubject) -> Fact<String>? {
        let named = SubjectTitle(main, heading).informationRequest
        let subject = mail.text.lowercased()
        let isMailNamed = subject.hasPrefix("запит на")
        guard named != nil || isMailNamed || subject.hasPrefix("інформаційний запит") else { return nil }
        if isMailNamed, let matter = mail.matter, !matter.hasPrefix("для "), !SubjectTitle.isFormula(NormalizedText(matter)),
            matter.split(separator: " ").contains(where: { $0.count > 4 })
        {
            return Fact(
                "Запит на інформацію (\(matter))", at: FactPlace(part: "subject", range: mail.range), .likely,
                because: "the subject of the mail")
        }
        let name = named ?? "Запит на інформацію"
        let body = heading.body
        let clause = SubjectClause(text: text, end: body.upperBound)
        guard let give = body.first(where: { SubjectWords.give.meaning(of: text.tokens[$0], in: text) != nil }) else {
            return nil
        }
        if let listed = listed(behind: give, name) { return listed }
        let start = firstAskedFor(behind: give, clause)
        let end = clause.end(from: start)
        guard start < body.upperBound, end > start else { return nil }
        var object = ObjectPhrase(text: text, tokens: start..<end).declined(to: .nominative) ?? clause.words(start..<end)
        if text.tokens[start].capitals == .first { object = object.prefix(1).lowercased() + object.dropFirst() }
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
            (ListedObjects.joined(phrases, behind: name + (isCopies ? ": копії " : ": ")), give..<last.upperBound), .likely,
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
            text.tokens[start].kind != .word || SubjectWords.given.meaning(of: text.tokens[start], in: text) != nil
        {
            start += 1
        }
        return start
    }

    /// Tokens between «надати» and the colon before its points.
    private static let listReach = 24
}
