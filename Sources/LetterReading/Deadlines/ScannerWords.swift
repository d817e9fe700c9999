// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Words and limits of the scanner’s rules.
extension DeadlineScanner {
    /// More deadlines no letter has; the rest of such a text is not read.
    static let maximumMentions = 500
    static let longestEvent = 12
    /// Tokens of «за 2026 рік» before «помісячно».
    static let longestPeriod = 5
    static let longestHeading = 9
    /// Tokens from a term to «– з дня …».
    static let laterReach = 20
    /// Tokens between «невідкладно» and the day that goes with it.
    static let urgentReach = 5
    /// Tokens between the months in which something is done and the day of the report on it.
    static let reportReach = 24

    /// The days the law on access to public information gives for an answer.
    static let daysForInformation = 5
    static let expired = StemTable<Bool>([
        (
            "сплив сплинув сплинули спливли минув минули продовжений продовженого закінчився закінчились закінчилися настав вийшов истек минає спливає",
            true
        )
    ])
    static let pastEndings = EndingSet(["лося", "лось", "лася", "лась", "лися", "лись", "вався"])
    static let fewLeads = StemTable<Bool>([("раз на в у", true)])
    static let doing = StemTable<Bool>([("виконан* подан* надан* подач* розгляд* відповід*", true)])
    static let wholeDays = StemTable<Bool>([("доби суток зміни", true)])
    static let todays = StemTable<Bool>([("сьогоднішнього поточного цього", true)])
    static let measures = StemTable<Bool>([
        ("грн тис млн км м кв га кг т відс квт мвт л шт років градусів осіб балів метрів відсотків", true)
    ])
    static let lastWords = StemTable<Bool>([("останнього последнего", true)])
    static let dayOrNumber = StemTable<Bool>([("дня числа", true)])
    static let fromWords = StemTable<Bool>([("з із зі від од після с со от после по", true)])
    static let startNouns = StemTable<Bool>([("дня дати моменту часу дні день даты момента", true)])
    static let pronouns = StemTable<Bool>([
        (
            "його її їх нею ним вами нами цього цієї цих даного даної зазначеного зазначеної відповідного відповідної такого такої вказаного фактичного копії примірника офіційного этого данного",
            true
        )
    ])
    static let receipts = StemTable<Bool>([
        ("отриман* надходжен* одержан* вручен* реєстрац* получен* поступлен* доставлен* пред'явленн* предъявлен*", true)
    ])
    /// «прийняття заяви» is its receipt; «прийняття рішення» and «його прийняття» are what a council does.
    static let acceptances = StemTable<Bool>([("прийнятт*", true)])
    static let applications = StemTable<Bool>([("заяв* звернен* запит* документ* лист листа", true)])
    static let receiptVerbs = StemTable<Bool>([
        (
            "надати надіслати подати повідомити поінформувати просимо прошу виконкомом виконавчим адресатом розпорядником міською міськвиконкомом вами органом та і й у в на до",
            true
        )
    ])
    /// Papers whose receipt is the receipt of the letter.
    static let letters = StemTable<Bool>([
        (
            """
            лист листа листом запит* звернен* вимог* ухвал* доручен* подан* припис* повідомлен* документ* постанов* клопотан* претензі* заяв* скарг* нього \
            неї телеграм* письма запроса требован* розпорядженн* пропозиці* матеріал* рішення
            """, true
        )
    ])
    static let objects = StemTable<Bool>([
        (
            "кошт* товар* субвенц* дозвол* погоджен* відповід* рахунк* рахунок платеж* оплат* фінансуванн* права договор* акт* висновк* результат* послуг* проєкт* проект* ліценз*",
            true
        )
    ])
    static let eventStops = StemTable<Bool>([
        ("але прошу просимо просим", true)
    ])
    static let buts = StemTable<Bool>([("але та проте однак но і", true)])
    static let leadFillers = StemTable<Bool>([("до у в о об об'єктивно строк термін срок протягом", true)])
    static let flows = StemTable<Bool>([("продовж течение течії протязі течение", true)])
    static let headingLeads = StemTable<Bool>([("до в у на по не-пізніше становить складає є це протягом", true)])
    static let genitiveTerms = StemTable<Bool>([("строку терміну строків термінів срока сроков", true)])
    static let planned = StemTable<Bool>([
        ("орієнтовн* планов* запланован* договірн* загальн* середн* нормативн* гарантійн*", true)
    ])
    static let about = StemTable<Bool>([("про щодо стосовно", true)])
    /// `.`, `…`, `_`.
    static let leaders: Set<Int> = [0x2E, 0x2026, 0x5F]
    static let stretches = StemTable<Bool>([("період час строк термін", true)])
    static let contracts = StemTable<Bool>([("договором контрактом кошторисом", true)])
    /// Tokens of «, що настає за днем».
    static let longestFollowing = 6
    static let following = StemTable<Bool>([("що який яка наступного наступний настає слідує йде за днем дня", true)])
    static let dateWords = StemTable<Bool>([("дата дату дати день дня", true)])
    static let which = StemTable<Bool>([("який які що якого", true)])
    static let pointing = StemTable<Bool>([("зазначен* вказан*", true)])
    static let times = StemTable<Bool>([("час часом часі", true)])
    static let rangeWords = StemTable<Bool>([("до по", true)])
    static let timeLeads = StemTable<Bool>([("до о об не пізніше пізніш на год в", true)])
    static let reported = StemTable<Bool>([("інформацію звіт відповідь матеріали про результати", true)])
}
