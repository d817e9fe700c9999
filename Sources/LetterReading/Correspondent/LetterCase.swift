// SPDX-License-Identifier: Apache-2.0

/// Capital letters the way a sentence has them, for names that letterheads print in capitals only.
enum LetterCase {
    /// The words of a name; of one printed in capitals, with capitals only where Ukrainian spelling has them.
    static func nameWords(_ line: String) -> [String] {
        let plain = guillemets(line)
        let trimmed =
            plain.begins(with: "(") ? plain.trimming { $0.isWhitespace || "()".contains($0) } : plain.trimmed
        let words = trimmed.words.map(String.init)
        guard isCapitals(trimmed) else { return words }
        var isQuoted = false
        let lowered = words.map(lowered)
        let isOfPerson = lowered.first == "фоп" || lowered.contains { $0.characterCount > 6 && Patronymic($0) != nil }
        return words.indices.map { index in
            let word = words[index]
            if word.holds("«") { isQuoted = true }
            defer { if word.holds("»") { isQuoted = false } }
            if acronyms.meaning(of: word) != nil || !isCyrillic(word) && keepsCapitals(word) { return word }
            if isQuoted, index > 0, !word.holds("«"), isCommon(lowered[index]) { return word.inLowerCase }
            if isQuoted || isProper(at: index, lowered) || isOfPerson && isName(at: index, lowered) { return titled(word) }
            return word.inLowerCase
        }
    }

    /// A name with its legal form as cards have it: `тов "БУДІНВЕСТ"` is «ТОВ «БУДІНВЕСТ»»; straight quotation marks become « ».
    static func formName(_ name: String) -> String {
        let quoted = guillemets(name.onOneLine)
        guard let space = quoted.firstIndex(of: " ") else { return quoted }
        let form = quoted[..<space]
        return (form == "ПрАТ" || form == "прат" ? "ПрАТ" : form.uppercased()) + quoted[space...]
    }

    /// Straight and curly quotation marks as « », opening where a word begins.
    static func guillemets(_ text: String) -> String {
        // All marks but the straight one begin with the same octet; most names have none.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == 0xE2 }) else { return text }
        var result = ""
        var depth = 0
        for character in text {
            guard isQuotation(character) else {
                if character == "«" { depth += 1 } else if character == "»" { depth = max(0, depth - 1) }
                result.append(character)
                continue
            }
            let opens = result.last.map { $0 == " " || $0 == "(" || $0 == "«" } ?? true
            depth = opens ? depth + 1 : max(0, depth - 1)
            result.append(opens ? "«" : "»")
        }
        return result
    }

    private static func isQuotation(_ character: Character) -> Bool {
        switch character.unicodeScalars.first {
        case "\"", "“", "”", "„", "‟", "″": character.unicodeScalars.count == 1
        default: false
        }
    }

    /// Lower case for what is printed in capitals; else as written.
    static func lowerUnlessProper(_ line: String) -> String { isCapitals(line) ? line.inLowerCase : line }

    /// Whether nearly all letters are capitals, of at least four.
    static func isCapitals(_ text: some StringProtocol) -> Bool {
        var capitals = 0
        var small = 0
        for scalar in text.unicodeScalars where Letter.code(scalar.value) != 0 {
            if Letter.isCapital(scalar.value) { capitals += 1 } else { small += 1 }
        }
        return capitals >= 4 && small * 8 < capitals
    }

    /// Whether nearly all letters of the words are capitals.
    static func isCapitals(_ words: [Token]) -> Bool {
        var (capitals, small) = (0, 0)
        for word in words where word.letters.count > 1 {
            if word.capitals == .all { capitals += word.letters.count } else { small += word.letters.count }
        }
        return capitals >= 4 && small * 8 < capitals
    }

    /// The word in lower case, without the marks round it.
    static func lowered(_ word: String) -> String {
        word.inLowerCase.trimmedToLetters
    }

    /// `word` with the capitals of `model`: all, the first, or none.
    static func matching(_ word: String, _ model: String) -> String {
        guard let first = model.first, first.isUppercase else { return word }
        return word.withCapital
    }

    /// The first letter capital, also in each half of a double word and after an opening quotation mark.
    static func titled(_ word: String) -> String {
        if isCyrillic(word) { return word.inLowerCase.withCapital }
        var result = ""
        var isStart = true
        for character in word {
            if character.isLetter {
                result += isStart ? character.uppercased() : character.lowercased()
                isStart = false
            } else {
                result.append(character)
                if "-«\"(".contains(character) { isStart = true }
            }
        }
        return result
    }

