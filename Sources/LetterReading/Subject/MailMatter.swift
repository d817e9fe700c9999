// SPDX-License-Identifier: Apache-2.0

/// What a Subject field is worth as a summary: «Скарга на перевізника» says it all, «лист № 5» nothing.
struct MailMatter {
    enum Worth: Int, Comparable {
        /// A kind, a number, a name, a file.
        case none
        /// One word of a matter: «Сміття».
        case hint
        /// Two words: «Аварійне дерево».
        case words
        /// A kind with its matter, or three words: «Скарга на перевізника».
        case matter

        static func < (one: Worth, other: Worth) -> Bool { one.rawValue < other.rawValue }
    }

    /// Without calls for attention, numbers in brackets and shouting.
    let text: String
    let worth: Worth
    /// Whether it is a kind with its matter; three bare words, «Дерева біля будинку», name only the thing.
    let isLed: Bool

    init(_ mail: MailSubject) {
        let plain = Self.plain(mail.text)
        text = LetterCase.capitalized(Self.invitation(plain))
        let words = NormalizedText(plain)
        namesAuthor = Self.namesAuthor(words)
        isLed = words.tokens.contains { Self.naming.knows($0, in: words) }
        let saysNothing = mail.text.characterCount > Self.longest || Self.isFileName(plain) || Self.isOutcry(words)
        worth = saysNothing ? .none : Self.worth(words)
    }

    /// «До кого достукатись???», «Скільки можна!»: a cry that names no thing.
    private static func isOutcry(_ words: NormalizedText) -> Bool {
        let spoken = words.tokens.filter { $0.kind == .word }
        guard spoken.count <= longestOutcry, spoken.prefix(2).contains(where: { questions.knows($0, in: words) }) else {
            return false
        }
        return spoken.allSatisfy { token in
            token.letters.count < 4 || questions.knows(token, in: words) || endless.fits(token, in: words)
        }
    }

    private static let questions = StemTable<Bool>([
        ("кого кому куди доки скільки скоко коли хто чому навіщо можна ще вже уже далі такого", true)
    ])
    /// Verbs in the infinitive or the future, «це» and the like.
    private static let endless = EndingSet(["тись", "тися", "ти", "ться", "буде"])
    private static let longestOutcry = 6

    /// «Запрошуємо на вебінар» is «Запрошення на вебінар».
    private static func invitation(_ plain: String) -> String {
        for verb in ["Запрошуємо ", "Запрошую "] where plain.begins(with: verb) {
            return "Запрошення " + plain.dropFirst(verb.count)
        }
        return plain
    }

    /// «Звернення гр. Ковальчук О. П.»: whose it is, where a body passes it on.
    let namesAuthor: Bool

    /// Whether the summary has its words already: «Ліфт» of «ліфт стоїть від 1 вересня».
    func isRepeated(in summary: String) -> Bool {
        let told = NormalizedText(summary)
        let said = NormalizedText(text).tokens.filter { $0.kind == .word && $0.letters.count > 2 }
        let words = NormalizedText(text)
        return said.allSatisfy { word in
            let count = word.letters.count
            let stem = Array(words.letters[word.letters].prefix(count > 8 ? count - 4 : max(2, count - 2)))
            return told.tokens.contains { told.letters[$0.letters].starts(with: stem) }
        }
    }

    /// Whether a longer summary says all that this one does of the matter: «Заява про обстеження» of «Про обстеження квартири».
    func isTold(in summary: String) -> Bool {
        let (told, words) = (NormalizedText(summary), NormalizedText(text))
        let matter = words.tokens.filter {
            $0.kind == .word && $0.letters.count > 2 && Self.naming.meaning(of: $0, in: words) == nil
        }
        let toldWords = told.tokens.count { $0.kind == .word && $0.letters.count > 3 }
        return !matter.isEmpty && toldWords >= matter.count + Self.fewMore
            && matter.allSatisfy { word in
                let stem = Array(words.letters[word.letters].prefix(max(4, word.letters.count - 3)))
                return told.tokens.contains { told.letters[$0.letters].starts(with: stem) }
            }
    }

    /// Words a summary must have more to be worth another.
    private static let fewMore = 2

    /// How many words outside brackets name the matter: one of «Лист ліцею щодо даху».
    var matterWords: Int {
        let words = NormalizedText(String(text.prefix { $0 != "(" }))
        return words.tokens.count {
            $0.kind == .word && $0.letters.count > 2 && Self.naming.meaning(of: $0, in: words) == nil
        }
    }

    private static func namesAuthor(_ words: NormalizedText) -> Bool {
        guard let first = words.tokens.first, words.reads(first, ["звернення", "скарга", "заява", "клопотання"]) else {
            return false
        }
        return words.tokens.dropFirst().contains { $0.capitals == .first && $0.letters.count > 2 }
    }

