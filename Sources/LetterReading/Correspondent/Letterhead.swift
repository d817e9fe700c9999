// SPDX-License-Identifier: Apache-2.0

/// The names of bodies at the top of a letter, from the highest down, broken lines put together.
struct Letterhead {
    /// Each name as written; one in brackets is another name of the body above it.
    private(set) var names: [String] = []
    private(set) var tokens = 0..<0
    /// Whether somebody asks under the addressee, so that a body above is addressed, not the sender.
    private(set) var hasApplicant = false
    private var hasNumber = false
    private var hasAddressee = false

    init(_ layout: LetterLayout) {
        var previous: LetterLine?
        for line in layout.head {
            switch line.role {
            case .body where line.tokens.contains { layout.text.tokens[$0].kind == .word }: add(line, after: previous, layout)
            case .applicant: hasApplicant = true
            case .registration: hasNumber = hasNumber || RegistrationForm(layout.text, line.tokens).map { $0.numbers > 0 } == true
            case .addressee: hasAddressee = true
            case .body, .contacts, .mark, .reference, .title, .documentName, .salutation, .annexes, .signature, .text: break
            }
            if !line.isColumn || line.role == .body { previous = line }
        }
        // The coat of arms' caption is no body.
        names.removeAll { $0.inLowerCase.trimmedToLetters == "україна" || $0.inLowerCase.begins(with: "портал ") }
    }

    /// Whether the names are the sender's: a letterhead over nothing but who asks is the addressee's.
    var isSender: Bool { !names.isEmpty && (!hasApplicant || hasNumber || isContactCentre) }

    /// A contact centre's form names who asks under the centre's own name.
    private var isContactCentre: Bool {
        names.contains { name in ["контактний центр", "гаряча лінія"].contains { name.inLowerCase.holds($0) } }
    }

    private mutating func add(_ line: LetterLine, after previous: LetterLine?, _ layout: LetterLayout) {
        guard !line.isColumn || names.isEmpty || previous?.isColumn == true else { return }
        let written = Self.withoutAddress(line, layout).trimmed
        tokens = tokens.isEmpty ? line.tokens : tokens.lowerBound..<line.tokens.upperBound
        guard previous?.role == .body, let last = names.indices.last, !Self.beginsName(line, layout, after: names[last]) else {
            names.append(written)
            return
        }
        names[last] += " " + written
    }

    /// «Регіональна дирекція, 49000, м. …»: the name before the address on its line.
    private static func withoutAddress(_ line: LetterLine, _ layout: LetterLayout) -> String {
        let text = layout.text
        let end = line.tokens.dropFirst(2).first { index in
            guard text.tokens[index - 1].isMark(",") || text.tokens[index - 1].isMark(".") else { return false }
            return text.tokens[index].digitCount == 5
                || text.tokens[index].capitals == .none && LineWords.streets.knows(text.tokens[index], in: text)
        }
        guard let end else { return layout.written(line) }
        return text.originalText(line.range.lowerBound..<text.tokens[end - 2].range.upperBound)
    }

    /// Whether a line names a body of its own; else it goes on with the name above: «З НАДЗВИЧАЙНИХ СИТУАЦІЙ», «НАДДНІПРЯНСЬКОЇ ОБЛАСТІ».
    private static func beginsName(_ line: LetterLine, _ layout: LetterLayout, after above: String) -> Bool {
        if layout.text.tokens[line.tokens.lowerBound].isMark("(") { return true }
        if above.inLowerCase.trimmedToLetters == "україна" { return true }
        let words = layout.text.tokens[line.tokens].filter { $0.kind == .word }
        guard let first = words.first else { return false }
        if isWithoutNoun(above) { return false }
        if namesNetworks(words, layout.text) { return true }
        if isWithoutNoun(layout.written(line)) { return true }
        if above.ends(with: ",") || above.ends(with: "-") || endsOpen(above) { return false }
        if LineWords.joints.knows(first, in: layout.text) { return false }
        if SenderReading.forms.knows(first, in: layout.text) { return true }
        if goesOnInShort(first, layout.text, after: above) { return false }
        if OfficeNoun.nominative(layout.text.text(of: first).inLowerCase.replacing("'", with: "’")) != nil { return true }
        if words.count > 1, layout.text.reads(first, "військова"), layout.text.reads(words[1], "частина") { return true }
        guard let noun = OfficeNoun.first(in: words.prefix(5), of: layout.text) else { return isTitled(words, layout) }
        // Adjectives before the noun stand in its case: «ЛУГОСТАВСЬКИЙ РАЙОННИЙ ВІДДІЛ», but not «НАДДНІПРЯНСЬКОЇ ОБЛАСТІ».
        return words.prefix { $0.range != noun.token.range }.allSatisfy { word in
            noun.noun.genitiveAdjective(layout.text.text(of: word).inLowerCase) != nil || isHalf(word, layout.text)
        }
    }

    /// «Озерський район електричних мереж» under the company it is a part of.
    static func namesNetworks(_ words: [Token], _ text: NormalizedText) -> Bool {
        zip(words, words.dropFirst()).contains { text.reads($0, "район") && text.reads($1, "електричних") }
    }

    /// «РАЙОННЕ УПРАВЛІННЯ / ГУНП В ПОЛЯНСЬКІЙ ОБЛАСТІ»: what stands below a unit is what the unit is of.
    private static func goesOnInShort(_ first: Token, _ text: NormalizedText, after above: String) -> Bool {
        guard text.reads(first, ["гунп", "гу"]) else { return false }
        let words = above.split(whereSeparator: \.isWhitespace).prefix(4).map { LetterCase.lowered(String($0)) }
        return words.first != "головне" && words.contains { OfficeNoun.nominative($0)?.isUnit == true }
    }

    /// «ПІВДЕННО-» of «ПІВДЕННО-СХІДНЕ».
    private static func isHalf(_ word: Token, _ text: NormalizedText) -> Bool {
        text.utf8.indices.contains(word.range.upperBound) && text.utf8[word.range.upperBound] == UInt8(ascii: "-")
            && text.folded(word).ends(with: "о")
    }

    /// «ЗАРІЧНЕНСЬКИЙ РАЙОННИЙ ТЕРИТОРІАЛЬНИЙ»: adjectives in the nominative that wait for their noun on the next line.
    static func isWithoutNoun(_ line: String) -> Bool {
        let words = line.words
        guard words.count > 1, let first = words.first.map({ LetterCase.lowered(String($0)) }),
            ["ський", "цький", "ська", "цька", "ське", "цьке"].contains(where: first.ends)
        else { return false }
        let ending = String(first.suffix(first.ends(with: "ий") ? 2 : 1))
        return words.allSatisfy { word in
            let word = LetterCase.lowered(String(word))
            return word.ends(with: ending) && OfficeNoun.nominative(word) == nil
        }
    }

    private static func isTitled(_ words: [Token], _ layout: LetterLayout) -> Bool {
        LineWords.bodies.knows(words[0], in: layout.text) && !["україни"].contains(layout.text.folded(words[0]))
    }

    /// A quotation that is still open, or a legal form that waits for its name.
    private static func endsOpen(_ name: String) -> Bool {
        let opened = name.unicodeScalars.count { $0 == "«" || $0 == "“" }
        let closed = name.unicodeScalars.count { $0 == "»" || $0 == "”" }
        if opened > closed { return true }
        return Abbreviation.isFormOnly(name) && Abbreviation.form(name.trimmed + " ") != name.trimmed + " "
    }
}
