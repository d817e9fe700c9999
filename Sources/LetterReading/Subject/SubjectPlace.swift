// SPDX-License-Identifier: Apache-2.0

/// Where it is what a letter asks for: «Про огляд дерева» of a letter that says «біля будинку по вул. Вишневій, 8» lacks it.
struct SubjectPlace {
    let text: NormalizedText
    let body: Range<Int>
    /// What is asked.
    let act: Range<Int>

    /// A summary that names no place, with the first the text names; where the text names none, as it is.
    func completing(_ summary: String) -> String {
        guard !namesPlace(summary), !isPersonal(summary), let place = first else { return summary }
        if let name = place.split(separator: " ").last, summary.contains(name) { return summary }
        let longer = summary + " " + place.lowInitial
        return longer.count > SubjectReading.maximumLength ? summary : longer
    }

    private func isPersonal(_ summary: String) -> Bool {
        let words = NormalizedText(summary)
        return words.tokens.contains { Self.personal.knows($0, in: words) }
    }

    /// Whether a name or a number stands outside quotation marks: «знака «Пішохідний перехід»» says not where.
    private func namesPlace(_ summary: String) -> Bool {
        var depth = 0
        for scalar in summary.unicodeScalars.dropFirst() {
            switch scalar {
            case "«", "“", "\"": depth += 1
            case "»", "”": depth -= 1
            default: if depth == 0, scalar.isCapitalOrNumber { return true }
            }
        }
        return false
    }

    var first: String? {
        let near = (act.lowerBound - Self.reach..<act.upperBound + Self.reach / 2).clamped(to: body)
        return first(in: body.lowerBound..<min(body.upperBound, body.lowerBound + Self.reach)) ?? first(in: near)
    }

    private func first(in tokens: Range<Int>) -> String? {
        for index in tokens where Self.nouns.knows(text.tokens[index], in: text) {
            guard let start = lead(of: index), let stop = name(behind: index), !isWriters(start) else { continue }
            return SubjectClause(text: text, end: stop).words(start..<stop)
        }
        return nil
    }

    /// The preposition the place begins with: «біля будинку по вул.» begins with the first of its two.
    private func lead(of noun: Int) -> Int? {
        var found: Int?
        for index in stride(from: noun - 1, through: max(body.lowerBound, noun - Self.farthest), by: -1) {
            let token = text.tokens[index]
            let opens = token.capitals == .first && noun - index < 3 && Self.leads.knows(token, in: text)
            guard token.kind == .word, token.capitals == .none || opens else { break }
            if Self.leads.knows(token, in: text), !isErrand(index, to: noun) {
                found = index
            } else if found != nil, !Self.nouns.knows(token, in: text) {
                break
            }
        }
        return found
    }

    /// The end of «Вишневій, 8», «№ 12», «"Сонечко"».
    private func name(behind noun: Int) -> Int? {
        var index = noun + 1
        var stop: Int?
        while index < min(body.upperBound, noun + Self.longestName) {
            let token = text.tokens[index]
            if token.kind == .number || token.kind == .word && token.capitals != .none {
                if token.startsParagraph || isDay(index) { break }
                stop = index + 1
            } else if token.isMark("\"") {
                if stop != nil { stop = index + 1 }
            } else if token.isMark(".") {
                // The point of «вул.» only.
                guard index == noun + 1, !Self.vowels.fits(text.tokens[noun], in: text) else { break }
            } else if !(token.isMark("№") || token.isMark(",") || token.isMark("-") || joins(index)) {
                break
            }
            index += 1
        }
        return stop
    }

    /// «на розі Космонавтів та Лугової».
    private func joins(_ index: Int) -> Bool {
        text.reads(text.tokens[index], ["та", "і", "й"]) && index + 1 < body.upperBound
            && text.tokens[index - 1].capitals == .first
            && text.tokens[index + 1].capitals == .first
    }

    /// «15 жовтня».
    private func isDay(_ number: Int) -> Bool {
        guard text.tokens[number].kind == .number, number + 1 < body.upperBound else { return false }
        return Self.months.knows(text.tokens[number + 1], in: text)
    }

    /// «Проживаю по вул. Миру, 4»: where the writer is found.
    private func isWriters(_ start: Int) -> Bool {
        (max(body.lowerBound, start - Self.near)..<start).contains { Self.dwelling.knows(text.tokens[$0], in: text) }
    }

    /// No short form ends with one: «вул.», «просп.».
    private static let vowels = EndingSet(["а", "я", "у", "ю", "і", "и", "е", "о", "ї"])
    /// What a person asks for himself happens nowhere in town.
    private static let personal = StemTable<Bool>([
        (
            "право права пенсі* субсиді* допомог* довідк* статус* облік* обліку пільг* стаж* документ* копі* інформаці* відомост* перелік* списк*",
            true
        )
    ])
    private static let months = StemTable<Bool>([
        ("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня року", true)
    ])
    private static let reach = 40
    private static let farthest = 4
    private static let longestName = 9
    private static let near = 8
    /// «Діти ходять до школи № 4»: where people go is not where it is; «підвезення до села» is.
    private func isErrand(_ lead: Int, to noun: Int) -> Bool {
        text.reads(text.tokens[lead], "до") && Self.institutions.knows(text.tokens[noun], in: text)
    }

    private static let institutions = StemTable<Bool>([
        ("школи ліцею гімназії садка садочка лікарні поліклініки амбулаторії аптеки ринку магазину церкви роботи", true)
    ])
    private static let leads = StemTable<Bool>([("біля по на у в від до через навпроти між вздовж при", true)])
    static let nouns = StemTable<Bool>([
        (
            """
            вул вулиці вулицею вулицю пров провулку просп проспекту площі майдані алеї сквері парку селі села селище селищі будинку будинком \
            бульварі набережній ринку базарі школи школі ліцею ліцеї гімназії садка садку маршруту маршруті зупинці зупинки кладовища кладовищі річку річці розі перехресті
            """, true
        )
    ])
    private static let dwelling = StemTable<Bool>([
        (
            """
            проживаю проживає проживаємо мешкаю мешкає мешкаємо живу живе живемо адреса адресою адресу пише пишуть прож зареєстрований зареєстрована тел \
            відповідь поліції ради
            """, true
        )
    ])
}
