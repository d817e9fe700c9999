// SPDX-License-Identifier: Apache-2.0

/// A surname brought back to the nominative by the endings of Ukrainian surnames.
struct Surname: Hashable, Sendable {
    let nominative: String
    /// False where two nominatives have the same form («Сороки» may be Сороки's or Сорока's).
    let isCertain: Bool

    /// - Parameters:
    ///   - isNominative: whether the names beside it stand in the nominative, so that this one does too.
    ///   - isRussian: whether they are Russian, so that this one is spelt in Russian.
    init(_ word: String, gender: GivenName.Gender, isNominative: Bool, isRussian: Bool) {
        let plain = Surname.capitalized(word)
        func nominative(_ part: String) -> (name: String, isCertain: Bool) {
            var (name, certain) = (part, true)
            if !isNominative, name.count > 3 { (name, certain) = gender == .female ? Self.feminine(name) : Self.masculine(name) }
            guard isRussian else { return (name, certain) }
            let (spelt, isSpelt) = Self.ukrainian(name)
            return (spelt, certain && isSpelt)
        }
        guard plain.utf8.contains(UInt8(ascii: "-")) else {
            (self.nominative, isCertain) = plain.isEmpty ? ("", true) : nominative(plain)
            return
        }
        let parts = plain.parts(at: "-").map { nominative(String($0)) }
        self.nominative = parts.map(\.name).joined(separator: "-")
        isCertain = parts.allSatisfy(\.isCertain)
    }

    /// Beside initials, which show no case: only endings that no nominative has are undone.
    init(withInitials word: String) {
        let plain = Surname.capitalized(word)
        for (ending, nominative) in Self.oblique where plain.ends(with: ending) {
            self.nominative = plain.dropLast(ending.count) + nominative
            isCertain = true
            return
        }
        nominative = plain
        isCertain = true
    }

    /// Capitalised in each half, whatever it was written in: «ІВАНЕНКО-САВЧУК» is Іваненко-Савчук.
    static func capitalized(_ word: String) -> String {
        // «Савчук» is written so already.
        let start = word.unicodeScalars.prefix(2).map(\.value)
        if start.count == 2, (0x410...0x42F).contains(start[0]), (0x430...0x44F).contains(start[1]) { return word }
        guard word.allSatisfy({ !$0.isLetter || $0.isUppercase }) || word.first?.isLowercase == true else { return word }
        return word.split(separator: "-", omittingEmptySubsequences: false)
            .map { $0.prefix(1).uppercased() + $0.dropFirst().inLowerCase }.joined(separator: "-")
    }

    /// Whether the form can be a nominative: «Кравченко» can, «Кравченка» cannot.
    static func mayBeNominative(_ word: String) -> Bool {
        let lower = word.inLowerCase
        return !oblique.contains { lower.ends(with: $0.0) }
    }

    /// The gender the ending alone shows; nil for «Мороз», «Шевченко», «Граба».
    static func gender(of word: String) -> GivenName.Gender? {
        let lower = word.inLowerCase
        if masculineOnly.contains(where: lower.ends) { return .male }
        return feminineOnly.contains(where: lower.ends) ? .female : nil
    }

    private static let masculineOnly = [
        "енка", "енку", "енкові", "ського", "цького", "зького", "ському", "цькому", "зькому", "ський", "цький", "зький", "чука",
        "щука", "юка", "чуку", "ого", "ому", "ович", "овича",
    ]
    private static let feminineOnly = [
        "ської", "цької", "зької", "ською", "ська", "цька", "зька", "ової", "евої", "єва", "ова", "іної", "їної",
    ]

    /// The consonants of a surname, which all its cases and its fleeting vowel leave as they are.
    static func skeleton(_ surname: String) -> String {
        surname.inLowerCase.filter { !vowels.contains($0) && $0 != "ь" && $0 != "й" && $0 != "’" }
    }

