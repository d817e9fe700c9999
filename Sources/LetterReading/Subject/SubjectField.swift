// SPDX-License-Identifier: Apache-2.0

/// «Суть звернення: …» of a form another office or a page filled in.
struct SubjectField {
    /// What the form says it is about; of several fields the one that tells most.
    private(set) var found: TextMatter.Found?
    private let heading: SubjectHeading
    private let matter: TextMatter
    private let isComplaint: Bool
    private var layout: LetterLayout { heading.layout }
    private var text: NormalizedText { layout.text }

    /// - Parameter isComplaint: whether what went wrong is the matter, rather than what is asked.
    init(_ heading: SubjectHeading, _ matter: TextMatter, isComplaint: Bool) {
        self.heading = heading
        self.matter = matter
        self.isComplaint = isComplaint
        let values = layout.lines.indices.prefix(Self.formLines).compactMap(value)
        guard let longest = values.max(by: { $0.count < $1.count }) else { return }
        let chosen = values.first { $0.count * 2 > longest.count } ?? longest
        found = summary(of: chosen)
        if let topic = values.first(where: { $0.upperBound <= chosen.lowerBound }) { lead(with: topic) }
    }

    /// «Питання: Вода. Тиск у мережі» before what the form tells of it.
    private mutating func lead(with topic: Range<Int>) {
        let said = MailMatter(
            MailSubject(SubjectReading.withoutPoint(SubjectClause(text: text, end: topic.upperBound).words(topic))))
        guard var full = found, said.worth >= .words, !full.value.begins(with: "Про "), !said.isRepeated(in: full.value) else {
            return
        }
        full.value = said.text + ": " + full.value.lowInitial
        if full.value.count <= SubjectReading.maximumLength { found = full }
    }

    /// The tokens behind the label of a field, to the next label.
    private func value(of index: Int) -> Range<Int>? {
        let line = layout.lines[index]
        guard let colon = colon(of: line),
            let label = (line.tokens.lowerBound..<colon).first(where: { text.tokens[$0].kind == .word }),
            SubjectWords.fields.hits(in: text, label..<colon).first?.tokens.lowerBound == label
        else { return nil }
        var end = line.tokens.upperBound
        // «Текст звернення:» stands alone above it.
        let isBelow = colon + 1 == end
        for next in layout.lines.dropFirst(index + 1).prefix(Self.longestField) {
            if next.startsBlock && !(isBelow && end == colon + 1) || colonOfLabel(next) { break }
            end = next.tokens.upperBound
        }
        return colon + 1 < end ? colon + 1..<end : nil
    }

    private func colon(of line: LetterLine) -> Int? {
        line.tokens.prefix(Self.longestLabel).dropFirst().first { text.tokens[$0].isMark(":") }
    }

    private func colonOfLabel(_ line: LetterLine) -> Bool {
        colon(of: line) != nil && text.tokens[line.tokens.lowerBound].capitals != .none
    }

    private func summary(of field: Range<Int>) -> TextMatter.Found? {
        if let complained = matter.complained() { return complained }
        let trouble = Trouble(text, field, needsSign: true)
        if isComplaint, let trouble, trouble.isNamed { return SubjectCompletion.found(trouble, isComplaint: true) }
        let told = told(field)
        let request = matter.request(in: field)
        guard let request, request.worth == .named else { return unasked(request, field) ?? told }
        var asked = request.found
        // «Про відновлення підвезення» alone says too little of where and why.
        if SubjectCompletion.isThin(asked.value), asked.tokens.lowerBound > told.tokens.upperBound {
            let full =
                asked.value + (told.value.holds("(") ? " – " + told.value.lowInitial : " (" + told.value.lowInitial + ")")
            if full.count <= SubjectReading.maximumLength {
                asked.value = full
                return asked
            }
        }
        let completion = SubjectCompletion(
            trouble: trouble, isComplaint: isComplaint, isCitizens: true, said: MailMatter(MailSubject("")))
        return completion.completing(asked)
    }

    /// Words of a request that were taken over, or what went wrong.
    private func unasked(_ request: (found: TextMatter.Found, worth: RequestedAct.Worth)?, _ field: Range<Int>) -> TextMatter
        .Found?
    {
        if let request, request.worth == .plain, !SubjectCompletion.isThin(request.found.value) { return request.found }
        return Trouble(text, field).map { SubjectCompletion.found($0, isComplaint: false) }
    }

    /// The first clause, behind «Заявниця скаржиться, що».
    private func told(_ field: Range<Int>) -> TextMatter.Found {
        let stop = text.sentences.first { $0.contains(field.lowerBound) }?.upperBound ?? field.upperBound
        let sentence = field.lowerBound..<min(stop, field.upperBound)
        let start = matter.reported(sentence) ?? sentence.lowerBound
        let tokens = start..<max(start, sentence.upperBound)
        return TextMatter.Found(
            value: SubjectReading.withoutPoint(SubjectClause(text: text, end: tokens.upperBound).words(tokens)), tokens: tokens,
            certainty: .likely, reason: "what the form says it is about")
    }

    private static let formLines = 40
    private static let longestField = 12
    private static let longestLabel = 16
}
