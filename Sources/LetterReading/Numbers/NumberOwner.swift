// SPDX-License-Identifier: Apache-2.0

/// Reads from the words before a number what it is the number of.
struct NumberOwner {
    private let layout: LetterLayout
    private let line: LetterLine
    private let isRegistration: Bool
    private var text: NormalizedText { layout.text }
    private var tokens: [Token] { layout.text.tokens }

    /// - Parameter line: where the number stands, a position in ``LetterLayout/lines``.
    init(_ layout: LetterLayout, line: Int, _ isRegistration: Bool) {
        self.layout = layout
        self.line = layout.lines[line]
        self.isRegistration = isRegistration
    }

    /// - Parameters:
    ///   - start: where number and date begin.
    ///   - end: behind them.
    func owner(_ start: Int, sign: Int, _ end: Int) -> NumberMention.Owner {
        let floor = isRegistration ? line.tokens.lowerBound : max(0, start - Self.reach)
        var index = start - 1
        var sawOur = false
        while index >= floor {
            let token = tokens[index]
            if token.isMark(";") || (token.isMark(":") || token.isMark("!") || token.isMark("?")) && index < start - 2 { break }
            if isOur(index) { sawOur = true }
            if let noun = Self.nouns.meaning(of: token, in: text), let owner = owner(noun, at: index, start, end, sawOur) {
                return owner
            }
            if token.startsParagraph { break }
            index -= 1
        }
        return .nobody
    }

    /// Nil to look further: a thing far away is another matter.
    private func owner(_ noun: Noun, at index: Int, _ start: Int, _ end: Int, _ sawOur: Bool) -> NumberMention.Owner? {
        switch noun {
        // «кримінальне провадження № …» is a document of the register; other proceedings are before a court.
        case .courtCase: return isCriminal(index) ? .document(noun: index) : .courtCase
        // «Єдиний реєстр досудових розслідувань» is the ЄРДР in full.
        case .thing where index + 1 < tokens.count && Self.investigations.knows(tokens[index + 1], in: text):
            return .document(noun: index)
        // «ЄДРПОУ 02360001   16.03.2027   № 18-02/51»: the word has its number already.
        case .thing where tokens[min(index + 1, start)..<start].contains(where: { $0.digitCount >= Self.codeDigits }): return nil
        // «Реєстр. № АЗ-118/26», «Картка №: НД-004417/27» open a line of registration.
        case .thing
        where isRegistration && index == line.tokens.lowerBound && Self.journals.knows(tokens[index], in: text):
            return .nobody
        case .thing: return index >= start - Self.thingReach ? .thing : nil
        case .registration: return .nobody
        case .registered: return .thing
        case .letter:
            if isReference(index) { return .answered }
            if isItself(index, start), !sawOur { return .itself }
            // «Офіційний лист зареєстровано … за № …»; «я надіслав запит № …» is the writer's own.
            if isRegistered(index, start) { return .itself }
            if isSent(index) { return .document(noun: index) }
            if isOurs(noun: index, before: start, after: end) { return .ours }
            if sawOur { return .ours }
            return isItself(index, start) ? .itself : .document(noun: index)
        case .document:
            // «На Вашу претензію … № …».
            if index > 1, isOur(index - 1),
                Self.onto.knows(tokens[index - 2], in: text) || text.reads(tokens[index - 2], "виконання")
            {
                return .ours
            }
            return isItself(index, start) ? .itself : .document(noun: index)
        }
    }

    /// The document names itself: «РІШЕННЯ № 1204», «Вимога № 5 від …» alone on its line above the text.
    private func isItself(_ noun: Int, _ start: Int) -> Bool {
        guard line.tokens.contains(noun) else { return false }
        let isAlone = line.role == .documentName || isRegistration
        return isAlone && start - noun <= 4 && noun - line.tokens.lowerBound <= 3 && !isOnto(noun)
    }

    /// «На лист від 12.11.2026 № 02-31/2517» on a line of its own above the text.
    private func isReference(_ noun: Int) -> Bool {
        noun == line.tokens.lowerBound + 1 && line.tokens.count <= Self.longestReference
            && text.reads(tokens[line.tokens.lowerBound], "на") && isOfNobody(noun + 1)
            && layout.line(ofToken: noun) < max(layout.bodyStart, Self.headLines)
    }

    /// Behind «на лист» date and number, and not whose letter it is.
    private func isOfNobody(_ index: Int) -> Bool {
        index < tokens.count && (tokens[index].kind != .word || text.reads(tokens[index], ["від", "вих"]))
    }

