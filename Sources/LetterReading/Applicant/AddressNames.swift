// SPDX-License-Identifier: Apache-2.0

/// The names of places and streets behind their marks.
struct AddressNames {
    let text: NormalizedText
    let end: Int

    /// The name of a place: one word, or two where the first is an adjective («Біла Церква»).
    func place(from start: Int) -> (name: String, end: Int)? {
        guard let first = word(from: start, isFirst: true) else { return nil }
        // «Лугостав-3»: a district of a town.
        if first.end + 1 < end, text.tokens[first.end].isMark("-"), text.tokens[first.end].isGlued,
            text.tokens[first.end + 1].isGlued, text.tokens[first.end + 1].digitCount == 1
        {
            return ("\(Self.placeName(Self.capitalized(first.text)))-\(text.text(of: text.tokens[first.end + 1]))", first.end + 2)
        }
        var name = Self.placeName(Self.capitalized(first.text))
        guard let second = word(from: first.end, isFirst: false), !text.tokens[first.end].startsLine,
            text.tokens[first.end].capitals != .none, isAdjective(name) || isLastAdjective(second),
            !isBareStreet(at: first.end), !SurnameForm.isLikely(text, first.end),
            GivenName.named(text.tokens[first.end], in: text) == nil
        else { return (name, first.end) }
        name += " " + Self.capitalized(second.text)
        return (name, second.end)
    }

    /// The name of a street: up to a comma, a number that is a house, or a word that begins another part.
    func street(from start: Int) -> (name: String, end: Int)? {
        var next = start
        var words: [String] = []
        while next < end, words.count < Self.longestName {
            let token = text.tokens[next]
            if token.isMark("."), let last = words.last, last.count <= 4, !last.ends(with: "."), token.isGlued {
                // «вул. Ген. Чупринки», «вул. Т. Шевченка».
                guard next + 1 < end, text.tokens[next + 1].kind == .word, text.tokens[next + 1].capitals != .none,
                    AddressMark(text, at: next + 1, end: end) == nil
                else { break }
                words[words.count - 1] += "."
                next += 1
                continue
            }
            if token.isMark("\"") {
                next += 1
                continue
            }
            if words.isEmpty, token.kind == .number {
                guard let ordinal = ordinal(at: next) else { break }
                words.append(ordinal.text)
                next = ordinal.end
                continue
            }
            guard !(token.startsLine && !words.isEmpty), let word = word(from: next, isFirst: words.isEmpty),
                words.isEmpty || goesOn(at: next, word.end, words)
            else { break }
            words.append(word.text)
            next = word.end
        }
        guard !words.isEmpty else { return nil }
        return (words.map(Self.plain).joined(separator: " "), next)
    }

    /// «Соборна вул.», «Миру просп.»: the name before its mark, as far as the mark goes.
    func reversedStreet(at start: Int) -> (name: String, mark: AddressMark)? {
        var next = start
        var words: [String] = []
        while words.count < 2, let word = word(from: next, isFirst: words.isEmpty), text.tokens[next].capitals != .none {
            words.append(word.text)
            next = word.end
            guard let mark = AddressMark(text, at: next, end: end), mark.kind == .street else { continue }
            let behind = mark.end < end && text.tokens[mark.end].isMark(",") ? mark.end + 1 : mark.end
            guard
                HouseNumber(text, at: behind, end: end) != nil
                    || AddressMark(text, at: behind, end: end)?.kind == .house
            else { return nil }
            return (words.map(Self.plain).joined(separator: " "), mark)
        }
        return nil
    }

    /// Whether a word and a number without a mark are a street with its house: «Садова 19», «Героїв Праці, 5».
    func isBareStreet(at start: Int) -> Bool { bareStreet(at: start) != nil }

    /// The name of such a street.
    func bareStreet(at start: Int) -> (name: String, end: Int)? {
        guard start < end, !AddressWords.numbered.knows(text.tokens[start], in: text) else { return nil }
        var next = start
        var words: [String] = []
        while words.count < 2, let word = word(from: next, isFirst: words.isEmpty), words.isEmpty || !text.tokens[next].startsLine
        {
            words.append(word.text)
            next = word.end
            let number = next < end && text.tokens[next].isMark(",") ? next + 1 : next
            if HouseNumber(text, at: number, end: end) != nil, words[0].count > 3 {
                return (words.map(Self.plain).joined(separator: " "), next)
            }
            guard next < end, text.tokens[next].kind == .word else { return nil }
        }
        return nil
    }