    private static func worth(_ words: NormalizedText) -> Worth {
        let isShouted = LetterCase.isCapitals(words.tokens.filter { $0.kind == .word })
        var matters = 0
        var led = false
        var leadSuffices = false
        var kind: Naming?
        for (index, token) in words.tokens.enumerated() where token.kind == .word {
            switch naming.meaning(of: token, in: words) {
            case .kind, .complaint, .proposal: kind = kind ?? naming.meaning(of: token, in: words)
            case .lead, .about:
                guard let kind, matters == 0 else { continue }
                led = true
                leadSuffices = kind == .complaint || kind == .kind && naming.meaning(of: token, in: words) == .about
            case .person where led: matters += 1
            case .formula, .person: continue
            case nil:
                let isName = index > 0 && token.capitals == .first && !isShouted && !words.tokens[index - 1].isMark("\"")
                let isShort = token.letters.count < 3
                if !isShort, !isName || led { matters += 1 }
            }
        }
        if led && matters > (leadSuffices ? 0 : 1) || matters >= 3 { return .matter }
        return matters == 2 || led && matters == 1 ? .words : matters == 1 ? .hint : .none
    }

    /// «скан_0012.pdf».
    private static func isFileName(_ text: String) -> Bool {
        guard !text.holds(" "), let point = text.lastIndex(of: ".") else { return false }
        let ending = text[text.index(after: point)...]
        return (2...4).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private static func plain(_ text: String) -> String {
        var rest = text.trimmed
        if rest.holds("!") || rest.holds(":"), let mark = rest.prefix(longestCall).firstIndex(where: { $0 == "!" || $0 == ":" }),
            rest.index(after: mark) < rest.endIndex
        {
            let words = NormalizedText(String(rest[..<mark]))
            let isCall = words.tokens.allSatisfy { $0.kind != .word || calls.knows($0, in: words) }
            if isCall { rest = rest[mark...].trimming(anyOf: "!: .-–") }
        }
        // «ТЕРМІНОВО стовп».
        if let space = rest.firstIndex(of: " "), rest[..<space].allSatisfy(\.isUppercase),
            calls.meaning(of: String(rest[..<space])) != nil
        {
            rest = rest[space...].trimming(anyOf: "!: .-–")
        }
        if rest.ends(with: ")"), let open = rest.lastIndex(of: "("), rest[open...].holds("№") { rest = String(rest[..<open]) }
        let trimmed = rest.trimming(anyOf: "! ,;:-–")
        let whole =
            trimmed.ends(with: ".") && trimmed.dropLast().last?.isUppercase != true
            ? trimmed.trimming(anyOf: ". ") : trimmed
        if LetterCase.isCapitals(whole) { return LetterCase.nameWords(whole).joined(separator: " ") }
        // «СКАРГА на бездіяльність».
        guard let first = whole.parts(at: " ").first else { return whole }
        let isKind = naming.meaning(of: String(first)).map { $0 == .kind || $0 == .complaint || $0 == .proposal } ?? false
        return isKind && LetterCase.isCapitals(first) ? LetterCase.titled(String(first)) + whole.dropFirst(first.count) : whole
    }

    private enum Naming { case kind, complaint, proposal, lead, about, formula, person }

    private static let longest = 300
    private static let longestCall = 30
    private static let calls = StemTable<Bool>([
        ("терміново термінова контроль контролі на увага сьогодні важливо негайно невідкладно дуже срочно контрольний лист", true)
    ])
    private static let naming = StemTable<Naming>([
        (
            """
            лист листа запит запиту заява заяву заяви звернення вимога інформація клопотання заявление \
            депутатське депутатський адвокатський інформаційний колективне колективна повторне повторна подання претензія прохання повідомлення запрошення \
            комерційна деп
            """, .kind
        ), ("скарга скаргу жалоба", .complaint), ("пропозиція пропозиції ідея", .proposal),
        ("про щодо стосовно відносно", .about), ("на питань приводу з проти", .lead),
        (
            """
            публічну публічної інформацію інформації отримання доступ доступу закон закону відповідь відповіді ваш вашого вх вих вхідний вихідний розгляд контроль \
            контролі терміново термінова терміновий негайно прошу просимо прохання допомогти допоможіть відповісти пишу вам втретє вдруге знову ще раз для від без \
            теми темою документ документи документа телеграма телефонограма справа справі справу електронний офіційний офіційна нове новий новий портал порталу порталом уці \
            питання проблема повідомлення електронна форма id прийнято телефоном телефону усно передано передайте передати далі будь ласка виконавцю картка картку зареєстровано прийміть прийняв підпис підписано копія копію додаток додатки прийняти врахування роботі роботи відома кому шановні вітаю добрий день доброго дня привіт увага зовнішній \
            повторно надання копії копій документів конфіденційно розголошувати розголошення дані лютого січня березня квітня травня червня липня серпня вересня жовтня листопада грудня року годин години виконання доручення протокол \
            рішення сесії наказ припис акт дск крим провадженні кримінальному пошта fwd re інфа дуже не та або цей ось файл скан сканкопія
            """, .formula
        ),
        (
            """
            громадян* мешкан* жител* впо мера мерові меру міста місту депутат* адвокат* слідч* прокурат* суд суду осбб ода ова рда рва кп тов го гу дпс редакці* прокурор* директор* \
            міністерств* управлінн* департамент* виконком* парафі* учн* батьк* дідус* бабус* ветеран* пенсіонер* пенсіонерк* представник* викривач* голов* \
            начальник* ліце* школи полі* дбр сбу області обласн* міськ* сусід пан пана пані дснс пфу мого моє мої мій нашого
            """, .person
        ),
    ])
}
