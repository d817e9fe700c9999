// SPDX-License-Identifier: Apache-2.0

/// Words of letterheads and signatures that tell what sort of correspondent writes.
struct WriterMark: Hashable, Sendable {
    let writer: Writer
    let strength: Int

    /// The strongest mark of a line; nil when the line names no office.
    ///
    /// - Parameter isLetterhead: nominatives only, as a letterhead has them; else any case, as behind «Директор …».
    static func strongest(_ text: NormalizedText, _ line: Range<Int>, isLetterhead: Bool) -> WriterMark? {
        var best: WriterMark?
        for hit in phrases.hits(in: text, line) where best.map({ $0.strength < hit.meaning.strength }) ?? true {
            best = hit.meaning
        }
        let words = isLetterhead ? nominatives : anyCase
        for index in line {
            guard let mark = words.meaning(of: text.tokens[index], in: text), best.map({ $0.strength < mark.strength }) ?? true
            else {
                continue
            }
            // «ТОВ», «ПрАТ».
            if mark.isShort, ![.all, .mixed].contains(text.tokens[index].capitals) { continue }
            // «О5ОО 62» is a telephone read from paper.
            if mark.isShort, index > line.lowerBound, text.tokens[index].isGlued, text.tokens[index - 1].kind == .number {
                continue
            }
            best = mark.mark
        }
        return best
    }

    /// Whether a lower line of another writer does not change who the letterhead names: a department of a court is the court.
    static func outranks(_ known: WriterMark, _ found: WriterMark) -> Bool {
        // «Міністерство … / Головний сервісний центр» is the ministry's.
        if known.writer == .authority, found.strength <= 2 { return true }
        // «Сервісний центр № 4 / Головне управління Пенсійного фонду …»: the part stands above the whole.
        if known.writer == .organization, known.strength <= 2, found.writer == .authority { return false }
        return switch (known.writer, found.writer) {
        case (.court, _), (.lawEnforcement, _), (.memberOfParliament, _), (.lawyer, _), (.hotline, _): true
        case (.organization, .authority), (.association, .authority), (.association, .organization), (.organization, .council):
            true
        case (.parliament, .authority), (.councillor, .council), (.councillor, .authority): true
        // «Міська рада / Відділ культури» is the council's.
        case (.council, .authority): found.strength <= 3
        case (_, .council): true
        default: false
        }
    }

    static func namesHotline(_ text: NormalizedText) -> Bool { namesHotline(text, text.tokens.indices) }

    /// Whether a contact centre is named.
    static func namesHotline(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        phrases.hits(in: text, range).contains { $0.meaning.writer == .hotline }
            || range.contains { text.reads(text.tokens[$0], "укц") && text.tokens[$0].capitals == .all }
    }

    /// What a writer does in the first sentence of his letter.
    static let verbs = StemTable<Bool>([
        (
            """
            просить просимо звертається звертаються звертаємось звертаємося звертаюсь звертаюся надсилає надсилаємо повідомляє інформує пропонує запрошує направляє \
            надсилаю прошу висловлює засвідчує розглянуло розглянув розглянула проводить здійснює здійснюється проводиться вивчається \
            розслідується просит обращается готова готовий готове готові планує реалізує впроваджує організовує передає завершує розпочинає оголошує \
            інформуємо просимо надає
            """, true
        )
    ])

    private struct Word: Hashable, Sendable {
        let mark: WriterMark
        /// An abbreviation, which counts in capitals only.
        let isShort: Bool
        var strength: Int { mark.strength }
    }

    private static func word(_ writer: Writer, _ strength: Int, isShort: Bool = false) -> Word {
        Word(mark: WriterMark(writer: writer, strength: strength), isShort: isShort)
    }

    private static let short: [(forms: String, meaning: Word)] = [
        ("тов прат пат ат кп кнп кз ку дп пп фоп рем осбб жбк ск тдв смп нвп кск", word(.organization, 7, isShort: true)),
        ("аб ао", word(.lawyer, 9, isShort: true)),
        ("го бф бо мбо гс", word(.association, 7, isShort: true)),
        ("сбу дбр набу беб гунп сап", word(.lawEnforcement, 9, isShort: true)),
        (
            "ода ова рда рва пфу дпс дснс моз мон мвс кму нкрекп нацполіції держпродспоживслужба держаудитслужби дабі діам тцк рсц",
            word(.authority, 5, isShort: true)
        ),
        ("во", word(.authority, 1, isShort: true)),
    ]

