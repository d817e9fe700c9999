// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Finds deadlines in a stretch of tokens, in one pass.
///
/// It knows the grammar of deadlines only; whose deadline it is, ``DeadlineSurroundings`` says.
struct DeadlineScanner {
    let text: NormalizedText
    let context: DeadlineContext
    /// Whether a day or term that stands alone is a deadline, as in a field for deadlines; in running text it needs a word before it.
    let acceptsBare: Bool
    /// Inside «але не пізніше …», which has no such bound of its own: a row of them must not be walked down one in another.
    var isBounding = false
    /// The pass ends before this token.
    private(set) var end = 0

    init(_ text: NormalizedText, _ context: DeadlineContext, acceptsBare: Bool = false) {
        self.text = text
        self.context = context
        self.acceptsBare = acceptsBare
    }

    /// A step of the pass: where to go on, and what was found on the way.
    ///
    /// What was found lies aside: a step is handed through a dozen rules, nearly always as nothing.
    struct Step {
        let end: Int
        private var found: [DeadlineMention]

        init(mention: DeadlineMention?, end: Int) {
            self.end = end
            found = mention.map { [$0] } ?? []
        }

        var mention: DeadlineMention? {
            get { found.first }
            set { found = newValue.map { [$0] } ?? [] }
        }
    }

    /// All mentions between two tokens, in their order.
    mutating func mentions(in range: Range<Int>) -> [DeadlineMention] {
        end = range.upperBound
        var found: [DeadlineMention] = []
        var index = range.lowerBound
        let glance = Self.glance
        while index < end, found.count < Self.maximumMentions {
            let token = text.tokens[index]
            guard acceptsBare || token.kind == .number || glance.mayKnow(token) && mayBegin(at: index),
                let step = step(at: index, found.last), step.end > index
            else {
                index += 1
                continue
            }
            if let mention = step.mention { found.append(mention.starting(at: withPreposition(index, in: range))) }
            index = step.end
        }
        return joined(found)
    }

    /// «у» of «у семиденний строк», «в установлений законом строк», which says nothing without the term.
    private func withPreposition(_ index: Int, in range: Range<Int>) -> Int {
        guard index > range.lowerBound, DeadlineWord.table.meaning(of: text.tokens[index - 1], in: text) == .inside else {
            return index
        }
        return index - 1
    }

    /// Whether any rule of running text begins with the token: few do, and trying them all is what the pass would be spent in.
    private func mayBegin(at index: Int) -> Bool {
        let token = text.tokens[index]
        return DeadlineWord.table.knows(token, in: text) || Every.mayBegin(token, in: text)
            || WrittenTerm.mayBeginAdjective(token, in: text)
    }

    private static let glance = WordGlance([DeadlineWord.table.slots, WrittenTerm.beginnings] + Every.beginnings)

    func step(at index: Int, _ last: DeadlineMention?) -> Step? {
        let token = text.tokens[index]
        guard token.kind == .word else { return acceptsBare ? bare(at: index) ?? freeTerm(at: index) : freeTerm(at: index) }
        if let every = Every(text, at: index, end: end) { return everyFew(at: index) ?? recurring(every) }
        if let step = word(at: index) { return step }
        return freeTerm(at: index) ?? (acceptsBare ? bare(at: index) : nil)
    }

    func word(at index: Int) -> Step? {
        guard let word = DeadlineWord.table.meaning(of: text.tokens[index], in: text) else { return nil }
        let next = index + 1
        switch word {
        case .until: return target(at: skipColon(next), .until).map { strengthened($0, at: index) }
        case .not: return notLater(at: next)
        case .within: return within(at: next)
        case .inside: return inside(at: next, isOn: text.reads(text.tokens[index], "на"))
        case .term:
            // «дотриматися строку: …», «сплив строку»: no heading is in the genitive.
            return !Self.genitiveTerms.knows(text.tokens[index], in: text) ? termNoun(at: index) : nil
        case .lasting:
            // «з терміном виконання до …» is a deadline, «строком до …» a validity.
            if next < end, Self.doing.knows(text.tokens[next], in: text) { return termNoun(at: index) }
            return Step(mention: nil, end: behindDay(next, reach: 4) ?? next)
        case .final: return final(at: index)
        case .from: return beginning(at: next)
        case .asOf: return Step(mention: nil, end: behindDay(next, reach: 3) ?? next)
        case .given: return given(at: index)
        case .shortest: return shortest(at: index)
        case .soonest: return Step(mention: DeadlineMention(.manual, nil, index..<next), end: next)
        case .urgent: return Step(mention: DeadlineMention(.urgent, .atOnce, index..<next), end: next)
        case .today: return today(at: index)
        case .before: return before(at: next) ?? inWorkingDays(at: next)
        case .through: return through(at: next)
        case .after: return afterReceipt(at: next)
        case .everyFew: return everyFew(at: index)
        case .report: return report(at: next)
        }
    }

