// SPDX-License-Identifier: Apache-2.0

/// The name of a street in the nominative and in Ukrainian.
enum StreetName {
    /// - Parameter isLocative: it stood behind «по вул.» or «на вулиці», where «Лісова» is «Лісовій».
    static func nominative(_ name: String, isLocative: Bool) -> String {
        var words = name.split(separator: " ").map(String.init)
        for index in words.indices {
            words[index] = ukrainian(words[index])
            if isLocative, index == words.indices.last { words[index] = nominative(words[index]) }
        }
        if let first = words.first, first.first?.isLowercase == true { words[0] = LetterCase.capitalized(first) }
        return words.joined(separator: " ")
    }

    private static func nominative(_ word: String) -> String {
        if word.hasSuffix("ній"), word.count > 5, softStems.contains(where: word.lowercased().hasPrefix) {
            return word.dropLast(2) + "я"
        }
        if word.hasSuffix("ій"), word.count > 4 { return word.dropLast(2) + "а" }
        // «мешканець вул. Садової».
        if word.hasSuffix("ої"), word.count > 4 { return word.dropLast(2) + "а" }
        if word.hasSuffix("ому"), word.count > 5 { return word.dropLast(3) + "ий" }
        return word
    }

    /// Names of streets that Russian letters use in translation; other adjectives change their ending.
    private static func ukrainian(_ word: String) -> String {
        let lower = word.lowercased()
        if let known = translations[lower] { return known }
        if lower.hasSuffix("ская") || lower.hasSuffix("цкая") { return word.dropLast(3) + "ька" }
        guard lower.hasSuffix("ая") || lower.hasSuffix("яя") || lower.hasSuffix("ской") else { return word }
        return word.dropLast(lower.hasSuffix("ской") ? 2 : 1) + (lower.hasSuffix("ской") ? "ої" : "")
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
