// SPDX-License-Identifier: Apache-2.0

/// A noun that names a body, a unit or an officer, in the nominative and the genitive: enough grammar to say «Управління культури
/// Наддніпрянської ОДА» for a letterhead and «Міністерство» for «листа Міністерства».
struct OfficeNoun: Hashable, Sendable {
    enum Gender: Hashable, Sendable {
        case masculine, feminine, neuter
    }

    /// Lower case.
    let nominative: String
    let genitive: String
    let gender: Gender
    /// Whether it names a part of a body: «відділ», «департамент».
    let isUnit: Bool
    /// Whether it names an officer: «начальник», «прем’єр-міністр».
    let isOfficer: Bool

    /// The noun a lower-case word is the nominative of.
    static func nominative(_ word: String) -> OfficeNoun? { byNominative.meaning(of: word) }

    /// The noun a lower-case word is the genitive of.
    static func genitive(_ word: String) -> OfficeNoun? { byGenitive.meaning(of: word) }

    /// The first noun in the nominative among words of a text, with the word; hyphens and numbers are passed over.
    static func first(in words: some Sequence<Token>, of text: NormalizedText) -> (noun: OfficeNoun, token: Token)? {
        var officer: (noun: OfficeNoun, token: Token)?
        for word in words {
            let noun = nominatives.meaning(of: word, in: text)
            // «СЛІДЧИЙ ВІДДІЛ»: what part it is, and no officer.
            if let officer { return noun.map { $0.isOfficer ? officer : ($0, word) } ?? officer }
            guard let noun else { continue }
            guard isAdjective(noun.nominative) else { return (noun, word) }
            officer = (noun, word)
        }
        return officer
    }

    /// Whether the name of an officer is an adjective too, as in «слідче управління», «слідчий відділ».
    static func isAdjective(_ nominative: String) -> Bool { nominative == "слідчий" }

    /// A lower-case adjective that stands before this noun, from the nominative to the genitive.
    func genitiveAdjective(_ word: String) -> String? {
        let pairs: [(String, String)] =
            switch gender {
            case .feminine: [("а", "ої"), ("я", "ьої")]
            case .masculine: [("ий", "ого"), ("ій", "ього")]
            case .neuter: [("е", "ого"), ("є", "ього")]
            }
        for (nominative, genitive) in pairs where word.ends(with: nominative) && word.count > 3 {
            return word.dropLast(nominative.count) + genitive
        }
        return nil
    }

    /// A lower-case adjective that stands before this noun, from the genitive to the nominative.
    func nominativeAdjective(_ word: String) -> String? {
        let pairs: [(String, String)] =
            switch gender {
            case .feminine: [("ьої", "я"), ("ої", "а")]
            case .masculine: [("ього", "ій"), ("ого", "ий")]
            case .neuter: [("ього", "є"), ("ого", "е")]
            }
        for (genitive, nominative) in pairs where word.ends(with: genitive) && word.count > 4 {
            return word.dropLast(genitive.count) + nominative
        }
        return nil
    }

    private static let byNominative = StemTable(all.map { ($0.nominative, $0) })
    private static let nominatives = StemTable(all.filter { !$0.nominative.contains("-") }.map { ($0.nominative, $0) })
    private static let byGenitive = StemTable(all.map { ($0.genitive, $0) })

    private static let all: [OfficeNoun] = rows.flatMap { rows, gender, isUnit, isOfficer in
        rows.split(whereSeparator: { $0 == " " || $0 == "\n" }).compactMap { row -> OfficeNoun? in
            let forms = row.parts(at: "/").map(String.init)
            guard forms.count == 2 else { return nil }
            return OfficeNoun(nominative: forms[0], genitive: forms[1], gender: gender, isUnit: isUnit, isOfficer: isOfficer)
        }
    }

    private static let rows: [(String, Gender, isUnit: Bool, isOfficer: Bool)] = [
        (
            """
            комітет/комітету виконком/виконкому суд/суду фонд/фонду центр/центру офіс/офісу інститут/інституту заклад/закладу банк/банку \
            університет/університету ліцей/ліцею коледж/коледжу музей/музею комісаріат/комісаріату штаб/штабу секретаріат/секретаріату кабінет/кабінету \
            гарнізон/гарнізону архів/архіву трест/тресту союз/союзу рем/рему завод/заводу театр/театру кооператив/кооперативу \
            телеканал/телеканалу військкомат/військкомату диспансер/диспансеру
            """, .masculine, false, false
        ),
        (
            """
            адміністрація/адміністрації облдержадміністрація/облдержадміністрації райдержадміністрація/райдержадміністрації \
            облвійськадміністрація/облвійськадміністрації райвійськадміністрація/райвійськадміністрації рада/ради служба/служби інспекція/інспекції прокуратура/прокуратури поліція/поліції палата/палати \
            комісія/комісії агенція/агенції організація/організації установа/установи спілка/спілки компанія/компанії лікарня/лікарні школа/школи \
            бібліотека/бібліотеки громада/громади митниця/митниці гімназія/гімназії асоціація/асоціації федерація/федерації академія/академії \
            каса/каси партія/партії фракція/фракції корпорація/корпорації парафія/парафії профспілка/профспілки \
            фабрика/фабрики амбулаторія/амбулаторії поліклініка/поліклініки
            """, .feminine, false, false
        ),
        (
            """
            міністерство/міністерства агентство/агентства підприємство/підприємства товариство/товариства об’єднання/об’єднання \
            бюро/бюро казначейство/казначейства лісництво/лісництва посольство/посольства
            """, .neuter, false, false
        ),
        (
            "департамент/департаменту відділ/відділу сектор/сектору підрозділ/підрозділу апарат/апарату директорат/директорату",
            .masculine, true, false
        ),
        ("філія/філії дільниця/дільниці секція/секції канцелярія/канцелярії дирекція/дирекції", .feminine, true, false),
        ("управління/управління відділення/відділення представництво/представництва", .neuter, true, false),
        (
            """
            начальник/начальника голова/голови міністр/міністра прем’єр-міністр/прем’єр-міністра віцепрем’єр-міністр/віцепрем’єр-міністра президент/президента керівник/керівника директор/директора \
            прокурор/прокурора уповноважений/уповноваженого секретар/секретаря слідчий/слідчого
            """, .masculine, false, true
        ),
    ]
}