    /// Whether a word has nothing but Cyrillic letters.
    private static func isCyrillic(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0 >= 0x80 && $0 < 0xC0 || $0 == 0xD0 || $0 == 0xD1 }
    }

    /// A word with figures, or of Latin letters.
    private static func keepsCapitals(_ word: String) -> Bool {
        word.contains(where: \.isNumber) || word.utf8.allSatisfy { $0 < 0x80 } && word.contains(where: \.isLetter)
    }

    /// The text with its first letter capital.
    static func capitalized(_ text: String) -> String { text.withCapital }

    private static func isProper(at index: Int, _ words: [String]) -> Bool {
        if index == 0 || words[index - 1] == "м" || words[index - 1] == "місті" && words[index].characterCount > 4 { return true }
        let word = words[index]
        let next = index + 1 < words.count ? words[index + 1] : ""
        if isPlaceAdjective(word), administrative.contains(where: next.begins) || index + 1 == words.count { return true }
        if properStems.contains(where: word.begins), !word.begins(with: "державн") { return true }
        if directions.contains(where: word.begins) {
            return ofDirections.contains(where: next.begins)
        }
        return properPairs.contains { word.begins(with: $0.0) && next.begins(with: $0.1) }
    }

    /// A word that no name in quotation marks writes with a capital inside: «Степівська міська лікарня».
    private static func isCommon(_ word: String) -> Bool {
        word.characterCount <= 2 || OfficeNoun.nominative(word) != nil || commonAdjectives.contains(where: word.begins)
    }

    /// Part of a person's name, as in «ФОП ІВАНЕНКО ІВАН ІВАНОВИЧ».
    private static func isName(at index: Int, _ words: [String]) -> Bool {
        let next = index + 1 < words.count ? words[index + 1] : ""
        return words[0] == "фоп" || GivenName.named(Letter.folded(words[index])) != nil || Patronymic(words[index]) != nil
            || GivenName.named(Letter.folded(next)) != nil
    }

    /// «Лугоставський», in lower case; not «міський».
    static func isPlaceAdjective(_ word: String) -> Bool {
        guard word.characterCount > 5, !commonAdjectives.contains(where: word.begins) else { return false }
        return placeEndings.fits(word)
    }

    private static let placeEndings = EndingSet(
        ["ськ", "цьк", "зьк"].flatMap { stem in ["а", "ої", "ій", "ий", "ого", "ому", "е", "у"].map { stem + $0 } })
    private static let commonAdjectives = [
        "міськ", "сільськ", "громадськ", "господарськ", "батьківськ", "людськ", "студентськ", "дитячо", "селянськ", "банківськ",
        "юридичн",
        "військ", "міжміськ", "громадянськ", "ветеранськ", "адвокатськ", "духовенськ", "лікарськ",
    ]
    private static let administrative = [
        "обл", "ода", "ова", "рда", "рва", "міськ", "район", "селищн", "сільськ", "окруж", "територіальн", "міжрайон", "рем",
        "держав", "військ", "громад",
        "апеляційн", "округ",
        "господарськ", "окружн", "об’єднан", "відділ", "управлін", "філі", "митниц", "слідч",
    ]
    private static let properStems = ["держ", "україн", "києв", "київ", "крим"]
    private static let directions = ["північн", "південн", "східн", "західн", "центральн"]
    private static let ofDirections = ["офіс", "міжрегіональн", "апеляційн", "регіональн"]
    private static let properPairs: [(String, String)] = [
        ("національн", "поліц"), ("національн", "агентств"), ("національн", "комісі"), ("пенсійн", "фонд"), ("фонд", "державн"),
        ("верховн", "рад"), ("рад", "україн"), ("кабінет", "міністр"), ("міністр", "україн"), ("державн", "служб"),
        ("державн", "податков"),
        ("державн", "екологічн"), ("державн", "інспекц"), ("державн", "агентств"), ("державн", "казначейськ"),
        ("державн", "аудиторськ"),
        ("державн", "міграційн"), ("державн", "прикордонн"), ("президент", "україн"), ("служб", "безпек"), ("головн", "сервісн"),
        ("антимонопольн", "комітет"), ("державн", "бюро"), ("уповноважен", "верховн"),
    ]
    private static let acronyms = StemTable(
        [
            "ода", "ова", "рда", "рва", "кп", "кнп", "тов", "тдв", "ат", "пат", "прат", "дп", "ду", "го", "бо", "фоп", "осббт",
            "осбб",
            "рем", "гунп", "кз", "ку", "бф", "оо", "пп", "нп", "дкс", "дск", "дп", "врп", "сво", "рвп", "вп",
            "гу", "пфу", "дснс", "сбу", "дбр", "набу", "беб", "мвс", "моз", "мон", "км", "цнап", "тцк", "сп", "дпс", "жкг", "жек",
            "жрео", "атс", "ксп",
            "нан", "нбу", "ао", "аб", "гс", "бф", "ато", "оос", "азс", "тес", "аес", "тец",
        ].map { ($0, true) })
}
