// SPDX-License-Identifier: Apache-2.0

/// Signs of trouble in one sentence: «немає», «не» before a verb that tells, «протікає», «аварійне».
struct TroubleSigns {
    let text: NormalizedText
    let sentence: Range<Int>
    /// Whether it is among the first, which tell the matter; later ones tell what the writer went through.
    let isEarly: Bool

    /// Where it begins to tell: behind «Прошу вашої допомоги:».
    private var start: Int {
        let near = sentence.prefix(Self.longestTime)
        if let why = behindVague(near) { return why }
        guard SubjectWords.requests.isMet(in: near, of: text),
            let colon = near.first(where: { text.tokens[$0].isMark(":") }), colon + Self.fewTokens < sentence.upperBound,
            !VerbalNoun.isInfinitive(text.tokens[colon + 1], in: text), !text.tokens[colon + 1].startsLine
        else { return sentence.lowerBound }
        return colon + 1
    }

    /// «Прошу розібратися, чому мені не зарахували …» tells behind the comma.
    private func behindVague(_ near: Range<Int>) -> Int? {
        guard let verb = SubjectWords.vague.first(in: near, of: text), verb + 2 < sentence.upperBound,
            SubjectWords.requests.isMet(in: near.lowerBound..<verb, of: text),
            case let why = text.tokens[verb + 1].isMark(",") ? verb + 2 : verb + 1,
            text.reads(text.tokens[why], ["чому", "почему"])
        else { return nil }
        return why + 1
    }

    /// The first sign that no request stands before.
    var first: Int? {
        for index in start..<sentence.upperBound {
            let token = text.tokens[index]
            guard token.kind == .word else { continue }
            if SubjectWords.requests.knows(token, in: text) || Imperatives.holds(token, in: text) { return nil }
            if isSign(index) { return index }
        }
        // «… чому припинили виплату»: whatever it asks the reason of is amiss.
        return behindVague(sentence.prefix(Self.longestTime)).flatMap { $0 < sentence.upperBound ? $0 : nil }
    }

    private func isSign(_ index: Int) -> Bool {
        let token = text.tokens[index]
        if text.reads(token, ["не", "ні"]) { return isDenied(index + 1) }
        guard Self.signs.knows(token, in: text) else { return false }
        guard Self.absence.knows(token, in: text) else { return true }
        // «нема сил», «немає кому»: of the writer, not of the matter.
        return index + 1 < sentence.upperBound && !Self.writers.knows(text.tokens[index + 1], in: text)
            && text.tokens[index + 1].kind == .word
    }

    /// «не вивозять», «не працює»; «не знаю», «не може» tell of the writer.
    private func isDenied(_ verb: Int) -> Bool {
        guard verb < sentence.upperBound else { return false }
        let token = text.tokens[verb]
        if TroubleNoun.isKnown(token, in: text) { return true }
        let tells = Self.finite.fits(token, in: text) || isEarly && Self.past.fits(token, in: text)
        return token.letters.count > 3 && tells && !Self.idle.knows(token, in: text)
    }

    /// The clause a sign stands in, without the words for how long it has been so.
    func clause(of sign: Int) -> Range<Int> {
        var start = sign
        while start > sentence.lowerBound, sign - start < Self.longest, !isBreak(start - 1) { start -= 1 }
        return opened(start, sign, goesOn: false)
    }

    /// The sentence up to the end of the clause a sign stands in; the clause alone where it stands far behind.
    func whole(_ sign: Int) -> Range<Int> {
        // «До мене звернулися мешканці, які скаржаться, що …».
        if text.tokens[start..<sign].contains(where: { SubjectWords.appealed.knows($0, in: text) }) {
            return clause(of: sign)
        }
        let start = behindStop(sign) ?? start
        guard sign - start > Self.longest else { return opened(start, sign) }
        let clause = clause(of: sign)
        return sign - clause.lowerBound < Self.longest - 1 ? clause : opened(start, sign)
    }

    /// Behind the last point before a sign, where a writer without capitals goes on: «… Петрович. у нас дорогу не чистять».
    private func behindStop(_ sign: Int) -> Int? {
        (start..<sign).last { index in
            let token = text.tokens[index]
            return isBreak(index) && (token.isMark(".") || token.isMark("!") || token.isMark("?"))
        }.map { $0 + 1 }
    }

    /// «Ви взагалі бачите, що робиться?»: no matter, but a call to the reader.
    static func isCall(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        guard let last = text.tokens[sentence].last, last.isMark("?") else { return false }
        return text.tokens[sentence].contains { readers.knows($0, in: text) }
            && !text.tokens[sentence].contains { asking.knows($0, in: text) }
    }

    private static let asking = StemTable<Bool>([("чому коли хто скільки де куди як чи яка який яке які", true)])
    private static let readers = StemTable<Bool>([("ви вам вас", true)])

