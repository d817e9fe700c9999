// SPDX-License-Identifier: Apache-2.0

/// Where somebody lives, read from the words of a letter and written the way a card has it: postcode, region, place, street, house, flat.
struct PostalAddress: Hashable, Sendable {
    let text: String
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>
    /// False when the place was guessed from a bare word.
    let isCertain: Bool
    /// Whether it says more than a street: a house or a post-office box.
    let isWhole: Bool

    /// The first address between two tokens; nil where none has at least a street or a post-office box.
    static func first(in source: NormalizedText, _ range: Range<Int>) -> PostalAddress? {
        var index = range.lowerBound
        while index < range.upperBound {
            if AddressScan.isStart(source, at: index) {
                var reader = AddressScan(text: source, index: index, end: range.upperBound)
                reader.read(from: range.lowerBound)
                if let address = reader.address { return address }
                index = max(index + 1, reader.index)
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The first address that somebody can live at.
    static func firstWhole(in source: NormalizedText, _ range: Range<Int>) -> PostalAddress? {
        var start = range.lowerBound
        while start < range.upperBound, let address = first(in: source, start..<range.upperBound) {
            if address.isWhole { return address }
            start = max(start + 1, address.tokens.upperBound)
        }
        return nil
    }

    /// «космонавтів 12 квартира 45», «Сонячна 14»: a street without its word, where nothing but an address can stand. Never certain.
    static func bare(in source: NormalizedText, _ range: Range<Int>) -> PostalAddress? {
        var index = range.lowerBound
        while index < range.upperBound, source.tokens[index].kind == .mark { index += 1 }
        let first = index
        let place = barePlace(in: source, index, range)
        if let place { index = place.end }
        let comma = index + 1 < range.upperBound && source.tokens[index + 1].isMark(",") ? 1 : 0
        let number = index + 1 + comma
        guard number < range.upperBound, source.tokens[index].kind == .word,
            source.tokens[index].letters.count > (place == nil ? 4 : 3),
            source.tokens[number].kind == .number, source.tokens[number].digitCount <= 3,
            place != nil || streetEndings.contains(where: source.folded(source.tokens[index]).hasSuffix)
        else { return nil }
        let name = StreetName.nominative(Surname.capitalized(source.originalText(source.tokens[index].range)), isLocative: false)
        var text = (place.map { "м. \($0.name), " } ?? "") + "вул. \(name), \(source.text(of: source.tokens[number]))"
        var end = number + 1
        if end + 1 < range.upperBound, source.tokens[end].isMark("/"), source.tokens[end + 1].kind == .number {
            text += "/\(source.text(of: source.tokens[end + 1]))"
            end += 2
        }
        if end + 1 < range.upperBound, AddressWords.words.meaning(of: source.tokens[end], in: source) == .flat,
            source.tokens[end + 1].kind == .number
        {
            text += ", кв. \(source.text(of: source.tokens[end + 1]))"
            end += 2
        }
        if place == nil, let behind = placeBehind(in: source, end, range) {
            text = "м. \(behind.name), " + text
            end = behind.end
        }
        return PostalAddress(text: text, tokens: first..<end, isCertain: false, isWhole: true)
    }

    /// «Озерськ, Козацька 40», «Озерськ Миру 44»: two capital words before a number are a place and a street.
    private static func barePlace(in source: NormalizedText, _ start: Int, _ range: Range<Int>) -> (name: String, end: Int)? {
        guard start < range.upperBound, isCapitalWord(source, start) else { return nil }
        var street = start + 1
        if street < range.upperBound, source.tokens[street].isMark(",") { street += 1 }
        guard street < range.upperBound, isCapitalWord(source, street) else { return nil }
        var number = street + 1
        if number < range.upperBound, source.tokens[number].isMark(",") { number += 1 }
        guard number < range.upperBound, source.tokens[number].kind == .number, source.tokens[number].digitCount <= 3 else {
            return nil
        }
        return (source.originalText(source.tokens[start].range), street)
    }

    /// «Київська 31, кв. 12, м. Озерськ».
    private static func placeBehind(in source: NormalizedText, _ start: Int, _ range: Range<Int>) -> (name: String, end: Int)? {
        var index = start
        while index < range.upperBound, source.tokens[index].kind == .mark { index += 1 }
        guard index > start, index < range.upperBound, AddressWords.words.meaning(of: source.tokens[index], in: source) == .place
        else { return nil }
        index += 1
        while index < range.upperBound, source.tokens[index].isMark(".") { index += 1 }
        guard index < range.upperBound, isCapitalWord(source, index) else { return nil }
        return (source.originalText(source.tokens[index].range), index + 1)
    }

    private static func isCapitalWord(_ source: NormalizedText, _ index: Int) -> Bool {
        let token = source.tokens[index]
        return token.kind == .word && token.capitals != .none && token.letters.count > 3
            && AddressWords.words.meaning(of: token, in: source) == nil
    }

    private static let streetEndings = [
        "на", "ва", "ка", "ська", "цька", "ого", "ів", "ої", "енка", "ової", "ська", "ній", "ній", "ова",
    ]

    init(text: String, tokens: Range<Int>, isCertain: Bool, isWhole: Bool) {
        self.isWhole = isWhole
        self.text = text
        self.tokens = tokens
        self.isCertain = isCertain
    }
}
