// SPDX-License-Identifier: Apache-2.0

/// What a sentence is worth as a task: who asks in it, and whether it says what is to be done.
extension TaskClauses {
    /// Whether somebody asks for something in it: «прошу», or a task at its head. «Просимо вибачення» asks for nothing.
    func asks(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        let asks = tokens.contains { Self.requests.meaning(of: text.tokens[$0], in: text) != nil } || startsWithTask(sentence)
        return asks && !tokens.contains { Self.courtesies.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// Whether it says what is to be done, and not only that an answer is waited for.
    func isConcrete(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        if asksForMatter(sentence) { return true }
        if refersBack(sentence) { return false }
        if beginsList(sentence), sentence + 1 < text.sentences.count, isRequest(in: tokens), isConcrete(sentence + 1) {
            return true
        }
        return tokens.contains { index in
            guard
                VerbalNoun.isInfinitive(text.tokens[index], in: text)
                    || Imperatives.holds(text.tokens[index], in: text)
            else { return false }
            switch Self.vague.meaning(of: text.tokens[index], in: text) {
            case nil: return true
            case .considers:
                // «вирішити питання заміни насоса».
                return text.reads(text.tokens[index], "вирішити") && index + 2 < tokens.upperBound
                    && text.reads(text.tokens[index + 1], ["питання", "проблему"]) && text.tokens[index + 2].kind == .word
                    && !text.reads(text.tokens[index + 2], ["по", "в", "у", "позитивно"])
            case .gives:
                let behind = index + 1..<max(index + 1, min(tokens.upperBound, index + 4))
                let before = max(tokens.lowerBound, index - 3)..<index
                return !(behind.contains(where: isAnswer) || before.contains(where: isAnswer))
            case .tells: return index + 1 < tokens.upperBound && text.tokens[index + 1].isMark(",")
            }
        }
    }

    /// «Клопочу про визнання сім’ї багатодітною».
    private func asksForMatter(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        return tokens.dropLast(2).contains {
            text.reads(text.tokens[$0], ["клопочу", "клопочемо"]) && text.reads(text.tokens[$0 + 1], "про")
                && Self.procedures.meaning(of: text.tokens[$0 + 2], in: text) == nil
        }
    }

    /// «Інформацію просимо надати на електронну адресу»: how to give what another sentence asks for.
    private func refersBack(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        guard let first = tokens.first(where: { text.tokens[$0].kind == .word }), first + 1 < tokens.upperBound,
            Self.given.meaning(of: text.tokens[first], in: text) != nil
        else { return false }
        return isRequest(first + 1) || VerbalNoun.isInfinitive(text.tokens[first + 1], in: text)
    }

    private func beginsList(_ sentence: Int) -> Bool {
        guard let last = text.sentences[sentence].last else { return false }
        return text.tokens[last].isMark(":")
    }

    private func isRequest(in tokens: Range<Int>) -> Bool { tokens.contains(where: isRequest) }

    /// «Прошу», «вимагаємо»: not «директорка просить зачекати».
    func isWriters(_ sentence: Int) -> Bool {
        text.sentences[sentence].contains { Self.firstPerson.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// «Звернулася редакція з проханням сприяти …»: what was asked once, by another.
    func isTold(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        return !isWriters(sentence) && tokens.contains { text.reads(text.tokens[$0], "проханням") }
            && tokens.contains { SubjectWords.appealed.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// «Заявниця просить …»: whose letter is passed on asks.
    func isOthers(_ sentence: Int) -> Bool {
        !isWriters(sentence)
            && text.sentences[sentence].contains { SubjectWords.othersRequests.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// The word that asks, or the sentence's end.
    func asking(_ sentence: Int) -> Int {
        text.sentences[sentence].first(where: isRequest) ?? text.sentences[sentence].lowerBound
    }

    /// Whether it asks for what an office holds: copies, lists, data.
    func asksInformation(_ sentence: Int) -> Bool {
        asks(sentence) && text.sentences[sentence].contains { Self.held.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// «Прийняти заяву до розгляду», «Призначити засідання»: what a court does itself.
    func isCourtsOwn(_ sentence: Int) -> Bool {
        text.sentences[sentence].prefix(Self.headWords).contains { Self.courtsOwn.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// «Позивачу подати відповідь на відзив»: a ruling's word to the other party.
    func isPlaintiffs(_ sentence: Int) -> Bool {
        text.sentences[sentence].prefix(Self.headWords).contains { text.reads(text.tokens[$0], ["позивачу", "позивачеві"]) }
    }

    private func isAnswer(_ index: Int) -> Bool { Self.answers.meaning(of: text.tokens[index], in: text) != nil }

    /// Whether its first words are what is to be done: «Надати …», «Директору КП … надати».
    func startsWithTask(_ sentence: Int) -> Bool {
        let words = text.sentences[sentence].lazy.filter { text.tokens[$0].kind == .word }.prefix(Self.headWords)
        let verb = words.first { Self.tasks.meaning(of: text.tokens[$0], in: text) != nil }
        // «Освячення плануємо провести»: what the writer does himself.
        guard let verb, verb > text.sentences[sentence].lowerBound else { return verb != nil }
        return Self.modals.meaning(of: text.tokens[verb - 1], in: text) == nil
    }

    /// Whether it says what to do without «прошу»: «Протокол засідання надати», «Відповідь надається», «надішліть».
    func orders(_ sentence: Int) -> Bool {
        guard !reminds(sentence) else { return false }
        var isFree = true
        for index in text.sentences[sentence] where text.tokens[index].kind == .word {
            let token = text.tokens[index]
            if Self.ordering.meaning(of: token, in: text) != nil || Imperatives.holds(token, in: text) { return true }
            // «мають право ознайомитися», «може взяти участь» order nothing.
            if Self.modals.meaning(of: token, in: text) != nil { isFree = false }
            if isFree, VerbalNoun.isInfinitive(token, in: text) { return true }
        }
        return false
    }

    /// «Нагадуємо, що …», «Звертаємо увагу на …».
    func reminds(_ sentence: Int) -> Bool {
        text.sentences[sentence].prefix(Self.headWords).contains { Self.reminders.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// «Взяти до відома», «врахувати в роботі».
    func isForInformation(_ sentence: Int) -> Bool {
        text.sentences[sentence].contains { Self.information.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// Whether «якщо», «у разі» stands before a token of the sentence.
    func isConditional(_ sentence: Int, before token: Int) -> Bool {
        let range = text.sentences[sentence]
        return (range.lowerBound..<max(range.lowerBound, min(token, range.upperBound))).contains {
            Self.conditions.meaning(of: text.tokens[$0], in: text) != nil
        }
    }
}
