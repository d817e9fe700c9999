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
            if Self.our.meaning(of: token, in: text) != nil { sawOur = true }
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
        case .courtCase: return .courtCase
        case .thing: return index >= start - Self.thingReach ? .thing : nil
        case .registration: return .nobody
        case .letter:
            if isItself(index, start), !sawOur { return .itself }
            if isOurs(noun: index, before: start, after: end) { return .ours }
            if sawOur { return .ours }
            return isItself(index, start) ? .itself : .document(noun: index)
        case .document: return isItself(index, start) ? .itself : .document(noun: index)
        }
    }

    /// The document names itself: «РІШЕННЯ № 1204», «Вимога № 5 від …» alone on its line above the text.
    private func isItself(_ noun: Int, _ start: Int) -> Bool {
        guard line.tokens.contains(noun) else { return false }
        let isAlone = line.role == .documentName || isRegistration
        return isAlone && start - noun <= 4 && noun - line.tokens.lowerBound <= 3 && !isOnto(noun)
    }

    /// «на лист № …» answers, «до листа», «копія листа» is somebody's.
    private func isOnto(_ noun: Int) -> Bool {
        guard noun > line.tokens.lowerBound else { return false }
        return Self.onto.meaning(of: tokens[noun - 1], in: text) != nil
    }

    /// «Ваш лист», «листа від … № … Ви повідомили», «лист виконавчого комітету», which is ours.
    private func isOurs(noun: Int, before start: Int, after end: Int) -> Bool {
        if tokens[max(0, noun - 4)..<min(start, noun + 5)].contains(where: { Self.our.meaning(of: $0, in: text) != nil }) {
            return true
        }
        let behind = tokens[min(end, tokens.count)..<min(tokens.count, end + 4)]
        if behind.contains(where: { Self.said.meaning(of: $0, in: text) != nil }) { return true }
        let own = tokens[noun + 1..<max(noun + 1, min(start, noun + 9))]
        return own.contains { Self.council.meaning(of: $0, in: text) != nil }
            && !own.contains { Self.others.meaning(of: $0, in: text) != nil }
    }

    private enum Noun { case document, letter, courtCase, thing, registration }

    private static let nouns = StemTable<Noun>([
        (
            """
            доручен* постанов* розпоряджен* наказ* рішен* протокол* акт акта акту актом акті указ* закон* програм* порядк* порядок договор* \
            договір єрдр ухвал* вирок* погоджувальн* телеграм* телефонограм* вимог* припис* претензі* подання рахун* контракт* меморандум* витяг* \
            висновк* висновок довідк* довідц*
            """, .document
        ),
        (
            """
            лист листа листом листи листів листу листі запит запиту запитом запити відповідь відповіді відповіддю звернення зверненням звернень \
            скарги скарга скаргу заяви заява заяву письмо письма клопотання
            """, .letter
        ),
        ("справа справи справі справу провадження дело дела делу", .courtCase),
        (
            """
            свідоцтв* ордер* серія серії серією кабінет кабінеті каб кіоск* будин* буд амбулатор* школ* садк* садок ліце* округ* маршрут* під'їзд* прим примірник* \
            паспорт* ліценз* дільниц* лікарн* аптек* котельн* укритт* пункт* бланк* картк* сертифікат* посвідчен* додаток додатк* том \
            магазин* ринок* квартир* кв ділянк* опор* стовп* колодяз* закладу заклад групи групою статті номером єдрпоу мфо рахунку рнокпп іпн \
            кладовищ* гараж* секці* кімнат* каб позиці* лот лоту зно зозш знз зош днз здо поліклінік* лічильник* полюс* поліс* автомобіл* \
            реєстр* трас* форма форми формою таблиц* дод посилк* накладн* ттн телефон* тел моб абонент* о/р особов* групи дільниці
            """, .thing
        ),
        ("реєстраційний вихідний сед аскод", .registration),
    ])
    private static let our = StemTable<Bool>([
        ("ваш ваше вашого вашому вашим вашем ваші ваших вашої вашу ваша ваших вами ви вас наш нашого", true)
    ])
    private static let said = StemTable<Bool>([("ви вами вы мені нам мене", true)])
    private static let onto = StemTable<Bool>([("на до до копія копію копії", true)])
    /// The council's own names; those who write to us say them of us.
    private static let council = StemTable<Bool>([
        ("виконком виконкому міськвиконком* міськради міськраду міськрада виконавч* міськ* селищн* міськрад*", true)
    ])
    private static let others = StemTable<Bool>([
        ("обласн* районн* державн* міністер* департамент* управлін* прокуратур* суд суду поліці* депутат* служб* області", true)
    ])
    /// Tokens before a pair that may name its document.
    private static let reach = 18
    private static let thingReach = 4
}
