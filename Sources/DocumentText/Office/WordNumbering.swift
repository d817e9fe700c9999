// SPDX-License-Identifier: Apache-2.0

/// The numbers Word shows before the items of lists, which stand nowhere in the text (ECMA-376 part 1 §17.9).
struct WordNumbering {
    struct Level: Hashable {
        var start = 1
        var format = "decimal"
        /// `%1.%2.`: the numbers of the levels from the outermost on.
        var pattern = ""
    }

    /// Levels a list may have (§17.9.6).
    static let maximumLevels = 9

    /// Levels of an abstract list, by its identifier.
    var abstractLists: [String: [Level]] = [:]
    /// The abstract list of a list in use.
    var lists: [String: String] = [:]
    /// Lists that begin anew, with the number each level begins at.
    var restarts: [String: [Int: Int]] = [:]
    /// Lists that paragraphs have by their style.
    var styles: [String: (list: String, level: Int)] = [:]
    /// The last number of each level, by abstract list.
    private var counters: [String: [Int]] = [:]
    private var begun: Set<String> = []

    /// What stands before the paragraph: `2.1. `, `- ` or nothing. Counts the paragraph.
    mutating func label(style: String?, list: String?, level: Int?) -> String {
        let inherited = style.flatMap { styles[$0] }
        guard let list = list ?? inherited?.list, list != "0", let abstract = lists[list], let levels = abstractLists[abstract]
        else { return "" }
        let place = level ?? inherited?.level ?? 0
        guard levels.indices.contains(place) else { return "" }
        let numbers = count(list: list, abstract: abstract, levels, place)
        if levels[place].format == "bullet" { return "- " }
        let text = Self.fill(levels[place].pattern, numbers, levels)
        return text.isEmpty ? "" : text + " "
    }

    private mutating func count(list: String, abstract: String, _ levels: [Level], _ place: Int) -> [Int] {
        var numbers = counters[abstract] ?? levels.map { $0.start - 1 }
        if begun.insert(list).inserted, let anew = restarts[list] {
            for (level, start) in anew where numbers.indices.contains(level) { numbers[level] = start - 1 }
        }
        numbers[place] &+= 1
        // An outer level never used counts as at its first item.
        for outer in 0..<place where numbers[outer] < levels[outer].start { numbers[outer] = levels[outer].start }
        for inner in (place + 1)..<max(place + 1, numbers.count) { numbers[inner] = levels[inner].start - 1 }
        counters[abstract] = numbers
        return numbers
    }

    private static func fill(_ pattern: String, _ numbers: [Int], _ levels: [Level]) -> String {
        var text = ""
        var isPlaceholder = false
        for character in pattern.prefix(64) {
            if isPlaceholder, let level = character.wholeNumberValue, numbers.indices.contains(level - 1) {
                text += written(numbers[level - 1], levels[level - 1].format)
                isPlaceholder = false
            } else if character == "%" {
                isPlaceholder = true
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// A number in one of the formats of ECMA-376 part 1 §17.18.59.
    static func written(_ number: Int, _ format: String) -> String {
        switch format {
        case "none": ""
        case "lowerLetter": letter(number, "abcdefghijklmnopqrstuvwxyz")
        case "upperLetter": letter(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case "russianLower": letter(number, "абвгдежзиклмнопрстуфхцчшщэюя")
        case "russianUpper": letter(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")
        case "lowerRoman": roman(number).lowercased()
        case "upperRoman": roman(number)
        default: String(number)
        }
    }

    private static func letter(_ number: Int, _ alphabet: String) -> String {
        let letters = Array(alphabet)
        return number > 0 ? String(letters[(number - 1) % letters.count]) : ""
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4_000).contains(number) else { return String(number) }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (number, "")
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
