// SPDX-License-Identifier: Apache-2.0

/// What an office has its reader do without asking: «паспорти подаються щороку до 1 лютого», «термін подання звіту – 20.05.2027»,
/// «пропозиції очікуємо до 19 травня», «прізвище учасника повідомити до 17.05», «надсилаємо для виконання».
enum Duty {
    /// The first such sentence.
    static func first(in text: NormalizedText, _ body: Range<Int>) -> Range<Int>? {
        text.sentences.lazy.map { $0.clamped(to: body) }.first {
            isHandedIn($0, text) || isOrdered($0, text) || isHandedOver($0, text) || isPresence($0, text)
        }
    }

    /// An infinitive that no other word governs, and a day: «Прізвище учасника повідомити до 17.05.2027».
    private static func isOrdered(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        var start = sentence.lowerBound
        for end in sentence where text.tokens[end].isMark(":") || text.tokens[end].isMark(";") || end + 1 == sentence.upperBound {
            if isOrderedPart(start..<end + 1, text) { return true }
            start = end + 1
        }
        return false
    }

    private static func isOrderedPart(_ part: Range<Int>, _ text: NormalizedText) -> Bool {
        let words = part.lazy.filter { text.tokens[$0].kind == .word }.prefix(headWords)
        guard let verb = words.first(where: { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }) else { return false }
        let before = part.lowerBound..<verb
        // «Нагадуємо про обов’язок щороку до 1 лютого подавати …».
        let isReminded = obligations.isMet(in: before, of: text)
        guard
            isReminded
                || !AskSentence.isGoverned(verb, from: part.lowerBound, text)
                    && !before.contains(where: { LineWords.finiteEndings.fits(text.tokens[$0], in: text) })
        else { return false }
        return isBound(part, text)
    }

    /// «Надсилаємо для виконання розпорядження …», «скеровуємо для розгляду та вжиття заходів».
    private static func isHandedOver(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        guard let verb = sending.first(in: sentence, of: text) else { return false }
        return (verb + 1..<max(verb + 1, sentence.upperBound - 1)).contains {
            text.reads(text.tokens[$0], ["для", "до", "на"]) && purposes.knows(text.tokens[$0 + 1], in: text)
        }
    }

    /// «Участь заступника голови обов’язкова».
    private static func isPresence(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        sentence.contains { text.reads(text.tokens[$0], ["участь", "явка", "присутність"]) }
            && obligatory.isMet(in: sentence, of: text)
    }

    private static func isBound(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        WrittenBound.holds(in: sentence, text)
            || sentence.contains { words.meaning(of: text.tokens[$0], in: text) == .bound }
    }

    private static func isHandedIn(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        var (hasPaper, hands, isCalledTerm, hasBound) = (false, false, false, false)
        for index in sentence {
            switch words.meaning(of: text.tokens[index], in: text) {
            case .paper: hasPaper = true
            // «Служба не надає інформацію …» hands nothing in.
            case .hands: hands = hands || index == sentence.lowerBound || !text.reads(text.tokens[index - 1], "не")
            case .term: isCalledTerm = true
            case .handing: hands = hands || isCalledTerm
            case .bound: hasBound = true
            // «Звіти подаються нами щомісяця» is what the writer does himself.
            case .own: return false
            case nil: break
            }
        }
        guard hands, hasPaper || isCalledTerm else { return false }
        return hasBound || WrittenBound.holds(in: sentence, text)
            || isCalledTerm && sentence.contains { WrittenDate(text, at: $0, end: sentence.upperBound) != nil }
    }

    private static let obligations = StemTable<Bool>([("обов'язок обов'язку", true)])
    private static let sending = StemTable<Bool>([
        ("надсилаємо направляємо скеровуємо пересилаємо передаємо надаємо надсилається направляється скеровується доводимо", true)
    ])
    private static let purposes = StemTable<Bool>([
        (
            """
            виконання неухильного безумовного організації вжиття реагування належного опрацювання погодження підписання заповнення вирішення \
            усунення проведення забезпечення розгляду розгляд реалізації відпрацювання
            """, true
        )
    ])
    private static let obligatory = StemTable<Bool>([("обов'язков*", true)])
    /// Words of a sentence among which an order has its verb.
    private static let headWords = 12

    private enum Word { case paper, hands, term, handing, bound, own }
    private static let words = StemTable<Word>([
        (
            """
            інформаці* звіт звіти звіту звітність звітності форма форми форму паспорт паспорти відомості дані даних пропозиції пропозицій заявки заявок \
            матеріали матеріалів показники розрахунки розрахунок запити запитів перелік переліку переліки списки списків довідка довідки \
            декларації декларація відповідь відповіді висновки графік графіки план плани таблиця таблиці картки копії копій кандидатури документи \
            документів зауваження анкети анкета опитувальник результати
            """, .paper
        ),
        (
            """
            подається подаються подаватися подаватись подано подані подана подають надається надаються надаватися надані надано надають надсилається \
            надсилаються надіслано надіслані надсилають направляються направляється передаються передається представляються заповнюється заповнюються \
            звітують інформують заповнюємо заповнену заповнені заповнений вноситься вносяться розміщуються очікуємо очікує очікується очікуються чекаємо вдячні вдячна вдячний вдячне
            """, .hands
        ),
        ("термін терміни строк строки термінів строків дедлайн необхідність", .term),
        (
            """
            подання подачі подачу надання надсилання направлення виконання завершення заповнення звітування інформування представлення внесення
            """, .handing
        ),
        (
            """
            січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня пізніше щомісяця щомісячно щокварталу щоквартально \
            щотижня щотижнево кожного кожної щороку щорічно щодня щопонеділка щовівторка щосереди щочетверга щоп'ятниці протягом впродовж упродовж числа
            """, .bound
        ),
        ("нами", .own),
    ])
}
