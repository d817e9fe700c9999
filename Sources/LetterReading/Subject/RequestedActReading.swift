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

        func step(at index: Int) -> Step {
            let token = text.tokens[index]
            guard token.kind == .word else { return .passed(index + 1) }
            if Self.regarding.meaning(of: token, in: text) != nil { return taken("Щодо ", from: index + 1) ?? .passed(index + 1) }
            // «не об’єднувати групи» is no «об’єднання груп».
            if index > 0, text.reads(text.tokens[index - 1], "не") { return plain(index) }
            switch VerbalNoun.act(of: token, in: text) {
            case .noun(let noun): return nominal(noun, index)
            case .tell: return told(index)
            case .measures: return measures(index) ?? plain(index)
            case .help: return helped(index) ?? plain(index)
            case .consider: return considered(index)
            case .attention: return attention(index) ?? plain(index)
            case .make: return made(index) ?? plain(index)
            case .order: return ordered(index)
            case nil where Self.silences.meaning(of: token, in: text) != nil: return .passed(clause.end(from: index))
            case nil: return VerbalNoun.isInfinitive(token, in: text) ? plain(index) : .passed(index + 1)
            }
        }

        /// «надати (мені) (до 20.11) копію рішення» is «Про надання копії рішення».
        private func nominal(_ noun: String, _ verb: Int) -> Step {
            if let list = listed(noun, verb) { return list }
            let start = behindColon(behindAside(verb + 1))
            guard start < end, text.tokens[start].kind == .word || text.tokens[start].isMark("\""), !beginsFurther(start) else {
                // «перевірити, чи правильно …».
                if start < end, text.tokens[start].isMark(",") { return plain(verb) }
                return inverted(noun, verb) ?? prepositional(noun, verb, start)
            }
            let stop = clause.end(from: start)
            if let empty = Self.emptyObjects.meaning(of: text.tokens[start], in: text), empty || stop - start <= 2 {
                return .passed(stop)
            }
            // «Перевірте його»: whom, nobody knows.
            if Self.pronouns.meaning(of: text.tokens[start], in: text) != nil { return .passed(end) }
            guard let genitive = genitive(start..<stop) else { return information(noun, from: start) ?? plain(verb) }
            let first = "Про \(noun) \(genitive)"
            guard let second = secondAct(stop) else { return .found(RequestedAct(first, verb..<stop)) }
            return .found(RequestedAct(first + " та " + second.words, verb..<second.end))
        }

        /// «… та відновити водопропускну трубу»: the second act of the sentence.
        private func secondAct(_ joint: Int) -> (words: String, end: Int)? {
            guard joint + 2 < end, Self.joints.meaning(of: text.tokens[joint], in: text) != nil,
                case .noun(let noun) = VerbalNoun.act(of: text.tokens[joint + 1], in: text)
            else { return nil }
            let start = behindAside(joint + 2)
            guard start < end, text.tokens[start].kind == .word, !beginsFurther(start),
                Self.emptyObjects.meaning(of: text.tokens[start], in: text) == nil
            else { return nil }
            let stop = clause.end(from: start)
            return ObjectPhrase(text: text, tokens: start..<stop).declined(to: .genitive).map { ("\(noun) \($0)", stop) }
        }

        /// «надати: 1) довідку …», «надати інформацію: – перелік …»: the first point.
        private func behindColon(_ start: Int) -> Int {
            var index = start
            if index + 1 < end, Self.emptyObjects.meaning(of: text.tokens[index], in: text) != nil { index += 1 }
            guard index < end, text.tokens[index].isMark(":") else { return start }
            while index < end, text.tokens[index].kind != .word { index += 1 }
            return index
        }

        /// «взяти на облік»; «провести в наш провулок водопостачання» cannot be told from it, and is taken over.
        private func prepositional(_ noun: String, _ verb: Int, _ start: Int) -> Step {
            guard start < end, text.tokens[start].kind == .word, Self.joints.meaning(of: text.tokens[start], in: text) == nil
            else {
                return .passed(max(start, verb + 1))
            }
            let stop = clause.end(from: start)
            if noun == "взяття", text.reads(text.tokens[start], "на") {
                return .found(RequestedAct("Про \(noun) " + clause.words(start..<stop), verb..<stop))
            }
            return stop > start + 1 ? plain(verb) : .passed(stop)
        }

        /// Another act, or the words for when and where, stand where the object would.
        private func beginsFurther(_ start: Int) -> Bool {
            let token = text.tokens[start]
            if Self.notObjects.meaning(of: token, in: text) != nil { return true }
            return start + 1 < end && Self.joints.meaning(of: token, in: text) != nil
        }

        /// «Інформацію про стан доріг просимо надати» is «Про надання інформації про стан доріг».
        private func inverted(_ noun: String, _ verb: Int) -> Step? {
            guard before.count > 1,
                Self.emptyObjects.meaning(of: text.tokens[before.lowerBound], in: text) == nil || before.count > 2
            else {
                return nil
            }
            let stop = min(before.upperBound, SubjectClause(text: text, end: before.upperBound).end(from: before.lowerBound))
            guard stop > before.lowerBound, stop + 1 >= before.upperBound,
                let genitive = ObjectPhrase(text: text, tokens: before.lowerBound..<stop).declined(to: .genitive)
            else { return nil }
            let object = genitive.prefix(1).lowercased() + genitive.dropFirst()
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
            let word = text.text(of: text.tokens[start]).inLowerCase
            let isDoing =
                word.ends(with: "ання") || word.ends(with: "ення") || Self.doings.meaning(of: text.tokens[start], in: text) != nil
            return isDoing ? taken("Про ", from: start) : nil
        }

        /// «повідомити про кількість місць» is «Про кількість місць»; «про вжиті заходи», «про результати» say nothing.
        private func told(_ verb: Int) -> Step {
            let start = behindAside(verb + 1)
            guard start + 1 < end else { return .passed(verb + 1) }
            if Self.regarding.meaning(of: text.tokens[start], in: text) != nil {
                return taken("Щодо ", from: start + 1) ?? .passed(start + 1)
            }
            if text.reads(text.tokens[start], "про") {
                guard !isEmptyMatter(start + 1) else { return .passed(start + 2) }
                return taken("Про ", from: start + 1) ?? .passed(start + 1)
            }
            return text.tokens[start].isMark(",") ? plain(verb) : .passed(verb + 1)
        }

        /// «вжити (всіх необхідних) заходів щодо відлову собак», «заходів для усунення …».
        private func measures(_ verb: Int) -> Step? {
            for index in verb + 1..<max(verb + 1, min(end, verb + Self.near)) {
                if Self.regarding.meaning(of: text.tokens[index], in: text) != nil || text.reads(text.tokens[index], "для") {
                    return taken("Щодо ", from: index + 1)
                }
            }
            return nil
        }

        /// «сприяти у вирішенні питання відновлення …», «допомогти у встановленні …».
        private func helped(_ verb: Int) -> Step? {
            for index in verb + 1..<max(verb + 1, min(end, verb + Self.near)) where text.tokens[index].kind == .word {
                let word = text.originalText(text.tokens[index].range).inLowerCase
                guard word.ends(with: "енні") || word.ends(with: "анні") else { continue }
                if Self.solving.meaning(of: text.tokens[index], in: text) != nil { return matter(index + 1) }
                let stop = clause.end(from: index + 1)
                let noun = String(word.dropLast()) + "я"
                let rest = stop > index + 1 ? " " + clause.words(index + 1..<stop) : ""
                return .found(RequestedAct("Про \(noun)\(rest)", index..<stop))
            }
            return nil
        }

        /// «розглянути питання про …», «вирішити проблему з …», «розглянути можливість …»; «розглянути звернення» says nothing.
        private func considered(_ verb: Int) -> Step {
            let start = behindAside(verb + 1)
            guard start < end else { return .passed(verb + 1) }
            if let found = matter(start) { return found }
            if Self.possibilities.meaning(of: text.tokens[start], in: text) != nil {
                let stop = clause.end(from: start + 1)
                guard stop > start + 1 else { return .passed(stop) }
                return .found(RequestedAct("Щодо можливості " + clause.words(start + 1..<stop), start..<stop))
            }
            return .passed(start + 1)
        }

        private func attention(_ verb: Int) -> Step? {
            for index in verb + 1..<max(verb + 1, min(end, verb + Self.near)) where text.reads(text.tokens[index], "на") {
                return taken("Про ", from: index + 1)
            }
            return nil
        }

        /// «питання щодо …», «питання відновлення …», «проблему з …».
        private func matter(_ start: Int) -> Step? {
            guard start + 1 < end, let noun = Self.matters.meaning(of: text.tokens[start], in: text) else { return nil }
            let next = text.tokens[start + 1]
            if Self.regarding.meaning(of: next, in: text) != nil { return taken("Щодо ", from: start + 2) }
            if text.reads(next, "про") { return taken("Про ", from: start + 2) }
            if text.reads(next, "з") || text.reads(next, "із") {
                let stop = clause.end(from: start + 1)
                return .found(RequestedAct("Про \(noun) " + clause.words(start + 1..<stop), start..<stop))
            }
            return taken("Щодо ", from: start + 1)
        }

        /// Words that stand in the right case already.
        private func taken(_ lead: String, from start: Int) -> Step? {
            let stop = clause.end(from: start)
            guard stop > start, start < end, text.tokens[start].kind != .mark || text.tokens[start].isMark("\"") else {
                return nil
            }
            return .found(RequestedAct(lead + clause.words(start..<stop), start..<stop))
        }

        /// The verb with what follows, as it stands.
        private func plain(_ verb: Int) -> Step {
            let hasClause = verb + 1 < end && text.tokens[verb + 1].isMark(",")
            let stop = SubjectClause(text: text, end: clause.end, takesRelative: false).end(from: hasClause ? verb + 2 : verb)
            // «допомогти вирішити …»: what is asked comes behind.
            if verb + 1 < end, VerbalNoun.isInfinitive(text.tokens[verb + 1], in: text) { return .passed(verb + 1) }
            if stop - verb == 2, Self.emptyWords.meaning(of: text.tokens[verb + 1], in: text) != nil { return .passed(stop) }
            guard stop > verb + 1, VerbalNoun.isInfinitive(text.tokens[verb], in: text) else { return .passed(verb + 1) }
            let isDenied = verb > 0 && text.reads(text.tokens[verb - 1], "не")
            if let whole = impersonal(stop) { return .found(whole) }
            return .found(
                RequestedAct(
                    "\(name) \(isDenied ? "не " : "")" + clause.words(verb..<stop), verb..<stop,
                    isPlain: name != RequestedAct.proposal))
        }

        /// «Біля вокзалу варто зробити велопарковку» says where before it says what.
        private func impersonal(_ stop: Int) -> RequestedAct? {
            guard before.count > 1, Self.impersonals.meaning(of: text.tokens[before.upperBound], in: text) != nil else {
                return nil
            }
            return RequestedAct(clause.words(before.lowerBound..<stop), before.lowerBound..<stop, isPlain: true)
        }

        func isEmptyMatter(_ start: Int) -> Bool {
            start < end && Self.emptyMatters.meaning(of: text.tokens[start], in: text) != nil
        }

        /// Behind «мені», «суду», «належним чином», «протягом 5 днів», «на адресу x@y.example» before an object.
        func behindAside(_ start: Int) -> Int {
            var index = start
            while index < end {
                let next = behindAddress(clause.behindTerm(index))
                if next > index {
                    index = next
                } else if index + 1 < end, text.reads(text.tokens[index], "за"),
                    Self.forMe.meaning(of: text.tokens[index + 1], in: text) != nil
                {
                    index += 2
                } else if Self.asides.meaning(of: text.tokens[index], in: text) != nil {
                    index += 1
                } else {
                    break
                }
            }
            return index
        }

        /// «подати на електронну адресу x@y.example перелік …»: where to is no part of what.
        private func behindAddress(_ start: Int) -> Int {
            let limit = min(end, start + Self.longestAddress)
            guard start + 1 < limit, text.reads(text.tokens[start], "на") else { return start }
            if let at = (start..<limit).first(where: { text.tokens[$0].isMark("@") }) {
                var index = at + 1
                while index < limit, text.tokens[index].isGlued { index += 1 }
                return index
            }
            for index in start + 1..<min(limit, start + 4) where Self.addresses.meaning(of: text.tokens[index], in: text) != nil {
                return index + 1
            }
            return start
        }
    }
}
