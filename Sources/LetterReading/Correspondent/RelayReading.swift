// SPDX-License-Identifier: Apache-2.0

/// An authority that passes on a citizen's appeal (art. 7 of law 393/96), and whose appeal it is.
package struct RelayReading: Sendable {
    /// «Наддніпрянська ОДА».
    package private(set) var viaAuthority: Fact<String>?
    /// «Звернення Ковальчук Олени Петрівни (надіслано ОДА)», in the case the letter names the author in.
    package private(set) var subject: Fact<String>?

    package init(_ main: MainText, source: LetterSource, sender: SenderReading) {
        guard let body = sender.sender else { return }
        let text = main.layout.text
        if let hotline = Self.hotline(main, body) {
            viaAuthority = hotline
            return
        }
        guard
            let relay = Self.relays.hits(in: text, main.layout.bodyTokens).first(where: {
                $0.tokens.lowerBound < main.layout.bodyTokens.lowerBound + Self.reach
            })
        else { return }
        let end = min(text.tokens.count, relay.tokens.upperBound + Self.reach)
        guard
            let noun = (relay.tokens.lowerBound..<end).first(where: { Self.appeals.meaning(of: text.tokens[$0], in: text) != nil }
            )
        else { return }
        let author = Self.author(text, behind: noun + 1)
        guard author != nil || Self.isCitizens(text, behind: noun + 1) else { return }
        let via = sender.parentBody ?? body
        viaAuthority = Fact(via.value, at: via.place, .likely, because: "passes on somebody's appeal")
        if let author {
            let short = Abbreviation.relay(via.value)
            subject = Fact(
                "\(LetterCase.capitalized(Self.noun(text, noun))) \(author.text) (надіслано \(short))",
                at: main.place(of: noun..<author.tokens.upperBound), .likely,
                because: "passes on somebody's appeal")
        }
    }

    /// The government's contact centre exports appeals as forms.
    private static func hotline(_ main: MainText, _ body: Fact<String>) -> Fact<String>? {
        let name = body.value.inLowerCase
        guard name.holds("контактний центр") || name.holds("гаряча лінія") else { return nil }
        let inner = body.value.split(separator: "«").last.map { $0.trimming { "«»\" ".contains($0) } } ?? body.value
        return Fact(inner, at: body.place, .sure, because: "a contact centre passes appeals on")
    }

    private static func author(_ text: NormalizedText, behind start: Int) -> PersonMention? {
        for index in start..<min(text.tokens.count, start + 8) {
            if let person = PersonMention(text, at: index, end: min(text.tokens.count, index + 8)) { return person }
            let token = text.tokens[index]
            guard token.kind == .mark || citizens.meaning(of: token, in: text) != nil else { return nil }
        }
        return nil
    }

    private static func isCitizens(_ text: NormalizedText, behind start: Int) -> Bool {
        text.tokens[min(start, text.tokens.count)..<min(text.tokens.count, start + 4)].contains {
            citizens.meaning(of: $0, in: text) != nil
        }
    }

    private static func noun(_ text: NormalizedText, _ index: Int) -> String {
        switch text.folded(text.tokens[index]) {
        case let word where word.hasPrefix("скарг"): "скарга"
        case let word where word.hasPrefix("заяв"): "заява"
        case let word where word.hasPrefix("пропозиц"): "пропозиція"
        default: "звернення"
        }
    }

    private static let relays = PhraseBook<Bool>([
        ("надсила* | направля* | пересила* | скерову* | передає* | переда* | перенаправля*", true)
    ])
    private static let appeals = StemTable<Bool>([("звернення скаргу заяву пропозицію звернень", true)])
    private static let citizens = StemTable<Bool>([
        (
            "гр громадян* мешкан* жител* від заявни* та інших колективне повторне пенсіонер* пан пані представник* інваліда особи",
            true
        )
    ])
    /// Tokens from the start of the text to the verb, and from the verb to the appeal.
    private static let reach = 60
}
