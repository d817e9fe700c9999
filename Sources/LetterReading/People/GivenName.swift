// SPDX-License-Identifier: Apache-2.0

/// A given name as Ukrainians write it, with its Russian spelling: names in any case lead back to the nominative.
struct GivenName: Hashable, Sendable {
    enum Gender: Hashable, Sendable {
        case male, female
    }

    /// Nominative, capitalised: «Ніна».
    let nominative: String
    let gender: Gender

    /// The name a word is a form of, whatever its case; nil when it is none of the table.
    ///
    /// - Parameter folded: as ``NormalizedText/folded(_:)`` writes it; Ukrainian or Russian spelling.
    static func named(_ folded: String) -> GivenName? { forms[folded]?.name }

    /// The name a word of a text is a form of.
    static func named(_ token: Token, in text: NormalizedText) -> GivenName? { words.meaning(of: token, in: text)?.name }

    /// The cases a word of a text may stand in; empty when it is no name of the table.
    static func cases(_ token: Token, in text: NormalizedText) -> NameCase { words.meaning(of: token, in: text)?.cases ?? [] }

    /// The cases the word may stand in; empty when it is no name of the table.
    static func cases(_ folded: String) -> NameCase { forms[folded]?.cases ?? [] }

    /// Whether the word is the Russian form of a name.
    static func isRussian(_ folded: String) -> Bool { forms[folded]?.isRussian == true }

    /// The patronymics made of a father's name: «Іванович», «Іванівна».
    var patronymics: (male: String, female: String) {
        if let special = Self.irregularPatronymics[nominative] { return special }
        let stem = nominative.dropLast()
        switch nominative.last {
        case "й":
            return (nominative + "ович", stem + "ївна")
        case "о":
            return (stem + "ович", stem + "івна")
        case "ь":
            return (nominative + "ович", stem + "івна")
        default:
            return (nominative + "ович", nominative + "івна")
        }
    }

    /// The forms of the name in the singular, lower case, with their cases.
    private var declension: [(form: String, cases: NameCase)] {
        let name = nominative.lowercased()
        let stem = String(name.dropLast())
        let endings: [(String, NameCase)]
        switch (gender, name.last) {
        case (.female, "а"):
            // «Ольга — Ользі»: the dative of a velar stem.
            return [
                (name, .nominative), (stem + "и", .genitive), (softened(stem) + "і", .dative), (stem + "у", .other),
                (stem + "ою", .other), (stem + "о", .other),
            ]
        case (.female, "я") where name.hasSuffix("ія"):
            endings = [("я", .nominative), ("ї", [.genitive, .dative]), ("ю", .other), ("єю", .other), ("є", .other)]
        case (.female, "я"):
            endings = [
                ("я", .nominative), ("і", [.genitive, .dative]), ("ю", .other), ("ею", .other), ("ї", [.genitive, .dative]),
            ]
        case (.female, _):
            return [(name, .nominative), (name + "і", [.genitive, .dative]), (name + "ю", .other)]
        case (.male, "й"):
            endings = [("й", .nominative), ("я", .genitive), ("ю", .dative), ("єві", .dative), ("єм", .other)]
        case (.male, "о"):
            endings = [("о", .nominative), ("а", .genitive), ("у", .dative), ("ові", .dative), ("ом", .other)]
        case (.male, "ь"):
            endings = [("ь", .nominative), ("я", .genitive), ("ю", .dative), ("еві", .dative), ("ем", .other)]
        case (.male, "а"):
            endings = [("а", .nominative), ("и", .genitive), ("і", .dative), ("у", .other), ("ою", .other)]
        case (.male, "я"):
            endings = [("я", .nominative), ("і", [.genitive, .dative]), ("ю", .other), ("ею", .other)]
        default:
            let soft = Self.softStems.contains(nominative)
            let hard = Self.movingVowels[nominative] ?? name
            let oblique: [(String, NameCase)] =
                soft
                ? [("я", .genitive), ("ю", .dative), ("еві", .dative), ("ем", .other)]
                : [("а", .genitive), ("у", .dative), ("ові", .dative), ("ом", .other)]
            return [(name, .nominative)] + oblique.map { (hard + $0.0, $0.1) }
        }
        return endings.map { (stem + $0.0, $0.1) }
    }

