// SPDX-License-Identifier: Apache-2.0

/// Words and limits of the reading of tasks.
extension TaskClauses {
    enum Request { case plain, other }
    enum Vague { case considers, gives, tells }

    static let vague = StemTable<Vague>([
        ("розглянути розгляньте вирішити вважати звернути врахувати", .considers),
        (
            "надати надайте надавайте дати надіслати надішліть надсилайте направити направте направляйте надсилати дайте подати подайте подавати подавайте",
            .gives
        ),
        (
            "повідомити повідомте поінформувати проінформувати інформувати поінформуйте доповісти сповістити відповісти відповідайте пишіть телефонуйте дзвоніть",
            .tells
        ),
    ])
    static let firstPerson = StemTable<Bool>([
        (
            """
            прошу просимо просим вимагаю вимагаємо пропоную пропонуємо доручаю доручаємо зобов'язую наполягаю наполягаємо клопочу клопочемо запитую запитуємо
            """, true
        )
    ])
    /// «звертаюся» з проханням.
    static let turning = StemTable<Bool>([("звертаюся звертаюсь звертаємося звертаємось звертається звертаються", true)])
    /// What a letter calls to mind and does not ask: «нагадуємо, що сторони мають …».
    static let reminders = StemTable<Bool>([
        ("нагадуємо нагадую звертаємо звертаю зазначаємо зауважуємо наголошуємо роз'яснюємо", true)
    ])
    static let given = StemTable<Bool>([("інформацію відповідь документи матеріали відомості дані докази", true)])
    static let referring = StemTable<Bool>([
        ("запитуван* вказан* зазначен* відповідн* вищезазначен* вищевказан* цю ці таку такі усі всі", true)
    ])
    /// «про опрацювання запиту за 48 годин»: how to treat the letter.
    static let procedures = StemTable<Bool>([("опрацювання розгляд скорочення прискорення", true)])
    /// Whom an office passes advice on to, in the dative or as the object of «просимо».
    static let publics = StemTable<Bool>([
        (
            """
            мешканцям населенню громадянам жителям споживачам абонентам пасажирам водіям клієнтам власникам батькам людям пенсіонерам підприємцям \
            мешканців громадян жителів споживачів абонентів пасажирів водіїв клієнтів власників батьків
            """, true
        )
    ])
    static let wishes = StemTable<Bool>([("прохання звернення скарги скаргами вимогу дорученням", true)])
    static let duties = StemTable<Bool>([("належить слід необхідно потрібно доручено", true)])
    /// Bodies a letter may oblige beside ours, in the dative.
    static let bodies = StemTable<Bool>([
        ("адміністрації облдержадміністрації рда ода ова департаменту міністерству інспекції", true)
    ])
    static let advice = StemTable<Bool>([("слід варто необхідно потрібно рекомендуємо", true)])
    /// What leads to a request and is no part of it.
    static let preambles = StemTable<Bool>([
        (
            """
            станом відповідно згідно керуючись у в з із зважаючи враховуючи ураховуючи беручи на для за від при тому також отже крім окремо водночас одночасно разом \
            додатково повторно надалі вдруге ще шановні шановний шановна колеги тож дуже настійно переконливо вкотре і й та але а я ми ось саме
            """, true
        )
    ])
    static let answers = StemTable<Bool>([("відповідь відповіді", true)])
    static let outcomes = StemTable<Bool>([("результати вжиті виконання виконану проведену проведені хід усунення", true)])
    static let held = StemTable<Bool>([
        ("копію копії інформацію перелік дані відомості публічної публічну реєстр документи рішення", true)
    ])
    /// What orders without a verb of asking: «Протокол надається до …», «Контроль: …».
    static let ordering = StemTable<Bool>([
        (
            """
            надається подається надсилається направляється надаються подаються надсилаються приймаємо контроль контролі термін
            """, true
        )
    ])
    /// «вирішити питання», «розглянути доцільність»: behind them stands what is meant.
    static let considered = StemTable<Bool>([("питання проблему можливість доцільність варіант варіанти", true)])
    static let reasons = StemTable<Bool>([("щоб аби оскільки бо адже позаяк чтобы так тому", true)])
    /// «прошу, щоб дорогу чистили», as it is also said.
    static let wishing = StemTable<Bool>([("щоб щоби аби шоб шоби чтоб чтобы", true)])
    static let courtesies = StemTable<Bool>([
        ("вибачення пробачення вибачити зрозуміти радимо радять таємниці розголошувати", true)
    ])
    static let courtsOwn = StemTable<Bool>([
        (
            "прийняти відкрити призначити задовольнити відмовити роз'яснити здійснювати залишити залучити стягнути оголосити відкласти зупинити",
            true
        )
    ])
    /// Fields of forms in which people write what they ask for.
    static let fields = StemTable<Bool>([("звернення заяви скарги пропозиції питання", true)])
    static let copies = StemTable<Bool>([("копію копії", true)])
    static let rulings = StemTable<Bool>([("ухвал* вироку повістк*", true)])
    static let things = StemTable<Bool>([
        ("онлайн-форму онлайн форму звіт перелік інформацію пропозиції відомості дані", true)
    ])

