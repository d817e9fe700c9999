// SPDX-License-Identifier: Apache-2.0

/// Summaries that begin with what the letter is: «Депутатське звернення щодо …», «Колективна скарга на …», «Повторно про …».
extension SubjectReading {
    /// «Депутатський запит щодо якості води».
    func named(_ mail: MailSubject, _ matter: TextMatter) -> Fact<String>? {
        guard let name = SubjectTitle(main, heading).leadingName(mail.text) ?? kindName else { return nil }
        if let shouted = shouted(named: name) { return shouted }
        if name == "Колективна скарга з проханням", let complained = matter.complained() {
            return fact(
                (complained.value.replacing("Скарга", with: "Колективна скарга"), complained.tokens), .likely, complained.reason)
        }
        if name.begins(with: "Колективн") {
            return matter.asked(isPlain: false).flatMap { fact($0, of: name) } ?? collective(name, matter)
        }
        // An advocate's first «щодо» tells of his client's dispute.
        let stated = name == Self.lawyers ? matter.asked(isPlain: false) ?? matter.regarding(.regarding) : nil
        let found = stated ?? matter.regarding(.regarding) ?? matter.asked(isPlain: false) ?? matter.written()
        if let found = found ?? matter.ordered() { return fact(completed(found, of: name, matter), of: name) }
        guard var first = matter.asked(isPlain: true) ?? matter.firstSentence() else { return nil }
        first.value = name + ": " + first.value.lowInitial
        return fact(first)
    }

    /// «Депутатське звернення щодо погашення боргу» with what went wrong, or what was written of.
    private func completed(_ found: TextMatter.Found, of name: String, _ matter: TextMatter) -> TextMatter.Found {
        let completion = SubjectCompletion(
            trouble: Trouble(text, matter.body, needsSign: true), isComplaint: false, isCitizens: false,
            said: MailMatter(MailSubject("")))
        var full = completion.completing(found)
        if full.value.count + name.count >= Self.maximumLength { full = found }
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

    /// «Колективна скарга: наш будинок вимикають по дві черги».
    func collective(_ name: String, _ matter: TextMatter) -> Fact<String>? {
        let plain = name.words.prefix(2).joined(separator: " ")
        if let regarding = matter.regarding(.regarding) { return fact(regarding, of: plain) }
        guard let trouble = Trouble(text, matter.body), isComplaint else {
            guard var request = matter.request()?.found else { return nil }
            request.value = plain + ": " + SubjectCompletion.withoutLead(request.value)
            return fact(request)
        }
        return fact((plain + (trouble.isNamed ? " на " : ": ") + trouble.inside, trouble.tokens), .likely, "what went wrong")
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
        if let trouble { return fact(SubjectCompletion.found(trouble, isComplaint: true)) }
        guard var first = matter.firstSentence() else { return nil }
        first.value = "Скарга: " + first.value
        return fact(first)
    }

    static let lawyers = "Адвокатський запит"
}