    private func softened(_ stem: String) -> String {
        switch stem.last {
        case "г": String(stem.dropLast()) + "з"
        case "к": String(stem.dropLast()) + "ц"
        case "х": String(stem.dropLast()) + "с"
        default: stem
        }
    }

    private struct Form: Sendable {
        let name: GivenName
        var cases: NameCase
        let isRussian: Bool
    }

    private static let forms: [String: Form] = {
        var table: [String: Form] = [:]
        func insert(_ written: String, _ name: GivenName, _ cases: NameCase, isRussian: Bool) {
            let form = Letter.folded(written)
            if let known = table[form] {
                // Two names may share a form («Валерія» is hers or Валерій's): a nominative outweighs the oblique cases of another.
                if known.name == name { table[form]?.cases.formUnion(cases) }
                guard cases.contains(.nominative), !known.cases.contains(.nominative), !isRussian else { return }
            }
            table[form] = Form(name: name, cases: cases, isRussian: isRussian)
        }
        func add(_ row: String, _ gender: Gender) {
            let columns = row.split(separator: "/").map(String.init)
            let name = GivenName(nominative: columns[0], gender: gender)
            for (form, cases) in name.declension { insert(form, name, cases, isRussian: false) }
            for russian in columns {
                for (form, cases) in russianDeclension(of: russian.lowercased(), gender) {
                    insert(form, name, cases, isRussian: true)
                }
            }
        }
        for row in male.split(whereSeparator: \.isWhitespace) { add(String(row), .male) }
        for row in female.split(whereSeparator: \.isWhitespace) { add(String(row), .female) }
        return table
    }()

    private static let words = StemTable(forms.map { ($0.key, $0.value) })

    private static func russianDeclension(of name: String, _ gender: Gender) -> [(String, NameCase)] {
        let stem = String(name.dropLast())
        return switch name.last {
        case "а":
            [
                (name, .nominative), (stem + "ы", .genitive), (stem + "и", .genitive), (stem + "е", .dative),
                (stem + "у", .other),
                (stem + "ой", .other),
            ]
        case "я":
            [
                (name, .nominative), (stem + "и", [.genitive, .dative]), (stem + "е", .dative), (stem + "ю", .other),
                (stem + "ей", .other),
            ]
        case "й", "ь":
            gender == .male
                ? [(name, .nominative), (stem + "я", .genitive), (stem + "ю", .dative), (stem + "ем", .other)]
                : [(name, .nominative), (stem + "и", [.genitive, .dative]), (stem + "ью", .other)]
        default: [(name, .nominative), (name + "а", .genitive), (name + "у", .dative), (name + "ом", .other)]
        }
    }

    private static let softStems: Set<String> = ["Ігор", "Лазар"]
    private static let movingVowels = ["Лев": "льв", "Яків": "яков", "Федір": "федор", "Антін": "антон", "Прокіп": "прокоп"]
    private static let irregularPatronymics: [String: (male: String, female: String)] = [
        "Микола": ("Миколайович", "Миколаївна"), "Ілля": ("Ілліч", "Іллівна"), "Лука": ("Лукич", "Луківна"),
        "Кузьма": ("Кузьмич", "Кузьмівна"), "Сава": ("Савич", "Савівна"), "Хома": ("Хомич", "Хомівна"),
        "Григорій": ("Григорович", "Григорівна"), "Лев": ("Львович", "Львівна"), "Яків": ("Якович", "Яківна"),
        "Федір": ("Федорович", "Федорівна"), "Антін": ("Антонович", "Антонівна"), "Прокіп": ("Прокопович", "Прокопівна"),
        "Микита": ("Микитович", "Микитівна"), "Данило": ("Данилович", "Данилівна"), "Панас": ("Панасович", "Панасівна"),
    ]