    /// Words at the head of a point among which its verb stands.
    static let headWords = 6
    /// Tokens of a clause to each side of its deadline.
    static let longestClause = 60
    /// Tokens of «прізвище та посаду представника» before «просимо».
    static let longestObject = 16
    /// Tokens from «№» to the end of the number of an act.
    static let longestNumber = 8
    /// Tokens between «інформацію про результати» and its verb.
    static let nearAnswer = 5
    /// Tokens between the word that asks and what is asked.
    static let nearVerb = 16
    static let fewestWords = 3
    /// Letters of a word before the point of a sentence; shorter ones are as often abbreviations.
    static let shortestLastWord = 3
    /// Tokens from the word that asks to «щоб».
    static let nearWish = 4
    static let conjunctions = [" і", " й", " та", " а", " або", " а також", " і також", " та також"]
    /// Characters of a task on the card.
    static let longestText = 240

    static let requests = StemTable<Request>([
        ("прошу просимо просим клопочу клопочемо", .plain),
        (
            """
            вимагаю вимагаємо вимагає доручає доручаю доручаємо пропоную пропонуємо необхідно потрібно слід прохання проханням зобов'язати зобов'язую наказую витребувати просить \
            требую просьба варто надайте повідомте подайте надішліть направте поінформуйте проінформуйте усуньте організуйте забезпечте рекомендуємо чекаємо очікуємо наполягаю наполягаємо запитую запитуємо чекаю очікую потребуємо потребую необхідне вирішила вирішив приберіть відремонтуйте
            """, .other
        ),
    ])
    static let requestGlance = WordGlance([requests.slots, Thanks.slots])
    static let tasks = StemTable<Bool>([
        (
            """
            надати надавати надіслати надсилати подати подавати дати повідомити повідомляти сповістити поінформувати проінформувати інформувати доповісти \
            доповідати виконати забезпечити вжити здійснити провести розглянути завершити затвердити погасити сплатити перерахувати повернути усунути \
            погодити заповнити заповнювати внести направити направляти скерувати передати представити підготувати опрацювати оприлюднити розмістити визначити \
            призначити переслати відповісти привести обстежити перевірити встановити відновити прибрати вирішити розробити довести прийняти взяти \
            продовжити скоротити укласти підписати прибути звітувати прозвітувати відзвітувати врахувати організувати утримати проінвентаризувати \
            активізувати посилити притягнути зобов'язати скласти зареєструвати ознайомити ознайомитись підтвердити уточнити оновити перевести відремонтувати \
            облаштувати включити сприяти посприяти взяти предоставить сообщить направить выполнить обеспечить принять устранить делегувати запланувати \
            інвентаризувати сформувати утворити створити видати скасувати переглянути відобразити узагальнити зобов'язати вживати проводити здійснювати
            """, true
        )
    ])
    static let persons = StemTable<Bool>([
        ("прізвище прізвища піб кандидатуру кандидатури контакти контактні ім'я посаду посади склад список списки", true)
    ])
    static let pleading = StemTable<Bool>([("клопочу клопочемо", true)])
    static let asked = StemTable<Bool>([("проханням", true)])
    static let coming = PhraseBook<Bool>([
        (
            """
            забезпечити участь | забезпечити _ участь | забезпечити явку | забезпечити _ явку | забезпечити присутність | взяти участь | узяти участь
            | прийняти участь | делегувати | відрядити | направити представник* | направити для участі | прибути | бути присутн* | долучитися | долучитись
            """, true
        )
    ])
    static let obliging = StemTable<Bool>([("зобов'язати зобов'язано", true)])
    /// Tokens of a judgment's heading.
    static let judgmentHead = 60
    static let together = PhraseBook<Bool>([
        (
            """
            разом з відзивом | разом із відзивом | одночасно з відзивом | одночасно із відзивом | у той самий строк | у той же строк | у цей же строк | в той самий строк | в той же строк | у такий самий строк
            """, true
        )
    ])
    static let plaintiffs = StemTable<Bool>([("позивачу позивачеві", true)])
    enum Information { case knowledge, account }
    static let information = StemTable<Information>([
        ("відома уваги", .knowledge), ("врахувати враховувати врахування врахуйте враховуйте", .account),
    ])
    /// «Взяти», «прийняти» до відома; «довести до відома мешканців» is something to be done.
    static let taking = StemTable<Bool>([
        ("взяти прийняти брати приймати візьміть беріть береться надсилаємо надаємо направляємо", true)
    ])
    /// «врахувати в роботі», «врахувати викладене».
    static let accounted = StemTable<Bool>([
        ("в у при під для вищезазначене вищевикладене зазначене викладене наведене цю інформацію вказане це", true)
    ])
    static let conditions = StemTable<Bool>([("якщо разі випадку умови если случае неявки неприбуття неможливості", true)]
    )
}