    private static let nominatives = StemTable<Word>(
        short + [
            ("здо знз нвк зош дюсш цпмсд кзо оо", word(.organization, 7, isShort: true)), ("суд", word(.court, 9)),
            ("прокуратура прокуратури поліція поліції поліцейськ* слідче слідчий", word(.lawEnforcement, 9)),
            ("адвокат адвокатське адвокатська адвокатка", word(.lawyer, 9)),
            (
                "господарство підприємство товариство компанія банк корпорація концерн завод комбінат фабрика фірма підприємець",
                word(.organization, 7)
            ),
            (
                """
                університет коледж ліцей гімназія школа лікарня амбулаторія поліклініка музей бібліотека театр заклад церква парафія єпархія редакція газета \
                телеканал видавництво кооператив об'єднання асоціація палата академія садок оператор холдинг агенція магазин мережа
                """, word(.organization, 4)
            ),
            ("центр установа філія інститут підрозділ дистанція депо станція", word(.organization, 2)),
            ("організація осередок", word(.association, 4)),
            ("профспілк*", word(.association, 6)),
            ("спілка рух партія профспілка федерація фундація союз ініціатива", word(.association, 6)),
            (
                """
                адміністрація міністерство інспекція казначейство казначейська митниця агентство держаудитслужба держпраці держгеокадастр держекоінспекція
                """, word(.authority, 6)
            ),
            (
                "департамент управління служба комісія відділення офіс відділ сектор уповноважений військкомат бюро комісаріат штаб",
                word(.authority, 3)
            ),
            ("фонд", word(.authority, 3)), ("рада комітет виконком", word(.council, 4)),
            ("депутат депутатка депутата депутатки", word(.councillor, 3)),
        ])

    private static let anyCase = StemTable<Word>(
        short + [
            ("суддя суду", word(.court, 8)),
            ("прокурор прокуратури слідчий слідча дізнавач поліції поліція прокурора", word(.lawEnforcement, 9)),
            ("адвокат адвокатка адвокатського", word(.lawyer, 9)),
            (
                "підприємства товариства компанії банку корпорації заводу комбінату фабрики підприємець компанія",
                word(.organization, 7)
            ),
            (
                """
                університету коледжу ліцею гімназії школи лікарні амбулаторії музею бібліотеки театру закладу центру церкви парафії редакції газети кооперативу \
                об'єднання асоціації палати установи філії інституту академії менеджер менеджерка маркетингу продажу продажів
                """, word(.organization, 4)
            ),
            ("спілки руху партії профспілки федерації фундації", word(.association, 6)),
            ("адміністрації міністерства міністра інспекції казначейства митниці агентства ода ова рда рва", word(.authority, 6)),
            (
                "департаменту управління служби комісії відділення відділу сектору апарату облдержадміністрації райдержадміністрації",
                word(.authority, 3)
            ),
            ("депутат депутатка", word(.councillor, 3)),
        ])

