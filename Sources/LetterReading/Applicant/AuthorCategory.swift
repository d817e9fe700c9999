// SPDX-License-Identifier: Apache-2.0

/// A category of author the law serves first or counts by (classifier no. 858, part 7), in the words of the classifier.
struct AuthorCategory: Hashable, Sendable {
    let name: String
    /// Whether such people are served first (law 393/96, art. 20) or by the head himself (Decree 109/2008).
    let hasPriority: Bool
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    /// The category the author claims: in the block with the name, in the signature, in a field of a form, or of himself in the text.
    ///
    /// - Parameter isPassedOn: whether an office writes, which says it of the citizen beside his name.
    static func first(_ evidence: LetterEvidence, block: Range<Int>?, isPassedOn: Bool) -> AuthorCategory? {
        let text = evidence.text
        let places = [evidence.form[.category], evidence.form[.status], block].compactMap(\.self)
        for place in places {
            if let hit = best(in: text, place) { return AuthorCategory(hit.meaning, hit.tokens) }
        }
        let body = evidence.headEnd..<evidence.footStart
        for hit in phrases.hits(in: text).sorted(by: { $0.meaning.rank < $1.meaning.rank }) {
            guard body.contains(hit.tokens.lowerBound) else { return AuthorCategory(hit.meaning, hit.tokens) }
            if isOfAuthor(hit.tokens, text) || isPassedOn && (isBesideName(hit.tokens, text) || isBehindName(hit.tokens, text)) {
                return AuthorCategory(hit.meaning, hit.tokens)
            }
        }
        return nil
    }

    private static func best(in text: NormalizedText, _ range: Range<Int>) -> PhraseBook<Category>.Hit? {
        phrases.hits(in: text, range).min { $0.meaning.rank < $1.meaning.rank }
    }

    private init(_ category: Category, _ tokens: Range<Int>) {
        name = category.name
        hasPriority = category.hasPriority
        self.tokens = tokens
    }

    /// «Я — учасник бойових дій», «маю статус …», and not «мій син — учасник бойових дій».
    private static func isOfAuthor(_ tokens: Range<Int>, _ text: NormalizedText) -> Bool {
        let start = max(0, tokens.lowerBound - maximumDistance)
        let before = text.tokens[start..<tokens.lowerBound]
        let boundary = before.lastIndex { $0.isMark(".") || $0.isMark("!") || $0.isMark("?") } ?? start
        let words = text.tokens[boundary..<tokens.lowerBound]
        if words.contains(where: { relatives.knows($0, in: text) }) { return false }
        return words.contains { selves.knows($0, in: text) || reflexives.fits($0, in: text) }
            || text.sentences.contains { $0.lowerBound == tokens.lowerBound }
                && tokens.upperBound + 1 < text.tokens.count && text.tokens[tokens.upperBound].isMark(",")
                // «ВПО, які тут живуть» are others.
                && !text.reads(text.tokens[tokens.upperBound + 1], ["які", "яка", "який", "що", "котрі"])
    }

    /// «надсилає звернення учасника бойових дій Яцюка Віталія Семеновича».
    private static func isBesideName(_ tokens: Range<Int>, _ text: NormalizedText) -> Bool {
        let behind = tokens.upperBound..<min(text.tokens.count, tokens.upperBound + besideName)
        return NameMention.all(in: text, behind).contains { $0.tokens.lowerBound == tokens.upperBound }
    }

    /// «звернення Сіренка Кирила Омеляновича (смт Озерне, вул. Центральна, 5), особи з інвалідністю II групи».
    private static func isBehindName(_ tokens: Range<Int>, _ text: NormalizedText) -> Bool {
        guard tokens.lowerBound > 1, text.tokens[tokens.lowerBound - 1].isMark(",") else { return false }
        var end = tokens.lowerBound - 1
        if text.tokens[end - 1].isMark(")"),
            let open = (max(0, end - longestBracket)..<end).last(where: { text.tokens[$0].isMark("(") })
        {
            end = open
        }
        let before = max(0, end - besideName)..<end
        return NameMention.all(in: text, before).contains { $0.tokens.upperBound + 1 >= end }
    }

    /// Tokens of an address in brackets.
    private static let longestBracket = 40
    /// Tokens of a name of three words with its marks.
    private static let besideName = 6
    private static let maximumDistance = 10
    private static let selves = StemTable<Bool>([
        ("я маю являюсь являюся мене мені ми наша моя як сам сама будучи имею меня есть статус посвідчення", true)
    ])
    /// «Пересуваюсь на кріслі колісному (інвалідність …)».
    private static let reflexives = EndingSet(["аюсь", "аюся", "юсь", "юся"])
    private static let relatives = StemTable<Bool>([
        (
            "син* сын* чоловік* муж* брат* батьк* отец* дочк* доньк* мати матері матір дружин* жена онук* сусід* дід* бабус* для",
            true
        )
    ])

