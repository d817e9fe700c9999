// SPDX-License-Identifier: Apache-2.0

/// Where the letter says that its author lives; an address that only tells where something is broken is none.
struct Residence: Sendable {
    let address: PostalAddress
    let certainty: Certainty

    /// «проживаю: …», «живу по вул. …», «адреса: …» anywhere in the text.
    ///
    /// - Parameter ofDwellers: whether «мешканці будинку 48 по вул. Героїв» tells it too, which in a councillor's letter it does not.
    static func stated(in text: NormalizedText, _ range: Range<Int>? = nil, ofDwellers: Bool = true) -> Residence? {
        let range = range ?? text.tokens.indices
        for hit in phrases.hits(in: text, range)
        where ofDwellers || !AddressScan.dwellers.knows(text.tokens[hit.tokens.lowerBound], in: text) {
            let end = min(hit.tokens.upperBound + maximumDistance, range.upperBound)
            let near = hit.tokens.upperBound..<max(hit.tokens.upperBound, min(hit.tokens.upperBound + 8, end))
            // «мешканка будинку 14 по вулиці Садовій»: the last of the words begins the address.
            let isMark = AddressMark(text, at: hit.tokens.upperBound - 1, end: end) != nil
            let start = isMark ? hit.tokens.upperBound - 1 : hit.tokens.upperBound
            guard start < end,
                let address = PostalAddress.firstWhole(in: text, start..<end)
                    ?? PostalAddress.bare(in: text, near), !isInterrupted(text, start..<address.tokens.lowerBound)
            else { continue }
            let whole = completed(address, in: text, behind: start)
            return Residence(address: whole, certainty: address.isCertain ? hit.meaning : min(hit.meaning, .likely))
        }
        return nil
    }

    /// «зареєстрована: …, фактично проживаю: …»: where one lives now counts, not where one is registered.
    static func present(in text: NormalizedText, _ block: Range<Int>) -> PostalAddress? {
        for hit in presences.hits(in: text, block) {
            let end = min(hit.tokens.upperBound + maximumDistance, block.upperBound)
            guard hit.tokens.upperBound < end, let address = PostalAddress.firstWhole(in: text, hit.tokens.upperBound..<end),
                !isInterrupted(text, hit.tokens.upperBound..<address.tokens.lowerBound)
            else { continue }
            return address
        }
        return behindRegistration(in: text, block)
    }

    /// «прописка: …, живу у …»: behind where one is registered stands where one lives.
    private static func behindRegistration(in text: NormalizedText, _ block: Range<Int>) -> PostalAddress? {
        guard let registered = registrations.first(in: block, of: text) else {
            return nil
        }
        for hit in dwellings.hits(in: text, registered..<block.upperBound) {
            let end = min(hit.tokens.upperBound + maximumDistance, block.upperBound)
            guard let address = PostalAddress.firstWhole(in: text, hit.tokens.upperBound..<max(end, hit.tokens.upperBound)),
                !isInterrupted(text, hit.tokens.upperBound..<address.tokens.lowerBound)
            else { continue }
            return address
        }
        return nil
    }

    private static let registrations = StemTable<Bool>([("прописк* прописан* зареєстров* реєстрац* регистрац*", true)])
    private static let dwellings = PhraseBook<Bool>([
        (
            "проживання | проживаю | проживає | проживаємо | мешкаю | мешкає | мешкання | живу | живе | живемо | перебуваю | проживаю | проживает | проживания",
            true
        )
    ])
    private static let presences = PhraseBook<Bool>([
        (
            """
            фактично прожив* | фактично мешк* | фактична адреса | фактичне місце прожив* | адреса фактичного прожив* | місце фактичного прожив* | тимчасово прожив* | тимчасово мешк* | нині прожив* | нині мешк* | нині живу | зараз прожив* \
            | зараз мешк* | зараз живу | наразі прожив* | наразі мешк* | наразі живу | проживаю тимчасово | проживає тимчасово
            """, true
        )
    ])

