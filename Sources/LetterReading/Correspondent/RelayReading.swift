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
        else {
            if Self.tellsOfAppeal(main) {
                let via = sender.parentBody ?? body
                viaAuthority = Fact(via.value, at: via.place, .likely, because: "wants somebody's appeal answered")
            }
            return
        }
        let end = min(text.tokens.count, relay.tokens.upperBound + Self.reach)
        guard
            let noun = (relay.tokens.lowerBound..<end).first(where: { Self.appeals.knows(text.tokens[$0], in: text) }
            )
        else { return }
        let author = Self.author(text, behind: noun + 1)
        let isLetter = text.reads(text.tokens[noun], "лист")
        guard author != nil || !isLetter && Self.isCitizens(text, behind: noun + 1) else { return }
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

    /// «Направляємо заяву Гук М. І. щодо …»: whose letter it is stands behind its name.
    static func passesOn(_ main: MainText) -> Bool {
        let (text, body) = (main.layout.text, main.layout.bodyTokens)
        return relays.hits(in: text, body.prefix(reach)).contains { relay in
            let end = min(body.upperBound, relay.tokens.upperBound + nearReach)
            return (relay.tokens.upperBound..<max(relay.tokens.upperBound, end)).contains {
                appeals.knows(text.tokens[$0], in: text) && author(text, behind: $0 + 1) != nil
            }
        }
    }

    /// «До нас звернулася гр. …», «надійшла скарга …», and the answer is to go to who wrote it.
    static func tellsOfAppeal(_ main: MainText) -> Bool {
        let (text, body) = (main.layout.text, main.layout.bodyTokens)
        guard let arrival = arrivals.hits(in: text, body.prefix(reach)).first?.tokens.upperBound else { return false }
        let near = arrival..<max(arrival, min(body.upperBound, arrival + nearReach))
        let starts = [arrival] + near.filter { appeals.knows(text.tokens[$0], in: text) }.map { $0 + 1 }
        let rest = arrival..<max(arrival, body.upperBound)
        return starts.contains { author(text, behind: $0) != nil } && (answersApplicant(text, rest) || handsItOver(text, rest))
    }

    /// «… скеровуємо її Вам», «надсилаємо скаргу», «пересилаємо копію цього звернення»: what was told of before the verb.
    private static func handsItOver(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        relays.hits(in: text, range).contains { hit in
            (hit.tokens.upperBound..<max(hit.tokens.upperBound, min(range.upperBound, hit.tokens.upperBound + handedReach)))
                .contains {
                    text.reads(text.tokens[$0], ["її", "його", "їх"]) || appeals.knows(text.tokens[$0], in: text)
                }
        }
    }

    /// «Надати відповідь заявнику».
    private static func answersApplicant(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        range.contains { index in
            applicants.knows(text.tokens[index], in: text)
                && answering.isMet(
                    in: max(range.lowerBound, index - nearReach)..<min(range.upperBound, index + answerReach), of: text)
        }
    }

    /// The government's contact centre exports appeals as forms.
    private static func hotline(_ main: MainText, _ body: Fact<String>) -> Fact<String>? {
        let name = body.value.inLowerCase
        guard name.holds("контактний центр") || name.holds("гаряча лінія") else { return nil }
        let quoted =
            body.value.split(separator: "«").last?.split(separator: "»").first.map { $0.trimming { "«»\" ".contains($0) } }
            ?? body.value
        // «ДУ «Урядовий контактний центр»», but «Обласний контактний центр «15-80»».
        let inner = quoted.inLowerCase.holds("контактний центр") || quoted.inLowerCase.holds("гаряча лінія") ? quoted : body.value
        return Fact(inner, at: body.place, .sure, because: "a contact centre passes appeals on")
    }

    private static func author(_ text: NormalizedText, behind start: Int) -> PersonMention? {
        for index in start..<min(text.tokens.count, start + 8) {
            if let person = PersonMention(text, at: index, end: min(text.tokens.count, index + 8)) {
                // «лист Управління ДКСУ» is an office's.
                let word = text.text(of: text.tokens[index]).inLowerCase
                return OfficeNoun.nominative(word) == nil && OfficeNoun.genitive(word) == nil ? person : nil
            }
            let token = text.tokens[index]
            guard token.kind == .mark || citizens.knows(token, in: text) else { return nil }
        }
        return nil
    }

    private static func isCitizens(_ text: NormalizedText, behind start: Int) -> Bool {
        text.tokens[min(start, text.tokens.count)..<min(text.tokens.count, start + 4)].contains {
            citizens.knows($0, in: text)
        }
    }

    private static func noun(_ text: NormalizedText, _ index: Int) -> String {
        switch text.folded(text.tokens[index]) {
        case let word where word.begins(with: "скарг"): "скарга"
        case let word where word.begins(with: "заяв"): "заява"
        case let word where word.begins(with: "пропозиц"): "пропозиція"
        default: "звернення"
        }
    }

    private static let relays = PhraseBook<Bool>([
        ("надсила* | направля* | пересила* | скерову* | передає* | переда* | перенаправля*", true)
    ])
    private static let arrivals = PhraseBook<Bool>([
        ("надійшло | надійшла | надійшов | звернулас* | звернувс* | звернулис*", true)
    ])
    private static let applicants = StemTable<Bool>([
        (
            """
            заявнику заявникові заявниці заявникам заявницям заявника заявницю заявників автору авторові автора авторці авторку авторам авторів \
            громадянину громадянина громадянці громадянку
            """, true
        )
    ])
    private static let answering = StemTable<Bool>([("відповід* відповіст* повідом* поінформ* проінформ* інформ*", true)])
    private static let appeals = StemTable<Bool>([("звернення скаргу скарга заяву заява пропозицію звернень лист", true)])
    private static let citizens = StemTable<Bool>([
        (
            "гр громадян* мешкан* жител* від заявни* та інших колективне повторне пенсіонер* пан пані представник* інваліда особи",
            true
        )
    ])
    /// Tokens of «заявниці обґрунтовану письмову відповідь».
    private static let answerReach = 4
    /// Tokens of «Вам на розгляд копію зазначеної скарги».
    private static let handedReach = 6
    /// Tokens from the verb to what is passed on.
    private static let nearReach = 8
    /// Tokens from the start of the text to the verb, and from the verb to the appeal.
    private static let reach = 60
}
