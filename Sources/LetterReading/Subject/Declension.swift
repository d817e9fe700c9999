// SPDX-License-Identifier: Apache-2.0

/// Words of an object in the accusative and their genitive and nominative: known nouns, and endings of one reading only.
enum Declension {
    enum Case: Sendable { case genitive, nominative }
    enum Gender: Hashable, Sendable { case masculine, feminine, neuter, plural }

    struct Word: Hashable, Sendable {
        let gender: Gender
        let genitive: String
        let nominative: String

        func form(_ wanted: Case) -> String { wanted == .genitive ? genitive : nominative }
    }

    /// - Parameter isKnownOnly: whether endings are not enough.
    static func noun(_ word: String, isKnownOnly: Bool = false) -> Word? {
        if let known = known.meaning(of: word) { return known }
        for ending in ["ння", "ття", "лля", "ччя", "жжя", "ддя", "сся"] where word.ends(with: ending) {
            return Word(gender: .neuter, genitive: word, nominative: word)
        }
        for (ending, gender, genitive, nominative) in safeEndings
        where word.ends(with: ending) && word.characterCount > ending.characterCount + 2 {
            let stem = String(word.dropLast(ending.count))
            return Word(gender: gender, genitive: stem + genitive, nominative: stem + nominative)
        }
        return isKnownOnly ? nil : feminine(word)
    }

