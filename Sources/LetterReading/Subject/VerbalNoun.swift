// SPDX-License-Identifier: Apache-2.0

/// What a verb of a request comes to in a summary: «встановити» is «встановлення», «вжити заходів щодо …» only leads to what is meant.
///
/// Only verbs of the list are made nouns of: a noun formed by rule alone («вплинення», «розглянення») is no Ukrainian.
enum VerbalNoun {
    enum Act: Hashable, Sendable {
        /// The noun, as «Про …» has it.
        case noun(String)
        /// «повідомити (про) …».
        case tell
        /// «вжити заходів щодо …».
        case measures
        /// «сприяти у …енні», «допомогти з …».
        case help
        /// «розглянути», «вирішити (питання) …».
        case consider
        /// «звернути увагу на …».
        case attention
        /// «зобов’язати КП прибрати …», «доручити …».
        case order
        /// «зробити перерахунок …».
        case make
        /// «дозволити встановити …».
        case permit
    }

    /// Nil for what is no verb of the list; infinitives and imperatives are in it.
    static func act(of token: Token, in text: NormalizedText) -> Act? { acts.meaning(of: token, in: text) }

    /// Whether a word has the form of an infinitive.
    static func isInfinitive(_ token: Token, in text: NormalizedText) -> Bool {
        guard token.kind == .word, token.letters.count >= 5 else { return false }
        if acts.knows(token, in: text) { return true }
        // In capitals it is more often a noun of a heading than a verb nobody knows.
        return token.capitals != .all && endings.fits(token, in: text) && !others.knows(token, in: text)
            && !nounEndings.fits(token, in: text)
    }

    /// «спеціалісти», «юристи», «економісти»; «відповісти» and «доповісти» are verbs.
    private static let nounEndings = EndingSet(["лісти", "ристи", "ністи", "місти", "цисти", "тисти"])

    private static let endings = EndingSet([
        "ати", "яти", "ити", "іти", "їти", "ути", "сти", "зти", "атися", "ятися", "итися", "ітися", "утися", "стися", "атись",
        "ятись",
        "итись", "утись",
    ])
    /// Numerals and nouns that end as infinitives do.
    private static let others = StemTable<Bool>([
        (
            """
            п'яти шести десяти дев'яти двадцяти тридцяти одинадцяти дванадцяти тринадцяти чотирнадцяти п'ятнадцяти шістнадцяти сімнадцяти \
            вісімнадцяти дев'ятнадцяти п'ятдесяти шістдесяти сімдесяти вісімдесяти двохсти діти квіти мости листи плити пости тести сорти хвости \
            області частини кошти гости мандати депутати адвокати палати хати кімнати дати плати втрати витрати затрати виплати доплати результати \
            старости старостати сплати оплати зарплати передплати переплати недоплати трати розтрати ліміти кредити депозити аудити візити реквізити \
            маршрути статути інститути атрибути сертифікати контингенти автомати банкомати препарати апарати агрегати адресати кандидати експонати \
            лауреати формати атестати постулати дублікати координати солдати лопати \
            гранати магніти граніти орбіти звіти запити освіти просвіти захисти активісти архівісти дебати штати цитати інтернати \
            пансіонати секретаріати дефіцити салюти мазути парашути прокати нітрати аромати
            """, true
        )
    ])

    private static let acts = StemTable<Act>(
        VerbalNounRows.nouns.parts(at: "\n").map { row in
            let halves = row.parts(at: ":")
            let noun = halves.last.map { String($0).trimmed } ?? ""
            return (forms: String(halves.first ?? ""), meaning: .noun(noun))
        } + [
            (
                """
                повідомити повідомте доповісти поінформувати проінформувати інформувати поінформуйте проінформуйте сповістити \
                повідомляти доповідати
                """, .tell
            ),
            ("вжити вживати ужити вжийте прийміть відреагувати", .measures),
            ("сприяти посприяти допомогти допоможіть", .help), ("розглянути розгляньте вирішити вирішіть порушити", .consider),
            ("звернути зверніть", .attention), ("зобов'язати зобов'яжіть доручити доручіть змусити примусити", .order),
            ("дозволити дозволяти", .permit),
            ("зробити зробіть здійснити здійсніть виконати виконайте", .make),
        ])
}
