// SPDX-License-Identifier: Apache-2.0

/// Where a phrase taken over from the text ends.
struct SubjectClause {
    let text: NormalizedText
    /// Nothing is taken from here on.
    let end: Int
    /// Whether «осіб, які …» goes on behind its comma.
    var takesRelative = true
    /// Whether «копії договору, акта та паспорта» goes on behind its commas.
    var takesList = false

    /// The end of what belongs to one act: a sentence's end, a clause, a term; without words no summary ends with.
    func end(from start: Int) -> Int {
        var index = start
        let limit = min(end, start + Self.longest)
        var isQuoted = false
        var bracket = start
        while index < limit {
            let token = text.tokens[index]
            if token.isMark("\"") { isQuoted.toggle() }
            if index > start, token.startsParagraph { break }
            if token.isMark("("), index > start, !isGround(index), let close = closing(index, limit) { bracket = close }
            if !isQuoted, index >= bracket, index > start, isEnd(at: index) {
                guard token.isMark(","), let further = behindSuch(index, start) else { break }
                index = further
                continue
            }
            index += 1
        }
        return withoutDangling(start..<index)
    }

    /// The bracket that closes one of few words: «сім’ю (4 особи, з них двоє дітей)».
    private func closing(_ open: Int, _ limit: Int) -> Int? {
        (open..<min(limit, open + Self.longestBracket)).first { text.tokens[$0].isMark(")") }
    }

    private static let longestBracket = 16

    /// The words on one line, as they were written.
    func words(_ tokens: Range<Int>) -> String {
        guard let first = tokens.first else { return "" }
        let octets = text.tokens[first].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
        let prefix = octets.lowerBound..<min(octets.upperBound, octets.lowerBound + SubjectReading.maximumLength * 4)
        return text.originalText(prefix).onOneLine
    }

    /// Behind a term that stands before the object: «протягом п’яти днів», «до 20.11.2026», «у триденний строк».
    func behindTerm(_ start: Int) -> Int {
        guard start + 1 < end, let lead = Self.termLeads.meaning(of: text.tokens[start], in: text) else { return start }
        let limit = min(end, start + Self.longestTerm)
        var found: Int?
        for index in start + 1..<max(start + 1, limit) {
            let token = text.tokens[index]
            if token.startsParagraph || token.isMark(",") || token.isMark(";") { break }
            let closes =
                token.kind == .number && lead == .day || Self.termNouns.knows(token, in: text)
                || token.isMark(".") && token.isGlued && found == index - 1
            if closes { found = index }
            let isStop = token.isMark(".") && index + 1 < end && !text.tokens[index + 1].isGlued && found != index
            if isStop { break }
        }
        return found.map { $0 + 1 } ?? start
    }

    private func withoutDangling(_ range: Range<Int>) -> Int {
        var index = range.upperBound
        while index > range.lowerBound + 1 {
            let token = text.tokens[index - 1]
            let isLoose = token.isMark("-") || token.isMark(",")
            // «возле нашего дома по адресу: …».
            let leadsOn =
                index - 2 > range.lowerBound && Self.addresses.knows(token, in: text)
                && text.reads(text.tokens[index - 2], ["по", "за"])
            let dangles = leadsOn || token.capitals == .none && !token.isGlued && Self.dangling.knows(token, in: text)
            guard isLoose || dangles else { break }
            index -= 1
        }
        return index
    }

    /// «визнати сім’ю такою, що потребує житла»: the clause belongs to the word before it.
    private func behindSuch(_ comma: Int, _ start: Int) -> Int? {
        guard comma > start, comma + 1 < end else { return nil }
        // «осіб, які потребують житла»: of a short phrase the clause says which.
        if takesRelative, comma - start <= Self.fewWords, beginsRelative(comma + 1) {
            return comma + 2
        }
        return Self.such.knows(text.tokens[comma - 1], in: text) ? comma + 1 : nil
    }

    /// «які …»; «що залишаються …», where the verb follows at once.
    private func beginsRelative(_ index: Int) -> Bool {
        if Self.relative.knows(text.tokens[index], in: text) {
            // «звернення …, яке надійшло на «гарячу лінію»»: how it came says nothing of the matter.
            return !(index + 1 < end && Self.comings.knows(text.tokens[index + 1], in: text))
        }
        return text.reads(text.tokens[index], "що") && index + 1 < end && Self.finite.fits(text.tokens[index + 1], in: text)
    }

