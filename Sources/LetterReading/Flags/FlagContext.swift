// SPDX-License-Identifier: Apache-2.0

/// Whether the words round a phrase make it what it seems: asked for, turned round, of somebody else.
extension FlagReading {
    /// In a sentence that asks, or itself an order: «запишіть мене …».
    func isAsked(_ tokens: Range<Int>, in text: NormalizedText) -> Bool {
        guard text === self.text else { return true }
        return Self.orders.knows(text.tokens[tokens.lowerBound], in: text)
            || evidence.asks.contains { $0.tokens.overlaps(tokens) }
    }

    /// «Клопочу про опрацювання запиту не пізніше 48 годин»: a motion, not what a form says of rights.
    func isMoved(_ tokens: Range<Int>, in text: NormalizedText) -> Bool {
        guard let sentence = text.sentences.first(where: { $0.contains(tokens.lowerBound) }) else { return false }
        return Self.motions.isMet(in: sentence, of: text)
    }

    func isOfMeasures(_ tokens: Range<Int>, in text: NormalizedText) -> Bool {
        let near = max(0, tokens.lowerBound - 3)..<min(text.tokens.count, tokens.upperBound + 3)
        return Self.measures.isMet(in: near, of: text)
    }

    /// «Ухвала набирає законної сили негайно після підписання».
    func isOfEffect(_ tokens: Range<Int>, in text: NormalizedText) -> Bool {
        (max(0, tokens.lowerBound - 5)..<tokens.lowerBound).contains {
            Self.effects.knows(text.tokens[$0], in: text)
        }
    }

    /// «Прийняти мене на роботу» is no reception.
    func isOfWork(behind end: Int, in text: NormalizedText) -> Bool {
        text.tokens[min(end, text.tokens.count)..<min(end + 3, text.tokens.count)].contains {
            Self.places.knows($0, in: text)
        }
    }

    func isSecretOfInvestigation(_ tokens: Range<Int>) -> Bool { kind.kind.value == "LAW_ENF" && !tokens.isEmpty }

    func isNegated(_ tokens: Range<Int>, in text: NormalizedText) -> Bool {
        guard tokens.lowerBound > 0, !FlagPhrases.negations.knows(text.tokens[tokens.lowerBound], in: text) else {
            return false
        }
        return (max(0, tokens.lowerBound - 3)..<tokens.lowerBound).contains {
            FlagPhrases.negations.knows(text.tokens[$0], in: text)
        }
    }

    static func isToOthers(_ tokens: Range<Int>, in text: NormalizedText) -> Bool {
        let end = min(tokens.upperBound + 4, text.tokens.count)
        let start = text.tokens[tokens.lowerBound].startsLine ? tokens.lowerBound : max(0, tokens.lowerBound - 3)
        guard start < end else { return false }
        return (start..<end).contains { FlagPhrases.otherBodies.knows(text.tokens[$0], in: text) }
    }

    private static let measures = StemTable<Bool>([("заходів заходи меры", true)])
    private static let effects = StemTable<Bool>([("набирає набере набирають набув чинності", true)])
    private static let motions = StemTable<Bool>([("клопоч* клопотан* прошу просимо", true)])
    private static let places = StemTable<Bool>([
        ("роботу посаду служб* школу ліцею ліцей садок садочок гуртка секції черг*", true)
    ])
    private static let orders = StemTable<Bool>([
        ("запишіть прийміть хочу запишите примите прийняти записати вислухати потрапити зустрітися", true)
    ])
}
