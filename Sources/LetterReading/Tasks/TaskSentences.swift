// SPDX-License-Identifier: Apache-2.0

/// What a sentence is worth as a task: who asks in it, and whether it says what is to be done.
extension TaskClauses {
    /// Where a sentence asks.
    struct Asking {
        /// «Прошу», where that is said.
        let request: Int?
        /// The word that asks, or what is to be done.
        let word: Int
    }

    /// Where somebody asks for something in it: «прошу», or a task at its head. «Просимо вибачення» asks for nothing.
    func asking(_ sentence: Int) -> Asking? {
        let tokens = text.sentences[sentence]
        let request = firstRequest(in: tokens)
        let order = request == nil ? OrderingVerb(in: tokens, text) : nil
        guard let word = request ?? order.flatMap({ $0.isFirst || startsWithTask(sentence) ? $0.index : nil }),
            !isCourtesy(tokens, word)
        else { return nil }
        return Asking(request: request, word: word)
    }

    /// «Просимо вибачення»; not «прошу перевірити роботу, а прізвище не розголошувати».
    private func isCourtesy(_ tokens: Range<Int>, _ word: Int) -> Bool {
        guard let courtesy = tokens.first(where: { Self.courtesies.knows(text.tokens[$0], in: text) }) else { return false }
        return !(word..<max(word, courtesy)).contains { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }
    }

    /// Whether somebody asks for something in it.
    func asks(_ sentence: Int) -> Bool { asking(sentence) != nil }

    private func firstRequest(in tokens: Range<Int>) -> Int? {
        let glance = Self.requestGlance
        return tokens.first { glance.mayKnow(text.tokens[$0]) && isRequest($0) }
    }

    /// Whether it says what is to be done, and not only that an answer is waited for.
    func isConcrete(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        if asksForMatter(sentence) || wish(in: tokens) != nil { return true }
        if refersBack(sentence) { return false }
        // «Прошу надати відповідь на такі питання: 1) скільки …»
        if beginsList(sentence), sentence + 1 < text.sentences.count, isRequest(in: tokens),
            isNumbered(sentence + 1) || isConcrete(sentence + 1)
        {
            return true
        }
        return tokens.prefix(upTo: reason(in: tokens)).contains { index in
            guard
                VerbalNoun.isInfinitive(text.tokens[index], in: text)
                    || Imperatives.hasForm(text.tokens[index], in: text)
            else { return false }
            // «прошу не відписуватись»
            if index > tokens.lowerBound, text.reads(text.tokens[index - 1], "не") { return false }
            switch Self.vague.meaning(of: text.tokens[index], in: text) {
            case nil: return true
            case .considers:
                // «вирішити питання заміни насоса», «розглянути можливість встановлення павільйону».
                return namesQuestion(index + 1..<tokens.upperBound)
            case .gives:
                let behind = index + 1..<max(index + 1, min(tokens.upperBound, index + 4))
                let before = max(tokens.lowerBound, index - Self.nearAnswer)..<index
                return !(behind.contains(where: isAnswer) || before.contains(where: isAnswer))
            case .tells:
                return index + 1 < tokens.upperBound && text.tokens[index + 1].isMark(",") || isPersons(tokens.lowerBound, index)
            }
        }
    }

    /// Where a sentence that asks goes on to say why: «повідомити про рішення, щоб ми встигли укласти договір»; its end where it does not.
    private func reason(in tokens: Range<Int>) -> Int {
        guard let verb = tokens.first(where: { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }) else {
            return tokens.upperBound
        }
        return (verb..<tokens.upperBound).first { index in
            text.tokens[index].isMark(",") && index + 1 < tokens.upperBound
                && Self.reasons.knows(text.tokens[index + 1], in: text)
        } ?? tokens.upperBound
    }

    /// «Просимо також повідомити …»: beside what was asked before.
    func adds(_ sentence: Int) -> Bool {
        text.sentences[sentence].prefix(Self.headWords).contains { text.reads(text.tokens[$0], ["також", "теж", "заодно"]) }
    }

    /// «Прізвище, ім’я та посаду учасника просимо повідомити»: what is to be told stands first.
    func isPersons(_ start: Int, _ verb: Int) -> Bool {
        start < verb && verb - start <= Self.longestObject && Self.persons.knows(text.tokens[start], in: text)
            && !(start..<verb).contains { text.tokens[$0].isMark(":") }
    }

    /// «питання заміни насоса», «на черговій сесії питання про надбавку»; not «питання позитивно».
    private func namesQuestion(_ behind: Range<Int>) -> Bool {
        guard let question = behind.prefix(Self.headWords).first(where: { Self.considered.knows(text.tokens[$0], in: text) }),
            question + 1 < behind.upperBound
        else { return false }
        return text.tokens[question + 1].kind == .word && !text.reads(text.tokens[question + 1], ["по", "в", "у", "позитивно"])
    }

