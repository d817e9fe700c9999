// SPDX-License-Identifier: Apache-2.0

/// «Суть звернення: …» of a form another office or a page filled in.
struct SubjectField {
    /// What the form says it is about; of several fields the one that tells most.
    private(set) var found: TextMatter.Found?
    private let heading: SubjectHeading
    private var layout: LetterLayout { heading.layout }
    private var text: NormalizedText { layout.text }

    init(_ heading: SubjectHeading) {
        self.heading = heading
        let values = layout.lines.indices.prefix(Self.formLines).compactMap(value)
        guard let longest = values.max(by: { $0.count < $1.count }) else { return }
        found = matter(of: values.first { $0.count * 2 > longest.count } ?? longest)
    }

    /// The tokens behind the label of a field, to the next label.
    private func value(of index: Int) -> Range<Int>? {
        let line = layout.lines[index]
        guard let colon = colon(of: line), colon + 1 < line.tokens.upperBound,
            SubjectWords.fields.hits(in: text, line.tokens.lowerBound..<colon).first?.tokens.lowerBound == line.tokens.lowerBound
        else { return nil }
        var end = line.tokens.upperBound
        for next in layout.lines.dropFirst(index + 1).prefix(Self.longestField) {
            if next.startsBlock || colonOfLabel(next) { break }
            end = next.tokens.upperBound
        }
        return colon + 1..<end
    }

    private func colon(of line: LetterLine) -> Int? {
        line.tokens.prefix(Self.longestLabel).dropFirst().first { text.tokens[$0].isMark(":") }
    }

    private func colonOfLabel(_ line: LetterLine) -> Bool {
        colon(of: line) != nil && text.tokens[line.tokens.lowerBound].capitals != .none
    }

    private func matter(of field: Range<Int>) -> TextMatter.Found? {
        let matter = TextMatter(heading)
        if let complained = matter.complained() { return complained }
        let told = told(field)
        guard var asked = matter.asked(in: field, isPlain: false) else { return told }
        // «Про відновлення підвезення» alone says too little of where and why.
        if asked.value.split(separator: " ").count <= Self.fewWords, asked.tokens.lowerBound > told.tokens.upperBound {
            asked.value += " (" + told.value + ")"
        }
        return asked
    }

    /// The first clause, behind «Заявниця скаржиться, що».
    private func told(_ field: Range<Int>) -> TextMatter.Found {
        let stop = text.sentences.first { $0.contains(field.lowerBound) }?.upperBound ?? field.upperBound
        let sentence = field.lowerBound..<min(stop, field.upperBound)
        let start = TextMatter(heading).reported(sentence) ?? sentence.lowerBound
        let tokens = start..<max(start, sentence.upperBound)
        return TextMatter.Found(
            value: SubjectReading.withoutPoint(SubjectClause(text: text, end: tokens.upperBound).words(tokens)), tokens: tokens,
            certainty: .likely, reason: "what the form says it is about")
    }

    private static let formLines = 40
    private static let longestField = 12
    private static let longestLabel = 5
    private static let fewWords = 4
}