    /// A full stop between the words and the address: the address is of something else.
    private static func isInterrupted(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        range.contains {
            text.tokens[$0].isMark("!") || text.tokens[$0].isMark("?")
                || (text.tokens[$0].isMark(".") && $0 + 1 < text.tokens.count && text.tokens[$0 - 1].letters.count > 4)
        }
    }

    /// With the town that was named before: with «цей самий будинок», or in «живу у нашому Лугоставі з 1969 року».
    private static func completed(_ address: PostalAddress, in text: NormalizedText, behind start: Int) -> PostalAddress {
        guard address.parts.place == nil else { return address }
        if isSameHouse(text, start..<max(start, address.tokens.lowerBound)) {
            return address.completed(byPlaceIn: text, 0..<start)
        }
        for hit in homes.hits(in: text, 0..<address.tokens.lowerBound) {
            for index in hit.tokens.upperBound..<min(hit.tokens.upperBound + homeReach, address.tokens.lowerBound)
            where text.tokens[index].capitals == .first && text.tokens[index].letters.count > 3 {
                guard let name = TownName.nominative(ofLocative: text.originalText(text.tokens[index].range)) else { continue }
                return address.completed(byPlace: "м. \(name)")
            }
        }
        return address
    }

    /// The same where the address stands in the block with the author's name.
    static func completed(_ address: PostalAddress, in text: NormalizedText, _ block: Range<Int>) -> PostalAddress {
        let before = block.lowerBound..<max(block.lowerBound, address.tokens.lowerBound)
        return isSameHouse(text, before) ? address.completed(byPlaceIn: text, 0..<block.lowerBound) : address
    }

    private static let homes = PhraseBook<Bool>([
        ("живу | живу я | мешкаю | мешкаю я | проживаю | проживаю я | живемо | мешкаємо | проживаємо", true)
    ])
    /// Tokens between the word and the town.
    private static let homeReach = 5

    /// «Живу в цьому ж будинку, вул. Річкова, 5»: the town was named with the house.
    private static func isSameHouse(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        range.contains { text.reads(text.tokens[$0], ["ж", "же", "самому"]) }
            && range.contains { text.reads(text.tokens[$0], ["будинку", "доме", "домі", "під'їзді", "подъезде"]) }
    }

    private static let maximumDistance = 30
    private static let phrases = PhraseBook<Certainty>([
        (
            """
            проживаю | живе | живут | живуть | снимаем | снимаю | знімаю | знімаємо | орендую квартир* | орендую житло | винаймаю | винаймаємо | пишу з | пишу із | пишу из | пишемо з | проживаємо | проживає | що проживає | мешкаю | мешкаємо | мешкає | мешкаючи | живу | живемо | живем | прописан* | зареєстрован* за адресою | зареєстрована | зареєстрований | проживающ* | проживаю | прожива* | моя адреса | мой адрес
            | адреса для листування | адреса проживання | місце проживання | місця проживання | поштова адреса | моя поштова | живущ* | домашня адреса | адреса заявника | відповідь на адресу | відповідь прошу надіслати на адресу | надіслати на адресу | надіслати за адресою | відповідь надіслати
            | відповідь прошу направити | відповідь направити | відповідь на поштову | відповідь прошу надати на адресу | жительк* | жител* будинку | мешкан* будинку | мешканк* будинку | мешкан* вулиці | мешканк* вулиці | мешкан* вул | жител* вулиці | жительк* вулиці | жител* вул | мешкан* села | жител* села | мешкан* с | жител* с
            """, .sure
        ),
        (
            "адреса | адрес | мого будинку | мій будинок | моєму будинку | моєї квартири | моя квартира | моїй квартирі | мого двору | мого двора | моєму дворі | нашого двору | нашого двора | мого подвір'я | нашого подвір'я | моєї хати | нашої хати | моєї оселі | мій двір | мого дому | нашого будинку | наш будинок | нашому будинку | нашому дворі | мой дом | моего дома | наш дом | нашего дома",
            .likely
        ),
    ])
}
