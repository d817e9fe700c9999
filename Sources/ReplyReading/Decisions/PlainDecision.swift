// SPDX-License-Identifier: Apache-2.0

/// A line that is one decision and nothing else: «Погоджую.», «Підписую лист», «Прийнято до виконання, дякую».
struct PlainDecision {
    /// The one decision of the line; nil when there is none, more than one, or a word that may mean something else.
    let verb: ReplyVerb?
    /// The decision the line begins with, whatever follows it.
    let first: ReplyVerb?
    let isContradictory: Bool

    private static let kinds: Set<PhraseKind> = [.approve, .sign, .accept, .object, .courtesy, .sendBack]
    /// Signs that add nothing. Three points and a question mark add doubt.
    private static let harmlessSigns: Set<Character> = [
        ".", ",", "!", "-", "–", "—", "\"", "«", "»", "“", "”", "„", "'", "’", "*", "_", "(", ")", "/", "👍", "✅", "✔", "✔️",
        "🙂",
        "😊", "🙏", ">", "•", "🤝", "👌",
    ]

    init(_ line: Words, from start: Int, in context: ReplyContext) {
        var found: Set<ReplyVerb> = []
        var first: ReplyVerb?
        var isWhole = true
        let folded = line.folded
        var index = start
        // Elsewhere «надіслати» is what a resolution orders somebody to do.
        let kinds = context.verbs.contains(.sendOut) ? Self.kinds.union([.sendOut]) : Self.kinds
        while index < folded.count {
            guard let match = Phrases.match(folded[index...], among: kinds) else {
                let end = first == nil ? index : Self.skipSignature(line, from: index, context)
                isWhole = isWhole && end > index
                index = max(end, index + 1)
                continue
            }
            if let verb = Self.verb(of: match.kind) {
                found.insert(verb)
                if isWhole { first = first ?? verb }
            }
            index += match.count
        }
        // Boxes and crosses before the word are somebody's form to fill in.
        let before = start == 0 ? line.before : ""
        let signs = before + line.words[start...].map(\.after).joined()
        let isClear =
            signs.allSatisfy { $0.isWhitespace || Self.harmlessSigns.contains($0) || Folding.isInvisible($0) }
            && !line.words[start...].contains { $0.after.contains("..") } && !signs.contains("…")
        verb = isWhole && isClear && found.count == 1 && !found.contains(.sendBack) ? found.first : nil
        self.first = first
        isContradictory = found.count > 1
    }

    /// «Погоджую. Мельник І. В. 25.11.2026»: the writer's own name and a day behind the decision.
    private static func skipSignature(_ line: Words, from start: Int, _ context: ReplyContext) -> Int {
        guard start > 0 else { return start }
        let last = line.words[start - 1]
        guard last.endsSegment || last.isNumber || last.after.contains(where: { "(/".contains($0) }) else { return start }
        if let closing = Phrases.match(line.folded[start...], among: [.closing]) {
            let rest = line.text(from: start + closing.count).trimmed
            return rest.isEmpty || ContactLine(people: context.people).isContact(rest) ? line.words.count : start
        }
        if line.words[start].original.allSatisfy({ $0.isNumber || $0 == "." }), line.words[start].original.contains(".") {
            return start + 1
        }
        var end = start
        guard case .found(let person) = NameFinder(context.people).find(line, at: &end, nominativeOnly: true),
            person.id == context.author
        else { return start }
        return end
    }

    private static func verb(of kind: PhraseKind) -> ReplyVerb? {
        switch kind {
        case .approve: .approve
        case .sign: .sign
        case .accept: .accept
        case .sendBack: .sendBack
        case .sendOut: .sendOut
        case .object, .courtesy, .greeting, .closing, .extend: nil
        }
    }
}

/// Everything of a reply beside its deciding line.
struct Surroundings {
    let lines: [Words]
    let parts: ReplyParts
    let context: ReplyContext

    /// The decision, unless something beside it could change its meaning.
    func admit(_ verb: ReplyVerb) -> ReplyReader.Outcome {
        for line in lines {
            if Courtesies.isCourtesy(line, people: context.people) || isDate(line) { continue }
            let start = Courtesies.skipGreeting(line, from: 0, people: context.people)
            let other = PlainDecision(line, from: start, in: context)
            if other.verb == verb { continue }
            return .question(other.first == nil ? .withReservation : .contradictory)
        }
        guard parts.between.isEmpty else { return .question(.withReservation) }
        if parts.signature.contains(where: { Caution.isRaised(by: Words($0)) }) { return .question(.withReservation) }
        if isBroken(parts.signature) { return .question(.withReservation) }
        switch verb {
        case .approve: return .decision(.approve)
        case .sign: return .decision(.sign)
        case .accept: return .decision(.accept)
        case .sendOut: return .decision(.sendOut)
        case .sendBack, .resolve, .extend, .draft: return .question(.notUnderstood)
        }
    }

    /// Below a bare name, where no «З повагою» or `--` says that a signature follows, every line has to look like one.
    private func isBroken(_ signature: [String]) -> Bool {
        let contact = ContactLine(people: context.people)
        guard let first = signature.first, contact.isContact(first.trimmed) else { return false }
        for line in signature where !line.isBlankLine && !isDate(Words(line)) {
            // From a rule or closing words on it is their signature again.
            guard contact.isContact(line.trimmed) else { return !SignatureCut(people: []).begins(line) }
        }
        return false
    }

    /// People date what they approve.
    private func isDate(_ line: Words) -> Bool {
        line.words.count <= 2 && line.words.allSatisfy { $0.isNumber || $0.folded == "р" || $0.folded == "року" }
            && !line.characters.contains("?")
    }
}

/// «Проєкт відповіді:» before the text of a draft.
enum DraftMark {
    private static let marks = [
        "проєкт відповіді", "проект відповіді", "проєкт листа", "проект листа", "надсилаю проєкт", "надсилаю проєкт відповіді",
        "надсилаю проект", "надсилаю проект відповіді", "надаю проєкт відповіді", "надаю проект відповіді",
        "подаю проєкт відповіді",
        "текст відповіді", "draft answer", "draft reply", "draft", "нова версія", "нова версія проєкту", "проект ответа",
        "проєкт",
    ].map { $0.split(separator: " ").map { Folding.folded(String($0)) } }

    /// The text below, or behind, the mark; nil when the first line bears none.
    static func text(of lines: [String], first: Words, from start: Int) -> String? {
        let folded = first.folded[start...]
        guard let mark = marks.filter({ folded.starts(with: $0) }).max(by: { $0.count < $1.count }) else { return nil }
        let end = start + mark.count
        // «Проєкт відповіді погоджую» is no draft: the mark ends its line or has a colon behind it.
        let isMark =
            first.words[end - 1].after.contains(":")
            || mark.count > 1 && end == first.words.count && !first.characters.contains("?")
        guard isMark, let position = lines.firstIndex(where: { Words($0) == first }) else { return nil }
        return ([first.text(from: end)] + lines[(position + 1)...]).joined(separator: "\n").trimmed
    }
}
