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
    /// - Parameters:
    ///   - folded: as ``NormalizedText/folded(_:)`` writes it; Ukrainian or Russian spelling.
    ///   - gender: of the person, where it is known: «Ярослава Петровича» is Ярослав, «Ярослава Петрівна» is Ярослава.
    static func named(_ folded: String, _ gender: Gender? = nil) -> GivenName? { form(folded, gender)?.name }

    /// The same with the cases the word may stand in.
    static func form(_ folded: String, _ gender: Gender?) -> Form? { words.meaning(of: folded)?.form(of: gender) }

    /// The name a word of a text is a form of.
    static func named(_ token: Token, in text: NormalizedText) -> GivenName? { words.meaning(of: token, in: text)?.usual.name }

    /// The cases a word of a text may stand in; empty when it is no name of the table.
    static func cases(_ token: Token, in text: NormalizedText) -> NameCase {
        guard let forms = words.meaning(of: token, in: text) else { return [] }
        return forms.usual.cases.union(forms.other?.cases ?? [])
    }

    /// The genitive, capitalised: «Ніни».
    var genitive: String { LetterCase.capitalized(declension.first { $0.cases.contains(.genitive) }?.form ?? nominative) }

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
        let name = nominative.inLowerCase
        let stem = String(name.dropLast())
        let endings: [(String, NameCase)]
        switch (gender, name.last) {
        case (.female, "а"):
            // «Ольга — Ользі»: the dative of a velar stem.
            return [
                (name, .nominative), (stem + "и", .genitive), (softened(stem) + "і", .dative), (stem + "у", .other),
                (stem + "ою", .other), (stem + "о", .other),
            ]
        case (.female, "я") where name.ends(with: "ія"):
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
            endings = [("о", .nominative), ("а", .genitive), ("у", .dative), ("ові", .dative), ("ом", .other), ("е", .other)]
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
                : [("а", .genitive), ("у", .dative), ("ові", .dative), ("ом", .other), ("е", .other)]
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

    /// A word that is a form of a name.
    struct Form: Sendable {
        let name: GivenName
        fileprivate(set) var cases: NameCase
        /// Whether it is spelt in Russian.
        let isRussian: Bool
    }

    /// The names a written form may be: hers and his may look alike («Богдана», «Валерія»).
    private struct Forms: Sendable {
        /// What it is taken for where nothing beside it tells the gender.
        var usual: Form
        /// Of the other gender.
        var other: Form?

        func form(of gender: Gender?) -> Form {
            guard let gender, usual.name.gender != gender, let other else { return usual }
            return other
        }

        mutating func add(_ form: Form) {
            if usual.name == form.name {
                usual.cases.formUnion(form.cases)
            } else if form.cases.contains(.nominative), !usual.cases.contains(.nominative), !form.isRussian {
                // A nominative outweighs the oblique cases of another name.
                if usual.name.gender != form.name.gender { other = usual }
                usual = form
            } else if usual.name.gender != form.name.gender, other == nil {
                other = form
            } else if other?.name == form.name {
                other?.cases.formUnion(form.cases)
            }
        }
    }

    private static let forms: [String: Forms] = {
        var table: [String: Forms] = [:]
        func insert(_ written: String, _ form: Form) {
            let folded = Letter.folded(written)
            if table[folded] == nil { table[folded] = Forms(usual: form) } else { table[folded]?.add(form) }
        }
        func add(_ row: String, _ gender: Gender) {
            let columns = row.parts(at: "/").map(String.init)
            let name = GivenName(nominative: columns[0], gender: gender)
            for (form, cases) in name.declension { insert(form, Form(name: name, cases: cases, isRussian: false)) }
            for russian in columns {
                for (form, cases) in russianDeclension(of: russian.inLowerCase, gender) {
                    insert(form, Form(name: name, cases: cases, isRussian: true))
                }
            }
        }
        for row in GivenNameRows.male.words { add(String(row), .male) }
        for row in GivenNameRows.female.words { add(String(row), .female) }
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
}