    /// «на лист № …» answers, «до листа», «копія листа» is somebody's.
    private func isOnto(_ noun: Int) -> Bool {
        guard noun > line.tokens.lowerBound else { return false }
        return Self.onto.knows(tokens[noun - 1], in: text)
    }

    /// «Ваш лист», «листа від … № … Ви повідомили», «лист виконавчого комітету», which is ours.
    private func isOurs(noun: Int, before start: Int, after end: Int) -> Bool {
        if (max(0, noun - 4)..<max(0, noun - 4, min(start, noun + 5))).contains(where: isOur) { return true }
        let next = behindBrackets(min(end, tokens.count))
        let behind = tokens[next..<min(tokens.count, next + 4)]
        if behind.contains(where: { Self.said.knows($0, in: text) }) { return true }
        if isReceived(noun, start) || isThanked(noun, start) || isToldByOurs(noun, behind) || isOursThatTold(noun, next) {
            return true
        }
        let own = tokens[noun + 1..<max(noun + 1, min(start, noun + 9))]
        return own.contains { Self.council.knows($0, in: text) }
            && !own.contains { Self.others.knows($0, in: text) }
    }

    /// «листом № … (підписав заступник) мене запевнили».
    private func behindBrackets(_ index: Int) -> Int {
        guard index < tokens.count, tokens[index].isMark("(") else { return index }
        return (index..<min(tokens.count, index + Self.longestBrackets)).first { tokens[$0].isMark(")") }.map { $0 + 1 } ?? index
    }

    /// «Я отримала лист № … від …», nobody named between: what who asks received came from us.
    private func isReceived(_ noun: Int, _ start: Int) -> Bool {
        tokens[max(0, noun - 4)..<noun].contains { Self.received.knows($0, in: text) }
            && !tokens[noun + 1..<max(noun + 1, start)].contains { $0.kind == .word && $0.letters.count > 3 }
    }

    /// «Листом від … № … заступник міського голови повідомив»: an officer of ours wrote it.
    private func isToldByOurs(_ noun: Int, _ behind: ArraySlice<Token>) -> Bool {
        let behind = behind.prefix { !$0.isMark(",") }
        return Self.tellingCases.contains(where: text.folded(tokens[noun]).ends)
            && behind.contains { Self.council.knows($0, in: text) } && !behind.contains { Self.others.knows($0, in: text) }
            && !tokens[max(0, noun - Self.longestName)..<noun].contains { Self.others.knows($0, in: text) }
    }

    /// «Виконком листом від … № … повідомив», «міська рада у відповіді від … № … запевнила»: what we told, behind our name.
    private func isOursThatTold(_ noun: Int, _ next: Int) -> Bool {
        guard Self.tellingCases.contains(where: text.folded(tokens[noun]).ends) else { return false }
        var start = noun
        while start > 0, noun - start < Self.longestName, !tokens[start].startsParagraph { start -= 1 }
        let before = tokens[start..<noun]
        return before.contains { Self.council.knows($0, in: text) } && !before.contains { Self.others.knows($0, in: text) }
            && tokens[next..<min(tokens.count, next + Self.longestName)].contains { Self.telling.knows($0, in: text) }
    }

    /// «Дякуємо за лист від … № …», «за результатами опрацювання листа від … № …»: whose it is goes without saying.
    private func isThanked(_ noun: Int, _ start: Int) -> Bool {
        guard noun > 1, isOfNobody(noun + 1) else { return false }
        return text.reads(tokens[noun - 1], "за") && text.reads(tokens[noun - 2], ["дякуємо", "вдячні", "дякую"])
            || text.reads(tokens[noun - 2], "результатами") && text.reads(tokens[noun - 1], ["опрацювання", "розгляду"])
    }

    private static let received = StemTable<Bool>([
        ("отримав отримала отримали одержав одержала одержали надіслали прислали получил получила получили прийшла прийшов", true)
    ])

    /// «Ваш», «Вами», but not «на Вашу адресу».
    private func isOur(_ index: Int) -> Bool {
        guard Self.our.knows(tokens[index], in: text) else { return false }
        return index + 1 >= tokens.count || !Self.places.knows(tokens[index + 1], in: text)
    }

    private func isRegistered(_ noun: Int, _ start: Int) -> Bool {
        noun + 1 < start && Self.registered.knows(tokens[noun + 1], in: text)
    }

    private func isSent(_ noun: Int) -> Bool {
        tokens[max(0, noun - 6)..<noun].contains { Self.sent.knows($0, in: text) }
    }

