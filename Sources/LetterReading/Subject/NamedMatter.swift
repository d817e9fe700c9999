// SPDX-License-Identifier: Apache-2.0

/// Summaries that begin with what the letter is: «Депутатське звернення щодо …», «Колективна скарга на …», «Повторно про …».
extension SubjectReading {
    /// «Депутатський запит щодо якості води».
    func named(_ mail: MailSubject, _ matter: TextMatter) -> Fact<String>? {
        guard let name = SubjectTitle(main, heading).leadingName(mail.text) ?? kindName else { return nil }
        if let shouted = shouted(named: name) { return shouted }
        if name == Self.collectiveComplaint {
            if let complained = matter.complained() {
                return fact(
                    (complained.value.replacing("Скарга", with: "Колективна скарга"), complained.tokens), .likely,
                    complained.reason)
            }
            if let told = collectiveTrouble(matter) { return told }
        }
        if name.begins(with: "Колективн") {
            return matter.asked(isPlain: false).flatMap { fact($0, of: name) } ?? collective(name, matter)
        }
        // An advocate's first «щодо» tells of his client's dispute.
        let stated = name == Self.lawyers ? matter.asked(isPlain: false) ?? matter.regarding(.regarding) : nil
        let occasion = matter.regarding(.occasion).flatMap { found in
            SubjectCompletion.isThin(found.value)
                ? nil
                : TextMatter.Found(
                    value: found.value, tokens: found.tokens, certainty: found.certainty, reason: TextMatter.occasionReason)
        }
        let found =
            stated ?? matter.regarding(.regarding) ?? (name == Self.lawyers ? nil : occasion) ?? matter.asked(isPlain: false)
            ?? matter.written()
        if let found = found ?? matter.ordered() { return fact(completed(found, of: name, matter), of: name) }
        guard var first = matter.asked(isPlain: true) ?? matter.firstSentence() else { return nil }
        first.value = name + (first.value.begins(with: "Про ") ? " " : ": ") + first.value.lowInitial
        return fact(first)
    }

    /// «Депутатське звернення щодо погашення боргу» with what went wrong, or what was written of.
    private func completed(_ found: TextMatter.Found, of name: String, _ matter: TextMatter) -> TextMatter.Found {
        let completion = SubjectCompletion(
            trouble: Trouble(text, matter.body, needsSign: true), isComplaint: false, isCitizens: false,
            said: MailMatter(MailSubject("")))
        var full = completion.completing(found)
        if full.value.count + name.count >= Self.maximumLength { full = found }
        let length = SubjectReading.maximumLength - name.count - 4
        if found.reason == TextMatter.occasionReason, let asked = matter.asked(isPlain: false)?.value,
            let lead = ["Про ", "Щодо "].first(where: asked.begins), full.value.count + asked.count < length
        {
            full.value += " (" + asked.dropFirst(lead.count) + ")"
        }
        if SubjectCompletion.isThin(full.value), let written = matter.written(), !written.tokens.overlaps(full.tokens) {
            full.value += " (" + written.value.lowInitial + ")"
        }
        return full
    }

    /// What deputies and advocates write, where the letter does not say.
    var kindName: String? {
        switch kind {
        case "MP_APPEAL", "LOCAL_DEP_APPEAL": "Депутатське звернення"
        case "MP_REQUEST", "LOCAL_DEP_REQUEST": "Депутатський запит"
        case "LAWYER_REQUEST": Self.lawyers
        default: nil
        }
    }

    /// «Колективна скарга щодо відсутності води по вул. Заводській, 16»: what went wrong, and where all of them live.
    private func collectiveTrouble(_ matter: TextMatter) -> Fact<String>? {
        if let regarding = matter.regarding(.regarding) { return fact(regarding, of: Self.collective) }
        guard let occasion = matter.regarding(.occasion) else { return nil }
        let head = (heading.head.first?.tokens.lowerBound ?? 0)..<matter.body.lowerBound
        // «відсутності води з 12 червня»: since when, the letter tells.
        let since = occasion.tokens.dropFirst(2).first { index in
            text.reads(text.tokens[index], ["з", "із", "від"]) && index + 1 < text.tokens.count
                && text.tokens[index + 1].kind == .number
        }
        var told = occasion
        if let since {
            let clause = SubjectClause(text: text, end: since)
            told.value = "Щодо " + clause.words(occasion.tokens.lowerBound + 1..<since)
        }
        told.value = SubjectPlace(text: text, body: head, act: head).completing(told.value)
        return fact(told, of: Self.collective)
    }

