// SPDX-License-Identifier: Apache-2.0

/// The address of an author who writes only his flat under his name: «у нас на Набережній 15 стоїть вода … Петриченко Галина, кв. 7».
/// The house is the one the letter tells of, if it tells of one alone.
struct HouseOfFlat: Sendable {
    let address: PostalAddress

    /// - Parameter blocks: the blocks with the author's name.
    init?(_ text: NormalizedText, blocks: [Range<Int>]) {
        guard let flat = blocks.lazy.compactMap({ Self.flat(in: text, $0) }).first,
            let house = Self.onlyHouse(in: text, before: flat.start)
        else { return nil }
        var parts = house.parts
        parts.flat = flat.number
        guard let written = parts.text else { return nil }
        address = PostalAddress(text: written, parts: parts, tokens: house.tokens, isCertain: false)
    }

    private static func flat(in text: NormalizedText, _ block: Range<Int>) -> (number: String, start: Int)? {
        for index in block {
            guard let mark = AddressMark(text, at: index, end: block.upperBound), mark.kind == .flat,
                let number = HouseNumber(text, at: mark.end, end: block.upperBound)
            else { continue }
            return ("\(mark.shown ?? "кв.") \(number.text)", index)
        }
        return nil
    }

    /// The house of the letter; nil where it tells of two.
    private static func onlyHouse(in text: NormalizedText, before end: Int) -> PostalAddress? {
        var found: PostalAddress?
        var start = 0
        for _ in 0..<maximumHouses {
            guard let next = firstHouse(in: text, start..<end) else { return found }
            if let found, found.parts.street != next.parts.street || found.parts.house != next.parts.house { return nil }
            found = found ?? next
            start = max(start + 1, next.tokens.upperBound)
            guard start < end else { return found }
        }
        return nil
    }

    /// «на вул. Набережній, 15»; «у нас на Набережній 15», where the writer speaks of his own house.
    private static func firstHouse(in text: NormalizedText, _ range: Range<Int>) -> PostalAddress? {
        let marked = PostalAddress.firstWhole(in: text, range)
        let before = range.lowerBound..<(marked?.tokens.lowerBound ?? range.upperBound)
        let bare = ours.hits(in: text, before).lazy.compactMap { hit in
            PostalAddress.bare(in: text, hit.tokens.upperBound - 1..<min(before.upperBound, hit.tokens.upperBound + reach))
        }.first
        let house = bare ?? marked
        return house?.parts.street != nil && house?.parts.flat == nil ? house : nil
    }

    private static let ours = PhraseBook<Bool>([("у нас на | у нас по | в нас на | в нас по | нас на | у нашому на", true)])
    /// Houses of a letter that are looked at.
    private static let maximumHouses = 6
    /// Tokens of a street with its house.
    private static let reach = 10
}