    func skipColon(_ index: Int) -> Int { index < end && text.tokens[index].isMark(":") ? index + 1 : index }

    /// «протягом 10 днів з дня підписання акта надіслати його, але не пізніше 30 червня»: the day bounds the term.
    private func bound(of term: DeadlineMention, _ mention: DeadlineMention) -> CivilDate? {
        guard case .relativeToEvent = term.form, term.upperBound == nil, mention.form == .explicit,
            mention.tokens.lowerBound - term.tokens.upperBound <= Self.reportReach
        else { return nil }
        let between = text.tokens[term.tokens.upperBound..<max(term.tokens.upperBound, mention.tokens.lowerBound)]
        let isBound =
            between.contains { text.reads($0, ["але", "проте"]) } && !between.contains { $0.isMark(";") || $0.isMark(".") }
        return isBound ? mention.day : nil
    }

    /// «провести у жовтні – листопаді рейди та поінформувати про результати до 4 грудня»: the day ends the task, the months are its time.
    private func isWorkBeforeReport(_ period: DeadlineMention, _ mention: DeadlineMention) -> Bool {
        guard period.form == .period, mention.form == .explicit, let last = period.day, let day = mention.day, last <= day,
            mention.tokens.lowerBound - period.tokens.upperBound <= Self.reportReach
        else { return false }
        let between = text.tokens[period.tokens.upperBound..<max(period.tokens.upperBound, mention.tokens.lowerBound)]
        return !between.contains { $0.isMark(";") || $0.isMark(".") }
            && between.contains { DeadlineWord.and.knows($0, in: text) || Self.reported.knows($0, in: text) }
    }

    private func between(_ one: DeadlineMention, _ other: DeadlineMention) -> Range<Int> {
        one.tokens.upperBound..<max(one.tokens.upperBound, other.tokens.lowerBound)
    }

    private func isStopped(_ one: DeadlineMention, _ other: DeadlineMention) -> Bool {
        between(one, other).contains { text.tokens[$0].isMark(".") && !text.tokens[min($0 + 1, end - 1)].isGlued }
    }

    private func hasVerb(_ one: DeadlineMention, _ other: DeadlineMention) -> Bool {
        between(one, other).contains { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }
    }

    /// «НЕВІДКЛАДНО, але не пізніше 12:00 13.11»: the day counts, and it is urgent.
    func joined(_ found: [DeadlineMention]) -> [DeadlineMention] {
        var result: [DeadlineMention] = []
        for mention in found {
            if let last = result.last, let bound = bound(of: last, mention) {
                result[result.count - 1].upperBound = bound
                continue
            }
            if let last = result.last, isWorkBeforeReport(last, mention) { result.removeLast() }
            if let last = result.last, case .urgent = last.form, mention.rule != nil || mention.form == .manual,
                mention.tokens.lowerBound - last.tokens.upperBound <= Self.urgentReach, !isStopped(last, mention)
            {
                if case .urgent = mention.form { continue }
                // «негайно надати до 18:00»: what stands between is no part of the term.
                var merged = hasVerb(last, mention) ? mention : mention.starting(at: last.tokens.lowerBound)
                merged.isUrgent = true
                result[result.count - 1] = merged
            } else {
                result.append(mention)
            }
        }
        return result
    }
}

extension DeadlineScanner.Step {
    /// The same with a mention that only deadlines have.
    var strong: DeadlineScanner.Step {
        var step = self
        step.mention?.isStrong = true
        step.mention?.isHeading = true
        return step
    }

    func moved(to start: Int) -> DeadlineScanner.Step {
        DeadlineScanner.Step(mention: mention?.starting(at: start), end: end)
    }
}
