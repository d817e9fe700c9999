// SPDX-License-Identifier: Apache-2.0

/// A body that begins a sentence by saying what it does: «КП «Тепломережа», вих. № 19 …», «Департамент ЖКГ … ОВА (…) просить».
struct SpeakingBody {
    let name: String
    let tokens: Range<Int>

    /// - Parameter isNumbered: a number above the text tells that an office writes, whatever it does.
    init?(_ text: NormalizedText, at start: Int, end: Int, isNumbered: Bool) {
        guard start < end, text.tokens[start].kind == .word, text.tokens[start].capitals != .none else { return nil }
        let reach = min(end, start + Self.maximumTokens)
        let isForm = SenderReading.forms.knows(text.tokens[start], in: text)
        guard isForm || Self.beginsWithNoun(text, start..<min(reach, start + 4)) else { return nil }
        let verb = (start..<reach).first { Self.verbs.knows(text.tokens[$0], in: text) }
        if isForm, let close = QuotedName.end(text, from: start, to: end) {
            let isOwn = isNumbered || verb != nil || Self.isNumber(text, behind: close, end)
            guard isOwn else { return nil }
            tokens = start..<close
            let written = Self.written(text, tokens)
            name = OrganizationName(letterhead: [written])?.text ?? LetterCase.formName(written)
            return
        }
        guard let verb else { return nil }
        // «Компанія «Маркер-Шлях» — офіційний представник … — пропонує»: what it is stands between dashes.
        let close =
            (start..<verb).first {
                text.tokens[$0].isMark("(") || text.tokens[$0].isMark(",")
                    || text.tokens[$0].isMark("-") && !text.tokens[$0].isGlued
            } ?? verb
        guard close > start + 1, let organization = OrganizationName(letterhead: [Self.written(text, start..<close)]) else {
            return nil
        }
        (name, tokens) = (organization.text, start..<close)
    }

    /// A noun of an office in the nominative, its adjectives before it: «Виконавчий комітет», «БЛАГОДІЙНА ОРГАНІЗАЦІЯ».
    private static func beginsWithNoun(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        for index in range {
            guard text.tokens[index].kind == .word else { return false }
            let word = text.text(of: text.tokens[index]).inLowerCase
            if let noun = OfficeNoun.nominative(word) { return !noun.isOfficer }
            guard adjectives.fits(text.tokens[index], in: text) else { return false }
        }
        return false
    }

    private static func isNumber(_ text: NormalizedText, behind close: Int, _ end: Int) -> Bool {
        (close..<min(end, close + 3)).contains { NumberSign(text, at: $0, end: end)?.isOutgoing == true }
    }

    private static func written(_ text: NormalizedText, _ tokens: Range<Int>) -> String {
        text.originalText(text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound)
    }

    /// What an office does in the first words of its letter, and citizens do not say of one.
    private static let verbs = StemTable<Bool>([
        (
            """
            просить звертається звертаються надсилає направляє повідомляє інформує висловлює пропонує запрошує розглянув розглянула розглянуло готова готовий готове \
            засвідчує опрацювало опрацював опрацювала планує організовує проводить
            """, true
        )
    ])
    private static let adjectives = EndingSet(["ий", "ій", "а", "я", "е", "є"])
    /// Tokens from the name to the verb.
    private static let maximumTokens = 30
}