    /// The genitive of the surname, for what stands behind «в інтересах».
    func genitive(_ gender: GivenName.Gender) -> String {
        nominative.parts(at: "-").map { Self.genitive(String($0), gender) }.joined(separator: "-")
    }

    private static func genitive(_ name: String, _ gender: GivenName.Gender) -> String {
        let table = gender == .male ? masculineGenitives : feminineGenitives
        for (ending, genitive) in table where name.ends(with: ending) { return name.dropLast(ending.count) + genitive }
        guard gender == .male, let last = name.last, !vowels.contains(last) else { return name }
        return name + "а"
    }

    private static let masculineGenitives = [
        ("ий", "ого"), ("ій", "ія"), ("ець", "ця"), ("ь", "я"), ("й", "я"), ("о", "а"), ("ця", "ці"), ("ка", "ки"), ("га", "ги"),
        ("ха", "хи"),
        ("жа", "жі"), ("ча", "чі"), ("ша", "ші"), ("а", "и"), ("я", "і"), ("ар", "аря"),
    ]
    private static let feminineGenitives = [
        ("ська", "ської"), ("цька", "цької"), ("зька", "зької"), ("ова", "ової"), ("ева", "евої"), ("єва", "євої"),
        ("іна", "іної"),
        ("їна", "їної"), ("ьна", "ьної"), ("на", "ної"), ("жа", "жі"), ("ча", "чі"), ("ша", "ші"), ("а", "и"), ("я", "і"),
    ]

    private static let oblique: [(String, String)] = [
        ("енка", "енко"), ("енку", "енко"), ("енкові", "енко"), ("ського", "ський"), ("цького", "цький"), ("зького", "зький"),
        ("ському", "ський"), ("цькому", "цький"), ("ської", "ська"), ("цької", "цька"), ("зької", "зька"), ("ській", "ська"),
        ("цькій", "цька"), ("ової", "ова"), ("евої", "ева"), ("євої", "єва"), ("іної", "іна"), ("їної", "їна"),
        ("ського", "ський"),
        ("ського", "ський"), ("чука", "чук"), ("чуку", "чук"), ("щука", "щук"), ("щуку", "щук"),
    ]

    private static func feminine(_ word: String) -> (String, Bool) {
        for (ending, nominative) in oblique where ending.ends(with: "ої") || ending.ends(with: "ій") {
            if word.ends(with: ending) { return (word.dropLast(ending.count) + nominative, true) }
        }
        for (ending, nominative) in feminineEndings where word.ends(with: ending) {
            return (word.dropLast(ending.count) + nominative, true)
        }
        // «Ковалі» is the dative of Коваля; «Білці» of Білка, «Завгородній» is hers or his.
        if word.ends(with: "і") { return (word.dropLast() + "а", false) }
        return (word, true)
    }

    private static let feminineEndings: [(String, String)] = [
        ("ськой", "ська"), ("ской", "ська"), ("цкой", "цька"), ("ьої", "я"), ("ої", "а"), ("ой", "а"), ("овій", "ова"),
        ("іній", "іна"), ("ською", "ська"), ("цькою", "цька"), ("зькою", "зька"), ("овою", "ова"), ("евою", "ева"),
        ("іною", "іна"), ("ою", "а"), ("и", "а"), ("ы", "а"), ("ї", "я"),
    ]

    private static func masculine(_ word: String) -> (String, Bool) {
        // «Кмеця — Кмець», where «Кравця» is Кравець.
        if word.ends(with: "ця") || word.ends(with: "цю"), word.count > 3, vowels.contains(word.dropLast(2).last ?? "ц") {
            return (word.dropLast() + "ь", true)
        }
        for (ending, nominative) in masculineEndings where word.ends(with: ending) {
            return (word.dropLast(ending.count) + nominative, ending != "ця" && ending != "цю")
        }
        guard let last = word.last else { return (word, true) }
        if "ау".contains(last) { return hard(word, stem: String(word.dropLast())) }
        if "яю".contains(last) { return soft(String(word.dropLast())) }
        if word.ends(with: "и") || word.ends(with: "ы") { return (word.dropLast() + "а", !word.ends(with: "ки")) }
        if word.ends(with: "і") { return (word.dropLast() + "а", false) }
        return (word, true)
    }

