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
        /// The first clause that asks for something, deadline or not.
        private(set) var request: String?
        private(set) var requestPlace: FactPlace?
        /// «протягом 48 годин» was asked.
        private(set) var asksHours = false
        private var beginsPoint: Set<Int> = []
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
            readRequest()
            readDemands(mentions)
            events = EventReading(layout, context, part: part, clauses).events
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

        private mutating func readDemands(_ mentions: [DeadlineMention]) {
            var bySentence: [Int: [DeadlineMention]] = [:]
            for mention in mentions { bySentence[clauses.sentence(of: mention.tokens.lowerBound), default: []].append(mention) }
            let shared = introduction(bySentence)
            for sentence in text.sentences.indices {
                let isPoint = beginsPoint.contains(sentence)
                if let found = bySentence[sentence] {
                    if shared != nil, sentence == shared?.sentence { continue }
                    readSentence(sentence, found, isPoint: isPoint)
                } else if isPoint, clauses.startsWithTask(sentence), further(of: sentence).allSatisfy({ bySentence[$0] == nil }) {
                    // A point without a deadline has that of the sentence above the list, if there is one.
                    if let shared, !clauses.isForInformation(sentence) {
                        append(clauses.text(of: sentence), shared.mention, sentence, "a point of the list")
                    } else if !bySentence.isEmpty {
                        append(clauses.text(of: sentence), nil, sentence, "a point without a deadline")
                    }
                }
            }
            dropConditions()
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
                mentions.removeAll { $0.rule == nil && $0.form == .manual || $0.rule == .atOnce }
            }
            for (index, mention) in mentions.enumerated() {
                let before = index > 0 ? mentions[index - 1].tokens.upperBound : nil
                let after = index + 1 < mentions.count ? mentions[index + 1].tokens.lowerBound : nil
                let words =
                    opening(of: sentence) + clauses.text(of: sentence, around: mention.tokens, after: before, before: after)
                if !isPoint, all.contains(where: { $0.mention?.isSame(as: mention) ?? false }) { continue }
                append(words, mention, sentence, "«\(text.originalText(range(mention.tokens)))»")
                if let second = mention.second { append(words, mention.on(second), sentence, "the second day of the phrase") }
            }
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

        private mutating func readRequest() {
            for (index, sentence) in text.sentences.enumerated() {
                let line = layout.line(ofToken: sentence.lowerBound)
                guard line >= layout.bodyStart, layout.lines[line].role != .annexes, clauses.asks(index) else { continue }
                request = clauses.text(of: index)
                requestPlace = FactPlace(part: part, range: text.originalRange(of: range(sentence)))
                return
            }
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

        private static let controlWords = StemTable<Bool>([
            ("доручен* протокольн* контрол* вимагаємо вимагаю доповісти телеграм*", true)
        ])
        private static let telegrams = StemTable<Bool>([("телеграма факсограма телефонограма радіограма", true)])
        private static let reasons = StemTable<Bool>([
            ("загроз* небезпе* житт* здоров* аварі* катастроф* довкілл* безпек* свобод* якост* забрудн* епідемі*", true)
        ])
    }
}

extension DeadlineMention {
    /// Whether both bind to the same day or term.
    fileprivate func isSame(as other: DeadlineMention) -> Bool {
        form == other.form && rule == other.rule && upperBound == other.upperBound
    }

    /// The same for a day named beside its own.
    fileprivate func on(_ day: CivilDate) -> DeadlineMention {
        var mention = self
        mention.rule = .date(day)
        mention.second = nil
        return mention
    }
}
