// SPDX-License-Identifier: Apache-2.0

extension RequestedAct {
    enum Step {
        case found(RequestedAct)
        /// Nothing that says what is asked; where to look on.
        case passed(Int)
    }

    /// Reads the words behind one word that asks.
    struct Reading {
        let text: NormalizedText
        let clause: SubjectClause
        /// The words of the sentence before the one that asks.
        let before: Range<Int>
        let end: Int
        let name: String
        /// Whether the request has letters Ukrainian lacks.
        let isRussian: Bool

        /// Whether the sentence ends here, or a colon leads to something that is not asked.
        func isOver(at index: Int) -> Bool {
            guard text.tokens[index].kind == .mark, index + 1 < end, text.tokens[index + 1].kind == .word else { return false }
            if text.tokens[index].isMark("!") { return true }
            if text.tokens[index].isMark(".") { return isRussian || startsSentence(index + 1) }
            return text.tokens[index].isMark(":") && !text.tokens[index + 1].startsLine && !isAct(index + 1)
                && VerbalNoun.act(of: text.tokens[index + 1], in: text) == nil
        }

        private func startsSentence(_ index: Int) -> Bool {
            var (low, high) = (0, text.sentences.count)
            while low < high {
                let middle = (low + high) / 2
                if text.sentences[middle].lowerBound < index { low = middle + 1 } else { high = middle }
            }
            return low < text.sentences.count && text.sentences[low].lowerBound == index
        }

        /// «Вимагаю повторного обстеження» needs no verb.
        func demanded(_ verb: Int) -> RequestedAct? {
            let start = behindAside(verb + 1)
            guard name == "Вимога", start + 1 < end, Self.demands.fits(text.tokens[start], in: text) else { return nil }
            let stop = clause.end(from: start)
            // «вимагаю з дня отримання цієї вимоги надати …»: an act is demanded.
            guard !(start..<stop).contains(where: isAct) else { return nil }
            return stop > start + 1 ? RequestedAct("Вимога " + clause.words(start..<stop), verb..<stop, .plain) : nil
        }

        func step(at index: Int) -> Step {
            let token = text.tokens[index]
            guard token.kind == .word else { return .passed(index + 1) }
            if Self.regarding.knows(token, in: text) { return taken("Щодо ", from: index + 1) ?? .passed(index + 1) }
            // «не об’єднувати групи» is no «об’єднання груп».
            if index > 0, text.reads(text.tokens[index - 1], "не") { return plain(index) }
            switch VerbalNoun.act(of: token, in: text) {
            case .noun(let noun): return nominal(noun, index)
            case .permit: return permitted(index) ?? plain(index)
            case .tell: return told(index)
            case .measures: return measures(index) ?? plain(index)
            case .help:
                if let help = help(index) { return .found(RequestedAct("Про " + help, index..<clause.end(from: index + 1))) }
                return helped(index) ?? further(index) ?? plain(index)
            case .consider: return considered(index)
            case .attention: return attention(index) ?? plain(index)
            case .make: return made(index) ?? plain(index)
            case .order: return ordered(index)
            case nil where Self.silences.knows(token, in: text): return .passed(clause.end(from: index))
            case nil: return isAct(index) ? plain(index) : .passed(index + 1)
            }
        }

        /// «надати (мені) (до 20.11) копію рішення» is «Про надання копії рішення».
        func nominal(_ noun: String, _ verb: Int) -> Step {
            // «провести проверку и обязать»: a Ukrainian noun before Russian words is neither.
            if isRussian, text.tokens[verb..<clause.end(from: verb)].contains(where: { text.reads($0, "и") }) {
                return plain(verb)
            }
            if let list = listed(noun, verb) { return list }
            let start = behindColon(behindAside(verb + 1))
            if let personal = personal(noun, verb, start) { return personal }
            guard start < end, text.tokens[start].kind == .word || text.tokens[start].isMark("\""), !beginsFurther(start) else {
                // «перевірити, чи правильно …».
                if start < end, text.tokens[start].isMark(",") { return plain(verb) }
                return inverted(noun, verb) ?? (Self.givings.contains(noun) ? information(noun, from: start) : nil)
                    ?? prepositional(noun, verb, start)
            }
            let stop = objectClause(noun).end(from: start)
            if let empty = Self.emptyObjects.meaning(of: text.tokens[start], in: text), empty || stop - start <= 2 {
                // «надати відповідь на лист щодо ремонту сходів» is about the stairs.
                return .passed(empty ? start + 1 : stop)
            }
            // «надіслати лист-запит із переліком».
            if start + 2 < stop, text.tokens[start + 1].isMark("-"), text.tokens[start + 1].isGlued,
                Self.emptyObjects.knows(text.tokens[start], in: text)
            {
                return .passed(stop)
            }
            if isEmptyObject(start..<stop) || pointsToEmpty(start) { return .passed(stop) }
            if Self.pronouns.knows(text.tokens[start], in: text) { return pronoun(noun, verb, start) }
            guard let genitive = genitive(start..<stop).map({ antecedent($0, start..<stop) ?? $0 }) else {
                return (Self.givings.contains(noun) ? information(noun, from: start) : nil) ?? plain(verb)
            }
            let first = "Про \(self.noun(noun, of: start..<stop)) \(relative(verb + 1..<start))\(genitive)"
            return .found(withSecond(first, verb, stop))
        }

