// SPDX-License-Identifier: Apache-2.0

/// Text as the judge compares it: lower case, one apostrophe (none), `ё` as `е`, Latin letters that look Cyrillic made Cyrillic when
/// the word has Cyrillic ones, abbreviations of offices written out.
enum FoldedText {
    /// Letters, digits: each word in its order, with what abbreviations stand for.
    static func words(_ text: String) -> [String] { split(text).flatMap { abbreviations[$0] ?? [$0] } }

    /// The words that carry meaning: three letters or more and no helper words, and everything with a digit.
    static func contentWords(_ text: String) -> [String] {
        words(text).filter { word in
            word.contains(where: \.isNumber) || (word.count >= 3 && !helpers.contains(word))
        }
    }

    /// Whether two words have one stem: the same beginning of four letters at least and of all but three endings' worth of the shorter.
    static func sameStem(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        if one.contains(where: \.isNumber) || other.contains(where: \.isNumber) { return false }
        let shared = zip(one, other).prefix { $0 == $1 }.count
        let shorter = min(one.count, other.count)
        return shared >= max(3, min(4, shorter), shorter - 3)
    }

    /// The part of `wanted` that has its stem among `found`, 0…1; 1 when nothing is wanted.
    static func overlap(of wanted: [String], in found: [String]) -> Double {
        guard !wanted.isEmpty else { return 1 }
        return Double(wanted.count { word in found.contains { sameStem(word, $0) } }) / Double(wanted.count)
    }

    /// A registration number: homoglyphs to Cyrillic, case, spaces and kinds of dashes away.
    static func number(_ text: String) -> String {
        String(
            text.lowercased().compactMap { character in
                if character.isWhitespace || character == "№" { return nil }
                if "–—‑−‐".contains(character) { return "-" }
                return lookalikes[character] ?? character
            })
    }

    /// Digits without the country's 38.
    static func phone(_ text: String) -> String {
        let digits = text.filter(\.isNumber)
        return digits.count == 12 && digits.hasPrefix("38") ? String(digits.dropFirst(2)) : digits
    }

    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.lowercased() + " " {
            if "'’ʼ`´".contains(character) || character == "\u{AD}" { continue }
            if character.isLetter || character.isNumber {
                word.append(character == "ё" ? "е" : character)
            } else if !word.isEmpty {
                words.append(cyrillic(word))
                word = ""
            }
        }
        return words
    }

    private static func cyrillic(_ word: String) -> String {
        guard word.contains(where: { ("а"..."я").contains($0) || "іїєґ".contains($0) }) else { return word }
        return String(word.map { lookalikes[$0] ?? $0 })
    }

    private static let lookalikes: [Character: Character] = [
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т", "x": "х",
        "y": "у",
    ]

    private static let helpers: Set<String> = [
        "про", "щодо", "для", "від", "при", "над", "під", "або", "та", "що", "який", "яка", "яке", "які", "цей", "його", "їх",
        "наш",
        "ваш", "також", "прошу", "просимо", "прохання", "через", "після", "року", "стосовно", "україни",
    ]

    private static let abbreviations: [String: [String]] = [
        "ода": ["обласна", "державна", "адміністрація"], "облдержадміністрація": ["обласна", "державна", "адміністрація"],
        "ова": ["обласна", "військова", "адміністрація"], "рда": ["районна", "державна", "адміністрація"],
        "рва": ["районна", "військова", "адміністрація"], "гу": ["головне", "управління"],
        "пфу": ["пенсійний", "фонд", "україни"],
        "дпс": ["державна", "податкова", "служба"], "дсу": ["державна", "служба", "україни"],
        "дснс": ["державна", "служба", "надзвичайних", "ситуацій"],
        "гунп": ["головне", "управління", "національної", "поліції"], "жкг": ["житлово", "комунальне", "господарство"],
        "кму": ["кабінет", "міністрів"], "моз": ["міністерство", "охорони", "здоровя"],
        "мон": ["міністерство", "освіти", "науки"], "сбу": ["служба", "безпеки"],
        "впо": ["внутрішньо", "переміщених", "осіб"], "кп": ["комунальне", "підприємство"],
        "кнп": ["комунальне", "некомерційне", "підприємство"], "ат": ["акціонерне", "товариство"],
        "тов": ["товариство", "обмеженою", "відповідальністю"], "го": ["громадська", "організація"],
        "бо": ["благодійна", "організація"], "бф": ["благодійний", "фонд"], "ду": ["державна", "установа"],
        "ао": ["адвокатське", "обєднання"], "фоп": ["фізична", "особа", "підприємець"],
        "осбб": ["обєднання", "співвласників", "багатоквартирного", "будинку"],
        "дмс": ["державна", "міграційна", "служба"], "рем": ["район", "електричних", "мереж"],
        "мінфін": ["міністерство", "фінансів"],
        "мінекономіки": ["міністерство", "економіки"],
        "мінсоцполітики": ["міністерство", "соціальної", "політики"],
        "мінрозвитку": ["міністерство", "розвитку", "громад", "територій"],
        "мінцифри": ["міністерство", "цифрової", "трансформації"],
        "мінкультури": ["міністерство", "культури"],
        "єрдр": ["єдиний", "реєстр", "досудових", "розслідувань"], "виконком": ["виконавчий", "комітет"],
    ]
}
