// SPDX-License-Identifier: Apache-2.0

/// What a letter asks for, whether or not it names a day: who asks, in which sentence, in what words.
///
/// The writer's own «прошу» with something to be done comes first, then what others ask, then what says nothing.
struct RequestReading {
    /// Nil where nobody asks for anything.
    private(set) var sentence: Int?
    /// Whether it says what is to be done, not only that an answer is waited for.
    private(set) var isConcrete = false
    /// Whether the writer himself asks for it to be done.
    private var isWriters = false
    /// «ІМЕНЕМ УКРАЇНИ»: what a judgment decides is a task only where it obliges somebody.
    private let isJudgment: Bool
    private let layout: LetterLayout
    private let clauses: TaskClauses
    private let part: String

    init(_ layout: LetterLayout, _ clauses: TaskClauses, part: String) {
        self.layout = layout
        self.clauses = clauses
        self.part = part
        isJudgment = clauses.isJudgment
        var best = Worth.nothing
        for index in layout.text.sentences.indices where best < .writers {
            let worth = worth(of: index)
            guard worth > best else { continue }
            best = worth
            (sentence, isConcrete) = (index, worth > .vague)
        }
        isWriters = best == .writers
    }

    /// The writer's own words come before others', and both before what names nothing to be done.
    private enum Worth: Int, Comparable {
        case nothing, vague, others, writers

        static func < (one: Worth, other: Worth) -> Bool { one.rawValue < other.rawValue }
    }

    private func worth(of sentence: Int) -> Worth {
        guard let asking = asking(sentence), !isSetAside(sentence, asking) else { return .nothing }
        guard clauses.isConcrete(sentence) else { return .vague }
        return clauses.isWriters(sentence) ? .writers : .others
    }

    /// Where the sentence asks, in the text itself and not only if something happens.
    private func asking(_ sentence: Int) -> TaskClauses.Asking? {
        // «Телефон: … Суть звернення: Заявник просить …» begins above the text of the letter.
        guard isInBody(sentence), let asking = clauses.asking(sentence), layout.line(ofToken: asking.word) >= layout.bodyStart,
            !clauses.isConditional(sentence, before: asking.word)
        else { return nil }
        return asking
    }

    private func isInBody(_ sentence: Int) -> Bool {
        let tokens = layout.text.sentences[sentence]
        return layout.line(ofToken: tokens.upperBound - 1) >= layout.bodyStart
            && layout.lines[layout.line(ofToken: tokens.lowerBound)].role != .annexes
    }

    private func isSetAside(_ sentence: Int, _ asking: TaskClauses.Asking) -> Bool {
        clauses.isTold(sentence) || clauses.isForInformation(sentence) || clauses.isForPublic(sentence, asking.request)
            || isJudgment && !clauses.isOrderedByCourt(sentence)
    }

    // Few letters need these, so that they are looked for when they are asked for.

    /// What is asked for.
    var text: String? { sentence.map { clauses.text(of: $0) } }
    var place: FactPlace? {
        sentence.map { FactPlace(part: part, range: layout.text.originalRange(of: clauses.octets(layout.text.sentences[$0]))) }
    }
    /// Whether it says what ought to be done, but not that the reader should do it.
    var isAdvice: Bool { sentence.map(clauses.advises) ?? false }
    /// The first clause that asks for copies, lists, data.
    var ofInformation: String? { first { asking($0) != nil && clauses.asksInformation($0) } }
    /// The first clause in which the writer himself asks, be it only for an answer.
    var ofWriter: String? {
        let sentences = layout.text.sentences.indices
        guard let writers = sentences.first(where: { clauses.isWriters($0) && worth(of: $0) > .nothing }) else { return nil }
        let words = clauses.text(of: writers)
        let copy = sentences.first { clauses.asksForCopy($0) && worth(of: $0) > .nothing }
        guard let copy, copy != writers else { return words }
        return clauses.limited(words + "; " + clauses.text(of: copy))
    }
    /// What a person whose letter is passed on asks to be done.
    var ofOthers: String? { first { clauses.isOthers($0) && worth(of: $0) == .others } }
    /// What a letter sent on is about: «щодо безкоштовного проїзду».
    var matter: String? {
        layout.text.sentences.indices.lazy.filter(isInBody).compactMap(clauses.matterSentOn).first
    }
    /// ``text`` with what else the writer himself asks to be done.
    func whole(_ text: String) -> String {
        guard let sentence else { return text }
        var words = [text]
        for further in layout.text.sentences.indices[(sentence + 1)...] where isWriters && words.count <= Self.mostRequests {
            if worth(of: further) == .writers { words.append(clauses.text(of: further)) }
        }
        return clauses.limited(words.joined(separator: "; "))
    }

    private func first(where fulfils: (Int) -> Bool) -> String? {
        layout.text.sentences.indices.first(where: fulfils).map { clauses.text(of: $0) }
    }

    /// Requests beside the first.
    private static let mostRequests = 2
}
