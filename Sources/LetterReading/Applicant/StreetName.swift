// SPDX-License-Identifier: Apache-2.0

/// The name of a street in the nominative and in Ukrainian.
enum StreetName {
    /// - Parameter isLocative: it stood behind «по вул.» or «на вулиці», where «Лісова» is «Лісовій».
    static func nominative(_ name: String, isLocative: Bool) -> String {
        var words = name.parts(at: " ").map(String.init)
        for index in words.indices {
            words[index] = ukrainian(words[index])
            if isLocative, index == words.indices.last { words[index] = nominative(words[index]) }
        }
        if let first = words.first, first.first?.isLowercase == true { words[0] = LetterCase.capitalized(first) }
        return words.joined(separator: " ")
    }

    private static func nominative(_ word: String) -> String {
        if word.ends(with: "ній"), word.count > 5, softStems.contains(where: word.inLowerCase.begins) {
            return word.dropLast(2) + "я"
        }
        if word.ends(with: "ій"), word.count > 4 { return word.dropLast(2) + "а" }
        // «мешканець вул. Садової».
        if word.ends(with: "ої"), word.count > 4 { return word.dropLast(2) + "а" }
        if word.ends(with: "ому"), word.count > 5 { return word.dropLast(3) + "ий" }
        return word
    }

    /// Names of streets that Russian letters use in translation; other adjectives change their ending.
    private static func ukrainian(_ word: String) -> String {
        let lower = word.inLowerCase
        if let known = translations[lower] { return known }
        if lower.ends(with: "ый") || lower.ends(with: "ий"), let known = translations[lower.dropLast(2) + "ая"],
            known.ends(with: "а")
        {
            return known.dropLast() + "ий"
        }
        if lower.ends(with: "ская") || lower.ends(with: "цкая") { return word.dropLast(3) + "ька" }
        guard lower.ends(with: "ая") || lower.ends(with: "яя") || lower.ends(with: "ской") else { return word }
        return word.dropLast(lower.ends(with: "ской") ? 2 : 1) + (lower.ends(with: "ской") ? "ої" : "")
    }

    private static let softStems = ["верхн", "нижн", "середн", "літн", "осінн", "зимн", "дальн", "ближн", "крайн", "житн"]
    private static let translations = [
        "мира": "Миру", "южная": "Південна", "северная": "Північна", "восточная": "Східна", "западная": "Західна",
        "лесная": "Лісова",
        "победы": "Перемоги", "независимости": "Незалежності", "молодежная": "Молодіжна", "молодёжная": "Молодіжна",
        "цветочная": "Квіткова",
        "школьная": "Шкільна", "железнодорожная": "Залізнична", "речная": "Річкова", "новая": "Нова", "зеленая": "Зелена",
        "зелёная": "Зелена",
        "весенняя": "Весняна", "солнечная": "Сонячна", "степная": "Степова", "полевая": "Польова", "центральная": "Центральна",
        "строителей": "Будівельників",
        "космонавтов": "Космонавтів", "шевченко": "Шевченка", "франко": "Франка", "героев": "Героїв", "дружбы": "Дружби",
        "свободы": "Свободи",
        "соборная": "Соборна", "вишневая": "Вишнева", "вишнёвая": "Вишнева", "садовая": "Садова", "луговая": "Лугова",
        "тихая": "Тиха", "набережная": "Набережна",
        "украинская": "Українська", "киевская": "Київська", "харьковская": "Харківська", "днепровская": "Дніпровська",
        "озерная": "Озерна", "озёрная": "Озерна",
        "яровая": "Ярова", "заводская": "Заводська", "первомайская": "Першотравнева", "парковая": "Паркова",
        "спортивная": "Спортивна",
    ]
}