        /// «поставити сім’ю на облік» is «взяття сім’ї на облік», «перерахувати кошти» their «перерахування».
        private func noun(_ noun: String, of object: Range<Int>) -> String {
            if noun == Self.setting, isOnRegister(object) { return Self.taking }
            let isMoney = noun == Self.reckoning && object.prefix(3).contains { Self.moneys.knows(text.tokens[$0], in: text) }
            return isMoney ? Self.paying : noun
        }

        private func isOnRegister(_ tokens: Range<Int>) -> Bool {
            tokens.dropFirst().contains {
                Self.registers.knows(text.tokens[$0], in: text) && text.reads(text.tokens[$0 - 1], Self.onto)
            }
        }

        /// What is given may be a list.
        func objectClause(_ noun: String) -> SubjectClause {
            var clause = clause
            clause.takesList = Self.givings.contains(noun)
            return clause
        }

        /// «надати: 1) довідку …», «надати інформацію: – перелік …»: the first point.
        private func behindColon(_ start: Int) -> Int {
            var index = start
            if index + 1 < end, Self.emptyObjects.knows(text.tokens[index], in: text) { index += 1 }
            guard index < end, text.tokens[index].isMark(":") else { return start }
            while index < end, text.tokens[index].kind != .word { index += 1 }
            return index
        }

        /// «взяти на облік»; «провести в наш провулок водопостачання» cannot be told from it, and is taken over.
        private func prepositional(_ noun: String, _ verb: Int, _ start: Int) -> Step {
            guard start < end, text.tokens[start].kind == .word, !Self.joints.knows(text.tokens[start], in: text)
            else {
                return .passed(max(start, verb + 1))
            }
            let stop = clause.end(from: start)
            if noun == Self.taking && text.reads(text.tokens[start], "на") {
                return .found(RequestedAct("Про \(noun) " + clause.words(start..<stop), verb..<stop))
            }
            if let act = objectBehindState(noun, verb, start..<stop) { return .found(withSecond(act.summary, verb, stop)) }
            if let act = objectBehindPlace(noun, verb, start..<stop) { return .found(withSecond(act.summary, verb, stop)) }
            return stop > start + 1 ? plain(verb) : .passed(stop)
        }

        /// Another act, or the words for when and where, stand where the object would.
        func beginsFurther(_ start: Int) -> Bool {
            let token = text.tokens[start]
            if Self.notObjects.knows(token, in: text) { return true }
            return start + 1 < end && Self.joints.knows(token, in: text)
        }

        /// «Інформацію про стан доріг просимо надати» is «Про надання інформації про стан доріг».
        private func inverted(_ noun: String, _ verb: Int) -> Step? {
            guard let first = before.first, !Self.emptyObjects.knows(text.tokens[first], in: text) || before.count > 2 else {
                return nil
            }
            let stop = min(before.upperBound, SubjectClause(text: text, end: before.upperBound).end(from: before.lowerBound))
            guard stop > before.lowerBound, stop + 1 >= before.upperBound,
                let genitive = ObjectPhrase(text: text, tokens: before.lowerBound..<stop).declined(to: .genitive)
            else { return nil }
            let object = genitive.lowInitial
            return .found(RequestedAct("Про \(noun) \(object)", before.lowerBound..<verb))
        }

        /// «зобов’язати КП «Парк» прибрати сміття» asks for the latter.
        private func ordered(_ verb: Int) -> Step {
            let further = verb + 1..<max(verb + 1, min(end, verb + Self.nearOrder))
            guard let act = further.first(where: { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }),
                !text.tokens[verb + 1..<act].contains(where: { $0.isMark(".") || $0.isMark(",") })
            else { return plain(verb) }
            return .passed(act)
        }

        /// «зробити перерахунок пенсії» is «Про перерахунок пенсії».
        private func made(_ verb: Int) -> Step? {
            let start = behindAside(verb + 1)
            guard start < end else { return nil }
            // «виконати ямковий ремонт»: the adjective stands before.
            let isQualified = Self.adjectives.fits(text.tokens[start], in: text) && start + 1 < end
            return isDoing(start) || isQualified && isDoing(start + 1) ? taken("Про ", from: start) : nil
        }

