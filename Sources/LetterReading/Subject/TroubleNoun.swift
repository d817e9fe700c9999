// SPDX-License-Identifier: Apache-2.0

/// A trouble as a clerk names it: «на вулиці немає світла» is «відсутність світла на вулиці», «не вивозять сміття» is «невивезення сміття».
///
/// Only what stays good Ukrainian is made a noun of: known verbs, and objects whose genitive is sure.
struct TroubleNoun {
    let text: NormalizedText
    let clause: Range<Int>
    /// «немає», or the «не» before the verb.
    let sign: Int
    /// What the sentence begins with before the clause.
    let opening: Range<Int>

    /// Nil where the clause had better stay as it is.
    var value: String? {
        if text.reads(text.tokens[sign], "нет") { return absence.flatMap(Self.inUkrainian) }
        if TroubleSigns.absence.knows(text.tokens[sign], in: text) { return absence }
        if text.reads(text.tokens[sign], ["відсутнє", "відсутній", "відсутня", "відсутні"]) { return lack }
        guard sign + 1 < clause.upperBound, let noun = Self.denied.meaning(of: text.tokens[sign + 1], in: text) else {
            return nil
        }
        return denied(noun)
    }

    /// «нет отопления в квартире» in Ukrainian words; nil where one is not known, as a mixture of the two is neither.
    private static func inUkrainian(_ phrase: String) -> String? {
        var words: [String] = []
        for word in phrase.words {
            if let known = russian.meaning(of: String(word)) {
                words.append(known)
            } else if word.count > 2, word.first?.isLowercase == true {
                return nil
            } else {
                words.append(String(word))
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let russian = StemTable<String>([
        ("отопления", "опалення"), ("воды", "води"), ("горячей", "гарячої"), ("холодной", "холодної"), ("питьевой", "питної"),
        ("света", "світла"), ("электричества", "електропостачання"), ("освещения", "освітлення"), ("газа", "газу"),
        ("лифта", "ліфта"), ("тепла", "тепла"), ("тротуара", "тротуару"), ("дороги", "дороги"), ("квартире", "квартирі"),
        ("доме", "будинку"), ("подъезде", "під’їзді"), ("дворе", "дворі"), ("улице", "вулиці"), ("школе", "школі"),
        ("районе", "районі"), ("практически совсем вообще почти", ""),
    ])

    static func isKnown(_ verb: Token, in text: NormalizedText) -> Bool { denied.knows(verb, in: text) }

    /// «у будинку відсутнє водопостачання», «водопостачання у будинку відсутнє».
    private var lack: String? {
        let object = sign + 1..<behindObject(sign + 1)
        let isBehind = object.first.map { text.tokens[$0].kind == .word && !Self.leads.knows(text.tokens[$0], in: text) } ?? false
        guard isBehind else {
            guard let first = (clause.lowerBound..<sign).first, !Self.leads.knows(text.tokens[first], in: text) else {
                return nil
            }
            return genitive(ofSubject: clause.lowerBound..<sign).map { "Відсутність " + $0 }
        }
        guard let place = place(before: sign), let genitive = genitive(ofSubject: object) else { return nil }
        return joined("Відсутність " + genitive, place: place)
    }

    /// The genitive of what stands in the nominative, which but for feminine words is their accusative.
    private func genitive(ofSubject tokens: Range<Int>) -> String? {
        ObjectPhrase(text: text, tokens: tokens).declinedFromNominative ?? genitive(tokens)
    }

    private var absence: String? {
        let object = sign + 1..<behindObject(sign + 1)
        if let before = absenceBefore(object) { return before }
        guard let first = object.first, text.tokens[first].kind == .word, !VerbalNoun.isInfinitive(text.tokens[first], in: text),
            let place = place(before: sign)
        else { return nil }
        return joined("Відсутність " + words(object), place: place)
    }

    /// «ліхтаря біля під’їзду нема з осені».
    private func absenceBefore(_ object: Range<Int>) -> String? {
        let before = clause.lowerBound..<sign
        guard object.isEmpty || Self.leads.knows(text.tokens[object.lowerBound], in: text),
            let first = before.first, text.tokens[first].letters.count > 3,
            Self.absent.fits(text.tokens[first], in: text)
        else { return nil }
        return "Відсутність " + lowered(words(before), first)
    }

    private func lowered(_ words: String, _ first: Int) -> String {
        text.tokens[first].capitals == .first ? words.lowInitial : words
    }

    private static let absent = EndingSet(["а", "я", "у", "и", "і", "ів", "ого", "ої"])

    /// Nothing, the clause's own beginning, or the last words before the sign that say where.
    private func place(before sign: Int) -> Range<Int>? {
        if clause.lowerBound == sign, let first = opening.first, Self.leads.knows(text.tokens[first], in: text) {
            return opening
        }
        if isPlace(clause.lowerBound..<sign) { return clause.lowerBound..<sign }
        let near = max(clause.lowerBound, sign - Self.longestPlace)..<sign
        return near.last { Self.leads.knows(text.tokens[$0], in: text) }.map { $0..<sign }
    }

    /// «води вже п’ять днів» is «води».
    private func behindObject(_ start: Int) -> Int {
        (start..<clause.upperBound).first { $0 > start && Self.adverbs.knows(text.tokens[$0], in: text) }
            ?? clause.upperBound
    }

    private static let longestPlace = 5
    private static let longestObject = 10

    private func denied(_ noun: String) -> String? {
        let object = behindAdverbs(sign + 2)..<clause.upperBound
        let before = clause.lowerBound..<sign
        if object.isEmpty || Self.leads.knows(text.tokens[object.lowerBound], in: text) {
            // «сніг на вулиці не прибирають».
            // «Фонд не виплатив …»: what stands before did not do it.
            guard !Self.agreeing.fits(text.tokens[sign + 1], in: text) else { return nil }
            guard let first = before.first, !Self.leads.knows(text.tokens[first], in: text),
                let genitive = genitive(before)
            else { return nil }
            return noun + " " + genitive + (object.isEmpty ? "" : " " + words(object))
        }
        guard isPlace(before), let genitive = genitive(object) else { return nil }
        let place = before.drop { Self.adverbs.knows(text.tokens[$0], in: text) }
        return joined(noun + " " + genitive, place: place.startIndex..<before.upperBound)
    }

    private func genitive(_ tokens: Range<Int>) -> String? {
        // Of a sentence without commas only the object itself is sure.
        if tokens.count > Self.longestObject {
            return (1...4).lazy.compactMap { length in
                let end = tokens.lowerBound + length
                let object = ObjectPhrase(text: text, tokens: tokens.lowerBound..<end).declined(to: .genitive)
                return object.map { $0 + placeBehind(end) }
            }.first
        }
        if let declined = ObjectPhrase(text: text, tokens: tokens).declined(to: .genitive) { return declined }
        guard let first = tokens.first, Self.genitives.fits(text.tokens[first], in: text) else { return nil }
        return words(tokens)
    }

    /// « по вулиці польовій» behind the object.
    private func placeBehind(_ start: Int) -> String {
        guard start + 2 < clause.upperBound, Self.leads.knows(text.tokens[start], in: text),
            SubjectPlace.nouns.knows(text.tokens[start + 1], in: text), text.tokens[start + 2].kind == .word
        else { return "" }
        return " " + words(start..<start + 3)
    }

    /// Nothing, or words that say where: «на вул. Лісовій», «у нас».
    private func isPlace(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first else { return true }
        if tokens.allSatisfy({ Self.adverbs.knows(text.tokens[$0], in: text) }) { return true }
        return Self.leads.knows(text.tokens[first], in: text)
    }

    private func joined(_ noun: String, place: Range<Int>) -> String {
        var start = place.lowerBound
        if start + 1 < place.upperBound, Self.us.knows(text.tokens[start + 1], in: text) { start += 2 }
        let end = TroubleSigns.beforeTime(start..<place.upperBound, text)
        guard start < end else { return noun }
        // «У селі немає аптеки»: the sentence's first word stands behind another now.
        let isLead = start == place.lowerBound || text.tokens[start].capitals == .first && text.tokens[start].letters.count < 3
        let told = words(start..<end)
        return noun + " " + (isLead ? told.lowInitial : told)
    }

    private func behindAdverbs(_ start: Int) -> Int {
        var index = start
        while index < clause.upperBound, Self.adverbs.knows(text.tokens[index], in: text) { index += 1 }
        return min(index, clause.upperBound)
    }

    private func words(_ tokens: Range<Int>) -> String { SubjectClause(text: text, end: tokens.upperBound).words(tokens) }

    private static let us = StemTable<Bool>([("нас мене", true)])
    private static let leads = StemTable<Bool>([
        ("у в на по біля коло від до за з із через навпроти між вздовж при під над", true)
    ])
    private static let adverbs = StemTable<Bool>([
        (
            "вже уже узагалі нам мені уж досі зовсім взагалі вчасно належно своєчасно регулярно більше протягом упродовж впродовж",
            true
        )
    ])
    private static let agreeing = EndingSet(["в", "ла", "є"])
    private static let genitives = EndingSet(["ого", "ої", "их", "ів", "ння", "ття"])
    private static let denied = StemTable<String>([
        ("вивозять вивозили вивезли вивозиться вивозилось вивозилося", "Невивезення"),
        ("прибирають прибирали прибрали прибирається прибрано", "Неприбирання"),
        ("підвозять підвозили підвозиться", "Непідвезення"),
        ("чистять чистить чистили розчищають розчистили чищено", "Неочищення"),
        ("ремонтують ремонтували відремонтували", "Непроведення ремонту"),
        ("надають надали надано надає надав надала дають дали", "Ненадання"),
        ("видають видали видано видає видав видала", "Невидання"),
        ("виплачують виплатили виплачено виплачує", "Невиплату"), ("нараховують нарахували нараховано", "Ненарахування"),
        ("призначають призначили призначено", "Непризначення"), ("виконують виконали виконано виконує", "Невиконання"),
        ("відновлюють відновили відновлено", "Невідновлення"), ("посипають посипали", "Непосипання"),
        ("сплачують сплатили сплачує сплатив", "Несплату"), ("стягує стягують стягнули стягнуто", "Нестягнення"),
        ("дотримується дотримуються", "Недотримання"), ("приймають прийняли прийнято", "Неприйняття"),
        ("вживають вжили вжито вживає", "Невжиття"), ("проводять провели проведено", "Непроведення"),
        ("зараховують зарахували зараховано зарахував зарахувала зараховує", "Незарахування"),
        ("повертають повернули повернуто повернув повернула", "Неповернення"),
    ])
}
