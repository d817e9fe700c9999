// SPDX-License-Identifier: Apache-2.0

/// The cues of one letter, with where each stands.
struct Cues: Sendable {
    private let places: [Cue: [Range<Int>]]

    init(_ text: NormalizedText, _ range: Range<Int>? = nil) {
        var places: [Cue: [Range<Int>]] = [:]
        for hit in CueBook.phrases.hits(in: text, range)
        where Self.holds(hit, text) {
            places[hit.meaning, default: []].append(hit.tokens)
        }
        for place in DocumentAsk.places(in: text, range ?? text.tokens.indices) {
            let known = places[.documentedInformation] ?? []
            guard !known.contains(where: { $0.overlaps(place) }) else { continue }
            places[.documentedInformation] = (known + [place]).sorted { $0.lowerBound < $1.lowerBound }
        }
        for place in AdministrativeAsk.places(in: text, range ?? text.tokens.indices) {
            let known = places[.administrativeAct] ?? []
            guard !known.contains(where: { $0.overlaps(place) }) else { continue }
            places[.administrativeAct] = (known + [place]).sorted { $0.lowerBound < $1.lowerBound }
        }
        self.places = places
        var wrongs = Set((places[.grievance] ?? []).map(\.lowerBound))
        let range = range ?? text.tokens.indices
        for index in range.dropLast() where Self.isNegatedVerb(text, at: index) && wrongs.count < Self.enough {
            wrongs.insert(index)
        }
        self.wrongs = wrongs.count
    }

    /// Places of what is amiss: grievances by their words, and «не вивозять», «не працює» whatever the verb.
    let wrongs: Int

    func has(_ cue: Cue) -> Bool { places[cue] != nil }

    func hasAny(_ cues: Cue...) -> Bool { cues.contains(where: has) }

    /// How often, at most `limit`.
    func count(_ cue: Cue, limit: Int = 4) -> Int { min(places[cue]?.count ?? 0, limit) }

    /// Positions in ``NormalizedText/tokens`` of the first.
    func first(_ cue: Cue) -> Range<Int>? { places[cue]?.first }

    func all(_ cue: Cue) -> [Range<Int>] { places[cue] ?? [] }

    private static func holds(_ hit: PhraseBook<Cue>.Hit, _ text: NormalizedText) -> Bool {
        switch hit.meaning {
        case .relaysCitizen: isArticleSeven(hit.tokens, text)
        case .forInformation: !isPassedDown(hit.tokens, text)
        // «Хочу побачити документи, не відписку».
        case .grievance:
            hit.tokens.lowerBound == 0 || !text.folded(text.tokens[hit.tokens.lowerBound]).begins(with: "відписк")
                || !text.reads(text.tokens[hit.tokens.lowerBound - 1], ["не", "без"])
        default: true
        }
    }

    /// «Довести критерії до відома керівників»: the reader is to tell others.
    private static func isPassedDown(_ tokens: Range<Int>, _ text: NormalizedText) -> Bool {
        text.reads(text.tokens[tokens.lowerBound], "до")
            && (max(0, tokens.lowerBound - tellReach)..<min(text.tokens.count, tokens.upperBound + tellReach)).contains {
                telling.knows(text.tokens[$0], in: text)
            }
    }

    private static let telling = StemTable<Bool>([("довести доведіть доведення донести донесення донесіть", true)])
    /// Tokens from «довести» to «до відома», on either side.
    private static let tellReach = 6

    /// A phrase has no digits: «відповідно до статті #» is the article on passing on (law 393/96, art. 7) or any other.
    private static func isArticleSeven(_ tokens: Range<Int>, _ text: NormalizedText) -> Bool {
        tokens.allSatisfy { text.tokens[$0].kind != .number || text.tokens[$0].value == 7 }
    }

    /// «Не» before a verb of the third person in the present.
    private static func isNegatedVerb(_ text: NormalizedText, at index: Int) -> Bool {
        guard text.tokens[index].letters.count == 2, text.tokens[index + 1].kind == .word,
            text.tokens[index + 1].letters.count > 4
        else { return false }
        guard negations.knows(text.tokens[index], in: text) else { return false }
        // «Чи не могли б Ви …» asks politely.
        if index > 0, text.reads(text.tokens[index - 1], "чи") { return false }
        let verb = text.tokens[index + 1]
        return verbEndings.fits(verb, in: text) && !exceptions.knows(verb, in: text)
    }

    /// So many wrongs make a complaint, more tell nothing.
    private static let enough = 8
    private static let negations = StemTable<Bool>([("не нє", true)])
    private static let verbEndings = EndingSet([
        "ють", "ять", "уть", "ить", "ає", "ує", "ють", "ться", "цює", "ают", "яют", "уют", "ут", "ят", "ли", "ло", "лось", "лися",
        "лись", "ает", "яет", "ует", "ится", "аются", "ують",
    ])
    private static let exceptions = StemTable<Bool>([
        (
            "запереч* стосу* потреб* вимага* відносит* належит* підляг* знают* знает* може* проводит* бачит* чує встає виходит* розуміє пам'ятає",
            true
        )
    ])
}
