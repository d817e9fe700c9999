// SPDX-License-Identifier: Apache-2.0

/// The short forms of bodies' names that every office uses.
enum Abbreviation {
    /// «Наддніпрянської ОДА» for «Наддніпрянська обласна державна адміністрація», in the genitive; nil for other bodies.
    static func genitiveBody(of words: [String]) -> String? {
        // «Степова ОДА» is short already.
        if words.count == 2, ["ОДА", "ОВА", "РДА", "РВА"].contains(words[1]), let place = genitivePlace(words[0]) {
            return "\(place) \(words[1])"
        }
        guard let short = body(of: words), let first = words.first else { return nil }
        // A letterhead of the own region may leave the region's name out.
        guard words.count > 3, let place = genitivePlace(first) else { return short }
        return "\(place) \(short)"
    }

    /// «ОДА», «ОВА», «РДА», «РВА» for the words of a state or military administration; nil for other bodies.
    static func body(of words: [String]) -> String? {
        let lowered = words.map(LetterCase.lowered)
        guard let at = lowered.firstIndex(where: { $0.begins(with: "адміністраці") }), at >= 2 else { return nil }
        let level: Character
        if lowered[at - 2].begins(with: "обласн") {
            level = "О"
        } else if lowered[at - 2].begins(with: "районн") {
            level = "Р"
        } else {
            return nil
        }
        if lowered[at - 1].begins(with: "державн") { return "\(level)ДА" }
        if lowered[at - 1].begins(with: "військов") { return "\(level)ВА" }
        return nil
    }

    /// «ГУНП в Наддніпрянській області» for the head office of the police in a region; nil for other bodies.
    static func police(_ words: [String]) -> String? {
        let lowered = words.map(LetterCase.lowered)
        if words.count > 1, lowered[0] == "гунп" { return words.joined(separator: " ") }
        guard lowered.count > 3, lowered[0] == "головне", lowered[1] == "управління", lowered[2].begins(with: "національн") else {
            return nil
        }
        return (["ГУНП"] + words.dropFirst(4)).joined(separator: " ")
    }

    /// The name with its legal form shortened: «КОМУНАЛЬНЕ ПІДПРИЄМСТВО «Благоустрій»» is «КП «Благоустрій»».
    static func form(_ name: String) -> String {
        let lowered = name.inLowerCase
        for (long, short) in forms where lowered.begins(with: long) {
            let rest = name.dropFirst(long.count)
            guard let next = rest.first, !next.isLetter else { continue }
            return short + rest
        }
        return name
    }

    /// Whether a name is a legal form and nothing more: «АКЦІОНЕРНЕ ТОВАРИСТВО».
    static func isFormOnly(_ name: String) -> Bool {
        let lowered = name.inLowerCase.trimmed
        return formNames.contains(lowered)
    }

    /// The name with «обласної державної адміністрації» and the like inside it as cards have them: «ОДА».
    static func inside(_ name: String) -> String {
        var result = name
        // Nearly all names have none of them.
        guard case let lowered = name.inLowerCase, insides.contains(where: { lowered.holds($0.0) }) else { return name }
        for (long, short) in insides { result = replaced(result, long, short) }
        return result
    }

    /// «МОЗ» for the ministry everybody calls so; the name itself for other bodies.
    static func ministry(_ name: String) -> String {
        ministries[name.inLowerCase.replacing("'", with: "’")] ?? name
    }

    private static let ministries = [
        "кабінет міністрів україни": "КМУ", "міністерство охорони здоров’я україни": "МОЗ",
        "міністерство освіти і науки україни": "МОН",
        "міністерство внутрішніх справ україни": "МВС",
    ]

    /// What a summary calls the authority that passed a letter on: «ОДА» of «Наддніпрянська ОДА».
    static func relay(_ name: String) -> String {
        for short in ["ОДА", "ОВА", "РДА", "РВА"] where name.ends(with: short) { return short }
        return name
    }

    /// «Наддніпрянська ОДА» for «Наддніпрянська обласна державна адміністрація»; the name itself for other bodies.
    static func nominative(_ words: [String]) -> String {
        guard let short = body(of: words), let first = words.first, words.count > 3 else { return words.joined(separator: " ") }
        return "\(first) \(short)"
    }

    private static func replaced(_ text: String, _ long: String, _ short: String) -> String {
        let lowered = text.inLowerCase
        guard lowered.holds(long), lowered.count == text.count, let range = lowered.firstRange(of: long) else { return text }
        let start = text.index(text.startIndex, offsetBy: lowered.distance(from: lowered.startIndex, to: range.lowerBound))
        let end = text.index(start, offsetBy: long.count)
        return text[..<start] + short + text[end...]
    }

    private static let insides = [
        ("обласної державної адміністрації", "ОДА"), ("обласної військової адміністрації", "ОВА"),
        ("районної державної адміністрації", "РДА"),
        ("районної військової адміністрації", "РВА"), ("державної служби україни з надзвичайних ситуацій", "ДСНС"),
        ("державної податкової служби україни", "ДПС"), ("державної податкової служби", "ДПС"),
        ("пенсійного фонду україни", "ПФУ"),
    ]

    private static func genitivePlace(_ word: String) -> String? {
        guard word.ends(with: "ка") else { return nil }
        return word.dropLast() + "ої"
    }

    /// All forms, long and short, in lower case.
    private static let formNames = Set(forms.flatMap { [$0.0, $0.1.inLowerCase] })
    /// Long form in lower case, short form; the longer before their beginnings.
    private static let forms: [(String, String)] = [
        ("публічне акціонерне товариство", "ПАТ"), ("приватне акціонерне товариство", "ПрАТ"), ("акціонерне товариство", "АТ"),
        ("товариство з обмеженою відповідальністю", "ТОВ"), ("товариство з додатковою відповідальністю", "ТДВ"),
        ("комунальне некомерційне підприємство", "КНП"), ("комунальне підприємство", "КП"), ("комунальний заклад", "КЗ"),
        ("комунальна установа", "КУ"), ("державне підприємство", "ДП"), ("державна установа", "ДУ"),
        ("приватне підприємство", "ПП"),
        ("громадська організація", "ГО"), ("громадська спілка", "ГС"), ("благодійна організація", "БО"),
        ("благодійний фонд", "БФ"),
        ("фізична особа-підприємець", "ФОП"), ("об’єднання співвласників багатоквартирного будинку", "ОСББ"),
        ("головне управління пенсійного фонду україни", "ГУ ПФУ"),
        ("головне управління національної поліції", "ГУНП"), ("головне управління", "ГУ"), ("комунальна організація", "КО"),
        ("дочірнє підприємство", "ДП"), ("фізична особа – підприємець", "ФОП"), ("фізична особа підприємець", "ФОП"),
        ("об'єднання співвласників багатоквартирного будинку", "ОСББ"), ("обслуговуючий кооператив", "ОК"),
    ]
}