    private static let known = StemTable(nouns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })

    /// A known feminine noun by its nominative: «копія».
    static func nominative(_ word: String) -> Word? { byNominative[word] }

    private static let byNominative = Dictionary(
        nouns.values.filter { $0.gender == .feminine }.map { ($0.nominative, $0) }, uniquingKeysWith: { first, _ in first })

    /// An adjective, participle or pronoun before a noun of its gender.
    ///
    /// - Parameter next: the word behind it: «лампу» before «розжарювання» is no adjective.
    static func adjective(_ word: String, before next: String) -> Word? {
        guard !next.isEmpty, nouns[word] == nil, !masculineGenitives.contains(word) else { return nil }
        if let pronoun = pronouns[word] { return pronoun }
        guard word.characterCount > 3 else { return nil }
        for (ending, gender, genitive, nominative) in adjectiveEndings where word.ends(with: ending) {
            if gender == .feminine, !isFeminineAccusative(next) || isMasculineDative(word) { return nil }
            let stem = String(word.dropLast(ending.count))
            if gender == .plural, softStems.contains(where: { stem.ends(with: $0) }) {
                return Word(gender: gender, genitive: stem + "іх", nominative: word)
            }
            return Word(gender: gender, genitive: stem + genitive, nominative: nominative.map { stem + $0 } ?? word)
        }
        return nil
    }

    /// «лавку», «вулицю», «площу»: of the first declension.
    private static func feminine(_ word: String) -> Word? {
        let isInstrumental = ["ою", "ею", "єю"].contains { word.ends(with: $0) }
        guard word.count > 3, !isInstrumental, !isMasculineDative(word), !masculineGenitives.contains(word) else { return nil }
        for (ending, genitive, nominative) in [("'ю", "'ї", "'я"), ("ію", "ії", "ія"), ("ю", "і", "я")]
        where word.ends(with: ending) {
            let stem = String(word.dropLast(ending.count))
            return Word(gender: .feminine, genitive: stem + genitive, nominative: stem + nominative)
        }
        guard word.ends(with: "у"), let last = word.dropLast().last, !"аеиіоуєїюя".contains(last) else { return nil }
        let stem = String(word.dropLast())
        return Word(gender: .feminine, genitive: stem + ("жчшщ".contains(last) ? "і" : "и"), nominative: stem + "а")
    }

    /// «моєму»: it ends as the feminine accusative does.
    private static func isMasculineDative(_ word: String) -> Bool { word.ends(with: "ому") || word.ends(with: "єму") }

    private static func isFeminineAccusative(_ word: String) -> Bool {
        if let known = nouns[word] { return known.gender == .feminine }
        return word.count > 3 && (word.ends(with: "у") || word.ends(with: "ю")) && !masculineGenitives.contains(word)
            || word.ends(with: "ість")
    }

    private static let adjectiveEndings: [(String, Gender, String, String?)] = [
        ("ий", .masculine, "ого", nil), ("ій", .masculine, "ього", nil), ("у", .feminine, "ої", "а"),
        ("ню", .feminine, "ньої", "ня"),
        ("е", .neuter, "ого", nil), ("нє", .neuter, "нього", nil), ("і", .plural, "их", nil),
    ]
    /// Plurals and the like that are formed so whatever the word.
    private static let safeEndings: [(String, Gender, String, String)] = [
        ("ції", .plural, "цій", "ції"), ("пії", .plural, "пій", "пії"), ("ості", .plural, "остей", "ості"),
        ("менти", .plural, "ментів", "менти"), ("ники", .plural, "ників", "ники"), ("чики", .plural, "чиків", "чики"),
        ("исти", .plural, "истів", "исти"), ("тори", .plural, "торів", "тори"),
        ("тво", .neuter, "тва", "тво"), ("ість", .feminine, "ості", "ість"), ("цію", .feminine, "ції", "ція"),
    ]
    private static let softStems = [
        "останн", "майбутн", "сусідн", "внутрішн", "зовнішн", "освітн", "дорожн", "давн", "середн", "верхн", "нижн", "літн",
        "домашн",
        "достатн", "передн", "задн", "пізн", "ранн", "тутешн", "всесвітн", "самобутн", "відсутн", "сьогоднішн", "колишн",
        "справжн",
    ]

    private static let pronouns: [String: Word] = {
        let rows: [(Gender, String)] = [
            (
                .feminine,
                "мою моєї моя, нашу нашої наша, вашу вашої ваша, свою своєї своя, цю цієї ця, всю всієї вся, усю усієї уся, одну однієї одна"
            ),
            (
                .masculine,
                "мій мого мій, наш нашого наш, ваш вашого ваш, свій свого свій, цей цього цей, весь всього весь, один одного один"
            ),
            (.neuter, "моє мого моє, наше нашого наше, ваше вашого ваше, своє свого своє, це цього це, одне одного одне"),
            (
                .plural,
                "мої моїх мої, наші наших наші, ваші ваших ваші, свої своїх свої, ці цих ці, всі всіх всі, усі усіх усі, дві двох дві, два двох два, три трьох три"
            ),
        ]
        return table(rows)
    }()

    /// Nouns requests ask for, in the accusative, the genitive and, where it differs, the nominative.
    private static let nouns: [String: Word] = withPlurals(
        table([
            (
                .masculine,
                """
                знак знака, дозвіл дозволу, перелік переліку, список списку, висновок висновку, акт акта, план плану, звіт звіту, проєкт проєкту, \
                проект проекту, договір договору, реєстр реєстру, графік графіка, ремонт ремонту, дах даху, тротуар тротуару, пандус пандуса, ліхтар ліхтаря, \
                світлофор світлофора, паркан паркану, люк люка, міст мосту, майданчик майданчика, контейнер контейнера, автобус автобуса, маршрут маршруту, \
                статус статусу, розрахунок розрахунку, перерахунок перерахунку, витяг витягу, паспорт паспорта, протокол протоколу, наказ наказу, лист листа, \
                документ документа, доступ доступу, контроль контролю, порядок порядку, облік обліку, благоустрій благоустрою, режим режиму, рух руху, \
                в'їзд в’їзду, прохід проходу, проїзд проїзду, перехід переходу, рахунок рахунку, борг боргу, кошторис кошторису, склад складу, ліфт ліфта, \
                насос насоса, водогін водогону, дренаж дренажу, асфальт асфальту, паркінг паркінгу, стан стану, стовп стовпа, стіл стола, кущ куща, \
                пакет пакета, набір набору, сертифікат сертифіката, лічильник лічильника, дитсадок дитсадка, аналіз аналізу, відпочинок відпочинку, дзвінок дзвінка, \
                захід заходу, захист захисту, запит запиту, огляд огляду, опис опису, прогноз прогнозу, розклад розкладу, розподіл розподілу, \
                рейс рейсу, сквер скверу, стадіон стадіону, тариф тарифу, термін терміну, строк строку, фонтан фонтана, центр центру, ярмарок ярмарку, \
                кабель кабелю, будинок будинку, двір двору, парк парку, під'їзд під’їзду, місток містка, навіс навісу, бордюр бордюру, розмір розміру, журнал журналу, підвал підвалу, причал причалу, колодязь колодязя, розгляд розгляду, дублікат дубліката, \
                період періоду, мусор мусору, стояк стояка, пункт пункту, газон газону, сніг снігу, лід льоду, газ газу, простір простору, \
                павільйон павільйону, пень пня, шлагбаум шлагбаума, гараж гаража, кіоск кіоску, цех цеху, вхід входу, вихід виходу, спуск спуску, схил схилу, \
                поручень поручня, прорив прориву, обмежувач обмежувача, світильник світильника, генератор генератора, котел котла, радіатор радіатора, кран крана, вентиль вентиля, \
                номер номера, кабінет кабінету, клас класу, гурток гуртка, табір табору, штраф штрафу, \
                податок податку, внесок внеску, залишок залишку, стік стоку, колектор колектора, резервуар резервуара, пляж пляжу, бювет бювету, басейн басейну, \
                меморіал меморіалу, пам'ятник пам’ятника, прапор прапора, знімок знімка, ордер ордера, дуб дуба, каштан каштана, клен клена, ясен ясена, \
                бар’єр бар’єра, забір забору, смітник смітника, рів рову, рівчак рівчака, канал каналу, відлов відлову, догляд догляду, проміжок проміжку, \
                запуск запуску, пандус пандуса, вазон вазона, відбійник відбійника, датчик датчика, дефект дефекту, \
                екран екрана, ескіз ескізу, зразок зразка, килимок килимка, маяк маяка, мурал муралу, намет намету, \
                обігрівач обігрівача, обов'язок обов’язку, потяг потяга, прилад приладу, провід проводу, сигнал сигналу, тренажер тренажера, туалет туалету, \
                бак бака, вагон вагона, гідрант гідранта, екземпляр екземпляра, примірник примірника, екзамен екзамену, тролейбус тролейбуса, трамвай трамвая, \
                лежень лежня, турнікет турнікета, стенд стенда, велопаркінг велопаркінгу, склеп склепу, будівельник будівельника
                """
            ),
            (
                .feminine,
                """
                відповідь відповіді відповідь, область області область, мережу мережі мережа, огорожу огорожі огорожа, їжу їжі їжа, воду води вода, яму ями яма, \
                копію копії копія, довідку довідки довідка, схему схеми схема, карту карти карта, заяву заяви заява, програму програми програма, оцінку оцінки оцінка, \
                виписку виписки виписка, таблицю таблиці таблиця, суму суми сума, форму форми форма, площу площі площа, зупинку зупинки зупинка, \
                лавку лавки лавка, урну урни урна, лампу лампи лампа, дорогу дороги дорога, вулицю вулиці вулиця, трубу труби труба, стелю стелі стеля, \
                покрівлю покрівлі покрівля, допомогу допомоги допомога, справу справи справа, доньку доньки донька, дитину дитини дитина, маму мами мама, бабусю бабусі бабуся, дружину дружини дружина, онуку онуки онука, сестру сестри сестра, характеристику характеристики характеристика
                """
            ),
            (
                .neuter,
                """
                місце місця, світло світла, житло житла, дерево дерева, паливо палива, вікно вікна, поле поля, тепло тепла, право права, коло кола, дно дна, \
                джерело джерела, кладовище кладовища, звалище звалища, сміттєзвалище сміттєзвалища, озеро озера, обладнання обладнання, майно майна
                """
            ),
            (
                .plural,
                """
                кошти коштів, дані даних, відомості відомостей, заходи заходів, копії копій, документи документів, матеріали матеріалів, пропозиції пропозицій, \
                результати результатів, записи записів, відеозаписи відеозаписів, звіти звітів, акти актів, плани планів, договори договорів, накази наказів, \
                показники показників, реквізити реквізитів, роботи робіт, послуги послуг, дерева дерев, ями ям, урни урн, лавки лавок, \
                дороги доріг, ліхтарі ліхтарів, лампи ламп, лічильники лічильників, контейнери контейнерів, баки баків, знаки знаків, люки люків, сходи сходів, \
                двері дверей, вікна вікон, мережі мереж, труби труб, відходи відходів, борги боргів, списки списків, переліки переліків, зауваження зауважень, \
                строки строків, терміни термінів, умови умов, зміни змін, зразки зразків, схеми схем, проєкти проєктів, гілки гілок, порушення порушень, недоліки недоліків, \
                дозволи дозволів, довідки довідок, заборгованості заборгованостей, протоколи протоколів, розрахунки розрахунків, висновки висновків, фото фото, \
                тарифи тарифів, ковдри ковдр, набори наборів, місця місць, фонтанчики фонтанчиків, стійки стійок, стояки стояків, поручні поручнів, причини причин, збори зборів, столи столів, кущі кущів, бордюри бордюрів, побори поборів, бригади бригад, насоси насосів, водовози водовозів, команди команд, споруди споруд, \
                квартири квартир, будівлі будівель, площадки площадок, стежки стежок, доріжки доріжок, плити плит, решітки решіток, зупинки зупинок, опори опор, \
                клумби клумб, дошки дощок, таблички табличок, камери камер, виплати виплат, пільги пільг, скарги скарг, заяви заяв, норми норм, вимоги вимог, \
                перевірки перевірок, картки карток, квитанції квитанцій, фотографії фотографій, вулиці вулиць, тварини тварин, собаки собак, рослини рослин, \
                путівки путівок, підписи підписів, ключі ключів, кабелі кабелів, проводи проводів, меблі меблів, ліки ліків, продукти продуктів
                """
            ),
        ]))

    private static let masculineGenitives: Set<String> = {
        var found: Set<String> = Set(
            nouns.values.filter { $0.gender == .masculine }.map { $0.genitive.replacing("’", with: "'") })
        found.formUnion([
            "сину", "чоловіку", "батьку", "суду", "закладу", "комітету", "виконкому", "відділу", "департаменту", "фонду",
            "району", "року", "закону",
            "мікрорайону", "ринку", "водію",
            "директору", "заявнику", "адвокату", "депутату", "голові", "слідчому", "конкурсу", "бюджету", "ліцею", "дитсадку",
            "садочку", "провулку", "проспекту",
            "цвинтарю", "снігу", "льоду", "газу", "об'єкту", "спортзалу", "храму", "музею", "архіву", "органу", "часу", "кодексу",
            "податку",
        ])
        return found
    }()

    /// «знак знака, …»: the accusative, the genitive and, where it differs, the nominative.
    private static func table(_ rows: [(Gender, String)]) -> [String: Word] {
        var result: [String: Word] = [:]
        for (gender, row) in rows {
            for entry in row.parts(at: ",") {
                let forms = entry.parts(at: " ").map(String.init)
                guard forms.count >= 2, result[forms[0]] == nil else { continue }
                result[forms[0]] = Word(gender: gender, genitive: forms[1], nominative: forms.count > 2 ? forms[2] : forms[0])
            }
        }
        return result
    }

    /// «тротуари тротуарів» of «тротуар тротуару»: masculine words make their plural of the genitive by rule.
    private static func withPlurals(_ singular: [String: Word]) -> [String: Word] {
        var result = singular
        for word in singular.values where word.gender == .masculine && word.genitive.count > 3 {
            let stem = String(word.genitive.dropLast())
            guard let last = stem.last, !"аеиіоуєїюя".contains(last) else { continue }
            let isSoft = "яю".contains(word.genitive.last ?? " ") || "жчшщ".contains(last)
            let plural = stem.replacing("’", with: "'") + (isSoft ? "і" : "и")
            if result[plural] == nil { result[plural] = Word(gender: .plural, genitive: stem + "ів", nominative: plural) }
        }
        return result
    }
}
