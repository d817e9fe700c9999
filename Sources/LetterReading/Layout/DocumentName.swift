// SPDX-License-Identifier: Apache-2.0

/// The name a document gives itself above its text: «ЗАЯВА», «АДВОКАТСЬКИЙ ЗАПИТ», «УХВАЛА».
struct DocumentName: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case application, motion, complaint, proposal, request, informationRequest, lawyerRequest, deputyAppeal, deputyRequest,
            appeal, ruling, summons, claim,
            decision, telegram, report, petition, letter
    }

    let kind: Kind
    /// Marked as «КОЛЕКТИВНЕ», «ПОВТОРНЕ» in the name itself.
    let isCollective: Bool
    let isRepeated: Bool
    /// Whether the line holds nothing but the name, or the name and a clause in brackets or small letters.
    let isAlone: Bool

    /// «Заява в інтересах мами», «Скарга на сусідів»: a Subject field that begins with the name of a citizen's letter.
    init?(subject text: NormalizedText) {
        if let name = DocumentName(text, text.tokens.indices) {
            self = name
            return
        }
        let words = text.tokens.filter { $0.kind == .word }
        guard words.count > 1, words.count <= Self.longestSubject, words[0].capitals == .first,
            let hit = Self.names.hits(in: text).first(where: { $0.tokens.lowerBound == 0 }),
            Self.ofCitizens.contains(hit.meaning),
            Self.clauses.knows(words[1], in: text)
        else { return nil }
        (kind, isCollective, isRepeated, isAlone) = (hit.meaning, false, false, false)
    }

    private static let ofCitizens: Set<Kind> = [.application, .motion, .complaint, .proposal]
    private static let clauses = StemTable<Bool>([("про на щодо стосовно в у від з із за до о об по", true)])
    private static let longestSubject = 14

    init?(_ text: NormalizedText, _ tokens: Range<Int>) {
        guard let hit = Self.names.beginning(tokens, in: text) ?? Self.names.beginning(tokens.dropFirst(), in: text) else {
            return nil
        }
        let words = text.tokens[tokens].filter { $0.kind == .word }
        // «Про депутатський запит» is a title.
        if let first = words.first, LineWords.titles.knows(first, in: text) { return nil }
        let isCapital = words.allSatisfy { $0.capitals == .all || $0.letters.count < 3 }
        let hasClause = Self.hasClause(text, hit.tokens, tokens)
        guard
            isCapital || hasClause
                || (words.count <= max(3, hit.tokens.count + 1) && words.first?.capitals != .some(.none))
        else { return nil }
        kind = hit.meaning
        isCollective = words.contains { Self.collective.knows($0, in: text) }
        isRepeated = words.contains { Self.repeated.knows($0, in: text) }
        isAlone =
            hit.tokens.count >= words.count - 1 || Self.isNumbered(text, hit.tokens.upperBound..<tokens.upperBound)
            // «РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ», «СКАРГА на дії …».
            || (isCapital && words.count <= 4 && (hit.meaning == .decision || hit.meaning == .claim)) || hasClause
    }

    /// A name in capitals with a clause in small letters behind it on the same line.
    private static func hasClause(_ text: NormalizedText, _ name: Range<Int>, _ line: Range<Int>) -> Bool {
        guard name.lowerBound == line.lowerBound, name.upperBound < line.upperBound, line.count < 24,
            text.tokens[name].allSatisfy({ $0.capitals == .all })
        else { return false }
        return ["на", "про", "щодо", "стосовно"].contains(text.folded(text.tokens[name.upperBound]))
            && text.tokens[name.upperBound].capitals == .none
    }

    /// «АДВОКАТСЬКИЙ ЗАПИТ № 27 від 13.11.2026».
    private static func isNumbered(_ text: NormalizedText, _ rest: Range<Int>) -> Bool {
        guard !rest.isEmpty, let form = RegistrationForm(text, rest) else { return false }
        return form.signs + form.dates > 0 && form.others == 0
    }

    private static let collective = StemTable<Bool>([("колективн*", true)])
    private static let repeated = StemTable<Bool>([("повторн*", true)])
    private static let names = PhraseBook<Kind>([
        ("заява | заявление | звернення громадян*", .application), ("клопотання | ходатайство", .motion),
        ("скарга | жалоба", .complaint),
        ("пропозиція | пропозиції | предложение | зауваження", .proposal),
        (
            """
            запит на інформацію | запит на публічну інформацію | інформаційний запит | запит на отримання публічної інформації | запит на отримання інформації
            | запит про надання публічної інформації | запит про надання інформації | запит про доступ до публічної інформації
            | форма запиту | форма письмового запиту | запит щодо надання публічної інформації | запит на доступ до публічної інформації
            """, .informationRequest
        ),
        ("адвокатський запит | запит адвоката", .lawyerRequest), ("депутатське звернення", .deputyAppeal),
        ("депутатський запит", .deputyRequest),
        ("колективне звернення | повторне звернення | звернення | обращение | колективна заява | колективна скарга", .appeal),
        ("ухвала | постанова суду | окрема ухвала | вирок", .ruling),
        ("судова повістка | повістка | повістка про виклик", .summons),
        ("вимога | припис | претензія | подання | застереження | попередження", .claim),
        ("рішення | розпорядження | наказ | постанова | доручення", .decision), ("телеграма | телефонограма", .telegram),
        ("повідомлення про корупц*", .report), ("петиція | електронна петиція", .petition), ("запит", .request),
        ("лист", .letter),
    ])
}