    /// Behind the word that asks: «прошу, щоб дорогу чистили», «прошу зробити шоб не текло».
    func wish(in tokens: Range<Int>) -> Int? {
        guard let request = firstRequest(in: tokens) else { return nil }
        let near = request + 1..<max(request + 1, min(tokens.upperBound, request + Self.nearWish))
        guard near.contains(where: { Self.wishing.knows(text.tokens[$0], in: text) }) else { return nil }
        return near.first { text.tokens[$0].kind == .word }
    }

    /// «Клопочу про визнання сім’ї багатодітною».
    private func asksForMatter(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        return tokens.dropLast(2).contains {
            Self.pleading.knows(text.tokens[$0], in: text) && text.reads(text.tokens[$0 + 1], "про")
                && !Self.procedures.knows(text.tokens[$0 + 2], in: text)
        }
    }

    /// «Інформацію просимо надати на електронну адресу», «Запитувані документи надіслати …»: how to give what another sentence asks for.
    private func refersBack(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        guard
            let first = tokens.first(where: {
                text.tokens[$0].kind == .word && !Self.referring.knows(text.tokens[$0], in: text)
            }), first + 1 < tokens.upperBound, Self.given.knows(text.tokens[first], in: text)
        else { return false }
        return isRequest(first + 1) || VerbalNoun.isInfinitive(text.tokens[first + 1], in: text)
    }

    private func isRequest(in tokens: Range<Int>) -> Bool { firstRequest(in: tokens) != nil }

    /// «Прошу», «вимагаємо», «звертаюся з проханням»: not «директорка просить зачекати».
    func isWriters(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        if Self.firstPerson.isMet(in: tokens, of: text) { return true }
        return Self.asked.isMet(in: tokens, of: text) && Self.turning.isMet(in: tokens, of: text)
    }

    /// «Мешканцям рекомендуємо зробити запас води»: the public is asked, not the office.
    func isForPublic(_ sentence: Int) -> Bool { isForPublic(sentence, firstRequest(in: text.sentences[sentence])) }

    /// - Parameter request: the word that asks.
    func isForPublic(_ sentence: Int, _ request: Int?) -> Bool {
        let tokens = text.sentences[sentence]
        if tokens.dropFirst().contains(where: isDutyOfOthers) { return true }
        guard let request else { return false }
        return beside(request, in: tokens).contains { index in
            // «На прохання мешканців прошу …»: by their wish the office is asked.
            Self.publics.knows(text.tokens[index], in: text)
                && !(index > tokens.lowerBound && Self.wishes.knows(text.tokens[index - 1], in: text))
        }
    }

    /// The two words to each side of the one that asks: «(вода стосується здоров’я громадян) просимо» asks no citizens.
    private func beside(_ request: Int, in tokens: Range<Int>) -> Range<Int> {
        var (start, end) = (request, request + 1)
        while start > max(tokens.lowerBound, request - 2), text.tokens[start - 1].kind != .mark { start -= 1 }
        while end < min(tokens.upperBound, request + 2), text.tokens[end].kind != .mark { end += 1 }
        return start..<end
    }

    /// «Обласній адміністрації належить внести зміни».
    private func isDutyOfOthers(_ index: Int) -> Bool {
        Self.duties.knows(text.tokens[index], in: text)
            && Self.bodies.knows(text.tokens[index - 1], in: text)
    }

    /// «Воду слід злити до прозорості»: nobody is asked.
    func advises(_ sentence: Int) -> Bool {
        Self.advice.isMet(in: text.sentences[sentence], of: text) && !isWriters(sentence)
    }

    /// «Звернулася редакція з проханням сприяти …»: what was asked once, by another.
    func isTold(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        return Self.asked.isMet(in: tokens, of: text) && SubjectWords.appealed.isMet(in: tokens, of: text)
            && !isWriters(sentence)
    }

    /// «Заявниця просить …»: whose letter is passed on asks.
    func isOthers(_ sentence: Int) -> Bool {
        SubjectWords.othersRequests.isMet(in: text.sentences[sentence], of: text) && !isWriters(sentence)
    }

    /// «Копію відповіді надіслати управлінню».
    func asksForCopy(_ sentence: Int) -> Bool {
        Self.copies.isMet(in: text.sentences[sentence].prefix(1), of: text) && asks(sentence)
    }

    /// Whether what it asks for is what an office holds: copies, lists, data.
    func asksInformation(_ sentence: Int) -> Bool {
        Self.held.isMet(in: text.sentences[sentence], of: text)
    }

    /// «Прийняти заяву до розгляду», «Призначити засідання», «Копію ухвали надіслати сторонам»: what a court does itself.
    func isCourtsOwn(_ sentence: Int) -> Bool {
        let head = text.sentences[sentence].prefix(Self.headWords)
        return Self.courtsOwn.isMet(in: head, of: text)
            || Self.copies.isMet(in: head, of: text) && Self.rulings.isMet(in: head, of: text)
    }

