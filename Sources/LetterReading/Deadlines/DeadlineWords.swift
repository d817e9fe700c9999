// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The words that begin a deadline, or something that only looks like one.
enum DeadlineWord: Sendable {
    /// «до».
    case until
    /// «не» пізніше, «не» раніше.
    case not
    /// «протягом».
    case within
    /// «у», «в», «на».
    case inside
    /// «строк», «термін».
    case term
    /// «строком»: how long something lasts.
    case lasting
    /// «кінцева» дата, «граничний» термін.
    case final
    /// «з», «від», «після»: a beginning.
    case from
    /// «станом» на.
    case asOf
    /// «встановлений», «визначені».
    case given
    /// «найкоротший», «стислі».
    case shortest
    /// «якнайшвидше».
    case soonest
    case urgent
    /// «сьогодні», «завтра».
    case today
    /// «за» 3 дні до.
    case before
    /// «по» 20.11 включно.
    case through
    /// «через» 5 днів після отримання.
    case after
    /// «кожні» два тижні, «раз» на два тижні: what the office's calendar has no rule for.
    case everyFew
    /// «доповісти», «подати»: what a bare day may follow.
    case report

    /// Behind it another deadline comes.
    var endsTerm: Bool {
        switch self {
        case .until, .not, .within, .term, .urgent: true
        case .inside, .lasting, .final, .from, .asOf, .given, .shortest, .soonest, .today, .before, .through, .after, .everyFew,
            .report:
            false
        }
    }

    static let table = StemTable<DeadlineWord>([
        ("до", .until), ("не", .not), ("протягом впродовж упродовж напротязі", .within), ("у в во на", .inside),
        (
            "строк строку строки строків термін терміну терміни термінів термінами строками срок срока сроки дедлайн дедлайну",
            .term
        ),
        ("строком терміном сроком", .lasting),
        ("останній кінцев* граничн* крайній крайня крайнього контрольн* предельн*", .final),
        ("з із зі від од після с со от после починаючи", .from), ("станом", .asOf),
        (
            "визначен* встановлен* установлен* передбачен* зазначен* вказан* обумовлен* установленн* предусмотренн* законн*",
            .given
        ),
        ("найкоротш* коротк* стисл* найстисліш* найближч* кратчайш* розумн* сжат* прискорен* мінімальн*", .shortest),
        ("якнайшвидше якнайскоріше якомога", .soonest),
        (
            """
            невідкладно негайно терміново строково срочно немедленно безотлагательно безвідкладно невідкладному терміновому негайному
            """, .urgent
        ), ("сьогодні завтра післязавтра сегодня послезавтра", .today), ("за", .before),
        ("по", .through), ("через", .after), ("кожні кожних каждые каждых раз", .everyFew),
        (
            """
            доповісти доповідати подати подавати надати надіслати повідомити поінформувати проінформувати звітувати відзвітувати прозвітувати \
            виконати завершити направити доповідь представити виконання контроль сообщить доложить предоставить направить
            """, .report
        ),
    ])

    /// «пізніше», «більше»: behind «не» an upper bound.
    static let later = StemTable<Bool>([
        ("пізніше пізніш пізніше-ніж позднее позже більше більш довше більш-як запізніше", true), ("раніше раніш ранее", false),
    ])
    /// «ніж», «як» behind «не пізніше».
    static let than = StemTable<Bool>([("ніж як чем аніж через", true)])
    /// «кінця», «завершення».
    static let ends = StemTable<Bool>([("кінця кінець закінчення завершення конца окончания исхода", true)])
    static let starts = StemTable<Bool>([("початку начала", true)])
    static let terms = StemTable<Bool>([
        (
            "строк строку строки строків термін терміну терміни термінів термінами строками срок срока сроки терміні", true
        )
    ])
    /// What lasts till a day, so that the day is nobody's deadline.
    static let validity = StemTable<Bool>([
        (
            """
            дії оренди придатності повноважень служби експлуатації дійсності гарантії перебування користування договору навчання розміщення \
            контракту проведення окупності зберігання позики кредиту експлуатаційний
            """, true
        )
    ])
    static let laws = StemTable<Bool>([
        ("закон* законодав* нормативн* статт* стаття ст кодекс* зу", true)
    ])
    /// Papers that give a term we cannot see.
    static let papers = StemTable<Bool>([
        (
            """
            доручен* лист* план* графік* додат* протокол* наказ* рішен* суд судом розпорядж* припис* дорожньо* таблиц* пункт* п договор* умов* \
            заход* переліком програм* резолюц* телеграм* вимог* постанов* ухвал* позначк* поручен* графиком
            """, true
        )
    ])
    static let and = StemTable<Bool>([("та і й а и також", true)])
    static let inclusive = StemTable<Bool>([("включно включительно", true)])
    static let day = StemTable<Bool>([("дня дню день", true)])
    static let workingAdjective = StemTable<Bool>([("робочого робочий рабочего", true)])
    static let past = StemTable<Bool>([
        ("останн* минул* попередн* усього всього цілого кількох декількох багатьох тривалого последн*", true)
    ])
}
