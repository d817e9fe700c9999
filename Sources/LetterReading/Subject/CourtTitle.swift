// SPDX-License-Identifier: Apache-2.0

/// The summary of a ruling or a summons: its name, what it is of, the number of the case and the claim.
extension SubjectTitle {
    func withCase(_ title: String) -> String {
        guard let court = courtCase else { return title }
        return title + (title.ends(with: "у справі") ? " № \(court)" : " у справі № \(court)")
    }

    /// «Ухвала у справі № 538/1911/26» where the ruling has no title.
    func ruling() -> Fact<String>? {
        guard let court = courtCase, let index = head.firstIndex(where: isCourts) else { return nil }
        let line = head[index]
        var value = LetterCase.capitalized(name(line))
        if let clause = courtClause(below: line) ?? operative { value += " " + clause }
        if !value.contains("справі №") { value += (value.ends(with: "у справі") ? " № " : " у справі № ") + court }
        if let claim, value.count + claim.count < SubjectReading.maximumLength - 3 { value += " (\(claim))" }
        return Fact(value, at: main.place(of: line.tokens), .sure, because: "the name of the document")
    }

    /// «Іменем України про витребування доказів» under the name of a ruling.
    func courtClause(below name: LetterLine) -> String? {
        let below = layout.lines.drop { $0.tokens.lowerBound <= name.tokens.lowerBound }.prefix(Self.courtLines)
        for line in below {
            let lead = line.tokens.prefix(3).first { text.reads(text.tokens[$0], "про") }
            guard let lead else { continue }
            return joined([text.originalText(text.tokens[lead].range.lowerBound..<line.range.upperBound)])
        }
        return nil
    }

    /// «про відкриття провадження у справі» of «УХВАЛИВ: Відкрити провадження у справі».
    var operative: String? {
        let body = layout.bodyTokens
        guard let verb = Self.ruled.first(in: body, of: text),
            let act = RequestedAct(text, from: verb, behind: verb, to: min(body.upperBound, verb + Self.operativeReach)),
            act.worth == .named, act.summary.begins(with: "Про ")
        else { return nil }
        return "п" + act.summary.dropFirst()
    }

    /// «за позовом ТОВ «Ріелт» про скасування рішення».
    var claim: String? {
        let body = layout.bodyTokens.prefix(Self.claimReach)
        guard
            let claim = body.first(where: {
                text.reads(text.tokens[$0], "позовом") && $0 > body.startIndex && text.reads(text.tokens[$0 - 1], "за")
            })
        else { return nil }
        let clause = SubjectClause(text: text, end: layout.bodyTokens.upperBound, takesRelative: false)
        return clause.words(claim - 1..<clause.end(from: claim))
    }

    func isCourts(_ line: LetterLine) -> Bool {
        guard line.role == .documentName, let kind = DocumentName(text, line.tokens)?.kind else { return false }
        return kind == .ruling || kind == .summons
    }

    /// The number of the case, for the summary of a ruling.
    var courtCase: String? {
        guard head.contains(where: isCourts) else { return nil }
        let mentions = NumberMention.all(in: layout)
        // «Провадження № 2/10/26» above it is another number of the same court.
        return (mentions.first(where: standsBehindCase) ?? mentions.first { $0.owner == .courtCase })?.number.text
    }

    func standsBehindCase(_ mention: NumberMention) -> Bool {
        let start = mention.number.tokens.lowerBound
        return text.tokens[max(0, start - 2)..<start].contains { text.reads($0, ["справа", "справі"]) }
    }

    static let courtLines = 2

    static let claimReach = 120

    /// Lines below the name of a ruling that may say what of.
    static let ruled = StemTable<Bool>([("ухвалив ухвалила постановив постановила", true)])

    static let operativeReach = 60
}
