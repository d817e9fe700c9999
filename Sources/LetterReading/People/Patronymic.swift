// SPDX-License-Identifier: Apache-2.0

/// A patronymic: «Андріївни» is «Андріївна», a woman's; «Ивановича» is «Іванович», a man's.
struct Patronymic: Hashable, Sendable {
    let gender: GivenName.Gender
    let cases: NameCase
    /// In any letter case.
    private let written: String
    /// How many letters its ending has.
    private let endingLength: Int
    /// The ending in the nominative, and that of a man with the same father.
    private let ending: String
    private let masculine: String
    private let hasRussianEnding: Bool

    /// Nil when the word has no ending of a patronymic.
    ///
    /// - Parameter written: in any letter case.
    init?(_ written: String) {
        guard written.utf8.count >= 10 else { return nil }
        let codes = Letter.codes(written)
        guard let last = codes.last,
            let row = Self.endings[Int(last)].first(where: { codes.suffix($0.codes.count).elementsEqual($0.codes) })
        else { return nil }
        guard codes.count - row.codes.count >= 2 else { return nil }
        self.written = written
        endingLength = row.codes.count
        gender = row.gender
        cases = row.cases
        (ending, masculine, hasRussianEnding) = (row.nominative, row.masculine, row.isRussian)
    }

    /// A word of a text.
    init?(_ token: Token, in text: borrowing NormalizedText) {
        guard Self.endingSet.fits(token, in: text) else { return nil }
        self.init(text.text(of: token))
    }

    var nominative: String { ukrainian.nominative }

    /// Endings of patronymics in every case: a word without one is none.
    static let endingSet = EndingSet(endings.flatMap { $0.map { String($0.codes.map { Character(Letter.scalar($0)) }) } })

    /// «Юріївни», «Вікторовича».
    var genitive: String { genitive(of: nominative) }

    /// Of a patronymic of this gender.
    func genitive(of nominative: String) -> String { gender == .male ? nominative + "а" : nominative.dropLast() + "и" }

    /// The Ukrainian patronymic of the same father where the word is Russian («Николаевна»); the word itself elsewhere.
    var ukrainian: (nominative: String, isRussian: Bool) {
        let stem = String(written.inLowerCase.unicodeScalars.dropLast(endingLength))
        let isRussian = hasRussianEnding || stem.unicodeScalars.contains(where: Self.isRussianLetter)
        if let father = Self.fathers.meaning(of: stem + masculine) {
            return (gender == .male ? father.patronymics.male : father.patronymics.female, true)
        }
        let plain = stem + (ending == "овна" ? "івна" : ending)
        return (plain.withCapital, isRussian)
    }

    private static func isRussianLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "ы" || scalar == "э" || scalar == "ё" || scalar == "ъ"
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
    private static let fathers: StemTable<GivenName> = {
        var table: [(forms: String, meaning: GivenName)] = []
        let rows = """
            иванович Іван,николаевич Микола,александрович Олександр,алексеевич Олексій,сергеевич Сергій,андреевич Андрій,дмитриевич Дмитро,\
            васильевич Василь,михайлович Михайло,григорьевич Григорій,юрьевич Юрій,анатольевич Анатолій,витальевич Віталій,валерьевич Валерій,\
            викторович Віктор,владимирович Володимир,петрович Петро,павлович Павло,федорович Федір,фёдорович Федір,степанович Степан,игоревич Ігор,\
            евгеньевич Євген,константинович Костянтин,леонидович Леонід,станиславович Станіслав,вячеславович В’ячеслав,геннадьевич Геннадій,\
            георгиевич Георгій,аркадьевич Аркадій,тимофеевич Тимофій,матвеевич Матвій,ильич Ілля,яковлевич Яків,львович Лев,никитич Микита,\
            кириллович Кирило,данилович Данило,семенович Семен,семёнович Семен,артемович Артем,филиппович Пилип,ефимович Юхим,иосифович Йосип,\
            эдуардович Едуард,егорович Єгор,трофимович Трохим,емельянович Омелян
            """
        for row in rows.parts(at: ",") {
            let words = row.parts(at: " ").map(String.init)
            guard words.count == 2, let father = GivenName.named(Letter.folded(words[1])) else { continue }
            table.append((words[0], father))
        }
        return StemTable(table)
    }()

    private struct Ending: Sendable {
        /// Folded letters.
        let codes: [UInt8]
        let nominative: String
        let masculine: String
        let isRussian: Bool
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
                    let nominative = base + ending
                    let row = Ending(
                        codes: codes, nominative: nominative, masculine: gender == .male ? nominative : masculine(nominative),
                        isRussian: russianEndings.contains(nominative), gender: gender, cases: cases)
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