    private func isEnd(at index: Int) -> Bool {
        let token = text.tokens[index]
        if index + 1 < end, text.tokens[index + 1].isGlued, token.isGlued, token.kind == .mark, !token.isMark(")") {
            return false
        }
        // «за адресою: м. Лугостав, …».
        if token.isMark(":") { return !text.reads(text.tokens[index - 1], "адресою") && !isOfList(index) }
        if token.isMark(";") || token.isMark("!") || token.isMark("?") { return true }
        if token.isMark(".") { return !isAbbreviation(at: index) }
        if token.isMark(",") { return endsAtComma(index) }
        // «(Закон «Про доступ …»)» says on what ground.
        if token.isMark("("), isGround(index) { return true }
        guard token.kind == .word else { return false }
        if Self.breaks.knows(token, in: text) { return !isUnderProgramme(index) && !isAtLeast(index) }
        guard index + 1 < end else { return false }
        let next = text.tokens[index + 1]
        if token.startsLine, startsContacts(index) { return true }
        // «в частині компенсації витрат заяву гр. Сич».
        if Self.persons.knows(next, in: text), SubjectWords.letters.knows(token, in: text) { return true }
        // «… меж ділянки для розгляду»: what the letter is sent for.
        if text.reads(token, "для"), Self.handling.knows(next, in: text) { return true }
        // «… та зобов’язати …»: the first act is enough.
        if Self.and.knows(token, in: text) {
            return VerbalNoun.isInfinitive(next, in: text) || Self.imperatives.fits(next, in: text)
                || Self.breaks.knows(next, in: text)
                || text.reads(next, ["про", "письмово", "сьогодні", "до", "не", "негайно", "хай"])
                || Self.inside.knows(next, in: text) && isTerm(index + 2)
        }
        if Self.inside.knows(token, in: text), isTerm(index + 1) || text.reads(next, "зв'язку") { return true }
        if text.reads(token, "не"), text.reads(next, ["пізніше", "позднее", "рідше"]) { return true }
        // «до 20.11.2026», «до 1 грудня».
        return text.reads(token, "до") && next.kind == .number
    }

    private func isGround(_ bracket: Int) -> Bool {
        bracket + 1 < end && text.reads(text.tokens[bracket + 1], ["закон", "закону", "зу"])
    }

    /// «згідно з міською програмою «Турбота»» names what is asked for.
    private func isUnderProgramme(_ index: Int) -> Bool {
        guard text.reads(text.tokens[index], ["згідно", "відповідно"]) else { return false }
        return (index + 2..<max(index + 2, min(end, index + Self.nearProgramme))).contains {
            Self.programmes.knows(text.tokens[$0], in: text)
        }
    }

    /// «коштів для придбання: генераторів, автомобілів»: without its list the noun says nothing.
    private func isOfList(_ colon: Int) -> Bool {
        guard colon + 1 < end, index(colon - 1, hasEnding: Self.doings) else { return false }
        let next = text.tokens[colon + 1]
        return next.kind == .word && next.capitals == .none && !next.startsLine && index(colon + 1, hasEnding: Self.genitives)
    }

    private func index(_ index: Int, hasEnding endings: EndingSet) -> Bool { endings.fits(text.tokens[index], in: text) }

    private static let doings = EndingSet(["ння", "ття"])
    private static let genitives = EndingSet(["ів", "ій", "их", "ок", "ей"])

    /// «ставити хоча б один автобус».
    private func isAtLeast(_ index: Int) -> Bool {
        text.reads(text.tokens[index], ["хоча", "хоч"]) && index + 1 < end
            && text.reads(text.tokens[index + 1], ["б", "би", "один", "одну", "одне", "раз"])
    }

    /// A line of the writer's name with his telephone, below a text that ends without a point.
    private func startsContacts(_ first: Int) -> Bool {
        let line = (first..<min(text.tokens.count, first + Self.longestContacts)).prefix {
            $0 == first || !text.tokens[$0].startsLine
        }
        return line.contains { index in
            Self.telephones.knows(text.tokens[index], in: text)
                && text.tokens[index..<min(text.tokens.count, index + 4)].contains { $0.digitCount > 2 }
        }
    }

    private static let telephones = StemTable<Bool>([("тел телефон моб", true)])
    private static let longestContacts = 12
    private static let programmes = StemTable<Bool>([("програмою програми", true)])
    private static let nearProgramme = 5
    private static let handling = StemTable<Bool>([
        ("розгляду опрацювання реагування відповідного вжиття", true)
    ])

    /// «строк», «місячний строк», «п’ятиденний термін».
    private func isTerm(_ start: Int) -> Bool {
        (start..<min(end, start + 2)).contains { DeadlineWord.terms.knows(text.tokens[$0], in: text) }
    }

    /// A comma ends the clause but inside an address and before a name.
    private func endsAtComma(_ index: Int) -> Bool {
        guard index + 1 < end else { return true }
        let next = text.tokens[index + 1]
        if next.isMark("-") { return true }
        if index > 1, text.tokens[index - 1].isMark("."), text.reads(text.tokens[index - 2], "н") { return false }
        if Self.clauses.knows(next, in: text) { return true }
        if takesList, goesOnAsList(index + 1) || isApposition(index) { return false }
        if text.tokens[index - 1].capitals == .first, isApposition(index) { return false }
        if closesApposition(index) { return false }
        return next.capitals == .none && next.kind == .word && !Self.short.knows(next, in: text)
            && !isParticiple(next)
    }