    private struct Category: Hashable, Sendable {
        let name: String
        let hasPriority: Bool
        /// The narrower category has the lower rank.
        let rank: Int
    }

    private static func row(_ name: String, _ phrases: String, priority: Bool = true) -> (String, String, Bool) {
        (name, phrases, priority)
    }

    private static let phrases = PhraseBook<Category>(
        rows.enumerated().map { rank, row in (row.1, Category(name: row.0, hasPriority: row.2, rank: rank)) })

    private static let rows: [(String, String, Bool)] = [
        row("учасник бойових дій", "учасни* бойових дій | участник* боевых действий | убд | учасник* бойових"),
        row(
            "особа з інвалідністю внаслідок війни",
            "інвалідн* # групи внаслідок війни | інвалідн* і групи внаслідок війни | інвалідн* іі групи внаслідок війни | інвалідн* ііі групи внаслідок війни | інвалідн* внаслідок війни | інвалід* війни | инвалид* войны | інвалід* внаслідок війни | інвалідністю війни"
        ),
        row("учасник війни", "учасни* війни | ветеран* другої світової"),
        row("ветеран війни", "ветеран* війни | ветеран* ато | ветеран* війни"),
        row(
            "член сім’ї загиблого (померлого) ветерана війни",
            """
            член* сім'ї загибл* | член* родини загибл* | мати загибл* | дружина загибл* | вдова загибл* | батько загибл* | матері загибл* | дружини загибл* | вдови загибл* | сім'ї загибл* | вдова захисни* | мати полегл*
            """),
        row("Герой України", "герой україни | героя україни"),
        row("мати-героїня", "мати героїня | матері героїні | мать героиня"),
        row("багатодітна сім’я", "багатодітн* | многодетн*"),
        row(
            "особа, яка постраждала внаслідок Чорнобильської катастрофи",
            "чорнобил* | чернобыл* | ліквідатор* аварії | ліквідатор* наслідків | чаес | постраждал* внаслідок чорнобильської"),
        row(
            "внутрішньо переміщена особа", "внутрішньо переміщен* | впо | переселен* | переселенец | вимушено переміщен*",
            priority: false),
        row(
            "дитина з інвалідністю",
            "мати дитини з інвалідн* | батько дитини з інвалідн* | матері дитини з інвалідн* | дитин* з інвалідн*"),
        row(
            "особа з інвалідністю I групи",
            "інвалідн* і групи | особ* з інвалідн* і групи | особ* з інвалідн* першої групи | людин* з інвалідн* і групи | людин* з інвалідн* першої групи | маю інвалідн* і групи | маю інвалідн* першої групи | інвалідн* першої групи | інвалід* і групи | інвалід* першої групи | инвалид* первой группы"
        ),
        row(
            "особа з інвалідністю II групи",
            "інвалідн* іі групи | особ* з інвалідн* іі групи | особ* з інвалідн* другої групи | людин* з інвалідн* іі групи | людин* з інвалідн* другої групи | маю інвалідн* іі групи | маю інвалідн* другої групи | інвалідн* другої групи | інвалід* іі групи | інвалід* другої групи | инвалид* второй группы"
        ),
        row(
            "особа з інвалідністю III групи",
            "інвалідн* ііі групи | особ* з інвалідн* ііі групи | особ* з інвалідн* третьої групи | людин* з інвалідн* ііі групи | людин* з інвалідн* третьої групи | маю інвалідн* ііі групи | маю інвалідн* третьої групи | інвалідн* третьої групи | інвалід* ііі групи | інвалід* третьої групи"
        ),
        row(
            "особа з інвалідністю",
            "особ* з інвалідн* | людин* з інвалідн* | маю інвалідн* | інвалід* групи | инвалид* группы | інвалід* дитинства | інвалід* # групи | інвалідн* # групи | інвалідн* # ї групи | инвалид* # группы"
        ),
        row("одинока мати", "одинок* мат* | самотн* мати | мать одиночка | одинокої матері | мати одиначка"),
        row("ветеран праці", "ветеран* праці | ветеран* труда", priority: false),
        row("дитина війни", "дит* війни | дети войны", priority: false),
        row("пенсіонер", "пенсіонер* | пенсионер*", priority: false),
        row("військовослужбовець", "військовослужбов* | военнослужащ*", priority: false),
    ]
}