    private static let phrases = PhraseBook<WriterMark>([
        (
            "народний депутат україни | народна депутатка україни | народного депутата україни | народної депутатки україни | нардеп",
            WriterMark(writer: .memberOfParliament, strength: 10)
        ),
        (
            "помічник* народного депутата | помічник* консультант* народного | приймальня народного депутата",
            WriterMark(writer: .memberOfParliament, strength: 10)
        ),
        (
            "верховна рада україни | апарат верховної ради | комітет верховної ради | комітету верховної ради",
            WriterMark(writer: .parliament, strength: 9)
        ),
        (
            """
            депутат _ міської ради | депутат _ обласної ради | депутат _ районної ради | депутат _ сільської ради | депутат _ селищної ради | депутат міської ради | депутатка міської ради | депутат обласної ради
            | депутатка обласної ради | депутат районної ради | депутатка _ міської ради | депутатка _ обласної ради | депутатка _ районної ради | депутата _ міської ради | депутата _ обласної ради | депутата _ районної ради
            | депутата міської ради | депутата обласної ради | депутатки _ міської ради | депутатки _ обласної ради | депутатки міської ради | депутатська фракція | депутат виборчого округу | депутат по округу | депутата районної ради
            """, WriterMark(writer: .councillor, strength: 9)
        ),
        (
            """
            служба безпеки україни | управління служби безпеки | бюро розслідувань | антикорупційне бюро | бюро економічної безпеки | офіс генерального прокурора | національна поліція | прокурор відділу | оперуповноважен*
            | слідчий відділ | слідче управління | дільничний офіцер
            """, WriterMark(writer: .lawEnforcement, strength: 9)
        ),
        (
            "апеляційний суд | районний суд | верховний суд | господарський суд | адміністративний суд | місцевий суд | міський суд | суддя _",
            WriterMark(writer: .court, strength: 9)
        ),
        (
            "адвокатське бюро | адвокатське об'єднання | адвокатська контора | адвокатського бюро | адвокатського об'єднання",
            WriterMark(writer: .lawyer, strength: 9)
        ),
        (
            """
            благодійний фонд | благодійна організація | громадська організація | громадська спілка | громадське об'єднання | громадський рух | благодійного фонду | громадської організації | громадської спілки | профспілков* | первинна організація
            | молодіжна організація | ветеранська організація | спілка ветеранів | рада ветеранів | громадська рада | первинної профспілкової
            """, WriterMark(writer: .association, strength: 8)
        ),
        (
            """
            акціонерне товариство | товариство з обмеженою | комунальне підприємство | комунальне некомерційне | державне підприємство | приватне підприємство | комунальний заклад | фізична особа підприємець | об'єднання співвласників
            | комунального підприємства | комунального некомерційного | акціонерного товариства | товариства з обмеженою | державного підприємства | комунального закладу | наше підприємство | наша компанія | наше товариство | торгова мережа
            | арбітражний керуючий | відділ продажу | відділу продажу | відділ маркетингу | навчальний центр | тренінговий центр | центр підвищення кваліфікації | заклад дошкільної | загальноосвітня школа | заклад загальної середньої | оператор газорозподільної
            | оператор системи | центр первинної | медичний центр | відділення банку | керуюча компанія | управляюча компанія | відділ по роботі з клієнтами | релігійна громада | редакція газети
            """, WriterMark(writer: .organization, strength: 8)
        ),
        (
            """
            пенсійний фонд | пенсійного фонду | фонд державного майна | фонду державного майна | центр зайнятості | центру зайнятості | центр комплектування | комплектування та соціальної | територіальний центр комплектування | центр надання адміністративних | центр контролю та профілактики
            | державна служба | державна інспекція | державна установа | державна податкова | державна екологічна | національне агентство | національна комісія | кабінет міністрів | обласна рада | районна рада | офіс президента
            | військова частина | державна казначейська | виконавча служба | державної виконавчої | приватний виконавець | сервісний центр мвс | служба відновлення | управління держпраці | регіональне відділення фонду
            | обласний центр | центр соціальних служб | рахункова палата | антимонопольний комітет | відділення антимонопольного | уповноважений верховної ради | державний архів | державна аудиторська | держспоживслужб* | офісу держаудитслужби
            | приватний нотаріус | державний нотаріус | нотаріальна контора | військова адміністрація | державна адміністрація | басейнове управління | лісове господарство | центр протидії корупції | служба статистики | управління статистики
            """, WriterMark(writer: .authority, strength: 8)
        ),
        ("служба у справах дітей", WriterMark(writer: .authority, strength: 3)),
        (
            "урядовий контактний центр | контактний центр | гаряча лінія | урядова гаряча лінія | контакт центр | єдиний контактний",
            WriterMark(writer: .hotline, strength: 9)
        ),
        (
            "міська рада | сільська рада | селищна рада | виконавчий комітет | міський голова | сільський голова | селищний голова | староста",
            WriterMark(writer: .council, strength: 5)
        ),
    ])
}