    private static let places = StemTable<Bool>([("адресу адреси ім'я розгляд", true)])
    private static let registered = StemTable<Bool>([("зареєстрован*", true)])
    private static let sent = StemTable<Bool>([
        (
            "надіслав надіслала надсилав надсилала подав подала подавав подавала направив направила скеровував звернувся звернулась звернулася",
            true
        )
    ])
    private static let investigations = StemTable<Bool>([("досудов*", true)])

    private func isCriminal(_ noun: Int) -> Bool {
        noun > 0 && text.folded(tokens[noun]).begins(with: "провадженн")
            && Self.criminal.knows(tokens[noun - 1], in: text)
    }

    private static let criminal = StemTable<Bool>([("кримінальн*", true)])

    private enum Noun { case document, letter, courtCase, thing, registration, registered }

    private static let nouns = StemTable<Noun>([
        (
            """
            доручен* постанов* розпоряджен* наказ* рішен* протокол* акт акта акту актом акті указ* закон* програм* порядк* порядок договор* \
            договір єрдр ухвал* вирок* погоджувальн* телеграм* телефонограм* вимог* припис* претензі* подання рахун* контракт* меморандум* витяг* \
            висновк* висновок записки записка запискою довідк* довідц* роз'яснен* резолюці*
            """, .document
        ),
        (
            """
            лист листа листом листи листів листу листі запит запиту запитом запити відповідь відповіді відповіддю звернення зверненням звернень \
            скарги скарга скаргу заяви заява заяву письмо письма клопотання
            """, .letter
        ),
        ("справа справи справі справу провадження провадженні провадженням дело дела делу", .courtCase),
        (
            """
            домоволодін* садиб* приміщен* свідоцтв* ордер* серія серії серією кабінет кабінеті каб кіоск* будин* буд амбулатор* школ* садк* садок ліце* округ* маршрут* під'їзд* прим примірник* \
            паспорт* ліценз* дільниц* лікарн* аптек* котельн* укритт* пункт* бланк* картк* сертифікат* посвідчен* додаток додатк* том \
            магазин* ринок* квартир* кв ділянк* опор* стовп* колодяз* закладу заклад групи групою статті номером єдрпоу мфо рахунку рнокпп іпн \
            кладовищ* гараж* секці* кімнат* каб позиці* лот лоту зно зозш знз зош днз здо поліклінік* лічильник* полюс* поліс* автомобіл* \
            реєстр* трас* списк* список спостережен* форма форми форму формою таблиц* дод посилк* накладн* ттн телефон* тел моб абонент* о/р особов* групи дільниці вп
            """, .thing
        ),
        ("реєстраційний вихідний сед аскод", .registration),
        // «наказ від … № …, зареєстрований у Мін’юсті … за № …»
        (
            "зареєстрований зареєстрованого зареєстрованим зареєстрованому зареєстрована зареєстрованої зареєстрованою",
            .registered
        ),
    ])
    private static let journals = StemTable<Bool>([("реєстр картка", true)])
    private static let our = StemTable<Bool>([
        ("ваш ваше вашого вашому вашим вашем ваші ваших вашої вашу ваша вами ви вас", true)
    ])
    private static let said = StemTable<Bool>([("ви вами вы мені нам мене", true)])
    private static let onto = StemTable<Bool>([("на до до копія копію копії", true)])
    /// The council's own names; those who write to us say them of us.
    private static let council = StemTable<Bool>([
        ("виконком виконкому міськвиконком* міськради міськраду міськрада виконавч* міськ* селищн* міськрад*", true)
    ])
    private static let others = StemTable<Bool>([
        (
            "обласн* районн* державн* міністер* департамент* управлін* прокуратур* суд суду поліці* депутат* служб* області облдержадмін* райдержадмін* адміністраці* ода ова рда рва фонд* інспекці*",
            true
        )
    ])
    /// «листом», «відповіддю», «у листі», «у відповіді».
    private static let tellingCases = ["ом", "дю", "сті", "ді"]
    private static let telling = StemTable<Bool>([
        (
            """
            повідом* відпові* запевни* обіця* пообіця* роз'ясни* відмови* поінформува* проінформува* інформува* надав надала надало надали надано \
            підтверди* погоди* визна*
            """, true
        )
    ])
    /// Tokens of «виконавчий комітет Лугоставської міської ради у».
    private static let longestName = 6
    /// Tokens before a pair that may name its document.
    private static let reach = 18
    private static let thingReach = 4
    private static let codeDigits = 6
    private static let longestBrackets = 12
    private static let longestReference = 22
    /// Lines of a head that was taken for text.
    private static let headLines = 14
}
