// SPDX-License-Identifier: Apache-2.0

/// A person who writes by office and not for a body: a member of parliament, a councillor, a lawyer.
struct OfficeHolder {
    /// «Народний депутат України Степан Петраш».
    let name: String
    let tokens: Range<Int>
    let reason: String

    init?(_ main: MainText) {
        let search = Search(layout: main.layout)
        guard let found = search.memberOfParliament() ?? search.councillor() ?? search.speaker() ?? search.lawyer() else {
            return nil
        }
        (name, tokens, reason) = found
    }

    private struct Search {
        typealias Found = (String, Range<Int>, String)
        let layout: LetterLayout
        var text: NormalizedText { layout.text }

        /// «НАРОДНИЙ ДЕПУТАТ УКРАЇНИ» in the letterhead or before the signature.
        func memberOfParliament() -> Found? {
            let lines = layout.head.filter { $0.role != .addressee && $0.role != .title } + layout.foot
            let posts = lines.compactMap { line in
                Self.parliament.hits(in: text, line.tokens).first { isStart($0.tokens, line) }?.tokens
            }
            // The name beside the post, above or below the text, before that of whoever else signs.
            for post in posts {
                guard let person = personBehind(post.upperBound) else { continue }
                return ("Народний депутат України \(person.titled)", post, "a member of parliament")
            }
            guard let post = posts.first, let person = signatory() else { return nil }
            return ("Народний депутат України \(person.titled)", post, "a member of parliament")
        }

        /// «депутата Лугоставської міської ради VIII скликання / Білик Світлани Романівни».
        func councillor() -> Found? {
            for line in layout.head where line.role != .title && (line.role != .addressee || line.tokens.count > 2) {
                guard
                    let noun = line.tokens.prefix(4).first(where: {
                        Self.councillors.knows(text.tokens[$0], in: text)
                    }),
                    isStart(noun..<noun + 1, line), let council = council(behind: noun + 1) ?? councilAbove(line)
                else { continue }
                guard let person = personBehind(council.end) ?? personBelow(line) ?? signatory() else { continue }
                return ("Депутат \(council.name) \(nominative(person))", noun..<council.end, "a councillor")
            }
            return nil
        }

        /// «Я, Гайова Надія Трохимівна, депутатка Степової обласної ради …», «пише депутат міськради Палій Ігор».
        func speaker() -> Found? {
            let body = layout.bodyTokens
            for sentence in text.sentences.lazy.filter({ body.overlaps($0) }).prefix(3) {
                guard let noun = Self.councillors.first(in: sentence, of: text),
                    isSelf(sentence.lowerBound, noun)
                else { continue }
                let short = noun + 1 < text.tokens.count ? Self.shortCouncils.meaning(of: text.tokens[noun + 1], in: text) : nil
                guard let council = short.map({ ($0, noun + 2) }) ?? council(behind: noun + 1).map({ ($0.name, $0.end) }) else {
                    continue
                }
                let person = PersonMention.last(in: text, sentence.lowerBound..<noun) ?? signatory() ?? personBehind(council.1)
                guard let person else { continue }
                return ("Депутат \(council.0) \(nominative(person))", noun..<council.1, "a councillor in his own words")
            }
            return nil
        }

        /// «Я, …», «пише …», «як депутат …».
        private func isSelf(_ start: Int, _ noun: Int) -> Bool {
            text.reads(text.tokens[start], "я") || noun > start && Self.selves.knows(text.tokens[noun - 1], in: text)
        }

        private static let selves = StemTable<Bool>([("я пише як звертається", true)])
        private static let shortCouncils = StemTable<String>([
            ("міськради", "міської ради"), ("облради", "обласної ради"), ("райради", "районної ради"),
        ])

        /// «АДВОКАТ ЛИСЕНКО ОЛЕГ ВІКТОРОВИЧ», «адвоката Лисенка Олега Вікторовича».
        func lawyer() -> Found? {
            // A lawyer who signs for a union or a bureau writes for that.
            let isBody = layout.head.contains {
                $0.role == .body && !Self.lawyers.knows(text.tokens[$0.tokens.lowerBound], in: text)
            }
            // «Голуб Ярина Орестівна – адвокатка. …» at the top of the page.
            if let line = layout.lines.first, line.role == .body,
                let person = PersonMention(text, at: line.tokens.lowerBound, end: line.tokens.upperBound),
                person.tokens.upperBound + 1 < line.tokens.upperBound,
                Self.lawyers.knows(text.tokens[person.tokens.upperBound + 1], in: text)
            {
                return ("Адвокат \(nominative(person))", person.tokens, "a lawyer")
            }
            // «СВИРИД НАТАЛІЯ ЄВГЕНІВНА, АДВОКАТ», above the text or under the addressee.
            for line in layout.lines.prefix(max(1, layout.bodyStart)) where line.tokens.count <= Self.longestName {
                guard let last = line.tokens.last(where: { text.tokens[$0].kind == .word }),
                    Self.lawyers.knows(text.tokens[last], in: text),
                    let person = PersonMention.first(in: text, line.tokens.lowerBound..<last),
                    person.tokens.lowerBound == line.tokens.lowerBound
                else { continue }
                return ("Адвокат \(nominative(person))", line.tokens, "a lawyer")
            }
            if let found = introducedLawyer() { return found }
            for line in isBody ? layout.head : layout.head + layout.foot {
                guard
                    let noun = Self.lawyers.first(in: line.tokens.prefix(3), of: text),
                    isStart(noun..<noun + 1, line), let person = personBehind(noun + 1)
                else { continue }
                return ("Адвокат \(nominative(person))", noun..<person.tokens.upperBound, "a lawyer")
            }
            return nil
        }

