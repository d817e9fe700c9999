// SPDX-License-Identifier: Apache-2.0

/// The points of a letter's numbered lists: sentences that begin with `1.`, `2)` at the start of their line.
struct PointList {
    /// Positions in ``NormalizedText/sentences``, ascending.
    let sentences: [Int]
    private let members: Set<Int>
    private let clauses: TaskClauses

    init(_ layout: LetterLayout, _ clauses: TaskClauses) {
        self.clauses = clauses
        let text = layout.text
        sentences = text.sentences.indices.filter { index in
            let tokens = text.sentences[index]
            let first = text.tokens[tokens.lowerBound]
            guard first.startsLine, first.kind == .number, first.digitCount <= 2, tokens.count > 2,
                layout.line(ofToken: tokens.lowerBound) >= layout.bodyStart
            else { return false }
            let mark = text.tokens[tokens.lowerBound + 1]
            return mark.isGlued && (mark.isMark(".") || mark.isMark(")")) && text.tokens[tokens.lowerBound + 2].kind == .word
                && layout.lines[layout.line(ofToken: tokens.lowerBound)].role != .annexes
        }
        members = Set(sentences)
    }

    var count: Int { sentences.count }

    func contains(_ sentence: Int) -> Bool { members.contains(sentence) }

    /// The sentences of a point behind its first: «1. Затвердити план. Копію надіслати до 18.11».
    func further(of point: Int) -> Range<Int> {
        let text = clauses.text
        var end = point + 1
        while end < text.sentences.count, !members.contains(end), end - point < Self.longestPoint,
            !text.tokens[text.sentences[end].lowerBound].startsParagraph, !clauses.isReportOnAll(end)
        {
            end += 1
        }
        return point + 1..<end
    }

    /// What the first sentence of the point says a later one belongs to; empty elsewhere.
    func opening(of sentence: Int) -> String {
        let point = sentence - 1
        guard members.contains(point), further(of: point).contains(sentence), clauses.startsWithTask(point) else { return "" }
        return clauses.text(of: point) + ". "
    }

    /// «Просимо до 20.11.2026: 1. …»: the deadline above points that are tasks of their own.
    func introduction(_ bySentence: [Int: [DeadlineMention]]) -> (sentence: Int, mention: DeadlineMention)? {
        guard let first = sentences.first, first > 0, count > 1, let mention = bySentence[first - 1]?.last,
            sentences.filter(clauses.startsWithTask).count > 1
        else { return nil }
        return (first - 1, mention)
    }

    /// Sentences of one point.
    private static let longestPoint = 6
}
