// SPDX-License-Identifier: Apache-2.0

/// The points that follow a sentence and are one task with it.
extension TaskClauses {
    /// The points behind «надати:», few and short.
    func list(behind sentence: Int) -> String {
        if let inline = inlineList(behind: sentence) { return inline }
        guard beginsList(sentence) else { return "" }
        var result = ""
        for next in text.sentences[(sentence + 1)...].prefix(Self.fewestWords) {
            let first = text.tokens[next.lowerBound]
            guard !first.startsParagraph || result.isEmpty, isPointMark(next), first.startsLine else { break }
            let start = next.lowerBound + (first.kind == .mark ? 1 : 2)
            guard start < next.upperBound else { break }
            result += (result.isEmpty ? ": " : "; ") + pieces(start..<next.upperBound, without: nil)
        }
        return result
    }

    /// «Прошу: 1) встановити навіс; 2) завести світло»: the points behind the first.
    private func inlineList(behind sentence: Int) -> String? {
        let tokens = text.sentences[sentence]
        guard
            tokens.dropLast().contains(where: {
                text.tokens[$0].value == 1 && text.tokens[$0].kind == .number && text.tokens[$0 + 1].isMark(")")
                    && text.tokens[$0 + 1].isGlued
            })
        else { return nil }
        var result = ""
        for next in text.sentences[(sentence + 1)...].prefix(Self.fewestWords) {
            let first = text.tokens[next.lowerBound]
            guard first.kind == .number, !first.startsLine, next.count > 2, text.tokens[next.lowerBound + 1].isMark(")") else {
                break
            }
            result += "; " + pieces(next.lowerBound + 2..<next.upperBound, without: nil)
        }
        return result.isEmpty ? nil : result
    }

    /// Whether points follow it: it ends with a colon, or a dash begins the line behind it.
    func beginsList(_ sentence: Int) -> Bool {
        guard let last = text.sentences[sentence].last else { return false }
        if text.tokens[last].isMark(":") { return true }
        guard sentence + 1 < text.sentences.count, text.tokens[text.sentences[sentence].lowerBound].kind == .word else {
            return false
        }
        let next = text.tokens[text.sentences[sentence + 1].lowerBound]
        return (next.isMark("-") || next.isMark("•")) && next.startsLine && text.tokens[last].kind != .mark
    }

    /// «1)», «2.» at the head of its line.
    func isNumbered(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence]
        let first = text.tokens[tokens.lowerBound]
        return first.kind == .number && first.digitCount <= 2 && first.startsLine && isPointMark(tokens) && tokens.count > 2
    }

    /// «– щомісяця інформувати про …»: an element of a list is a task of its own.
    func isListed(_ sentence: Int) -> Bool {
        let first = text.tokens[text.sentences[sentence].lowerBound]
        return first.startsLine && (first.isMark("-") || first.isMark("•") || first.isMark("*"))
    }

    /// «1.», «–», «а)».
    private func isPointMark(_ sentence: Range<Int>) -> Bool {
        let first = text.tokens[sentence.lowerBound]
        guard first.kind == .word else { return true }
        return first.letters.count == 1 && sentence.count > 2 && text.tokens[sentence.lowerBound + 1].isMark(")")
    }
}
