// SPDX-License-Identifier: Apache-2.0

/// Another first name, patronymic or surname of the same gender and declension for each that is in the tables, in every case form.
struct NameRewriting {
    private let words: [String: String]

    init(with random: inout SeededNumbers) {
        var words: [String: String] = [:]
        for group in Self.groups {
            // A turn of the whole group: two names of a letter never become one.
            let turn = Int.random(in: 0..<group.stems.count, using: &random)
            for (place, stem) in group.stems.enumerated() {
                let other = group.stems[(place + turn) % group.stems.count]
                for ending in group.endings {
                    words[stem + ending] = other + ending
                    words[(stem + ending).uppercased()] = (other + ending).uppercased()
                }
            }
        }
        self.words = words
    }

    func rewritten(_ text: String) -> String {
        var result = ""
        var word = ""
        for character in text {
            if character.isLetter || "'’ʼ".contains(character) {
                word.append(character)
            } else {
                result += words[word] ?? word
                result.append(character)
                word = ""
            }
        }
        return result + (words[word] ?? word)
    }

    private struct Group {
        let stems: [String]
        let endings: [String]
    }

    private static let groups = [
        Group(
            stems: ["Іван", "Роман", "Степан", "Богдан", "Назар", "Тарас", "Максим", "Антон", "Віктор", "Руслан", "Остап"],
            endings: ["", "а", "у", "ові", "ом", "е"]),
        Group(
            stems: ["Оксан", "Світлан", "Галин", "Ірин", "Людмил", "Тетян", "Олен", "Нін", "Раїс", "Катерин"],
            endings: ["а", "и", "і", "у", "ою", "о"]),
        Group(
            stems: ["Іван", "Степан", "Роман", "Богдан", "Федор", "Максим", "Антон", "Остап"],
            endings: ["ович", "овича", "овичу", "івна", "івни", "івні"]),
        Group(
            stems: ["Захар", "Тимош", "Назар", "Карп", "Юрч", "Остап", "Панас", "Шевч", "Мусі", "Яким"],
            endings: ["енко", "енка", "енку", "енком"]),
        Group(
            stems: ["Тимощ", "Панч", "Савч", "Іванч", "Федорч", "Романч", "Яремч", "Мельнич"],
            endings: ["ук", "ука", "уку", "уком"]),
        Group(
            stems: ["Лозов", "Марчев", "Гайов", "Яров"], endings: ["а", "ої", "ій", "ою"]),
    ]
}
