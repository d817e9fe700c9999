// SPDX-License-Identifier: Apache-2.0

/// The name of a person where it stands in a text.
struct NameMention: Hashable, Sendable {
    let name: PersonName
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    /// The names between two tokens in order, none overlapping another.
    ///
    /// A name has a given name of the table, or initials beside a word that is written as a surname. In letters typed without capitals
    /// a name counts only where nothing else is likely: `ignoringCase`.
    static func all(
        in text: NormalizedText, _ range: Range<Int>, ignoringCase: Bool = false, atMost count: Int = .max
    ) -> [NameMention] {
        var found: [NameMention] = []
        var free = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound, found.count < count {
            // Most words are none.
            guard ignoringCase || text.tokens[index].capitals != .none else {
                index += 1
                continue
            }
            let scan = NameScan(text: text, bounds: free..<range.upperBound, ignoringCase: ignoringCase)
            if let mention = scan.mention(at: index) {
                found.append(mention)
                free = mention.tokens.upperBound
                index = max(index + 1, free)
            } else {
                index += 1
            }
        }
        return found
    }

    /// The first name between two tokens.
    static func first(in text: NormalizedText, _ range: Range<Int>, ignoringCase: Bool = false) -> NameMention? {
        all(in: text, range, ignoringCase: ignoringCase, atMost: 1).first
    }

    /// The name that begins at the first of the tokens, in whatever case.
    static func inAnyCase(in text: NormalizedText, _ range: Range<Int>) -> NameMention? {
        let scan = NameScan(text: text, bounds: range, ignoringCase: false, allowsAnyCase: true)
        return range.prefix(3).lazy.compactMap { scan.mention(at: $0) }.first { $0.tokens.lowerBound == range.lowerBound }
    }

    /// Words that nothing but their place says to be a name.
    init?(unknown text: NormalizedText, _ tokens: Range<Int>) {
        guard !tokens.isEmpty else { return nil }
        self.init(name: PersonName(unknown: tokens.map { NameWord(text, $0..<$0 + 1).written }), tokens: tokens)
    }

    init(name: PersonName, tokens: Range<Int>) {
        self.name = name
        self.tokens = tokens
    }
}
