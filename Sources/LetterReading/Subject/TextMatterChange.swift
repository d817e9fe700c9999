// SPDX-License-Identifier: Apache-2.0

/// What an office lets others know is changed, ended or begun.
extension TextMatter {
    /// «доводимо до відома, що змінюється форма звіту» is «Про зміну форми звіту», «буде припинено подачу води» «Про припинення подачі».
    func changed() -> Found? {
        for sentence in text.sentences.prefix(Self.sentencesOfChange) where sentence.upperBound > body.lowerBound {
            let inside = sentence.clamped(to: body)
            guard let report = Self.reporting.first(in: inside, of: text),
                let verb = Self.changes.first(in: report..<inside.upperBound, of: text), verb + 1 < inside.upperBound,
                let noun = Self.changes.meaning(of: text.tokens[verb], in: text)
            else { continue }
            let end = SubjectClause(text: text, end: inside.upperBound).end(from: verb + 1)
            let object = ObjectPhrase(text: text, tokens: verb + 1..<end)
            guard end > verb + 1, let genitive = object.declinedFromNominative ?? object.declined(to: .genitive) else { continue }
            return Found(
                value: "Про \(noun) \(genitive)", tokens: verb..<end, certainty: .likely, reason: "what the letter tells")
        }
        return nil
    }

    /// «повідомляємо про намір укласти договір на новий строк»: what the writer will do, whatever he asks for beside it.
    func announced() -> Found? {
        for verb in body.prefix(Self.reach) where Self.reporting.knows(text.tokens[verb], in: text) {
            let near = verb + 1..<max(verb + 1, min(body.upperBound - 1, verb + Self.fewWords))
            guard let lead = near.first(where: { text.reads(text.tokens[$0], "про") }),
                Self.intentions.knows(text.tokens[lead + 1], in: text)
            else { continue }
            let clause = SubjectClause(text: text, end: body.upperBound)
            let end = clause.end(from: lead + 1)
            guard end > lead + 2 else { continue }
            return Found(
                value: "Про " + clause.words(lead + 1..<end), tokens: verb..<end, certainty: .likely,
                reason: "what the letter tells")
        }
        return nil
    }

    private static let intentions = StemTable<Bool>([("намір наміри готовність відмову згоду бажання", true)])
    private static let reporting = StemTable<Bool>([
        ("повідомляємо повідомляє інформуємо інформує доводить доводимо відома нагадуємо", true)
    ])
    private static let changes = StemTable<String>([
        ("змінюється змінюються змінено зміниться зміняться", "зміну"),
        ("припинено припиняється припиниться припиняють", "припинення"),
        ("призупинено призупиняється", "призупинення"), ("скасовано скасовується", "скасування"),
        ("відключено відключається", "відключення"), ("перенесено переноситься", "перенесення"),
        ("запроваджено запроваджується запроваджуються", "запровадження"), ("введено вводиться вводяться", "введення"),
        ("перекрито перекривається", "перекриття"), ("обмежено обмежується", "обмеження"),
        ("відновлено відновлюється", "відновлення"),
        ("закрито закривається", "закриття"), ("відкрито відкривається", "відкриття"), ("підвищено підвищується", "підвищення"),
        ("затверджено", "затвердження"), ("створено створюється", "створення"), ("оновлено оновлюється", "оновлення"),
    ])
    private static let sentencesOfChange = 4
}
