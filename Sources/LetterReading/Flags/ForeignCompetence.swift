// SPDX-License-Identifier: Apache-2.0

/// A matter another body decides, so that the letter goes on within five days (law 393/96, art. 7).
struct ForeignCompetence: Hashable, Sendable {
    /// Whose matter it is, for the clerk.
    let body: String
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    /// Only where the matter is what is asked for: in the Subject field or in the sentence that asks.
    init?(_ evidence: LetterEvidence) {
        let text = evidence.text
        guard !evidence.cues.hasAny(.informationLaw, .informationRequest) else { return nil }
        if let wage = Self.unpaidWage(text) {
            (body, tokens) = ("the State Labour Service", wage)
            return
        }
        for hit in Self.matters.hits(in: text)
        where text.tokens.count < Self.shortLetter
            && evidence.asks.allSatisfy({ Imperatives.holds(text.tokens[$0.verb], in: text) })
            || evidence.asks.contains(where: {
                $0.tokens.contains(hit.tokens.lowerBound) || Self.refers($0, to: hit.tokens, text)
            }
            )
        {
            body = hit.meaning
            tokens = hit.tokens
            return
        }
        guard let hit = Self.matters.hits(in: evidence.subject).first,
            let again = Self.matters.hits(in: text).first(where: { $0.meaning == hit.meaning })
        else {
            return nil
        }
        body = hit.meaning
        tokens = again.tokens
    }

    /// «Підприємство не платить нам зарплату третій місяць»: no office of the council owes it.
    private static func unpaidWage(_ text: NormalizedText) -> Range<Int>? {
        text.sentences.first { sentence in
            sentence.contains { wages.meaning(of: text.tokens[$0], in: text) == .wage }
                && sentence.dropFirst().contains {
                    wages.meaning(of: text.tokens[$0], in: text) == .pays && text.reads(text.tokens[$0 - 1], "не")
                } && sentence.contains { wages.meaning(of: text.tokens[$0], in: text) == .employer }
        }
    }

    private enum Wage { case wage, pays, employer }
    private static let wages = StemTable<Wage>([
        ("зарплату зарплати зарплата заробітну заробітної", .wage),
        (
            "платить платять виплачує виплачують заплатив заплатила заплатили виплатив виплатила виплатили платит выплачивает",
            .pays
        ),
        (
            "директор підприємство тов фоп пп фірма роботодавець роботодавця підприємець компанія начальник хазяїн власник",
            .employer
        ),
    ])

    /// «Моя пенсія зменшилась. Прошу перевірити, чи правильно її нарахували»: the next sentence asks about it.
    private static func refers(_ ask: AskSentence, to matter: Range<Int>, _ text: NormalizedText) -> Bool {
        guard matter.upperBound <= ask.tokens.lowerBound, ask.tokens.lowerBound - matter.upperBound <= longestSentence,
            text.tokens[matter.upperBound..<ask.tokens.lowerBound].count(where: { $0.isMark(".") }) <= 1
        else { return false }
        return pronouns.isMet(in: ask.tokens, of: text)
    }

    /// Tokens of a letter that has room for one matter only.
    private static let shortLetter = 80
    private static let pronouns = StemTable<Bool>([("її його їх це цього цю ці ее его их это", true)])
    /// Tokens from the matter to the sentence that asks.
    private static let longestSentence = 24

    private static let matters = PhraseBook<String>([
        (
            """
            порахували пенсію | пораховали пенсію | пенсійн* фонд* | посчитали пенсию | нарахування пенсії | нарахування моєї пенсії | перерахун* пенсії | перерахування пенсії | призначен* пенсії | призначення пенсії | розмір пенсії | розмір моєї пенсії | моєї пенсії | моя пенсія | пенсійного стажу | страхового стажу | нарахували пенсію | виплату пенсії | виплати пенсії | призначити пенсію | перерахувати пенсію
            | мою пенсію | начисление пенсии | перерасчет пенсии | размер пенсии | мені пенсію | затримку пенсії | начислення пенсії
            """, "the Pension Fund"
        ),
        (
            "стягнення аліментів | аліменти | аліментів | алименты | виконавче провадження | виконавчого провадження | арешт з рахунку | зняти арешт | державного виконавця",
            "the State Enforcement Service"
        ),
        (
            "закордонного паспорта | закордонний паспорт | біометричн* паспорт* | посвідку на проживання | міграційної служби",
            "the State Migration Service"
        ),
        (
            "військовий облік | військового обліку | відстрочку від мобілізації | відстрочки від мобілізації | тцк | повістк* | військкомат* | мобілізован*",
            "the territorial recruitment centre"
        ),
        (
            "гроші з банку | банк списав | банк заблокував | кредит* у банку | банківськ* картк* | банківськ* рахун* | приватбанк* | ощадбанк* | монобанк* | блокування картки | карту заблокув*",
            "the bank, the National Bank"
        ),
        (
            "посвідчення водія | водійськ* посвідченн* | реєстрацію автомобіля | перереєстрацію авто*",
            "the service centre of the Ministry of Internal Affairs"
        ),
        ("розподіл газу | рахун* за газ | борг* за газ | распределение газа", "the gas company"),
        ("укрпошт* | поштов* відділення | доставку пошти | листонош*", "Ukrposhta"),
        ("укрзалізниц* | залізничн* квитк* | розклад електрич* | зупинку поїзда | електричк*", "Ukrzaliznytsia"),
        ("податкову знижку | податковий борг | податкової служби | повернення податку | пдфо", "the State Tax Service"),
        (
            "заборгованість по заробітній платі | заборгованості по заробітній | невиплату заробітної | невиплата заробітної | виплатити зарплату | не виплачують зарплату | не виплачує зарплату | незаконне звільнення | звільнили з роботи",
            "the State Labour Service"
        ),
        ("крадіжк* | вкрали | пограбу* | шахрай* | наркоти* | побиття | погрожує вбити | наркопритон* | грабіж", "the police"),
        ("обласної лікарні | рішення суду | скасувати рішення суду | вирок суду | судове рішення", "the court or the body named"),
    ])
}