        func isDoing(_ index: Int) -> Bool {
            let word = text.text(of: text.tokens[index]).inLowerCase
            return word.ends(with: "ання") || word.ends(with: "ення") || Self.doings.knows(text.tokens[index], in: text)
        }

        /// «повідомити про кількість місць» is «Про кількість місць»; «про вжиті заходи», «про результати» say nothing.
        private func told(_ verb: Int) -> Step {
            let start = behindAside(verb + 1)
            guard start + 1 < end else { return .passed(verb + 1) }
            if Self.regarding.knows(text.tokens[start], in: text) {
                return taken("Щодо ", from: start + 1) ?? .passed(start + 1)
            }
            if text.reads(text.tokens[start], "про") {
                guard !isEmptyMatter(start + 1) else { return .passed(start + 2) }
                return taken("Про ", from: start + 1) ?? .passed(start + 1)
            }
            return text.tokens[start].isMark(",") ? plain(verb) : .passed(verb + 1)
        }

        /// «допомогти з ремонтом даху» is «допомога з ремонтом даху».
        func help(_ verb: Int) -> String? {
            let start = behindAside(verb + 1)
            guard start + 1 < end, text.reads(text.tokens[start], ["з", "із", "зі"]) else { return nil }
            return "допомогу " + clause.words(start..<clause.end(from: start))
        }

        /// «допоможіть, будь ласка, оформити …»: what is asked comes behind.
        private func further(_ verb: Int) -> Step? {
            let start = behindAside(verb + 1)
            return start < end && isAct(start) ? .passed(start) : nil
        }

        /// Words that stand in the right case already.
        func taken(_ lead: String, from start: Int) -> Step? {
            let stop = clause.end(from: start)
            guard stop > start, start < end, text.tokens[start].kind != .mark || text.tokens[start].isMark("\"") else {
                return nil
            }
            return .found(RequestedAct(lead + clause.words(start..<stop), start..<stop))
        }

        /// The verb with what follows, as it stands.
        func plain(_ verb: Int) -> Step {
            let hasClause = verb + 1 < end && text.tokens[verb + 1].isMark(",")
            let stop = SubjectClause(text: text, end: clause.end, takesRelative: false).end(from: hasClause ? verb + 2 : verb)
            // «допомогти вирішити …»: what is asked comes behind.
            if verb + 1 < end, VerbalNoun.isInfinitive(text.tokens[verb + 1], in: text) { return .passed(verb + 1) }
            if stop - verb == 2, Self.emptyWords.knows(text.tokens[verb + 1], in: text) { return .passed(stop) }
            guard stop > verb + 1, isAct(verb) else { return .passed(verb + 1) }
            let isDenied = verb > 0 && text.reads(text.tokens[verb - 1], "не")
            if let whole = impersonal(stop) { return .found(whole) }
            let further = behindJoint(stop)
            if worth(of: verb..<stop) == .vague, further > stop, further < self.end, isAct(further) { return .passed(further) }
            var end = stop
            // «під’єднати маршрутки і розмістити на зупинках розклад».
            let isJoined = text.tokens[stop..<further].contains { Self.joints.knows($0, in: text) }
            if isJoined, further < self.end, isAct(further), stop - verb < Self.shortAct {
                end = max(stop, clause.end(from: further))
            }
            let isImperative =
                Imperatives.holds(text.tokens[verb], in: text) || Self.imperatives.fits(text.tokens[verb], in: text)
            let summary =
                "\(name)\(isImperative ? ":" : "") \(isDenied ? "не " : "")" + lowered(clause.words(verb..<end), verb)
            // «Зробіть щось!»
            let isVague = isImperative && SubjectCompletion.isThin(summary)
            return .found(RequestedAct(summary, verb..<end, isVague ? .vague : worth(of: verb..<stop)))
        }

        /// An infinitive; of a Russian request also one in «-ть», which Ukrainian has for «він сидить».
        func isAct(_ index: Int) -> Bool {
            VerbalNoun.isInfinitive(text.tokens[index], in: text)
                || isRussian && text.tokens[index].letters.count > 4 && Self.russianInfinitives.fits(text.tokens[index], in: text)
        }

        private func worth(of act: Range<Int>) -> RequestedAct.Worth {
            if SubjectWords.vague.knows(text.tokens[act.lowerBound], in: text) { return .vague }
            return name == RequestedAct.proposal ? .named : .plain
        }

        /// «Біля вокзалу варто зробити велопарковку» says where before it says what.
        private func impersonal(_ stop: Int) -> RequestedAct? {
            guard before.count > 1, Self.impersonals.knows(text.tokens[before.upperBound], in: text) else {
                return nil
            }
            return RequestedAct(clause.words(before.lowerBound..<stop), before.lowerBound..<stop, .plain)
        }

        func isEmptyMatter(_ start: Int) -> Bool {
            start < end && Self.emptyMatters.knows(text.tokens[start], in: text)
        }

    }
}
