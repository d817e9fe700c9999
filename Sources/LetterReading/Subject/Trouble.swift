// SPDX-License-Identifier: Apache-2.0

/// What went wrong, where a letter tells it before it asks or instead of asking: «третій тиждень не вивозять сміття».
struct Trouble {
    /// «Відсутність тротуару від зупинки до кладовища», or the clause as it was written.
    let value: String
    let tokens: Range<Int>
    /// Whether it is a noun with its object, which stands behind «Скарга на» and «Про».
    let isNamed: Bool
    /// The end of it, from the sign on.
    let short: String

    /// Whether a sign tells that it is amiss; without one it is what the first sentence that tells anything tells.
    let hasSign: Bool

    /// The first sentence with a sign of trouble, or before it one that speaks neither of the writer nor to the reader.
    ///
    /// - Parameter needsSign: whether only what has a sign counts.
    init?(_ text: NormalizedText, _ body: Range<Int>, needsSign: Bool = false) {
        var sentences = 0
        for sentence in text.sentences where sentence.upperBound > body.lowerBound && sentence.lowerBound < body.upperBound {
            if sentence.count > Self.fewTokens { sentences += 1 }
            guard sentences <= Self.reach else { return nil }
            let telling = TroubleSigns(text: text, sentence: sentence.clamped(to: body), isEarly: sentences <= Self.early)
            guard let found = Self.told(telling), found.hasSign || !needsSign, !telling.isPointing(found.tokens) else { continue }
            (value, tokens, isNamed, hasSign) = found
            short =
                telling.first.map { sign in
                    let clause = telling.clause(of: sign)
                    // «температура не перевищує …»: what a verb is denied of stands before it.
                    let start = clause.count <= Self.shortClause ? clause.lowerBound : sign
                    return SubjectClause(text: text, end: clause.upperBound).words(start..<max(start, clause.upperBound))
                } ?? value
            return
        }
        return nil
    }

    private static func told(_ telling: TroubleSigns) -> (value: String, tokens: Range<Int>, isNamed: Bool, hasSign: Bool)? {
        let text = telling.text
        let sign = telling.first
        if let sign {
            let clause = telling.clause(of: sign)
            if let named = TroubleNoun(text: text, clause: clause, sign: sign, opening: telling.opening(clause)).value {
                return (named, clause, true, true)
            }
        }
        guard let whole = sign.map(telling.whole) ?? telling.plain, whole.count > 2 else { return nil }
        return (
            SubjectReading.withoutPoint(SubjectClause(text: text, end: whole.upperBound).words(whole)), whole, false, sign != nil
        )
    }

    /// As it stands behind another word.
    var inside: String { value.lowInitial }

    private static let early = 2
    private static let shortClause = 14
    /// Of a greeting.
    private static let fewTokens = 5
    /// Sentences from the first on.
    private static let reach = 5
}