    private static let collective = "Колективна скарга"
    private static let collectiveComplaint = "Колективна скарга з проханням"

    /// «Колективна скарга: наш будинок вимикають по дві черги».
    func collective(_ name: String, _ matter: TextMatter) -> Fact<String>? {
        let plain = name.words.prefix(2).joined(separator: " ")
        if let regarding = matter.regarding(.regarding) { return fact(regarding, of: plain) }
        guard let trouble = Trouble(text, matter.body), isComplaint else {
            guard var request = matter.request()?.found else { return nil }
            request.value = plain + ": " + SubjectCompletion.withoutLead(request.value)
            return fact(request)
        }
        let head = (heading.head.first?.tokens.lowerBound ?? 0)..<matter.body.lowerBound
        let told = plain + (trouble.isNamed ? " на " : ": ") + trouble.inside
        let place = SubjectPlace(text: text, body: head, act: head).first
        let whole = place.map { told + " (" + $0.lowInitial + ")" }.flatMap { $0.count <= Self.maximumLength ? $0 : nil } ?? told
        return fact((whole, trouble.tokens), .likely, "what went wrong")
    }

    /// «Звертаюсь удруге» makes «Про ремонт» «Повторно про ремонт».
    func again(_ made: Fact<String>, _ mail: MailSubject) -> Fact<String> {
        guard isCitizens, !Self.isRepeated(NormalizedText(made.value)) else { return made }
        let names = heading.head.lazy.filter { $0.role == .documentName }
        let isNamed = names.contains { DocumentName(text, $0.tokens)?.isRepeated == true }
        let body = heading.body.isEmpty ? text.tokens.indices : heading.body
        guard isNamed || Self.isRepeated(NormalizedText(mail.text)) || Self.isRepeated(text, body.prefix(Self.firstWords)) else {
            return made
        }
        let isLed = ["Про ", "Щодо "].contains(where: made.value.begins)
        let isComplaint = made.value.begins(with: "Скарга")
        let value = (isComplaint ? "Повторна " : isLed ? "Повторно " : "Повторно: ") + made.value.lowInitial
        guard value.count <= Self.maximumLength else { return made }
        return Fact(value, at: made.place, made.certainty, because: made.reason)
    }

    static func isRepeated(_ text: NormalizedText, _ tokens: Range<Int>? = nil) -> Bool {
        !SubjectWords.again.hits(in: text, tokens).isEmpty
    }

    static let firstWords = 40

    /// «Повторно щодо неприбирання території».
    func repeated(_ matter: TextMatter) -> Fact<String>? {
        let isRepeated = heading.head.contains { $0.role == .documentName && DocumentName(text, $0.tokens)?.isRepeated == true }
        guard isRepeated, var found = matter.regarding(.regarding) ?? matter.written() else { return nil }
        found.value = "Повторно " + found.value.lowInitial
        return fact(found)
    }

    /// A complaint is summed up by what happened, not by what is to follow.
    func complaint(_ matter: TextMatter, _ trouble: Trouble?) -> Fact<String>? {
        let names = heading.head.lazy.compactMap { $0.role == .documentName ? DocumentName(text, $0.tokens) : nil }
        guard let name = names.first(where: { $0.kind == .complaint }), !name.isRepeated else { return nil }
        if let considered = matter.considered() { return fact(considered) }
        if let trouble { return fact(SubjectCompletion.found(trouble, isComplaint: true)) }
        guard var first = matter.firstSentence() else { return nil }
        first.value = "Скарга: " + first.value
        return fact(first)
    }

    static let lawyers = "Адвокатський запит"
}
