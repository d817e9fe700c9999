// SPDX-License-Identifier: Apache-2.0

/// The words of addresses, Ukrainian and Russian.
enum AddressWords {
    enum Kind: Hashable, Sendable {
        case place, street
        /// A microdistrict, a quarter, an estate: it may have houses of its own.
        case area
        /// The same where a name in quotation marks follows, else none: «СТ «Ромашка»», «ст. 5».
        case named
        case house
        /// A part of a house: «корп. Б».
        case block
        case flat
        /// «під’їзд 3», «поверх 5»: between the house and the flat.
        case passed
        case region, district, community, box
        /// A word that no address goes on behind.
        case stop
        /// The first half of a compound and nothing else by itself: «б-р».
        case half
    }

    struct Word: Hashable, Sendable {
        let kind: Kind
        var shown: String?
        var isLocative = false
        /// Whether a compound may begin with it: «пр-т», «кв-л», «м-н».
        var isHalf = false
    }

    private static func word(_ kind: Kind, _ shown: String? = nil, isLocative: Bool = false, isHalf: Bool = false) -> Word {
        Word(kind: kind, shown: shown, isLocative: isLocative, isHalf: isHalf)
    }

    static let words = StemTable<Word>([
        ("м", word(.place, "м.", isHalf: true)), ("місто міста місті г город города городе", word(.place, "м.")),
        ("с", word(.place, "с.", isHalf: true)), ("село села селі селе селу", word(.place, "село")),
        ("смт пгт", word(.place, "смт")), ("х", word(.place, "х.")),
        ("сел", word(.place, "с-ще")), ("селище селища селищі", word(.place, "селище")), ("хутір хуторі", word(.place, "хутір")),
        ("вул вулиця вулицю ул улица", word(.street, "вул.")),
        ("вулиці вулицею улице улицы", word(.street, "вул.", isLocative: true)),
        ("пр", word(.street, "просп.", isHalf: true)), ("просп проспект", word(.street, "просп.")),
        ("проспекті проспекту проспекте", word(.street, "просп.", isLocative: true)),
        ("пров пер провул провулок переулок", word(.street, "пров.")),
        ("провулку переулке", word(.street, "пров.", isLocative: true)), ("пл", word(.street, "пл.")),
        ("площа площадь", word(.street, "площа")),
        ("площі площади", word(.street, "площа", isLocative: true)), ("бульв бул бульвар", word(.street, "бульв.")),
        ("бульварі бульвару бульваре", word(.street, "бульв.", isLocative: true)), ("шосе", word(.street, "шосе")),
        ("узвіз узвозі", word(.street, "узвіз")), ("майдан майдані", word(.street, "майдан")),
        ("набережна набережній наб", word(.street, "набережна")), ("проїзд проїзді проезд", word(.street, "проїзд")),
        ("туп", word(.street, "туп.")), ("тупик тупику", word(.street, "тупик")), ("алея алеї", word(.street, "алея")),
        ("мкр мкрн", word(.area, "мкр.")), ("жк", word(.area, "ЖК")), ("ст сот снт", word(.named, "СТ")),
        ("мікрорайон мікрорайоні мікрорайону микрорайон микрорайоне", word(.area, "мікрорайон")),
        ("квартал кварталі кварталу", word(.area, "квартал")), ("масив масиві масиву", word(.area, "масив")),
        ("буд будинок будинку", word(.house, "буд.")), ("діл ділянка уч участок", word(.house, "ділянка")),
        ("д дом доме дома дім", word(.house)),
        ("корп", word(.block, "корп.")), ("корпус корпусі", word(.block, "корпус")), ("секція секції", word(.block, "секція")),
        ("к", word(.block, "к.")),
        ("кв", word(.flat, "кв.", isHalf: true)), ("квартира квартирі квартири кварт квартире помешкання", word(.flat, "кв.")),
        ("п", word(.flat, "п.", isHalf: true)), ("пом приміщ", word(.flat, "прим.")), ("оф", word(.flat, "оф.")),
        ("офіс офісі офис", word(.flat, "офіс")),
        ("кім кімн кімната кімнаті комн комната", word(.flat, "кім.")),
        ("прим", word(.flat, "прим.")), ("приміщення", word(.flat, "приміщення")), ("каб", word(.flat, "каб.")),
        ("кабінет", word(.flat, "кабінет")),
        ("під'їзд під'їзді підїзд подъезд", word(.passed, "під’їзд")), ("поверх поверсі этаж", word(.passed)),
        ("обл область області областi", word(.region)), ("район району районі", word(.district)),
        ("громада громади громаді громады тг отг мтг стг", word(.community)),
        ("а р ж житлов* абонентськ* садов* дачн*", word(.half, isHalf: true)), ("б", word(.house, "буд.", isHalf: true)),
        (
            "тел телефон т моб ел email mail e эл пошта код який яка єдрпоу паспорт інн рнокпп іпн вайбер viber факс",
            word(.stop)
        ),
    ])

    /// Compounds by their first halves: the second half, and what both are.
    static let firstHalves = StemTable<[(second: String, word: Word)]>([
        ("пр", [("т", word(.street, "просп.")), ("кт", word(.street, "просп.")), ("д", word(.street, "проїзд"))]),
        ("б", [("р", word(.street, "бульв."))]), ("м", [("н", word(.area, "мкр.")), ("р", word(.area, "мкр."))]),
        ("кв", [("л", word(.area, "кв-л"))]), ("ж", [("м", word(.area, "ж/м")), ("к", word(.area, "ЖК"))]),
        (
            "житлов*",
            [
                ("масив", word(.area, "житловий масив")), ("масиві", word(.area, "житловий масив")),
                ("масиву", word(.area, "житловий масив")),
            ]
        ),
        ("с", [("ще", word(.place, "с-ще"))]), ("р", [("н", word(.district)), ("ну", word(.district)), ("ні", word(.district))]),
        ("а", [("с", word(.box)), ("я", word(.box))]), ("п", [("с", word(.box))]),
        ("абонентськ*", [("скринька", word(.box)), ("скриньці", word(.box))]),
        ("садов*", [("товариство", word(.area, "СТ")), ("товаристві", word(.area, "СТ"))]),
        ("дачн*", [("кооператив", word(.area, "ДК")), ("кооперативі", word(.area, "ДК"))]),
    ])

    static func fits(_ token: Token, _ word: String, _ text: NormalizedText) -> Bool { text.reads(token, word) }

    /// What is counted and is no house: «на вул. Садовій 3 дні немає світла».
    static let counted = StemTable<Bool>([
        (
            """
            день дні дня днів тижд* місяц* рік роки року років рази разів раз ліхтар* ям* дерев* люк* хвилин* годин* метр* осіб люд* грн сім'* \
            родин* дит* машин* маршрут* зупин* стовп* лавк* бак* контейнер* січня лютого березня квітня травня червня липня серпня вересня жовтня \
            листопада грудня см км мм поверх* дня недел* дней
            """, true
        )
    ])
    /// What has a number and is no street: «депутат, округ 3».
    static let numbered = StemTable<Bool>([
        (
            "округ* груп* клас* пункт* стат* ліце* школ* маршрут* черг* лист* справ* дільниц* посвідченн* довіреніст* дата вік",
            true
        )
    ])
    /// What may stand in brackets behind a house.
    static let remarks = StemTable<Bool>([("гуртожиток гуртожитку общежитие гурт", true)])
    /// Letters that a house may have behind a space.
    static let houseLetters: Set<String> = ["а", "б", "в", "г", "е", "ж"]
}
