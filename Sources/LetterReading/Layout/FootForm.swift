// SPDX-License-Identifier: Apache-2.0

/// What the form of one line below the text says about its role.
struct FootForm {
    private let line: LetterLine
    private let text: NormalizedText
    /// The line below it, where that belongs below the text.
    private let below: LetterLine?

    init(_ line: LetterLine, _ text: NormalizedText, above below: LetterLine? = nil) {
        self.line = line
        self.text = text
        self.below = below
    }

    /// Nil for a line of the text.
    var role: LetterLine.Role? {
        if isAnnexes { return .annexes }
        if isStamp { return .mark }
        if isRegistration { return .registration }
        return isSignature ? .signature : nil
    }

    /// «Додаток: на 2 арк.», «Додатки: 1. …».
    var isAnnexes: Bool {
        let first = text.tokens[line.tokens.lowerBound]
        guard Self.annexes.knows(first, in: text) else { return false }
        return line.tokens.prefix(3).contains { text.tokens[$0].isMark(":") } || line.tokens.count < 6
    }

    /// What a document system prints under a letter: «Підписувач …», «Сертифікат …», «Дійсний з … по …».
    private var isStamp: Bool {
        guard line.tokens.count < 40 else { return false }
        return Self.stamps.knows(text.tokens[line.tokens.lowerBound], in: text)
    }

    /// A stamp with number and date, or the date the letter was signed on.
    private var isRegistration: Bool {
        var index = line.tokens.lowerBound
        let end = line.tokens.upperBound
        guard line.tokens.count < 24 else { return false }
        var hasDate = false
        var rest = 0
        while index < end {
            if let date = WrittenDate(text, at: index, end: end) {
                hasDate = true
                index = date.tokens.upperBound
            } else {
                if text.tokens[index].kind == .word { rest += 1 }
                index += 1
            }
        }
        return hasDate && rest <= 5
    }

    /// Post and name, a name alone, an executor with phone: few words, no verb of a request, no end of a sentence.
    private var isSignature: Bool {
        let words = line.tokens.filter { text.tokens[$0].kind == .word }
        guard words.count <= 14 else { return false }
        if words.isEmpty { return PhoneNumber.first(in: text, line.tokens) != nil }
        if words.contains(where: { LineWords.isVerb(text.tokens[$0], in: text) }) { return false }
        if words.count > Self.longestOfName, words.contains(where: { FiniteVerb.holds(text.tokens[$0], in: text) }) {
            return false
        }
        let tokens = text.tokens[line.tokens]
        if tokens.contains(where: { $0.isMark("?") || $0.isMark("!") }) { return false }
        if isPost(words) { return true }
        let capitals = words.count { text.tokens[$0].capitals != .none }
        if Self.closing.knows(text.tokens[words[0]], in: text) { return words.count < 5 || isClosedByBody(words) }
        let hasPhone = PhoneNumber.first(in: text, line.tokens) != nil
        if hasPhone { return words.count <= 3 || (capitals >= 1 && words.count <= 10) }
        let last = tokens.last
        if let last, last.isMark("."), text.tokens[words[words.count - 1]].letters.count > 1 { return false }
        guard capitals >= 2 || (capitals == 1 && words.count <= 3) else { return false }
        let isNamed =
            Self.posts.isMet(in: words, of: text) || hasWideGap || words.count <= 4
        return isNamed
    }

    /// «З повагою, Служба відновлення у … області», «З повагою, заступник директора … Цибуля Геннадій».
    private func isClosedByBody(_ words: [Int]) -> Bool {
        guard words.count > 2, Self.closing.knows(text.tokens[words[1]], in: text),
            text.tokens[words[2] - 1].isMark(",") || text.tokens[words[2] - 1].isMark("-")
        else { return false }
        return text.tokens[words[2]].capitals != .none || PersonMention.last(in: text, line.tokens) != nil
    }

    /// The post beside a name in the next column, or its first words above the rest of it.
    private func isPost(_ words: [Int]) -> Bool {
        guard let below, below.role == .signature, !below.startsBlock || below.isColumn, words.count <= 12,
            let last = text.tokens[line.tokens].last, !last.isMark("."), !last.isMark(","), !last.isMark(":"), !last.isMark(";")
        else { return false }
        if below.isColumn { return PersonMention.first(in: text, below.tokens) != nil }
        return Self.posts.knows(text.tokens[words[0]], in: text)
    }

    /// A gap of columns between post and name.
    private var hasWideGap: Bool {
        zip(line.tokens.dropLast(), line.tokens.dropFirst()).contains {
            text.tokens[$1].range.lowerBound - text.tokens[$0].range.upperBound >= 3
        }
    }

    /// Words of a line without a post.
    private static let longestOfName = 6
    private static let annexes = StemTable<Bool>([("додаток додатки додається приложение приложения", true)])
    private static let stamps = StemTable<Bool>([
        ("підписувач підписувачі сертифікат дійсний підписано кеп електронний документ", true)
    ])
    private static let closing = StemTable<Bool>([("повагою шаною вдячністю уважением", true), ("з с із", true)])
    private static let posts = StemTable<Bool>([
        (
            """
            начальник начальниця голова директор директорка керівник керівниця заступник заступниця в.о т.в.о в т о гол міністр прокурор суддя слідчий секретар \
            спеціаліст завідувач завідувачка депутат депутатка адвокат інспектор президент ректор ректорка проректор проректорка декан отаман староста виконавець вик менеджер перший перша
            """, true
        )
    ])
}
