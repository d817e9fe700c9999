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
        let room = SubjectReading.maximumLength - 3 - value.count
        let matter = matterOfClaim
        let whole = claim.flatMap { matter.map($0.contains) ?? true ? $0 : nil }
        if let claim = [whole, matter].compactMap(\.self).first(where: { $0.count < room }) { value += " (\(claim))" }
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
    var claim: String? { claimTokens.map { claimClause.words($0) } }

    /// «про скасування рішення»: the claim without its parties.
    private var matterOfClaim: String? {
        guard let claim = claimTokens else { return nil }
        let near = claim.lowerBound..<min(layout.bodyTokens.upperBound, claim.lowerBound + Self.partiesReach)
        let about = near.first { text.reads(text.tokens[$0], "про") }
        return about.map { claimClause.words($0..<claimClause.end(from: $0 + 1)) }
    }

    private var claimTokens: Range<Int>? {
        let body = layout.bodyTokens.prefix(Self.claimReach)
        guard
            let claim = body.first(where: {
                text.reads(text.tokens[$0], ["позовом", "заявою", "скаргою"]) && $0 > body.startIndex
                    && text.reads(text.tokens[$0 - 1], "за")
            })
        else { return nil }
        return claim - 1..<claimClause.end(from: claim)
    }

    private var claimClause: SubjectClause {
        SubjectClause(text: text, end: layout.bodyTokens.upperBound, takesRelative: false)
    }

    func isCourts(_ line: LetterLine) -> Bool {
        guard line.role == .documentName, let kind = DocumentName(text, line.tokens)?.kind else { return false }
        return kind == .ruling || kind == .summons || kind == .decision && isOfCase
    }

    /// «Справа № 538/3300/26», «ІМЕНЕМ УКРАЇНИ» above or below the name: a judgment is no decision of an office.
    private var isOfCase: Bool {
        head.prefix(Self.caseLines).contains { line in
            let first = line.tokens.lowerBound
            return Self.cases.knows(text.tokens[first], in: text)
                || first + 1 < line.tokens.upperBound && text.reads(text.tokens[first], "іменем")
                    && text.reads(text.tokens[first + 1], "україни")
        }
    }

    private static let cases = StemTable<Bool>([("справа провадження єун єунсс", true)])
    private static let caseLines = 8

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

    /// Tokens of a claim's parties.
    private static let partiesReach = 80

    /// Lines below the name of a ruling that may say what of.
    static let ruled = StemTable<Bool>([("ухвалив ухвалила постановив постановила", true)])

    static let operativeReach = 60
}
