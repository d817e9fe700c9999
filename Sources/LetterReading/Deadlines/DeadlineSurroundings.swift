// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Judges by the words around a deadline whether somebody asks for something by it, or only tells of it: a promise of the sender, an
/// event, a validity, hours of work, something that has been going on.
struct DeadlineSurroundings {
    let text: NormalizedText
    let context: DeadlineContext
    /// The text is a phrase that somebody asks about, and no letter: what it names is meant.
    var isPhrase = false

    /// Whether the mention binds the reader of the sentence.
    ///
    /// - Parameter sentence: the tokens the mention stands among.
    func binds(_ mention: DeadlineMention, in sentence: Range<Int>) -> Bool {
        if isPast(mention, sentence) { return false }
        if mention.needsReview, isDay(mention), isDone(mention, sentence) { return false }
        if isGeneralRule(mention, sentence) || isCountdown(mention, sentence) { return false }
        if isStandingDuty(mention, sentence) || isSetOff(mention, sentence) { return true }
        let before = before(mention, sentence)
        switch before {
        case .request, .task: return true
        case .promise, .event, .validity: return false
        // «Роботи не розпочато, строк – до 20.11»; «відповіді не було ні в п’ятиденний строк» only tells.
        case .narrative: return mention.isStrong && (mention.isHeading || isDay(mention))
        case nil: break
        }
        switch after(mention, sentence) {
        case .request, .task: return !isHoursOfWork(mention, sentence)
        case nil: return !isHoursOfWork(mention, sentence) && !(needsAsking(mention) && sentence.count > mention.tokens.count + 3)
        case .promise, .event, .validity: return false
        // «родини щодня змушені чекати»: what comes again is as often borne as asked.
        case .narrative: return mention.isHeading || isDay(mention) || mention.isStrong && !comesAgain(mention)
        }
    }

    /// «Переглянути договори, строк дії яких закінчується у 2027 році, – до 25 грудня»: behind a dash the day is that of the whole order.
    private func isSetOff(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        let dash = mention.tokens.lowerBound - 1
        guard dash > sentence.lowerBound, text.tokens[dash].isMark("-"), !text.tokens[dash].isGlued, isDay(mention) else {
            return false
        }
        return OrderingVerb(in: sentence.lowerBound..<dash, text)?.isFirst ?? false
    }

    /// «У листопаді поновлюється моніторинг», «воду подають двічі на тиждень»: as often told as asked.
    private func needsAsking(_ mention: DeadlineMention) -> Bool {
        switch mention.form {
        case .period, .recurring, .relativeToEvent: !isPhrase
        case .explicit, .term, .relative, .urgent, .manual, .statutory, .event, .none: false
        }
    }

    private func comesAgain(_ mention: DeadlineMention) -> Bool { if case .recurring = mention.form { true } else { false } }

    enum Signal { case request, task, promise, event, validity, narrative }

