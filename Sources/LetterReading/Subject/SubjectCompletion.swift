// SPDX-License-Identifier: Apache-2.0

/// What a request leaves unsaid: «Про проведення перерахунку» of a letter that tells what for.
struct SubjectCompletion {
    let trouble: Trouble?
    let isComplaint: Bool
    /// Offices ask for what they want; what went wrong only adds to it.
    let isCitizens: Bool
    /// The Subject field, whose word or two say what the writer has in mind.
    let said: MailMatter

    /// A summary of few words with the trouble in brackets behind it.
    func completing(_ found: TextMatter.Found) -> TextMatter.Found {
        if isCitizens, said.worth == .words, case let named = withMail(found), named.value != found.value { return named }
        let told = withTrouble(found)
        return told.value == found.value ? withMail(found) : told
    }

    /// «Про погодження заходу (великодній ярмарок)», «Холодно в групах: передати шість обігрівачів».
    private func withMail(_ found: TextMatter.Found) -> TextMatter.Found {
        guard !said.namesAuthor, said.worth == .words || said.worth == .hint && Self.isThin(found.value),
            !said.isRepeated(in: found.value),
            Self.tellingWords(found.value) < Self.manyWords || found.certainty == .unsure
        else { return found }
        var full = found
        if found.value.begins(with: "Прохання") {
            full.value = said.text + ": " + Self.withoutLead(found.value)
        } else {
            let isName = said.text.dropFirst().first?.isUppercase == true
            full.value += " (" + (isName ? said.text : said.text.lowInitial) + ")"
        }
        return full.value.count > SubjectReading.maximumLength ? found : full
    }

    /// «Прохання передати обігрівачі» is «передати обігрівачі» behind other words.
    static func withoutLead(_ request: String) -> String {
        let rest =
            request.begins(with: "Прохання") ? String(request.dropFirst("Прохання".count).drop { ": ".contains($0) }) : request
        return rest.lowInitial
    }

    private func withTrouble(_ found: TextMatter.Found) -> TextMatter.Found {
        guard let trouble,
            trouble.hasSign || isCitizens && Self.isEmpty(found.value) && trouble.tokens.upperBound <= found.tokens.lowerBound,
            Self.isThin(Self.firstAct(found.value)),
            !trouble.tokens.overlaps(found.tokens)
        else { return found }
        var full = found
        for detail in [trouble.inside, trouble.short] where isCitizens || detail == trouble.inside || !Self.isFragment(detail) {
            full.value = Self.without(detail, found.value) + (detail.contains("(") ? " – " + detail : " (" + detail + ")")
            if full.value.count <= SubjectReading.maximumLength { return full }
        }
        return found
    }

    /// «Про ремонт покрівлі» of «Про ремонт покрівлі, складання акта»: of several acts the first says what of.
    private static func firstAct(_ summary: String) -> String {
        guard let comma = summary.firstIndex(of: ","), case let rest = summary[comma...].dropFirst(2),
            let word = rest.words.first, ["ння", "ття", "ту", "нт", "ку", "ну", "цію"].contains(where: { word.ends(with: $0) })
        else { return summary }
        return String(summary[..<comma])
    }

    /// «до реєстру не вносяться» of an office's sentence: what of, stands before it.
    private static func isFragment(_ detail: String) -> Bool {
        let first = detail.prefix { $0 != " " }
        return first == "до" || first == "від"
    }

    /// A complaint's «Щодо …» is «Скарга щодо …».
    func leading(_ found: TextMatter.Found) -> TextMatter.Found {
        guard isComplaint, found.value.begins(with: "Щодо ") else { return found }
        var led = found
        led.value = "Скарга щ" + found.value.dropFirst()
        return led
    }

    /// «Про ремонт дороги на вул. Ткацькій» without the place its detail names again.
    private static func without(_ detail: String, _ summary: String) -> String {
        let words = summary.split(separator: " ")
        for start in words.indices.dropFirst(3) where words.count - start > 1 {
            if detail.contains(words[start...].joined(separator: " ")) { return words[..<start].joined(separator: " ") }
        }
        return summary
    }

    /// The trouble itself as the summary, behind the word or two of the Subject field.
    var told: TextMatter.Found? {
        guard isCitizens, let trouble else { return nil }
        var told = Self.found(trouble, isComplaint: isComplaint)
        if said.worth == .hint || said.worth == .words, !trouble.isNamed, !said.isRepeated(in: trouble.value) {
            let said =
                isComplaint ? "Скарга: " + said.text.lowInitial + " – " : said.text + ": "
            told.value = said + trouble.inside
        }
        return told
    }

    /// «Скарга на невивезення сміття», «Про відсутність води», «Скарга: тече дах».
    static func found(_ trouble: Trouble, isComplaint: Bool) -> TextMatter.Found {
        let lead = isComplaint ? (trouble.isNamed ? "Скарга на " : "Скарга: ") : (trouble.isNamed ? "Про " : "")
        return TextMatter.Found(
            value: lead + (lead.isEmpty ? trouble.value : trouble.inside), tokens: trouble.tokens, certainty: .unsure,
            reason: "what went wrong")
    }

    static func isThin(_ value: String) -> Bool { tellingWords(value) < fewWords }

    /// What needs no more words.
    static func isFull(_ value: String) -> Bool { tellingWords(value) >= manyWords }

    /// «Прохання допомогти мені».
    static func isEmpty(_ value: String) -> Bool { tellingWords(value) < 2 }

    private static func tellingWords(_ value: String) -> Int {
        let words = NormalizedText(value)
        return words.tokens.count {
            $0.kind == .word && $0.letters.count > 3 && !hollow.knows($0, in: words)
                && !SubjectWords.vague.knows($0, in: words)
        }
    }

    private static let fewWords = 4
    private static let manyWords = 6
    /// Words that say nothing of the matter.
    private static let hollow = StemTable<Bool>([
        (
            """
            прохання вимога допомогти допоможіть посприяти мені щодо стосовно надання проведення забезпечення питан* перевір* законн* втручанн* розслідуван* винн* притягнен* відповідальн* виявлен* зазначен* вказан* відповідн* необхідн* належн* вжити вжиття реагування провести проверк* обязать звернення прошу ситуаці* заход* \
            письмов* будь ласка усунення недолік* порушен* нашого нашій нашої моєї мого моєму
            """, true
        )
    ])
}
