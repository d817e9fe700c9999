// SPDX-License-Identifier: Apache-2.0

/// Words and reaches of the reading of a request.
extension RequestedAct.Reading {
    static let regarding = StemTable<Bool>([("щодо стосовно", true)])
    static let matters = StemTable<String>([
        ("питання питань", "питання"), ("проблему проблеми", "проблему"), ("ситуацію", "ситуацію"),
    ])
    static let solving = StemTable<Bool>([("вирішенні розв'язанні врегулюванні", true)])
    static let possibilities = StemTable<Bool>([("можливість", true)])
    static let emptyMatters = StemTable<Bool>([
        ("увагу вжит* результат* прийнят* наслідк* вирішення розгляд* стан виконан* проведен* це все усунен* отриман*", true)
    ])
    /// True for what says nothing whatever follows: «відповідь заявниці».
    static let emptyObjects = StemTable<Bool>([
        ("відповідь міри заходи отримання одержання", true),
        (
            "інформацію звернення заяву скаргу запит лист лист-запит лист-підтвердження листи листа депутатський повну обґрунтовану письмову роз'яснення рішення",
            false
        ),
    ])
    static let emptyWords = StemTable<Bool>([("заходів меры увагу порядок питання проблему", true)])
    static let notObjects = StemTable<Bool>([
        ("до протягом впродовж упродовж не у в на за з із для через шляхом згідно відповідно у щодо та і й а", true)
    ])
    static let impersonals = StemTable<Bool>([("варто необхідно потрібно", true)])
    static let setting = "встановлення"
    static let taking = "взяття"
    static let reckoning = "перерахунок"
    static let paying = "перерахування"
    static let moneys = StemTable<Bool>([("кошти коштів суму суми гроші субвенці* внесок внески аванс співфінансування", true)])
    /// «привести у готовність», «ввести в дію»: a noun that belongs to the verb.
    static let states = StemTable<Bool>([
        ("готовність стан відповідність дію експлуатацію порядок ладу вигляд баланс контроль норму режим", true)
    ])
    static let onto = ["на", "в", "у"]
    static let registers = StemTable<Bool>([("облік квартоблік квартирний чергу контроль", true)])
    static let joints = StemTable<Bool>([("та і й а и", true)])
    static let forMe = StemTable<Bool>([("мною нами ним нею ними", true)])
    static let doings = StemTable<Bool>([
        (
            "перерахунок ремонт заміну перевірку огляд аналіз обрізку оплату доплату капітальний поточний розрахунок звірку інвентаризацію",
            true
        )
    ])
    static let adjectives = EndingSet(["ий", "ій", "ну", "не", "ні"])
    static let asides = StemTable<Bool>([
        (
            """
            вас вам нам мені мене нас хоча б хоч їй йому їм там тут належним чином суду заявнику заявниці депутату комісії прокуратурі слідчому управлінню департаменту адвокату \
            виконкому громаді раді адміністрації ода ова письмово редакції будь ласка також терміново негайно щомісяця щомісячно щокварталу щоквартально щоквартали щотижня щотижнево щороку щорічно щодня щоденно додатково копією на-електронну повторно нарешті
            """, true
        )
    ])
    /// For whom it is asked, which a summary keeps: «виділити моєму сину путівку».
    static let relatives = StemTable<Bool>([
        (
            "моїй моєму нашій нашому мамі матері батькові бабусі дідусеві синові сину дочці доньці дружині чоловікові дитині дітям сестрі брату братові онукові онуці",
            true
        )
    ])
    static let addresses = StemTable<Bool>([("адресу пошту скриньку email", true)])
    /// What is to be kept still, and is no matter of the letter.
    static let silences = StemTable<Bool>([("тримати розголошувати розголошення вважати", true)])
    static let demands = EndingSet(["ого", "ої", "ння", "ття"])
    static let processes = EndingSet(["ння", "ття"])
    static let instrumentals = EndingSet(["ою", "ею", "єю", "ами", "ями", "им", "ими", "ом", "ем"])
    /// «дайте», «поверніть».
    static let imperatives = EndingSet(["йте", "іть", "їть", "ите", "вте", "рте", "дьте", "ньте", "сьте", "жте", "шіть"])
    static let places = StemTable<Bool>([("у в на до від з із за як для", true)])
    static let russianInfinitives = EndingSet(["ать", "ять", "ить", "еть", "уть", "ыть", "очь", "ечь", "сти"])
    /// What is given or sent has where to and how before what.
    static let givings: Set<String> = ["надання", "надсилання", "подання", "направлення", "внесення", "витребування"]
    static let mannerLeads = StemTable<Bool>([("в у за для на", true)])
    /// What a manner of sending or giving ends with.
    static let manners = StemTable<Bool>([
        ("форматі вигляді формі формою копіях примірниках порядку користування ознайомлення носіях пошту поштою зв'язку", true)
    ])
    static let longestManner = 6
    /// Tokens of an act another may follow.
    static let shortAct = 12
    static let nearOrder = 14
    static let near = 8
    static let longestAddress = 24
}