    private static let masculineEndings: [(String, String)] = [
        ("енка", "енко"), ("енку", "енко"), ("енкові", "енко"), ("ського", "ський"), ("цького", "цький"), ("зького", "зький"),
        ("ському", "ський"), ("цькому", "цький"), ("ского", "ський"), ("цкого", "цький"), ("скому", "ський"), ("ього", "ій"),
        ("ого", "ий"), ("ому", "ий"), ("ича", "ич"), ("ичу", "ич"), ("оровця", "оровець"), ("Шевця", "Швець"), ("Шевцю", "Швець"),
        ("ца", "ець"), ("ця", "ець"),
        ("цю", "ець"), ("енком", "енко"), ("ським", "ський"), ("цьким", "цький"), ("зьким", "зький"), ("чуком", "чук"),
        ("щуком", "щук"),
        ("цем", "ець"), ("ком", "к"), ("ном", "н"), ("вим", "вий"), ("ним", "ний"), ("ром", "р"), ("зом", "з"), ("дом", "д"),
        ("том", "т"),
    ]

    /// «Мороза — Мороз», «Ткачука — Ткачук», «Сірка — Сірко».
    private static func hard(_ word: String, stem: String) -> (String, Bool) {
        let letters = Array(stem.inLowerCase)
        guard let last = letters.last, letters.count > 1 else { return (stem, false) }
        if vowels.contains(last) { return (word, false) }
        let before = letters[letters.count - 2]
        if last == "к", !vowels.contains(before) { return (stem + "о", "йнтдрл".contains(before)) }
        // «Ведмедя» is soft; a consonant cluster at the end may have lost its vowel.
        return (stem, vowels.contains(before) || "рлнм".contains(before) || "рнлс".contains(last))
    }

    /// «Коваля — Коваль», «Бондаря — Бондар», «Гая — Гай».
    private static func soft(_ stem: String) -> (String, Bool) {
        guard let last = stem.inLowerCase.last else { return (stem, false) }
        if vowels.contains(last) { return (stem + "й", true) }
        if "рч".contains(last) { return (stem, true) }
        return (stem + "ь", true)
    }

    /// The Ukrainian spelling of a surname out of a Russian text, and whether it leaves no doubt.
    private static func ukrainian(_ word: String) -> (String, Bool) {
        let lower = word.inLowerCase
        var result = lower
        for (russian, ukrainian) in [
            ("ский", "ський"), ("цкий", "цький"), ("ская", "ська"), ("цкая", "цька"), ("ьев", "ьєв"), ("ец", "ець"),
            ("кин", "кін"), ("кина", "кіна"),
        ]
        where lower.ends(with: russian) {
            result = lower.dropLast(russian.count) + ukrainian
        }
        result = result.map { spelling[$0] ?? String($0) }.joined()
        // «и» is «и» or «і», «е» is «е» or «є»: where the stem has one before a Ukrainian ending the spelling is the same.
        let isUkrainian = ["енко", "ук", "юк", "ак", "як", "ко", "ець", "ьський"].contains(where: result.ends)
        let hasDoubt = result.contains("и") || result.begins(with: "е")
        return (capitalized(result), !hasDoubt || (isUkrainian && !result.begins(with: "и") && !result.begins(with: "е")))
    }

    private static let spelling: [Character: String] = ["ы": "и", "э": "е", "ё": "ьо"]
    private static let vowels: Set<Character> = ["а", "е", "є", "и", "і", "ї", "о", "у", "ю", "я"]
}
