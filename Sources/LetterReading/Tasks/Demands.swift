// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension TaskReading {
    /// What a letter's text demands: clauses with their deadlines, points of lists, events.
    struct Demands {
        /// A clause that asks for something.
        struct Demand {
            let text: String
            let sentence: Int
            /// Nil for a point without a deadline.
            let mention: DeadlineMention?
            let place: FactPlace
            let reason: String

            /// The same for more that is to be done with it.
            func with(_ text: String) -> Demand {
                Demand(text: text, sentence: sentence, mention: mention, place: place, reason: reason)
            }
        }

        struct Event {
            let text: String
            let at: WallTime
            let place: FactPlace
        }

        private(set) var all: [Demand] = []
        private(set) var events: [Event] = []
        let points: PointList
        /// Rows of tables that are tasks.
        private(set) var rows = 0
        /// Whether the letter lists what is to be done.
        var isList: Bool { points.count > 1 || rows > 1 }
        let request: RequestReading
        let urgency: LetterUrgency
        /// «протягом 48 годин» was asked.
        private(set) var asksHours = false
        /// Sentences with a deadline.
        private var hasDeadline: Set<Int> = []
        private let layout: LetterLayout
        private let context: DeadlineContext
        private let part: String
        let clauses: TaskClauses
        private let happenings: EventReading

        init(_ layout: LetterLayout, _ context: DeadlineContext, part: String) {
            self.layout = layout
            self.context = context
            self.part = part
            clauses = TaskClauses(layout.text)
            happenings = EventReading(layout, context, part: part)
            points = PointList(layout, clauses)
            request = RequestReading(layout, clauses, part: part)
            urgency = LetterUrgency(layout)
            let text = layout.text
            var scanner = DeadlineScanner(text, context)
            let surroundings = DeadlineSurroundings(text: text, context: context)
            let mentions = withoutPast(
                scanner.mentions(in: text.tokens.indices).filter { mention in
                    mention.isReadable(in: layout) && surroundings.binds(mention, in: sentence(around: mention.tokens))
                })
            asksHours = mentions.contains { if case .term(.hours) = $0.form { true } else { false } }
            hasDeadline = Set(mentions.filter { !$0.isOnlyUrgent }.map { clauses.sentence(of: $0.tokens.lowerBound) })
            events = happenings.events
            let table = TermTable(layout, context)
            rows = table.rows.count
            readDemands(mentions.filter { mention in !table.rows.contains { $0.mention.tokens.overlaps(mention.tokens) } })
            for row in table.rows {
                append(
                    clauses.limited(clauses.words(of: row.task)), row.mention, clauses.sentence(of: row.task.lowerBound),
                    "a row of a table")
            }
        }

        private var text: NormalizedText { layout.text }

        /// Nobody asks for anything but to come to an event.
        var isOnlyTelling: Bool {
            request.sentence.map { happenings.sentences.contains($0) || !events.isEmpty && clauses.asksToCome($0) } ?? true
        }

        /// The sentence tokens stand in; both, when the point of a date cut it in two.
        private func sentence(around tokens: Range<Int>) -> Range<Int> {
            let first = text.sentences[clauses.sentence(of: tokens.lowerBound)]
            let last = text.sentences[clauses.sentence(of: max(tokens.lowerBound, tokens.upperBound - 1))]
            return first.lowerBound..<last.upperBound
        }

        /// «Лист надіслано Вам 02.03, термін виконання – 15.03. … Вимагаємо до 23.03 подати»: the day of the reminder is what counts.
        private func withoutPast(_ mentions: [DeadlineMention]) -> [DeadlineMention] {
            let isNew: (DeadlineMention) -> Bool = { mention in
                mention.day.map { $0 >= context.letterDate } ?? (mention.rule != nil && !mention.isOnlyUrgent)
            }
            guard mentions.contains(where: isNew) else { return mentions }
            return mentions.filter { mention in
                guard let day = mention.day, mention.isHeading, day < context.letterDate else { return true }
                return clauses.asks(clauses.sentence(of: mention.tokens.lowerBound))
            }
        }

        private mutating func readDemands(_ mentions: [DeadlineMention]) {
            var bySentence: [Int: [DeadlineMention]] = [:]
            for mention in mentions { bySentence[clauses.sentence(of: mention.tokens.lowerBound), default: []].append(mention) }
            let shared = points.introduction(bySentence)
            for sentence in text.sentences.indices {
                let isPoint = points.contains(sentence)
                if clauses.isPlaintiffs(sentence) { continue }
                if let found = asked(bySentence[sentence], in: sentence),
                    !found.isEmpty
                {
                    if shared != nil, sentence == shared?.sentence { continue }
                    if found.allSatisfy(\.isOnlyUrgent), isReportedByTerm(sentence, bySentence) {
                        bySentence[sentence + 1] = bySentence[sentence + 1]?.map {
                            $0.asUrgent(found.contains { $0.isUrgentWord })
                        }
                        continue
                    }
                    readSentence(sentence, found, isPoint: isPoint)
                } else if isPoint, !happenings.sentences.contains(sentence),
                    clauses.startsWithTask(sentence) || clauses.isForInformation(sentence),
                    points.further(of: sentence).allSatisfy({ bySentence[$0] == nil })
                {
                    // A point without a deadline has that of the sentence above the list, if there is one.
                    if let shared, !clauses.isForInformation(sentence) {
                        append(clauses.text(of: sentence), shared.mention, sentence, "a point of the list")
                    } else if clauses.isDoneTogether(sentence), let last = all.last {
                        all[all.count - 1] = last.with(clauses.limited(last.text + "; " + clauses.text(of: sentence)))
                    } else if !bySentence.isEmpty, !clauses.isCourtsOwn(sentence) {
                        append(clauses.text(of: sentence), nil, sentence, "a point without a deadline")
                    }
                }
            }
            dropConditions()
            all = withoutPointers(all)
            all = reportedTogether(all) ?? all
        }

        private func asked(_ mentions: [DeadlineMention]?, in sentence: Int) -> [DeadlineMention]? {
            guard let mentions else { return nil }
            let days = AskedDay(
                sentence, of: clauses, isPoint: points.contains(sentence), isEvent: happenings.sentences.contains(sentence),
                letterDate: context.letterDate)
            var asked: [DeadlineMention] = []
            for mention in mentions where days.isAsked(mention) {
                let isExplained = asked.last.map { clauses.isExplained(mention.tokens, behind: $0.tokens, in: sentence) } ?? false
                if !isExplained { asked.append(mention) }
            }
            return asked
        }

        /// «Прошу терміново вирішити …. Про вжиті заходи повідомити протягом 10 днів»: one task, by the term of the report.
        private func isReportedByTerm(_ sentence: Int, _ bySentence: [Int: [DeadlineMention]]) -> Bool {
            guard sentence == request.sentence, request.isConcrete, let next = bySentence[sentence + 1] else { return false }
            return next.contains { !$0.isOnlyUrgent } && clauses.asks(sentence + 1) && !clauses.isConcrete(sentence + 1)
        }

        private mutating func readSentence(_ sentence: Int, _ found: [DeadlineMention], isPoint: Bool) {
            var mentions: [DeadlineMention] = []
            for mention in found where !mentions.contains(where: { $0.isSame(as: mention) }) { mentions.append(mention) }
            if mentions.contains(where: \.isOwnTerm) { mentions.removeAll { clauses.points(back: $0) } }
            // A day beside «невідкладно» or «у найкоротший строк» is what counts.
            let parts = clauses.parts(of: mentions)
            let dated = Set(zip(mentions, parts).filter { !$0.0.isOnlyUrgent }.map(\.1))
            mentions = zip(mentions, parts).filter {
                !$0.0.isOnlyUrgent || !dated.contains($0.1) || clauses.isAdded($0.0, in: sentence)
            }.map(\.0)
            var isTaken = true
            for (index, mention) in mentions.enumerated() {
                let before = index > 0 && isTaken ? mentions[index - 1].tokens.upperBound : nil
                let after = index + 1 < mentions.count ? mentions[index + 1].tokens.lowerBound : nil
                if !isPoint, all.contains(where: { $0.mention?.isSame(as: mention) ?? false }) { continue }
                let own = clauses.text(of: sentence, around: mention.tokens, after: before, before: after)
                // «провести у жовтні й поінформувати до 4 грудня»: a verb alone is no task.
                if after != nil, own.parts(at: " ").count < 2 {
                    isTaken = false
                    continue
                }
                isTaken = true
                let words = found.count > 1 || isPoint ? points.opening(of: sentence) + own : explained(own, sentence, mention)
                let place = text.originalText(range(mention.tokens))
                append(words, mention.withoutSecond, sentence, "«\(place)»")
                if let second = mention.second { append(words, mention.on(second), sentence, "the second day of the phrase") }
            }
        }

        /// «Інформацію про усунення подати» with what is to be done, when another sentence says it; that sentence alone for a heading.
        private func explained(_ own: String, _ sentence: Int, _ mention: DeadlineMention) -> String {
            let whole = points.opening(of: sentence) + own
            let isOnlyTerm = !text.sentences[sentence].contains { text.tokens[$0].kind == .word && !mention.tokens.contains($0) }
            // «Оновити дані в системі. Термін – до 16 жовтня.»
            if isOnlyTerm, sentence > 0, !hasDeadline.contains(sentence - 1), clauses.asks(sentence - 1),
                clauses.isConcrete(sentence - 1)
            {
                return clauses.text(of: sentence - 1)
            }
            guard request.isConcrete, let asking = request.sentence, asking != sentence,
                !clauses.isConcrete(sentence) || clauses.adds(sentence), !clauses.isListed(sentence), let asked = request.text
            else { return whole }
            guard !isOnlyTerm else { return asked }
            let isDated = hasDeadline.contains(asking) || clauses.beginsList(asking) && hasDeadline.contains(asking + 1)
            return isDated ? whole : clauses.limited(asked + "; " + whole)
        }

        private mutating func append(_ words: String, _ mention: DeadlineMention?, _ sentence: Int, _ reason: String) {
            let tokens = text.sentences[sentence]
            all.append(
                Demand(
                    text: words, sentence: sentence, mention: mention,
                    place: FactPlace(part: part, range: text.originalRange(of: range(tokens))),
                    reason: reason))
            if let mention {
                conditional.append(clauses.isConditional(sentence, before: mention.tokens.lowerBound))
            } else {
                conditional.append(false)
            }
        }

        /// Beside each of ``all``: «у разі неможливості …» stands before it.
        private var conditional: [Bool] = []

        /// What is asked only if something happens counts when nothing else is asked.
        private mutating func dropConditions() {
            guard conditional.contains(false) || !events.isEmpty else { return }
            all = zip(all, conditional).filter { !$0.1 }.map(\.0)
        }

        private func range(_ tokens: Range<Int>) -> Range<Int> {
            text.tokens[tokens.lowerBound].range
                .lowerBound..<text.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.upperBound
        }

    }
}