        /// «… – адвокат Сич Дмитро Едуардович, АБ «Сич», звертається із запитом».
        private func introducedLawyer() -> Found? {
            let body = layout.bodyTokens
            for sentence in text.sentences.lazy.filter({ body.overlaps($0) }).prefix(3) {
                guard let noun = sentence.first(where: { text.reads(text.tokens[$0], ["адвокат", "адвокатка"]) }),
                    let person = PersonMention(text, at: min(noun + 1, text.tokens.count - 1), end: sentence.upperBound),
                    (person.tokens.upperBound..<sentence.upperBound).contains(where: {
                        WriterMark.verbs.knows(text.tokens[$0], in: text)
                    })
                else { continue }
                return ("Адвокат \(nominative(person))", noun..<person.tokens.upperBound, "a lawyer in his own words")
            }
            return nil
        }

        /// Whether the phrase opens its line, «від» aside, so that it is no «Головам, депутатам …» of an addressee.
        private func isStart(_ tokens: Range<Int>, _ line: LetterLine) -> Bool {
            text.tokens[line.tokens.lowerBound..<tokens.lowerBound].allSatisfy { $0.kind == .mark || $0.letters.count <= 3 }
        }

        private func council(behind start: Int) -> (name: String, end: Int)? {
            var index = start
            var words: [String] = []
            while index < min(text.tokens.count, start + 8) {
                let token = text.tokens[index]
                if token.isMark("-") {
                    index += 1
                    continue
                }
                guard token.kind == .word else { return nil }
                words.append(text.originalText(token.range))
                index += 1
                if text.folded(token) == "ради" {
                    return (LetterCase.nameWords(words.joined(separator: " ")).joined(separator: " "), index)
                }
            }
            return nil
        }

        /// «ЛУГОСТАВСЬКА МІСЬКА РАДА» over «ДЕПУТАТ».
        private func councilAbove(_ line: LetterLine) -> (name: String, end: Int)? {
            guard let at = layout.head.firstIndex(of: line),
                // «VIII скликання» may stand between.
                let above = layout.head[..<at].last(where: { $0.role != .contacts }), above.role == .body
            else { return nil }
            // «… МІСЬКА РАДА VIII СКЛИКАННЯ».
            var words = LetterCase.nameWords(layout.written(above))
            if let council = words.firstIndex(where: { $0.inLowerCase == "рада" }) { words = Array(words[...council]) }
            guard words.last?.inLowerCase == "рада" else { return nil }
            let post = line.tokens.prefix(4).last { Self.councillors.knows(text.tokens[$0], in: text) }
            return (OrganizationName.genitive(words), post.map { $0 + 1 } ?? line.tokens.upperBound)
        }

        /// The name within the next words, over the ends of lines: behind a convocation, a district, a comma.
        private func personBehind(_ start: Int) -> PersonMention? {
            let end = min(text.tokens.count, start + Self.reach)
            for index in start..<max(start, end) {
                if let mention = PersonMention(text, at: index, end: end) { return mention }
                let token = text.tokens[index]
                if token.kind == .number, index > start, text.tokens[index - 1].isMark("№") { continue }
                if token.kind == .number || token.kind == .word && !Self.passed.knows(token, in: text) { return nil }
            }
            return nil
        }

        /// «депутата … / фракція «Рідне місто» / ГНАТЕНКА Романа Юрійовича»: the name at the beginning of one of the next lines.
        private func personBelow(_ line: LetterLine) -> PersonMention? {
            layout.head.drop { $0.tokens.lowerBound <= line.tokens.lowerBound }.prefix(Self.linesToName).lazy
                .compactMap { below in
                    PersonMention(text, at: below.tokens.lowerBound, end: below.tokens.upperBound).flatMap {
                        $0.words.count > 2 ? $0 : nil
                    }
                }.first
        }

        private func signatory() -> PersonMention? {
            for line in layout.foot.reversed() {
                let isHelper = Self.helpers.isMet(in: line.tokens.prefix(2), of: text)
                if !isHelper, let person = PersonMention.last(in: text, line.tokens) { return person }
            }
            return nil
        }

        private func nominative(_ person: PersonMention) -> String {
            PersonName(person.words.map { $0.replacing("'", with: "’") })?.text ?? person.titled
        }

        private static let helpers = StemTable<Bool>([("помічник* помічниц* вик виконав* виконавець виконавиця контакт*", true)])
        private static let parliament = PhraseBook<Bool>([("народний депутат україни | народна депутатка україни", true)])
        private static let councillors = StemTable<Bool>([("депутат депутата депутатка депутатки", true)])
        /// Tokens of a letterhead that is a name and what he is.
        private static let longestName = 8
        private static let lawyers = StemTable<Bool>([("адвокат адвоката адвокатка адвокатки", true)])
        private static let passed = StemTable<Bool>([
            ("скликання viii vii vi v ix іх і від фракція фракції округ округу група групи пан пані гр v viі vііі", true)
        ])
        private static let reach = 24
        /// Lines from a councillor's post to his name: fraction, committee, district.
        private static let linesToName = 4
    }
}
