// SPDX-License-Identifier: Apache-2.0

/// What is asked for as a list: «надати: 1) копію договору …; 2) відомості про …», «копії: наказу; подання».
struct ListedObjects {
    let text: NormalizedText
    /// Nothing is taken from here on.
    let end: Int

    /// The first words of each point behind a colon, up to the clause that only explains.
    func points(behind colon: Int) -> [Range<Int>] {
        var points: [Range<Int>] = []
        var index = colon + 1
        let limit = min(end, colon + Self.reach)
        while index < limit, points.count < Self.mostPoints {
            guard let start = word(from: index, limit) else { break }
            let stop = SubjectClause(text: text, end: limit).end(from: start)
            guard stop > start else { break }
            points.append(start..<stop)
            guard let next = next(from: stop, limit) else { break }
            index = next
        }
        return points
    }

    /// Behind «1)», «–», «а)».
    private func word(from start: Int, _ limit: Int) -> Int? {
        var index = start
        while index < limit, index < start + Self.longestMark {
            let token = text.tokens[index]
            let isLetter =
                token.letters.count == 1 && index + 1 < limit && text.tokens[index + 1].isMark(")")
                && text.tokens[index + 1].isGlued
            if token.kind == .word, !isLetter { return index }
            index += 1
        }
        return nil
    }

    /// Behind the semicolon, or at the next line with a mark of a point.
    private func next(from start: Int, _ limit: Int) -> Int? {
        for index in start..<limit {
            let token = text.tokens[index]
            if token.isMark(";") { return index + 1 }
            guard token.startsLine else { continue }
            if isPointMark(index, limit) { return index }
            if token.startsParagraph { return nil }
        }
        return nil
    }

    private func isPointMark(_ index: Int, _ limit: Int) -> Bool {
        let token = text.tokens[index]
        if token.isMark("-") { return true }
        guard index + 1 < limit, text.tokens[index + 1].isGlued else { return false }
        let closes = text.tokens[index + 1].isMark(")") || text.tokens[index + 1].isMark(".")
        return closes && (token.kind == .number && token.digitCount <= 2 || token.letters.count == 1)
    }

    private static let reach = 160
    private static let mostPoints = 5
    private static let longestMark = 5
}