    private func closesApposition(_ comma: Int) -> Bool {
        let near = max(0, comma - Self.longestApposition)..<comma
        guard let open = near.last(where: { text.tokens[$0].isMark(",") }), open > 0, text.tokens[open - 1].capitals == .first
        else {
            return false
        }
        return isApposition(open)
    }

    /// «мого сина Дмитра, учня 5-А класу, до …»: a comma closes it and a preposition follows.
    private func isApposition(_ comma: Int) -> Bool {
        let near = comma + 1..<max(comma + 1, min(end, comma + Self.longestApposition))
        guard let close = near.first(where: { text.tokens[$0].isMark(",") }), close + 1 < end,
            !Self.clauses.knows(text.tokens[comma + 1], in: text)
        else { return false }
        return text.reads(text.tokens[close + 1], ["до", "на", "у", "в", "з", "із", "за", "від"])
    }

    /// Another object, or words that tell the first more closely; no act of its own.
    private func goesOnAsList(_ start: Int) -> Bool {
        let token = text.tokens[start]
        guard token.kind == .word, !Self.breaks.knows(token, in: text) else { return false }
        return !VerbalNoun.isInfinitive(token, in: text) && !SubjectWords.requests.knows(token, in: text)
    }

    /// «осіб, зареєстрованих у квартирі».
    private func isParticiple(_ token: Token) -> Bool {
        // «у двох місцях, вказаних на фото» points out of the summary.
        token.letters.count > 6 && Self.participles.fits(token, in: text) && !Self.pointers.knows(token, in: text)
    }

    private func isAbbreviation(at index: Int) -> Bool {
        let before = text.tokens[index - 1]
        guard text.tokens[index].isGlued, before.kind == .word else {
            return before.kind == .number && index + 1 < end && text.tokens[index + 1].isGlued
        }
        // «1971 р. н.» ends a sentence as often as not.
        if text.reads(before, "н"), index + 1 < end, text.tokens[index + 1].isMark(",") { return true }
        let isInitial =
            before.letters.count == 1 && !text.reads(before, "н") && !(index > 1 && text.tokens[index - 2].isMark("-"))
        return isInitial || Self.short.knows(before, in: text)
    }

    private static let inside = StemTable<Bool>([("у в", true)])
    private static let participles = EndingSet([
        "аних", "ених", "єних", "аного", "еного", "аної", "еної", "аній", "еній", "аному", "еному",
    ])
    private static let pointers = StemTable<Bool>([
        ("вказан* зазначен* наведен* перелічен* перерахован* згадан* позначен* зображен*", true)
    ])
    private static let and = StemTable<Bool>([("та і й а або", true)])
    private static let relative = StemTable<Bool>([("який яка яке які", true)])
    private static let persons = StemTable<Bool>([("гр громадянина громадянки", true)])
    private static let comings = StemTable<Bool>([("надійшл* надійшов надіслан* зареєстрован* подан*", true)])
    private static let imperatives = EndingSet(["іть", "йте"])
    private static let finite = EndingSet(["ються", "яться", "ують", "лись", "лися", "ли"])
    private static let fewWords = 16
    private static let such = StemTable<Bool>([("такою таким такими таку те тих тим того тому тієї таке", true)])
    private static let clauses = StemTable<Bool>([
        (
            "що який яка яке які якого якої оскільки бо якщо щоб аби тому адже де коли а але для внаслідок зокрема а також враховуючи",
            true
        )
    ])
    private static let breaks = StemTable<Bool>([
        (
            """
            повідомляємо повідомляю інформуємо просимо прошу надсилаємо надаємо протягом упродовж впродовж оскільки якщо бо повідомити \
            поінформувати проінформувати період повідомляє інформує негайно терміново невідкладно згідно відповідно шляхом будь хоча хоч опрацьовується опрацьовано
            """, true
        )
    ])
    private static let short = StemTable<Bool>([
        (
            "вул ул пр буд кв просп пров бульв пл ім обл гр м р т смт тис грн корп рр реєстр ст п ч пп будинок квартира під'їзд с кімн",
            true
        )
    ])
    /// Words no summary ends with.
    private static let dangling = StemTable<Bool>([
        (
            "за в у до на по з із та і й а для про при від під адресою щодо або також наступні наступну такі таку через який яка яке які що нарешті",
            true
        )
    ])
    private static let addresses = StemTable<Bool>([("адресу адресою адресами адресам", true)])
    private enum TermLead { case day, length }
    private static let termLeads = StemTable<TermLead>([("до", .day), ("протягом впродовж упродовж у в не на за", .length)])
    private static let termNouns = StemTable<Bool>([
        (
            """
            дня днів дні день тижня тижнів місяця місяців години годин діб доби строк термін строки терміни року р числа грудня січня лютого березня \
            квітня травня червня липня серпня вересня жовтня листопада пізніше порядку
            """, true
        )
    ])
    private static let longest = 26
    private static let longestApposition = 10
    private static let longestTerm = 12
}
