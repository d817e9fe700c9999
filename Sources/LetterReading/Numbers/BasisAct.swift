// SPDX-License-Identifier: Apache-2.0

/// What sort of document a letter rests on, by the noun before its number: «наказ», «протокольне рішення».
struct BasisAct: Hashable, Sendable {
    /// In the nominative.
    let name: String

    /// Nil for a document that is no basis: a copy of it is asked for, or it is one that nothing is said to be done upon.
    init?(_ text: NormalizedText, noun: Int) {
        guard let name = Self.names.meaning(of: text.tokens[noun], in: text), !Self.isAskedFor(text, noun) else { return nil }
        let before = noun > 0 ? text.tokens[noun - 1] : nil
        switch name {
        case "звернення", "запит":
            guard let before, Self.deputies.knows(before, in: text) else { return nil }
            self.name = "депутатськ\(name == "запит" ? "ий" : "е") \(name)"
        // «До доповідної записки Міністерства …».
        case "записка":
            guard before.map({ Self.reports.knows($0, in: text) }) == true else { return nil }
            self.name = "доповідна записка"
        case "доручення" where before.map { Self.protocols.knows($0, in: text) } == true:
            self.name = "протокольне доручення"
        // «Акт виконаних робіт» is paid, «акт звірки» compares.
        case "акт"
        where noun + 1 < text.tokens.count && Self.accounts.knows(text.tokens[noun + 1], in: text): return nil
        case "рішення" where Self.isHigher(text, noun): self.name = name
        case "рішення" where before.map { Self.protocols.knows($0, in: text) } == true:
            self.name = "протокольне рішення"
        case _ where Self.grounds.contains(name):
            let isInBrackets = name != "рішення" && before?.isMark("(") == true && !Self.isOfPerson(text, noun)
            guard isInBrackets || Self.isDoneUpon(text, noun) else { return nil }
            self.name = name
        default: self.name = name
        }
    }

    /// Whether the body alone tells enough: «листа Міністерства …» is the ministry's.
    var isPlain: Bool { ["доручення", "лист", "роз’яснення"].contains(name) }

    /// Whether it needs no body: there is one register.
    var isOfRegister: Bool { name == "ЄРДР" || name == Self.proceedings }

    /// Whose number is that of the register.
    private static let proceedings = "ЄРДР (кримінальне провадження)"

    /// «Прошу надати копію розпорядження № …», but not «надсилаємо копію наказу № …».
    private static func isAskedFor(_ text: NormalizedText, _ noun: Int) -> Bool {
        let near = max(0, noun - copyReach)..<noun
        guard let copy = copies.first(in: near, of: text) else { return false }
        return (max(0, copy - askReach)..<copy).contains { asks.knows(text.tokens[$0], in: text) }
    }

    /// «Рішенням обласної ради … затверджено»: no council of ours.
    private static func isHigher(_ text: NormalizedText, _ noun: Int) -> Bool {
        text.reads(text.tokens[noun], "рішенням")
            && text.tokens[min(noun + 1, text.tokens.count)..<min(noun + 4, text.tokens.count)].contains {
                higher.knows($0, in: text)
            }
    }

    private static let higher = StemTable<Bool>([("обласн* районн* верховн* національн*", true)])

    private static func isDoneUpon(_ text: NormalizedText, _ noun: Int) -> Bool {
        leads.hits(in: text, max(0, noun - leadReach)..<noun).contains { $0.tokens.upperBound <= noun }
    }

    /// «Я, внутрішньо переміщена особа (довідка від … № …)»: a paper of who writes.
    private static func isOfPerson(_ text: NormalizedText, _ noun: Int) -> Bool {
        persons.isMet(in: max(0, noun - personReach)..<noun, of: text)
    }

    private static let persons = StemTable<Bool>([
        ("особа особи особою впо переселен* інвалідн* пенсіонер* ветеран* учасник* учасниц* постраждал* громадян*", true)
    ])
    /// Tokens of «переміщена особа (».
    private static let personReach = 4
    private static let asks = StemTable<Bool>([
        ("надати надіслати надайте надішліть видати направити предоставить прислать подати", true)
    ])
    private static let copies = StemTable<Bool>([
        ("копія копію копії копій копиї копию копии проєкт проєкту проект проекту", true)
    ])
    private static let protocols = StemTable<Bool>([("протокольн*", true)])
    private static let reports = StemTable<Bool>([("доповідн*", true)])
    private static let deputies = StemTable<Bool>([("депутатськ*", true)])
    /// These are a basis only where something is said to be done upon them, or where they stand in brackets behind what they tell.
    private static let grounds: Set<String> = ["рішення", "ухвала", "довідка", "висновок", "меморандум"]
    private static let leads = PhraseBook<Bool>([
        (
            """
            на виконання | відповідно до | згідно з | згідно із | на підставі | керуючись | на реалізацію | з метою виконання | пересилаємо | надсилаємо
            | направляємо | скеровуємо
            """, true
        )
    ])
    private static let accounts = StemTable<Bool>([
        ("виконаних наданих приймання прийому приймання-передачі звірки звіряння", true)
    ])
    private static let copyReach = 3
    private static let askReach = 6
    /// Tokens from words that say so to the document.
    private static let leadReach = 4

    /// The acts by the stems of their names; a law has a number too, and rests on nothing.
    private static let names = StemTable<String>([
        ("доручен*", "доручення"), ("лист листа листом", "лист"), ("постанов*", "постанова"), ("розпоряджен*", "розпорядження"),
        ("наказ*", "наказ"), ("протокол*", "протокол"), ("акт акта акту актом", "акт"), ("указ*", "указ"),
        ("єрдр реєстр*", "ЄРДР"), ("припис*", "припис"), ("провадженн*", proceedings),
        ("роз'яснен*", "роз’яснення"), ("рішен*", "рішення"), ("ухвал*", "ухвала"), ("довідк* довідц*", "довідка"),
        ("висновк* висновок", "висновок"), ("меморандум*", "меморандум"), ("звернення", "звернення"), ("запиту", "запит"),
        ("телеграм*", "телеграма"), ("програм*", "програма"), ("записки записка записку запискою", "записка"),
    ])
}