    /// Ukrainian nominative, then Russian spellings that differ.
    private static let male = """
        Адам Анатолій/Анатолий Андрій/Андрей Антон Антін Аркадій/Аркадий Арсен Арсеній/Арсений Артем/Артём Артур Богдан Борис Вадим \
        Валентин Валерій/Валерий Василь/Василий Віктор/Виктор Віталій/Виталий Владислав Володимир/Владимир Всеволод В’ячеслав/Вячеслав \
        Гаврило/Гавриил Геннадій/Геннадий Георгій/Георгий Герман Гліб/Глеб Гордій/Гордей Григорій/Григорий Давид Данило/Даниил/Данила \
        Денис Дем’ян/Демьян Дмитро/Дмитрий Едуард/Эдуард Євген/Евгений Євгеній Єгор/Егор Захар Зиновій/Зиновий Іван/Иван Ігнат/Игнат \
        Ігор/Игорь Ілля/Илья Іларіон Іраклій Йосип/Иосиф Карл Кирило/Кирилл Клим Климентій Кость Костянтин/Константин Кузьма Лаврентій Лазар \
        Лев Леонід/Леонид Лука Любомир Макар Максим Марк Мар’ян/Марьян Мартин Матвій/Матвей Микита/Никита Микола/Николай Мирон Мирослав \
        Михайло/Михаил Назар Назарій/Назарий Наум Нестор Олег Олександр/Александр Олексій/Алексей Олесь Омелян/Емельян Онисим Опанас \
        Орест Остап Павло/Павел Панас Панкрат Пантелеймон Петро/Пётр/Петр Пилип/Филипп Платон Прокіп Прохор Радим Ратибор Роман Ростислав \
        Руслан Сава/Савва Святослав Севастьян Семен/Семён Сергій/Сергей Сидір/Сидор Соломон Станіслав/Станислав Степан Тадей Тарас \
        Тимофій/Тимофей Тимур Тихін/Тихон Трохим/Трофим Устим Федір/Фёдор/Федор Феодосій Филимон Хома/Фома Юліан/Юлиан Юрій/Юрий \
        Юхим/Ефим Яків/Яков Ян Ярема Ярослав Саша Коля Вова Володя Вася Петя Міша Льоша Діма Толік Толя Сєрьожа Сергійко Юра Женя Віталік \
        Славік Слава Андрюха Костя Гєна Гена Стас Макс Ваня Ростик Олег Тихон Еміль Ернест Фелікс Артур Альберт Рустам Аркадій \
        Северин Зенон Маркіян Йосиф Ілько Левко Данило Ярополк Богуслав Зореслав Тимур Руслан Ренат Ельдар
        """

    private static let female = """
        Аліна/Алина Алла Альбіна/Альбина Анастасія/Анастасия Ангеліна/Ангелина Анжела Анжеліка Анна Антоніна/Антонина Богдана Валентина \
        Валерія/Валерия Варвара Василина Віра/Вера Вікторія/Виктория Віолетта/Виолетта Віталія/Виталия Владислава Галина Ганна Дарина \
        Дар’я/Дарья Діана/Диана Домініка Ева Еліна/Элина Елеонора Емілія/Эмилия Єва/Ева Євгенія/Евгения Євдокія/Евдокия Єлизавета/Елизавета \
        Жанна Зінаїда/Зинаида Злата Зоряна Зоя Іванна/Иванна Інга/Инга Інна/Инна Ірина/Ирина Каріна/Карина Катерина/Екатерина Кіра/Кира \
        Клавдія/Клавдия Ксенія/Ксения Лариса Леся Лідія/Лидия Лілія/Лилия Любов/Любовь Людмила Майя Маргарита Марина Марія/Мария Марта \
        Мар’яна/Марьяна Меланія/Мелания Мирослава Мілана Надія/Надежда Наталія/Наталия Наталя/Наталья Неля/Неля Ніна/Нина Нонна Оксана \
        Олександра/Александра Олена/Елена Олеся Ольга Орися Поліна/Полина Раїса/Раиса Регіна/Регина Римма Роксолана Руслана Світлана/Светлана \
        Соломія Софія/София Станіслава Стефанія Таїсія/Таисия Тамара Тетяна/Татьяна Таїса Уляна/Ульяна Фаїна/Фаина Федора Христина/Кристина \
        Юлія/Юлия Юліана Яна Ярина Ярослава Таня Оля Катя Юля Іра Люда Надя Маша Свєта Світлана Галя Валя Люба Ліда Зіна Рая Тоня Тамара \
        Настя Даша Аня Аніта Наташа Лєна Марійка Ганнуся Ліза Соня Зінаїда Яніна Броніслава Владлена Жозефіна Іоланта Мирослава Ліана Ельвіра Еріка \
        Елла Емма Нінель Віталіна Адель Аліса Дарія Мар’яна Марʼяна Неоніла Пелагея Параска Одарка Горпина Килина Ірена Слава Богуслава Емілія
        """
}
