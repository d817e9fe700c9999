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
        ("вжит* результат* прийнят* наслідк* вирішення розгляд* стан виконан* проведен* це все усунен* отриман*", true)
    ])
    /// True for what says nothing whatever follows: «відповідь заявниці».
    static let emptyObjects = StemTable<Bool>([
        ("відповідь міри заходи отримання одержання", true),
        ("інформацію звернення заяву скаргу запит лист депутатський повну обґрунтовану письмову роз'яснення рішення", false),
    ])
    static let emptyWords = StemTable<Bool>([("заходів меры увагу порядок питання проблему", true)])
    static let notObjects = StemTable<Bool>([
        ("до протягом впродовж упродовж не у в на за з із для через шляхом згідно відповідно у щодо та і й а", true)
    ])
    static let impersonals = StemTable<Bool>([("варто необхідно потрібно", true)])
    static let joints = StemTable<Bool>([("та і й а", true)])
    static let forMe = StemTable<Bool>([("мною нами ним нею ними", true)])
    static let doings = StemTable<Bool>([
        (
            "перерахунок ремонт заміну перевірку огляд аналіз обрізку оплату доплату капітальний поточний розрахунок звірку інвентаризацію",
            true
        )
    ])
    static let asides = StemTable<Bool>([
        (
            """
            вас вам нам мені мене їй йому їм там тут належним чином суду заявнику заявниці депутату комісії прокуратурі слідчому управлінню департаменту адвокату \
            виконкому громаді раді адміністрації ода ова письмово редакції будь ласка також терміново негайно додатково копією на-електронну повторно нарешті
            """, true
        )
    ])
    static let addresses = StemTable<Bool>([("адресу пошту скриньку email", true)])
    /// What is to be kept still, and is no matter of the letter.
    static let silences = StemTable<Bool>([("тримати розголошувати розголошення вважати", true)])
    static let nearOrder = 14
    static let near = 8
    static let longestAddress = 24
}
