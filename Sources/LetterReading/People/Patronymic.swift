// SPDX-License-Identifier: Apache-2.0

/// A patronymic: «Андріївни» is «Андріївна», a woman's; «Ивановича» is «Іванович», a man's.
struct Patronymic: Hashable, Sendable {
    let nominative: String
    let gender: GivenName.Gender
    let cases: NameCase
    let isRussian: Bool

    /// Nil when the word has no ending of a patronymic.
    ///
    /// - Parameter written: in any letter case.
    init?(_ written: String) {
        guard written.utf8.count >= 10 else { return nil }
        let codes = Letter.codes(written)
        guard let last = codes.last,
            let row = Self.endings[Int(last)].first(where: { codes.suffix($0.codes.count).elementsEqual($0.codes) })
        else { return nil }
        let stem = String(written.inLowerCase.dropLast(row.codes.count))
        guard stem.count >= 2 else { return nil }
        gender = row.gender
        cases = row.cases
        (nominative, isRussian) = Self.ukrainian(stem: stem, ending: row.nominative, gender: row.gender)
    }

    /// Endings of patronymics in every case: a word without one is none.
    static let endingSet = EndingSet(endings.flatMap { $0.map { String($0.codes.map { Character(Letter.scalar($0)) }) } })

    /// «Юріївни», «Вікторовича».
    var genitive: String { gender == .male ? nominative + "а" : nominative.dropLast() + "и" }

    /// The Ukrainian patronymic of the same father where the word is Russian («Николаевна»); the word itself elsewhere.
    private static func ukrainian(stem: String, ending: String, gender: GivenName.Gender) -> (String, isRussian: Bool) {
        let isRussian = russianEndings.contains(ending) || stem.contains { "ыэёъ".contains($0) }
        if let father = fathers[stem + (gender == .male ? ending : masculine(ending))] {
            return (gender == .male ? father.patronymics.male : father.patronymics.female, true)
        }
        let plain = stem + (ending == "овна" ? "івна" : ending)
        return (plain.prefix(1).uppercased() + plain.dropFirst(), isRussian)
    }

    private static let russianEndings: Set<String> = ["овна", "евна", "евич", "ична", "ьевич"]

    private static func masculine(_ ending: String) -> String {
        switch ending {
        case "овна": "ович"
        case "евна": "евич"
        case "ична": "ич"
        default: ending
        }
    }

    /// Russian patronymics whose Ukrainian form is not the same letters: those of the commonest fathers.
    private static let fathers: [String: GivenName] = {
        var table: [String: GivenName] = [:]
        let rows = """
            иванович Іван,николаевич Микола,александрович Олександр,алексеевич Олексій,сергеевич Сергій,андреевич Андрій,дмитриевич Дмитро,\
            васильевич Василь,михайлович Михайло,григорьевич Григорій,юрьевич Юрій,анатольевич Анатолій,витальевич Віталій,валерьевич Валерій,\
            викторович Віктор,владимирович Володимир,петрович Петро,павлович Павло,федорович Федір,фёдорович Федір,степанович Степан,игоревич Ігор,\
            евгеньевич Євген,константинович Костянтин,леонидович Леонід,станиславович Станіслав,вячеславович В’ячеслав,геннадьевич Геннадій,\
            георгиевич Георгій,аркадьевич Аркадій,тимофеевич Тимофій,матвеевич Матвій,ильич Ілля,яковлевич Яків,львович Лев,никитич Микита,\
            кириллович Кирило,данилович Данило,семенович Семен,семёнович Семен,артемович Артем,филиппович Пилип,ефимович Юхим,иосифович Йосип,\
            эдуардович Едуард,егорович Єгор,трофимович Трохим,емельянович Омелян
            """
        for row in rows.split(separator: ",") {
            let words = row.split(separator: " ").map(String.init)
            guard words.count == 2, let father = GivenName.named(Letter.folded(words[1])) else { continue }
            table[words[0]] = father
        }
        return table
    }()

    private struct Ending: Sendable {
        /// Folded letters.
        let codes: [UInt8]
        let nominative: String
        let gender: GivenName.Gender
        let cases: NameCase
    }

    /// By their last letter, the longer endings first.
    private static let endings: [[Ending]] = {
        var rows = [[Ending]](repeating: [], count: Letter.count)
        func add(_ bases: [String], _ ending: String, _ gender: GivenName.Gender, _ forms: [(String, NameCase)]) {
            for base in bases {
                for (form, cases) in forms {
                    let codes = Letter.codes(base + form)
                    let row = Ending(codes: codes, nominative: base + ending, gender: gender, cases: cases)
                    if let last = codes.last { rows[Int(last)].append(row) }
                }
            }
        }
        add(
            ["івн", "ївн"], "а", .female,
            [("ою", .other), ("а", .nominative), ("и", .genitive), ("і", .dative), ("у", .other)])
        add(
            ["овн", "евн", "ичн"], "а", .female,
            [
                ("ой", .other), ("а", .nominative), ("ы", .genitive), ("и", .genitive), ("е", .dative), ("і", .dative),
                ("у", .other),
            ])
        add(
            ["ович", "евич", "євич", "ьич", "ліч", "лич", "кич", "мич", "тич", "вич"], "", .male,
            [("еві", .dative), ("ем", .other), ("у", .dative), ("а", .genitive), ("", .nominative)])
        return rows
    }()
}