    /// «Прошу забезпечити участь керівника»: beside a meeting no task of its own.
    func asksToCome(_ sentence: Int) -> Bool { Self.coming.first(in: text, text.sentences[sentence]) != nil }

    /// «РІШЕННЯ / ІМЕНЕМ УКРАЇНИ» above the text.
    var isJudgment: Bool {
        text.tokens.indices.prefix(Self.judgmentHead).dropLast().contains {
            text.reads(text.tokens[$0], "іменем") && text.reads(text.tokens[$0 + 1], "україни")
        }
    }

    /// «Зобов’язати відповідача усунути перешкоди»: of what a judgment decides this alone is for somebody to do.
    func isOrderedByCourt(_ sentence: Int) -> Bool { Self.obliging.isMet(in: text.sentences[sentence], of: text) }

    /// «Разом із відзивом подати копію рішення», «У той самий строк надати пояснення»: no task beside the one before it.
    func isDoneTogether(_ sentence: Int) -> Bool { Self.together.first(in: text, text.sentences[sentence]) != nil }

    /// «Позивачу подати відповідь на відзив»: a ruling's word to the other party.
    func isPlaintiffs(_ sentence: Int) -> Bool {
        Self.plaintiffs.isMet(in: text.sentences[sentence].prefix(Self.headWords), of: text)
    }

    /// «відповідь», «інформацію про результати»: that, not how, the other thing asked for was done.
    private func isAnswer(_ index: Int) -> Bool {
        if Self.answers.knows(text.tokens[index], in: text) { return true }
        return Self.given.knows(text.tokens[index], in: text) && index + 2 < text.tokens.count
            && text.reads(text.tokens[index + 1], "про") && Self.outcomes.knows(text.tokens[index + 2], in: text)
    }

    /// Whether its first words are what is to be done: «Надати …», «Директору КП … надати».
    func startsWithTask(_ sentence: Int) -> Bool {
        let words = text.sentences[sentence].lazy.filter { text.tokens[$0].kind == .word }.prefix(Self.headWords)
        let verb = Self.tasks.first(in: words, of: text)
        // «Освячення плануємо провести»: what the writer does himself.
        guard let verb else { return false }
        return OrderingVerb(in: text.sentences[sentence].lowerBound..<verb + 1, text) != nil
    }

    /// Whether it says what to do without «прошу»: «Протокол засідання надати», «Відповідь надається», «надішліть».
    ///
    /// - Parameter evenReminding: whether a sentence that calls something to mind may order.
    func orders(_ sentence: Int, evenReminding: Bool = false) -> Bool {
        let tokens = text.sentences[sentence]
        guard evenReminding || !reminds(sentence) else { return false }
        return tokens.contains {
            Self.ordering.knows(text.tokens[$0], in: text) || OrderingVerb.isPassiveDuty(at: $0, text)
        } || OrderingVerb(in: tokens, text) != nil
    }

    /// «має бути подана», «підлягає сплаті».
    func hasPassiveDuty(_ sentence: Int) -> Bool {
        text.sentences[sentence].contains { OrderingVerb.isPassiveDuty(at: $0, text) }
    }

    /// «Нагадуємо, що …», «Звертаємо увагу на …».
    func reminds(_ sentence: Int) -> Bool {
        Self.reminders.isMet(in: text.sentences[sentence].prefix(Self.headWords), of: text)
    }

    /// «Про результати поінформувати до 05.04» on a line of its own below the points.
    func isReportOnAll(_ sentence: Int) -> Bool {
        text.tokens[text.sentences[sentence].lowerBound].startsLine && asks(sentence) && !isConcrete(sentence)
    }

    /// «Відповідно до статті 20 Закону запит задовольняється …»: how the law has it for everybody.
    func quotesLaw(_ sentence: Int) -> Bool {
        DeadlineWord.laws.isMet(in: text.sentences[sentence], of: text)
    }

    /// «Взяти до відома», «врахувати в роботі».
    func isForInformation(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        return tokens.contains { index in
            let next = index + 1 < tokens.upperBound ? text.tokens[index + 1] : nil
            switch Self.information.meaning(of: text.tokens[index], in: text) {
            case .knowledge:
                return index > tokens.lowerBound + 1 && Self.taking.knows(text.tokens[index - 2], in: text)
            case .account: return next.map { $0.kind == .mark || Self.accounted.knows($0, in: text) } ?? true
            case nil: return false
            }
        }
    }

    /// Whether «якщо», «у разі» stands before a token of the sentence.
    func isConditional(_ sentence: Int, before token: Int) -> Bool {
        let range = text.sentences[sentence]
        return (range.lowerBound..<max(range.lowerBound, min(token, range.upperBound))).contains {
            Self.conditions.knows(text.tokens[$0], in: text)
        }
    }
}
