// SPDX-License-Identifier: Apache-2.0

/// Whether a line above the text names who is written to: by a label, a noun in the dative, many bodies in the nominative.
extension LineForm {
    var isAddressee: Bool {
        guard isShort, !isRequest, let word = words.first else { return false }
        if LineWords.addresseeLabels.knows(word, in: text) {
            return line.tokens.prefix(5).contains { text.tokens[$0].isMark(":") }
        }
        if LineWords.addressees.knows(word, in: text), !endsAsLongSentence { return true }
        // «Лугоставському міському голові», «Начальнику управління …».
        if word.capitals != .none, LineWords.addresseeNouns.knows(word, in: text), !endsAsLongSentence {
            return true
        }
        if isDativePerson || isOfMany { return true }
        // «Архівному відділу виконавчого комітету»: what stands before the noun is in its case.
        let start = words.prefix(4)
        guard word.letters.count > 2, word.capitals != .none, isDative(word),
            let noun = start.firstIndex(where: { LineWords.addresseeNouns.knows($0, in: text) })
        else { return false }
        return start[..<noun].allSatisfy { $0.capitals != .none || isDative($0) }
    }

    /// «Виконавчі комітети міської, селищних, сільських рад району» below the line of registration.
    private var isOfMany: Bool {
        guard stage.hasRegistration, stage.hasBody, !isCapitals, let word = words.first, word.capitals == .first,
            LineWords.manyOf.knows(word, in: text), !isFiniteSentence
        else { return false }
        return words.prefix(5).dropFirst().contains { LineWords.many.knows($0, in: text) }
    }

    /// «Левченку О. В.,» alone on its line.
    private var isDativePerson: Bool {
        guard !stage.isPastLetterhead, words.count <= 3,
            let person = PersonMention(text, at: line.tokens.lowerBound, end: line.tokens.upperBound),
            line.tokens.upperBound - person.tokens.upperBound <= 1, let surname = words.first(where: { $0.letters.count > 2 })
        else { return false }
        return words.contains { $0.letters.count == 1 } && isDative(surname)
    }

    var endsAsLongSentence: Bool { endsAsSentence && words.count > 9 }

    private func isDative(_ token: Token) -> Bool { LineWords.dativeEndings.fits(token, in: text) }
}