    /// The signal that governs the mention from the left: the nearest, but that a task («виконати») is as binding as what governs it.
    private func before(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Signal? {
        var index = mention.tokens.lowerBound - 1
        let limit = max(sentence.lowerBound, mention.tokens.lowerBound - Self.reach)
        var task: Int?
        while index >= limit {
            defer { index -= 1 }
            guard let signal = signal(at: index, sentence) else { continue }
            if let task, task - index > Self.governing, signal != .request { return .task }
            if signal == .task {
                if task == nil { task = index }
                continue
            }
            if signal != .request, isWished(index, limit) { continue }
            if task != nil, signal == .event || signal == .validity || signal == .narrative { return .task }
            return signal
        }
        return task == nil ? nil : .task
    }

    /// «щоб роботи було виконано»: wished for, not told.
    private func isWished(_ index: Int, _ limit: Int) -> Bool {
        (max(limit, index - Self.governing)..<index).contains { Self.wishes.knows(text.tokens[$0], in: text) }
    }

    private func after(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Signal? {
        let limit = min(sentence.upperBound, mention.tokens.upperBound + Self.reach)
        for index in mention.tokens.upperBound..<max(limit, mention.tokens.upperBound) {
            if text.tokens[index].isMark(";") { return nil }
            guard let signal = signal(at: index, sentence) else { continue }
            return signal
        }
        return nil
    }

    private func signal(at index: Int, _ sentence: Range<Int>) -> Signal? {
        let token = text.tokens[index]
        guard token.kind == .word else { return nil }
        if OrderingVerb.isPassiveDuty(at: index, text) || Thanks.ask(at: index, text) { return .request }
        guard let word = Self.words.meaning(of: token, in: text) else {
            if Imperatives.hasForm(token, in: text) { return .request }
            if VerbalNoun.isInfinitive(token, in: text) { return isBorne(index, sentence) ? .narrative : .task }
            if token.letters.count < Self.shortestFuture { return nil }
            if Self.futureEndings.fits(token, in: text) { return .promise }
            return Self.pastEndings.fits(token, in: text) ? .narrative : nil
        }
        switch word {
        case .known(.request) where isNeed(index, sentence): return nil
        case .known(let signal): return signal
        case .future:
            // «буде надано» promises; «буде» with nothing like a participle near it only tells.
            return .promise
        case .not:
            guard index + 1 < sentence.upperBound else { return nil }
            let next = text.tokens[index + 1]
            guard next.kind == .word, !DeadlineWord.later.knows(next, in: text),
                !Self.comparatives.knows(next, in: text), !VerbalNoun.isInfinitive(next, in: text),
                !Self.words.knows(next, in: text)
            else { return nil }
            return .narrative
        }
    }

    /// A day long before the letter was written, or before it without anybody asking.
    private func isPast(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        guard case .date(let day, _) = mention.rule,
            mention.form == .explicit || mention.form == .relative || mention.form == .period,
            day < context.letterDate
        else { return false }
        if day.days(until: context.letterDate) > Self.longestOverdue { return true }
        let told = before(mention, sentence) == .narrative || isDone(mention, sentence)
        return (!mention.isStrong || told) && before(mention, sentence) != .request && after(mention, sentence) != .request
            && sentence.count > mention.tokens.count + 2
    }

    /// «Перевірку проведено до 01.11»; «має бути завершено до …» is still to be done.
    private func isDone(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        let near = max(sentence.lowerBound, mention.tokens.lowerBound - Self.governing)..<mention.tokens.lowerBound
        return near.contains { index in
            Self.doneEndings.fits(text.tokens[index], in: text) && !Self.words.knows(text.tokens[index], in: text)
                && !(index > sentence.lowerBound && text.reads(text.tokens[index - 1], "бути"))
        }
    }

    private func isDay(_ mention: DeadlineMention) -> Bool { mention.day != nil }

    /// «працюємо до 18:00», «щодня до 17:00» without a request.
    private func isHoursOfWork(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        guard case .date(let day, .some) = mention.rule, day == context.receivedAt.date else { return false }
        let near =
            max(
                sentence.lowerBound, mention.tokens.lowerBound - Self.reach)..<min(
                sentence.upperBound, mention.tokens.upperBound + Self.reach)
        return near.contains { index in Self.hours.knows(text.tokens[index], in: text) }
    }

    private enum Word { case known(Signal), future, not }

    /// Tokens looked at to each side.
    private static let reach = 60
    /// Tokens between a task and the word that governs it.
    static let governing = 8
    /// Days before the letter that a deadline of an older order may lie.
    private static let longestOverdue = 45

    private static let words = StemTable<Word>([
        (
            """
            прошу просимо просим просить просять прохання прохаємо вимагаю вимагаємо вимагає пропоную пропонуємо клопочу клопочемо доручаю доручаємо доручити необхідно потрібно \
            слід зобов'язати зобов'язую зобов'язав зобов'язано наказую наполягаю наполягаємо рекомендую рекомендуємо повинен повинна повинні треба вирішив вирішила \
            вирішили постановив постановила ухвалив ухвалила витребувати чекаю чекаємо очікую очікуємо жду ждем прошу-вас требую требуем просьба необходимо \
            маєте зобов'язаний зобов'язані контроль контролі контролю доручено визначено повинно
            """, .known(.request)
        ),
        (
            """
            надати надіслати подати дати повідомити сповістити поінформувати проінформувати доповісти виконати забезпечити вжити здійснити провести \
            розглянути завершити затвердити погасити сплатити перерахувати повернути усунути погодити заповнити внести направити скерувати передати \
            представити підготувати опрацювати розмістити визначити призначити переслати відповісти привести обстежити перевірити встановити відновити \
            прибрати вирішити розробити довести прийняти взяти продовжити подовжити скоротити укласти підписати прибути надсилати надавати подавати \
            предоставить сообщить направить выполнить обеспечить принять устранить решить дать відзвітувати зареєструвати оприлюднити включити вивезти \
            відремонтувати полагодити ліквідувати звільнити знести
            """, .known(.task)
        ),
        (
            """
            заплановано планується плануються плануємо планую планують планируется зобов'язуємося зобов'язуємось зобов'язуюсь зобов'язуюся зобов'язується \
            зобов'язуються гарантуємо гарантую гарантує обіцяємо обіцяю обіцяли обіцяв передбачається орієнтовно намір наміром надамо надішлемо виконаємо \
            завершимо забезпечимо поінформуємо повідомимо відремонтуємо проведемо здійснимо усунемо погасимо сплатимо зробимо підготуємо направимо \
            завершить виконає надасть надішле проведе здійснить надам надішлю сплачу виконаю погашу зроблю обязуемся обязуюсь гарантируем планируем \
            вирішимо розглянемо повернемо поверну оплатимо оплачу поверне виконають завершать прибуде приїде зобов'язався зобов'язалася зобов'язалося \
            зобов'язались надійдуть надійде отримаєте отримають розпочнеться розпочнуться розпочнемо почнуться відновлять полагодять приступимо приступлять \
            відремонтують підключать підключимо підрядник* генпідрядник* зроблять зробить проведуть обіцяла обіцяють обіцяє
            """, .known(.promise)
        ),
        ("буде будуть будемо буду будет будут", .future),
        (
            """
            відбудеться відбудуться відбувається відбуватиметься триватиме триває тривають тривала проходитиме проходить проводиться проводитиметься проводитимуться \
            запрошуємо запрошую состоится пройде пройдуть запланована запланований призначено перенесено перекрито перекритий скликається скликано
            """, .known(.event)
        ),
        (
            """
            дійсний дійсна дійсне дійсні діє діють діятиме діяв діяла чинний чинна чинне чинні чинності придатний придатна укладено укладений оренди орендовано \
            продовжено введено оскарж* оскаржен* апеляційн* касаційн* набирає набере безстроково гарантія гарантії гарантійний відпустка відпустці відпустку відрядженні відрядження перебуває лікарняному відпустку-до режим
            """, .known(.validity)
        ),
        (
            """
            нема немає немае відсутня відсутнє відсутні відсутній досі вже уже чекали чекав чекала стоїть стоять тече було була були був звертався зверталася \
            зверталась зверталися чекають очікують чекали мала мало мали запевнили запевняли живу проживаю нету нет ждали намагаюсь намагаюся
            """, .known(.narrative)
        ),
        ("не ні", .not),
    ])
    private static let comparatives = StemTable<Bool>([("нижче вище менше лише тільки рідше частіше", true)])
    private static let wishes = StemTable<Bool>([("щоб аби чтобы", true)])
    private static let hours = StemTable<Bool>([
        (
            "працює працюємо працюють прийом прийому графік години робочі обід обідня відчинено відчинений понеділок неділя субота вихідний режим работаем",
            true
        )
    ])
    /// «надходитиме», «проводитимуть».
    private static let futureEndings = EndingSet(["тиме", "тимуть", "тимемо", "тиметься", "тимуться"])
    /// «змінювався», «проведено».
    private static let pastEndings = EndingSet(["вався", "валася", "валась", "валися", "валось", "увала", "ували"])
    private static let doneEndings = EndingSet(["ено", "ано", "ято"])
    private static let shortestFuture = 7
}
