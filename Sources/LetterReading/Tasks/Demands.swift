// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension TaskReading {
    /// What a letter's text demands: clauses with their deadlines, points of lists, events.
    struct Demands {
        /// A clause that asks for something.
        struct Demand {
            let text: String
            /// Nil for a point without a deadline.
            let mention: DeadlineMention?
            let place: FactPlace
            let reason: String
        }

        struct Event {
            let text: String
            let at: WallTime
            let place: FactPlace
        }

        private(set) var all: [Demand] = []
        private(set) var events: [Event] = []
        /// The points of numbered lists, as positions of sentences.
        private(set) var points: [Int] = []
        /// The first clause that asks for something to be done, else the first that asks at all, deadline or not.
        private(set) var request: String?
        private(set) var requestPlace: FactPlace?
        /// Whether ``request`` says what is to be done.
        private(set) var isRequestConcrete = false
        /// The first clause that asks for copies, lists, data.
        var informationRequest: String? { informationSentence.map { clauses.text(of: $0) } }
        /// The first clause in which the writer himself asks, be it only for an answer.
        var writersRequest: String? { writersSentence.map { clauses.text(of: $0) } }
        /// What a person whose letter is passed on asks to be done.
        var othersRequest: String? { othersSentence.map { clauses.text(of: $0) } }
        /// ``request`` with what else the writer himself asks to be done.
        var wholeRequest: String? {
            guard let request else { return nil }
            let further = writersConcrete.filter { $0 != requestSentence }.prefix(Self.mostRequests).map { clauses.text(of: $0) }
            return clauses.limited(([request] + further).joined(separator: "; "))
        }
        private var othersSentence: Int?
        /// The sentences in which he asks for something to be done.
        private var writersConcrete: [Int] = []
        private var requestSentence: Int?
        private var informationSentence: Int?
        private var writersSentence: Int?
        /// «протягом 48 годин» was asked.
        private(set) var asksHours = false
        private var beginsPoint: Set<Int> = []
        /// Sentences with a deadline.
        private var hasDeadline: Set<Int> = []
        private let layout: LetterLayout
        private let context: DeadlineContext
        private let part: String
        private let clauses: TaskClauses

        init(_ layout: LetterLayout, _ context: DeadlineContext, part: String) {
            self.layout = layout
            self.context = context
            self.part = part
            clauses = TaskClauses(layout.text)
            let text = layout.text
            var scanner = DeadlineScanner(text, context)
            let surroundings = DeadlineSurroundings(text: text, context: context)
            let mentions = scanner.mentions(in: text.tokens.indices).filter { mention in
                isReadable(mention) && surroundings.binds(mention, in: sentence(around: mention.tokens))
            }
            asksHours = mentions.contains { if case .term(.hours) = $0.form { true } else { false } }
            points = readPoints()
            beginsPoint = Set(points)
            hasDeadline = Set(mentions.filter { !$0.isOnlyUrgent }.map { clauses.sentence(of: $0.tokens.lowerBound) })
            readRequest()
            let happenings = EventReading(layout, context, part: part)
            events = happenings.events
            readDemands(mentions, events: happenings.sentences)
        }

        private var text: NormalizedText { layout.text }

        // MARK: What the text is like

        /// «доручення», «на контролі», «вимагаємо», «доповісти», a telegram.
        var hasControlWords: Bool { isTelegram || text.tokens.contains { Self.controlWords.meaning(of: $0, in: text) != nil } }

        var isTelegram: Bool {
            layout.lines.prefix(3).contains { line in
                Self.telegrams.meaning(of: text.tokens[line.tokens.lowerBound], in: text) != nil
            }
        }

        /// «ТЕРМІНОВО» alone on a line above the text.
        var isMarkedUrgent: Bool {
            layout.head.contains { line in
                line.tokens.count <= 3
                    && line.tokens.contains { DeadlineWord.table.meaning(of: text.tokens[$0], in: text) == .urgent }
            }
        }

        /// Life, health, environment, accidents: why information is asked for in 48 hours (law 2939-VI, art. 20 part 2).
        var hasReasonForHours: Bool { text.tokens.contains { Self.reasons.meaning(of: $0, in: text) != nil } }

        /// Nobody asks for anything: the letter only tells.
        var isOnlyTelling: Bool { request == nil }

        // MARK: Reading

        /// Deadlines of the text itself; above it only those with «Термін:», none among the annexes.
        private func isReadable(_ mention: DeadlineMention) -> Bool {
            let index = layout.line(ofToken: mention.tokens.lowerBound)
            switch layout.lines[index].role {
            case .annexes: return false
            case .text, .salutation, .registration, .signature, .documentName:
                return index >= layout.bodyStart || mention.isStrong
            case .title where text.tokens[layout.lines[index].tokens.upperBound - 1].isMark("."):
                // «Про вжиті заходи повідомити у десятиденний строк.» is a sentence.
                return mention.isStrong
            case .body, .contacts, .reference, .addressee, .title, .mark, .applicant:
                return mention.isStrong && mention.isHeading
            }
        }

        /// The sentence tokens stand in; both, when the point of a date cut it in two.
        private func sentence(around tokens: Range<Int>) -> Range<Int> {
            let first = text.sentences[clauses.sentence(of: tokens.lowerBound)]
            let last = text.sentences[clauses.sentence(of: max(tokens.lowerBound, tokens.upperBound - 1))]
            return first.lowerBound..<last.upperBound
        }

        private mutating func readDemands(_ mentions: [DeadlineMention], events: Set<Int>) {
            var bySentence: [Int: [DeadlineMention]] = [:]
            for mention in mentions { bySentence[clauses.sentence(of: mention.tokens.lowerBound), default: []].append(mention) }
            let shared = introduction(bySentence)
            for sentence in text.sentences.indices {
                let isPoint = beginsPoint.contains(sentence)
                if clauses.isPlaintiffs(sentence) { continue }
                if let found = bySentence[sentence]?.filter({ isAsked($0, in: sentence, isPoint: isPoint) }), !found.isEmpty {
                    if shared != nil, sentence == shared?.sentence { continue }
                    if found.allSatisfy(\.isOnlyUrgent), isReportedByTerm(sentence, bySentence) { continue }
                    readSentence(sentence, found, isPoint: isPoint)
                } else if isPoint, !events.contains(sentence), clauses.startsWithTask(sentence),
                    further(of: sentence).allSatisfy({ bySentence[$0] == nil })
                {
                    // A point without a deadline has that of the sentence above the list, if there is one.
                    if let shared, !clauses.isForInformation(sentence) {
                        append(clauses.text(of: sentence), shared.mention, sentence, "a point of the list")
                    } else if !bySentence.isEmpty, !clauses.isCourtsOwn(sentence) {
                        append(clauses.text(of: sentence), nil, sentence, "a point without a deadline")
                    }
                }
            }
            dropConditions()
        }

        /// «Прошу терміново вирішити …. Про вжиті заходи повідомити протягом 10 днів»: one task, by the term of the report.
        private func isReportedByTerm(_ sentence: Int, _ bySentence: [Int: [DeadlineMention]]) -> Bool {
            guard sentence == requestSentence, isRequestConcrete, let next = bySentence[sentence + 1] else { return false }
            return next.contains { !$0.isOnlyUrgent } && clauses.asks(sentence + 1) && !clauses.isConcrete(sentence + 1)
        }

        /// Whether somebody asks for something by that day: where nobody does, and the day is not called a term, it is only told of.
        private func isAsked(_ mention: DeadlineMention, in sentence: Int, isPoint: Bool) -> Bool {
            if isPoint || mention.isHeading { return true }
            // «Нагадуємо, що служби подають відомості щокварталу …»: a standing duty comes again.
            if case .recurring = mention.form, mention.isStrong { return true }
            if clauses.reminds(sentence), !clauses.isWriters(sentence) { return false }
            // «Нагадування надсилалося Вам 16.11.2026»: by a day that is past nobody asks for anything.
            if let day = mention.day, day < context.letterDate { return false }
            return mention.isStrong || clauses.asks(sentence) || clauses.orders(sentence)
        }

        /// The sentences of a point behind its first: «1. Затвердити план. Копію надіслати до 18.11».
        private func further(of point: Int) -> Range<Int> {
            var end = point + 1
            while end < text.sentences.count, !beginsPoint.contains(end), end - point < Self.longestPoint,
                !text.tokens[text.sentences[end].lowerBound].startsParagraph
            {
                end += 1
            }
            return point + 1..<end
        }

        /// What the first sentence of the point says a later one belongs to; empty elsewhere.
        private func opening(of sentence: Int) -> String {
            let point = sentence - 1
            guard beginsPoint.contains(point), further(of: point).contains(sentence), clauses.startsWithTask(point) else {
                return ""
            }
            return clauses.text(of: point) + ". "
        }

        /// «Просимо до 20.11.2026: 1. …»: the deadline above points that are tasks of their own.
        private func introduction(_ bySentence: [Int: [DeadlineMention]]) -> (sentence: Int, mention: DeadlineMention)? {
            guard let first = points.first, first > 0, points.count > 1, let mention = bySentence[first - 1]?.last,
                points.filter(clauses.startsWithTask).count > 1
            else { return nil }
            return (first - 1, mention)
        }

        private mutating func readSentence(_ sentence: Int, _ found: [DeadlineMention], isPoint: Bool) {
            var mentions: [DeadlineMention] = []
            for mention in found where !mentions.contains(where: { $0.isSame(as: mention) }) { mentions.append(mention) }
            // A day beside «невідкладно» or «у найкоротший строк» is what counts.
            if mentions.contains(where: { $0.rule != nil && $0.rule != .atOnce }) {
                mentions.removeAll { $0.rule == nil && $0.isWithoutDay || $0.rule == .atOnce }
            }
            var isTaken = true
            for (index, mention) in mentions.enumerated() {
                let before = index > 0 && isTaken ? mentions[index - 1].tokens.upperBound : nil
                let after = index + 1 < mentions.count ? mentions[index + 1].tokens.lowerBound : nil
                if !isPoint, all.contains(where: { $0.mention?.isSame(as: mention) ?? false }) { continue }
                let own = clauses.text(of: sentence, around: mention.tokens, after: before, before: after)
                // «провести у жовтні й поінформувати до 4 грудня»: a verb alone is no task.
                if after != nil, own.split(separator: " ").count < 2 {
                    isTaken = false
                    continue
                }
                isTaken = true
                let words = found.count > 1 || isPoint ? opening(of: sentence) + own : explained(own, sentence)
                let place = text.originalText(range(mention.tokens))
                append(words, mention.withoutSecond, sentence, "«\(place)»")
                if let second = mention.second { append(words, mention.on(second), sentence, "the second day of the phrase") }
            }
        }

        /// «Інформацію про усунення подати» with what is to be done, when another sentence says it; that sentence alone for a heading.
        private func explained(_ own: String, _ sentence: Int) -> String {
            let whole = opening(of: sentence) + own
            guard let request, isRequestConcrete, let requestSentence, requestSentence != sentence, !clauses.isConcrete(sentence)
            else { return whole }
            guard clauses.asks(sentence) else { return request }
            return hasDeadline.contains(requestSentence) ? whole : clauses.limited(request + "; " + whole)
        }

        private mutating func append(_ words: String, _ mention: DeadlineMention?, _ sentence: Int, _ reason: String) {
            let tokens = text.sentences[sentence]
            all.append(
                Demand(
                    text: words, mention: mention, place: FactPlace(part: part, range: text.originalRange(of: range(tokens))),
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
            guard conditional.contains(false) else { return }
            all = zip(all, conditional).filter { !$0.1 }.map(\.0)
        }

        /// The writer's own «прошу» with something to be done comes first, then what others ask, then what says nothing.
        private mutating func readRequest() {
            var best = 0
            for (index, sentence) in text.sentences.enumerated() {
                let line = layout.line(ofToken: sentence.lowerBound)
                guard line >= layout.bodyStart, layout.lines[line].role != .annexes, clauses.asks(index),
                    !clauses.isConditional(index, before: clauses.asking(index))
                else { continue }
                if informationSentence == nil, clauses.asksInformation(index) { informationSentence = index }
                if clauses.isTold(index) { continue }
                let isWriters = clauses.isWriters(index)
                if isWriters, writersSentence == nil { writersSentence = index }
                let worth = !clauses.isConcrete(index) ? 1 : isWriters ? 3 : 2
                if worth == 3 { writersConcrete.append(index) }
                if worth == 2, othersSentence == nil, clauses.isOthers(index) { othersSentence = index }
                guard worth > best else { continue }
                best = worth
                (requestSentence, isRequestConcrete) = (index, worth > 1)
            }
            guard let requestSentence else { return }
            request = clauses.text(of: requestSentence)
            requestPlace = FactPlace(part: part, range: text.originalRange(of: range(text.sentences[requestSentence])))
        }

        /// Sentences that begin with `1.`, `2)` at the start of their line.
        private func readPoints() -> [Int] {
            text.sentences.indices.filter { index in
                let tokens = text.sentences[index]
                let first = text.tokens[tokens.lowerBound]
                guard first.startsLine, first.kind == .number, first.digitCount <= 2, tokens.count > 2,
                    layout.line(ofToken: tokens.lowerBound) >= layout.bodyStart
                else { return false }
                let mark = text.tokens[tokens.lowerBound + 1]
                return mark.isGlued && (mark.isMark(".") || mark.isMark(")")) && text.tokens[tokens.lowerBound + 2].kind == .word
                    && layout.lines[layout.line(ofToken: tokens.lowerBound)].role != .annexes
            }
        }

        private func range(_ tokens: Range<Int>) -> Range<Int> {
            text.tokens[tokens.lowerBound].range
                .lowerBound..<text.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.upperBound
        }

        /// Sentences of one point.
        private static let longestPoint = 6
        /// Requests beside the first.
        private static let mostRequests = 2

        private static let controlWords = StemTable<Bool>([
            ("доручен* протокольн* контрол* вимагаємо вимагаю доповісти телеграм*", true)
        ])
        private static let telegrams = StemTable<Bool>([("телеграма факсограма телефонограма радіограма", true)])
        private static let reasons = StemTable<Bool>([
            ("загроз* небезпе* житт* здоров* аварі* катастроф* довкілл* безпек* свобод* якост* забрудн* епідемі*", true)
        ])
    }
}
