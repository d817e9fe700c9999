// SPDX-License-Identifier: Apache-2.0

/// Reads «Повертаю: причина», «Не погоджую, …», “Return: …”.
struct SendBackReader {
    private static let beginnings: Set<String> = [
        "через", "бо", "оскільки", "адже", "тому", "потому", "because", "since", "due",
    ]
    private static let turns: Set<String> = [
        "але", "проте", "однак", "хоча", "зате", "но", "однако", "but", "however", "if", "якщо", "если", "чи",
    ]

    private static let doubts: Set<String> = [
        "мабуть", "напевно", "можливо", "поки", "поки", "зараз", "наразі", "взагалі", "maybe", "yet", "now", "perhaps", "що",
        "так", "yes",
    ]

    private let context: ReplyContext

    init(_ context: ReplyContext) { self.context = context }

    /// Nil when the first line does not begin so.
    func read(_ lines: [Words], from start: Int) -> ReplyReader.Outcome? {
        guard let first = lines.first, let match = Phrases.match(first.folded[start...], among: [.sendBack]) else { return nil }
        var end = start + match.count
        while end < first.words.count, !first.words[end - 1].endsSegment,
            let object = Phrases.match(first.folded[end...], among: [.object])
        {
            end += object.count
        }
        if end < first.words.count, !first.words[end - 1].endsSegment,
            let more = Phrases.match(first.folded[end...], among: [.sendBack])
        {
            end += more.count
        }
        let last = first.words[end - 1]
        if last.after.contains("?") { return .question(.notUnderstood) }
        let rest = Array(first.words[end...])
        // Without a sign or a «бо» between them the next words belong to the verb: «Повертаю погоджений проєкт».
        if let next = rest.first, !last.endsSegment, !Self.beginnings.contains(next.folded) { return .question(.notUnderstood) }
        if let next = rest.first, Self.turns.contains(next.folded) { return .question(.withReservation) }
        return reason(first.text(from: end), lines.dropFirst())
    }

    private func reason(_ beginning: String, _ below: ArraySlice<Words>) -> ReplyReader.Outcome {
        let all = [Words(beginning)] + below
        // A line that by itself decides something else, be it above or below the reasons.
        for line in all {
            let start = Courtesies.skipGreeting(line, from: 0, people: context.people)
            if let verb = PlainDecision(line, from: start, in: context).first, verb != .sendBack {
                return .question(.contradictory)
            }
        }
        if all.contains(where: speaksOfApproval) { return .question(.contradictory) }
        let told = all.filter { !Courtesies.isCourtesy($0, people: context.people) }
        let hasWord = told.contains { line in
            line.words.contains { $0.folded.count >= 3 && !$0.isNumber && !Self.doubts.contains($0.folded) }
        }
        guard hasWord else { return .question(.reasonMissing) }
        return .decision(.sendBack(remark: Self.trimmed(told.map { String($0.characters) }.joined(separator: "\n"))))
    }

    /// «Не згоден: жартую, погоджую». What is not approved («не погоджено з юристом») is a reason.
    private func speaksOfApproval(_ line: Words) -> Bool {
        var index = 0
        while index < line.words.count {
            guard let match = Phrases.match(line.folded[index...], among: [.approve, .sign, .sendBack]) else {
                index += 1
                continue
            }
            let word = line.folded[index]
            if match.kind != .sendBack, ["погод", "соглас", "approv", "підпис"].contains(where: { word.hasPrefix($0) }) {
                return true
            }
            index += match.count
        }
        return false
    }

    private static func trimmed(_ text: String) -> String {
        String(text.trimmed.drop { ",:;-–—.*".contains($0) || $0.isWhitespace })
    }
}