    /// Whether a clause begins with someone another sentence names: «її співмешканець», «мені її не перерахували».
    func isPointing(_ clause: Range<Int>) -> Bool {
        text.tokens[clause.prefix(Self.shortest)].contains { Self.pronouns.knows($0, in: text) }
    }

    private static let pronouns = StemTable<Bool>([("його її їх їхній їхня їхнє йому їй їм", true)])

    /// The sentence where it speaks of the matter, not of the writer, and asks for nothing.
    var plain: Range<Int>? {
        guard isEarly, sentence.count >= Self.shortest else { return nil }
        let told = opened(sentence.lowerBound, sentence.upperBound - 1)
        let words = text.tokens[told].count { $0.letters.count > 2 }
        guard words >= Self.fewestWords, text.tokens[told.lowerBound].kind != .mark else { return nil }
        let isWriters = text.tokens[told.prefix(Self.shortest)].contains {
            Self.background.knows($0, in: text) || LineWords.salutations.knows($0, in: text)
        }
        let asks = text.tokens[sentence].contains {
            SubjectWords.requests.knows($0, in: text) || Imperatives.holds($0, in: text) || $0.isMark("@")
        }
        return isWriters || asks || Self.isCall(sentence, text) ? nil : told
    }

    private func opened(_ start: Int, _ sign: Int, goesOn: Bool = true) -> Range<Int> {
        let told = behindIdle(behindTime(behindIdle(behindReport(start, to: sign), to: sign), to: sign), to: sign)
        let clause = SubjectClause(text: text, end: sentence.upperBound)
        var end = max(told, clause.end(from: sign))
        // A clause of few words is told more of by the next.
        while goesOn, end - told < Self.fewTokens, end + 1 < sentence.upperBound, text.tokens[end].isMark(",") {
            end = max(end + 1, clause.end(from: end + 1))
        }
        return told..<end
    }

    /// The sentence's first words up to a comma, where the clause is another: «Від зупинки до кладовища, а це далеко, немає тротуару».
    func opening(_ clause: Range<Int>) -> Range<Int> {
        let near = sentence.lowerBound..<min(clause.lowerBound, sentence.lowerBound + Self.longestOpening)
        return sentence.lowerBound..<(near.first(where: isBreak) ?? sentence.lowerBound)
    }

    private func isBreak(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .mark, !text.tokens[min(index + 1, text.tokens.count - 1)].isGlued else { return false }
        if token.isMark(",") { return !isInAddress(index) }
        if token.isMark(".") { return text.tokens[index - 1 < sentence.lowerBound ? index : index - 1].letters.count > 4 }
        return token.isMark(":") || token.isMark(";") || token.isMark("!") || token.isMark("?") || token.isMark("-")
    }

    /// «вул. Лісова, 8».
    private func isInAddress(_ comma: Int) -> Bool {
        comma + 1 < sentence.upperBound && text.tokens[comma + 1].kind == .number && comma > sentence.lowerBound
            && text.tokens[comma - 1].capitals == .first
    }

    /// Behind «Доводимо до Вашого відома, що».
    private func behindReport(_ start: Int, to sign: Int) -> Int {
        let near = start..<min(sign, start + Self.longestTime)
        guard Self.reports.isMet(in: near, of: text),
            let what = near.first(where: { text.reads(text.tokens[$0], "що") })
        else { return start }
        return what + 1
    }

    private func behindIdle(_ start: Int, to sign: Int) -> Int {
        var index = start
        while index < sign, text.tokens[index].kind == .mark || Self.openings.knows(text.tokens[index], in: text) {
            index += 1
        }
        return index
    }

    /// Behind «з 5 січня 2027 року», «третій тиждень», «пів року».
    private func behindTime(_ start: Int, to sign: Int) -> Int {
        var index = start
        var stop = start
        while index < min(sign, start + Self.longestTime) {
            let token = text.tokens[index]
            if Self.times.knows(token, in: text) {
                stop = index + 1
            } else if token.kind != .number, !Self.beforeTimes.knows(token, in: text) {
                break
            }
            index += 1
        }
        return stop
    }

    private static let reports = StemTable<Bool>([
        (
            "скаржився скаржилася скаржились писав писала писали доводжу доводимо повідомляю повідомляємо інформую скаржуся скаржиться сообщаю довожу повідомляє вважаю",
            true
        )
    ])
    /// The end of words that say where, before those that say since when.
    static func beforeTime(_ tokens: Range<Int>, _ text: NormalizedText) -> Int {
        guard let last = tokens.last, times.knows(text.tokens[last], in: text) else { return tokens.upperBound }
        var index = last
        if index > tokens.lowerBound, text.tokens[index - 1].kind == .number { index -= 1 }
        while index > tokens.lowerBound, beforeTimes.knows(text.tokens[index - 1], in: text) { index -= 1 }
        return index
    }