    // MARK: - Words

    /// A word with what a hyphen glues to it; none that begins another part of the address.
    private func word(from start: Int, isFirst: Bool) -> (text: String, end: Int)? {
        guard start < end, text.tokens[start].kind == .word else { return nil }
        // «вул. Майдан», «вул. Набережна»: right behind a mark the same word is a name.
        if AddressMark(text, at: start, end: end) != nil, !isFirst || text.tokens[start].letters.count < 5 { return nil }
        var last = start
        while last + 2 < end, text.tokens[last + 1].isMark("-"), text.tokens[last + 1].isGlued, text.tokens[last + 2].isGlued,
            text.tokens[last + 2].kind == .word
        {
            last += 2
        }
        return (text.originalText(text.tokens[start].range.lowerBound..<text.tokens[last].range.upperBound), last + 1)
    }

    /// «8 Березня», «1-го Травня», «40-річчя Перемоги», «30 років Перемоги».
    private func ordinal(at start: Int) -> (text: String, end: Int)? {
        var next = start + 1
        if next + 1 < end, text.tokens[next].isMark("-"), text.tokens[next].isGlued, text.tokens[next + 1].kind == .word {
            next += 2
        }
        guard next < end, text.tokens[next].kind == .word, text.tokens[next].letters.count > 3,
            AddressMark(text, at: next, end: end) == nil, text.tokens[start].digitCount <= 3
        else { return nil }
        return (text.originalText(text.tokens[start].range.lowerBound..<text.tokens[next - 1].range.upperBound), next)
    }

    /// «2-й» of «2-й пров. Садовий».
    func ordinalBeforeMark(at start: Int) -> (text: String, end: Int)? {
        guard start + 3 < end, (1...2).contains(text.tokens[start].digitCount), text.tokens[start + 1].isMark("-"),
            text.tokens[start + 1].isGlued, text.tokens[start + 2].isGlued,
            (1...3).contains(text.tokens[start + 2].letters.count),
            AddressMark(text, at: start + 3, end: end)?.kind == .street
        else { return nil }
        return (text.originalText(text.tokens[start].range.lowerBound..<text.tokens[start + 2].range.upperBound), start + 3)
    }

    /// Another word of a name is written with a capital; in a text without capitals it must stand right before the house.
    private func goesOn(at index: Int, _ next: Int, _ words: [String]) -> Bool {
        if text.tokens[index].capitals != .none { return !LineWords.requests.knows(text.tokens[index], in: text) }
        if text.reads(text.tokens[index], ["років", "річчя", "го", "сі"]) { return true }
        return words.count == 1 && words[0].first?.isLowercase == true && HouseNumber(text, at: next, end: end) != nil
    }

    /// «с. Хутір Вільний, вул. …»: an adjective behind the noun, with nothing of the name behind it.
    private func isLastAdjective(_ word: (text: String, end: Int)) -> Bool {
        isAdjective(word.text) && (word.end >= end || text.tokens[word.end].isMark(","))
    }

    private func isAdjective(_ name: String) -> Bool {
        guard let last = name.last, name.count > 3 else { return false }
        return "аяеєі".contains(last) || name.ends(with: "ий") || name.ends(with: "ій")
    }

    // MARK: - Spelling

    /// Capitals as names have them, where the word has none or only capitals.
    private static func plain(_ word: String) -> String { LetterCase.isCapitals(word) ? Surname.capitalized(word) : word }

    private static func capitalized(_ word: String) -> String {
        let plain = plain(word)
        return plain.first?.isLowercase == true ? LetterCase.capitalized(plain) : plain
    }

    /// «Озерск», «Калиновое» are Russian for Озерськ, Калинове: no Ukrainian place ends so.
    private static func placeName(_ name: String) -> String {
        if name.ends(with: "ск") || name.ends(with: "цк") { return name.dropLast() + "ьк" }
        return name.ends(with: "ое") || name.ends(with: "ее") ? name.dropLast(2) + "е" : name
    }

    private static let longestName = 4
}
