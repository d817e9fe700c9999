// SPDX-License-Identifier: Apache-2.0

/// Where somebody lives, read from the words of a letter and written the way a card has it: postcode, region, place, street, house, flat.
struct PostalAddress: Hashable, Sendable {
    let text: String
    let parts: AddressParts
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>
    /// False when a part was guessed from a bare word, or no place is named.
    let isCertain: Bool

    /// Whether it says more than a street: a house or a post-office box.
    var isWhole: Bool { parts.isWhole }

    /// The first address between two tokens; nil where none has at least a street, a house of a village or a post-office box.
    static func first(in source: NormalizedText, _ range: Range<Int>) -> PostalAddress? {
        first(in: source, range) { _ in true }
    }

    /// The first address that somebody can live at.
    static func firstWhole(in source: NormalizedText, _ range: Range<Int>) -> PostalAddress? {
        first(in: source, range, where: \.isWhole)
    }

    private static func first(in source: NormalizedText, _ range: Range<Int>, where fits: (PostalAddress) -> Bool)
        -> PostalAddress?
    {
        let start = AddressStart(text: source, range: range)
        var index = range.lowerBound
        while index < range.upperBound {
            guard start.fits(at: index) else {
                index += 1
                continue
            }
            let scan = AddressScan(source, at: index, end: range.upperBound)
            if let address = scan.address, fits(address) { return address }
            index = max(index + 1, scan.index)
        }
        return nil
    }

    /// «космонавтів 12 квартира 45», «Сонячна 14»: a street without its word, where nothing but an address can stand. Never certain.
    static func bare(in source: NormalizedText, _ range: Range<Int>) -> PostalAddress? {
        guard var first = range.first(where: { source.tokens[$0].kind != .mark }) else { return nil }
        // «живу на Садовій 14».
        if source.reads(source.tokens[first], ["на", "по"]), first + 1 < range.upperBound,
            source.tokens[first + 1].capitals != .none
        {
            first += 1
        }
        return AddressScan(source, at: first, end: range.upperBound, isBare: true).address.flatMap { $0.isWhole ? $0 : nil }
    }

    /// «по адресу: Лугостав, переулок Школьный, 5 … / пер. Школьный, 5, кв. 2»: the same house with its place, elsewhere in the letter.
    func completed(bySameHouseIn source: NormalizedText, _ range: Range<Int>) -> PostalAddress {
        guard parts.place == nil, let street = parts.street?.split(separator: " ").last, let house = parts.house else {
            return self
        }
        let other = Self.first(in: source, range) { address in
            address.parts.place != nil && address.parts.house == house
                && address.parts.street?.split(separator: " ").last?.prefix(Self.stemLength) == street.prefix(Self.stemLength)
        }
        return other?.parts.place.map(completed(byPlace:)) ?? self
    }

    /// Letters that a street has in every case.
    private static let stemLength = 4

    /// The same address at a place that stands elsewhere.
    func completed(byPlace place: String) -> PostalAddress {
        var whole = parts
        whole.place = place
        return PostalAddress(text: whole.text ?? text, parts: whole, tokens: tokens, isCertain: isCertain)
    }

    /// «калюжна валентина лугостав вулиця тиха 12»: the one word between the name and the street is the place.
    func completed(byWordIn source: NormalizedText, behind name: Int) -> PostalAddress {
        let word = tokens.lowerBound - 1
        guard parts.place == nil, parts.box == nil, word == name, source.tokens[word].kind == .word,
            source.tokens[word].letters.count > 3,
            !ApplicantName.Words.residing.knows(source.tokens[word], in: source),
            !SurnameForm.others.knows(source.tokens[word], in: source),
            let found = AddressNames(text: source, end: tokens.lowerBound).place(from: word)
        else { return self }
        var whole = parts
        whole.place = "м. \(found.name)"
        return PostalAddress(text: whole.text ?? text, parts: whole, tokens: word..<tokens.upperBound, isCertain: false)
    }

    /// The same address with the place that stands elsewhere: «Підгорна Галина, м. Лугостав».
    func completed(byPlaceIn source: NormalizedText, _ range: Range<Int>) -> PostalAddress {
        guard parts.place == nil, parts.box == nil else { return self }
        let names = AddressNames(text: source, end: range.upperBound)
        for index in range {
            guard let mark = AddressMark(source, at: index, end: range.upperBound), mark.kind == .place,
                source.tokens[index].letters.count > 1 || source.tokens[index].capitals == .none,
                mark.end < range.upperBound, source.tokens[mark.end].capitals != .none, let name = names.place(from: mark.end)
            else { continue }
            var whole = parts
            whole.place = "\(mark.shown ?? "м.") \(name.name)"
            return PostalAddress(text: whole.text ?? text, parts: whole, tokens: tokens, isCertain: isCertain)
        }
        return self
    }
}