    private static let longest = 22
    private static let fewestWords = 4
    private static let longestOpening = 10
    private static let fewTokens = 12
    /// Tokens of a sentence that can tell anything.
    private static let shortest = 5
    /// What a sentence on the writer begins with.
    private static let background = StemTable<Bool>([
        (
            """
            я мій моя моє мої моїй моєму моєї мого мені мене ми живу живемо проживаю мешкаю пише пишу пишуть звертаюсь звертаюся звертаємось звертаємося звертається \
            звертаються хочу маю доброї пенсіонер пенсіонерка ветеран анонімно розповісти дякую дзвоню згідно відповідно тел мы мой мне телефон адреса
            """, true
        )
    ])
    private static let longestTime = 8
    static let absence = StemTable<Bool>([("немає нема нету нет", true)])
    private static let signs = StemTable<Bool>([
        (
            """
            немає нема нету нет відсутн* зламан* поламан* зламав* поламав* аварійн* несправн* протіка* протека* підтіка* переста* палит* течуть тече потекл* затоп* залив* \
            заливає залило залито підтопл* підтоплю* замерз* темно темрява темнота холодн* холодно шум* гуркоч* гуркіт гучн* гримить сморід смердить \
            воняє завален* завалил* провал* перегор* погас* погасл* розбит* розбил* трясеться яма ями ямах пошкодж* обвал* обсипа* руйну* тріщин* небезпечн* порушу* порушен* \
            самовільн* незаконн* зграя зграї стая бездомн* безпритульн* покусал* вкусил* спалю* палять розпива* засміч* забит* забив* захара* звалищ* \
            неналежн* невиплат* невивез* відмов* хамить грубить запізню* перевищу* зникл* зник впал* впав нависа* загрожу* скида* зливає зливають зливан* \
            неможливо сломан* торчит торчать прорвал* цвіль плісняв* грибок іржав* брудн* смітник* переповнен* крадуть вкрал* вимага* завищен* самоволь* звалк* скандал* бійк* п'яні п'яний п'яна напідпитку самогон
            """, true
        )
    ])
    private static let finite = EndingSet([
        "ить", "їть", "ють", "уть", "ять", "ать", "є", "ться",
    ])
    private static let past = EndingSet(["в", "ла", "ло", "ли", "вся", "лася", "лось", "лося", "лися", "лись", "но", "то"])
    /// Verbs whose denial is no trouble of the matter.
    private static let idle = StemTable<Bool>([
        (
            """
            може можуть могла могли могло знає знають знала знали знав має мають мала мали маємо хоче хочуть хотіла хотіли розуміє розуміють \
            підпорядковується підпорядковуються стосується стосуються буде будуть треба видно варто просить шукайте здається вистачає вистачить встигає встигають встигла бачила бачили бачив було була були був \
            звертала зверталась зверталися писала писали чула чули виходить боїться пам'ятаю просила просили прошу отримав отримала отримали вказано додається маю помилилась помиляється
            """, true
        )
    ])
    private static let writers = StemTable<Bool>([
        (
            """
            сил сили до змоги кому коли де як чого куди можливості часу відповіді ради сенсу діла ні жодної жодного ніякої ніякого за і й та потреби заперечень \
            підстав коштів грошей
            """, true
        )
    ])
    /// What a clause opens with before it says anything.
    private static let openings = StemTable<Bool>([
        (
            """
            бо що чому а але тому і й та адже хоча де вже уже досі знову зараз тепер постійно взагалі просто дуже і так от ось справа тім шановні добрий день доброго \
            дня вечора вечір вечер ранку вітаю пишу вам вас я ми у-нас ще однак проте також нема немає сил сили повідомляю повідомляємо доводжу доводимо що здраствуйте скажіть підкажіть скажите довго терміново срочно здравствуйте хотілося хотілось хотів хотіла б дізнатися дізнатись будь ласка хочу хочемо
            """, true
        )
    ])
    private static let times = StemTable<Bool>([
        (
            """
            день дні днів тиждень тижня тижні тижнів неділю неділі недєлю місяць місяця місяці місяців рік року роки років літа літо весни осені зими січня лютого березня \
            квітня травня червня липня серпня вересня жовтня листопада грудня доба добу діб годину години мєсяц понеділка вівторка середи четверга п'ятниці суботи \
            неділь ночі ранку вихідних часу осінь весну зиму
            """, true
        )
    ])
    private static let beforeTimes = StemTable<Bool>([
        (
            """
            з із зі від протягом упродовж впродовж понад більше майже вже уже кілька декілька пів ціл* весь всю останн* другий друга другу третій третя третю четвертий \
            четверту п'ятий п'яту шостий шосту сьомий два дві три чотири п'ять шість сім вісім десять минул* цього того тому початку кінця середини кожн* після по року р
            """, true
        )
    ])
}
