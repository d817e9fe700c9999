// SPDX-License-Identifier: Apache-2.0

/// The cues of one letter, with where each stands.
struct Cues: Sendable {
    private let places: [Cue: [Range<Int>]]

    /// - Parameter letterhead: where the law of a request stands in the name of a body.
    init(_ text: NormalizedText, _ range: Range<Int>? = nil, letterhead: Range<Int> = 0..<0) {
        var places: [Cue: [Range<Int>]] = [:]
        for hit in CueBook.phrases.hits(in: text, range)
        where Self.holds(hit, text) && (hit.meaning != .informationLaw || !letterhead.contains(hit.tokens.lowerBound)) {
            places[hit.meaning, default: []].append(hit.tokens)
        }
        let range = range ?? text.tokens.indices
        Self.add(DocumentAsk.places(in: text, range), as: .documentedInformation, to: &places)
        Self.add(AdministrativeAsk.places(in: text, range), as: .administrativeAct, to: &places)
        self.places = places
        var wrongs = Set((places[.grievance] ?? []).map(\.lowerBound))
        for index in range.dropLast() where Self.isNegatedVerb(text, at: index) && wrongs.count < Self.enough {
            wrongs.insert(index)
        }
        self.wrongs = wrongs.count
    }

    /// Adds places no phrase of the cue was found at.
    private static func add(_ found: [Range<Int>], as cue: Cue, to places: inout [Cue: [Range<Int>]]) {
        guard !found.isEmpty else { return }
        var known = places[cue] ?? []
        for place in found where !known.contains(where: { $0.overlaps(place) }) { known.append(place) }
        places[cue] = known.sorted { $0.lowerBound < $1.lowerBound }
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
        // «Вжити заходів до 5 листопада» names a day, «до підрядника» who is complained of; «я не скаржусь».
        case .complain:
            !isOfDay(hit.tokens, text)
                && (hit.tokens.lowerBound == 0 || !text.reads(text.tokens[hit.tokens.lowerBound - 1], "не"))
        // «Хочу побачити документи, не відписку».
        case .grievance:
            hit.tokens.lowerBound == 0 || !text.folded(text.tokens[hit.tokens.lowerBound]).begins(with: "відписк")
                || !text.reads(text.tokens[hit.tokens.lowerBound - 1], ["не", "без"])
        default: true
        }
    }

    private static func isOfDay(_ tokens: Range<Int>, _ text: NormalizedText) -> Bool {
        text.reads(text.tokens[tokens.upperBound - 1], "до") && tokens.upperBound < text.tokens.count
            && text.tokens[tokens.upperBound].kind != .word
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
