// SPDX-License-Identifier: Apache-2.0

/// Where the letter says that its author lives; an address that only tells where something is broken is none.
struct Residence: Sendable {
    let address: PostalAddress
    let certainty: Certainty

    /// «проживаю: …», «живу по вул. …», «адреса: …» anywhere in the text.
    static func stated(in text: NormalizedText) -> Residence? {
        for hit in phrases.hits(in: text) {
            let end = min(hit.tokens.upperBound + maximumDistance, text.tokens.count)
            let near = hit.tokens.upperBound..<min(hit.tokens.upperBound + 8, end)
            // «мешканка будинку 14 по вулиці Садовій»: the last of the words begins the address.
            let isMark = AddressMark(text, at: hit.tokens.upperBound - 1, end: end) != nil
            let start = isMark ? hit.tokens.upperBound - 1 : hit.tokens.upperBound
            guard
                let address = PostalAddress.firstWhole(in: text, start..<end)
                    ?? PostalAddress.bare(in: text, near), !isInterrupted(text, start..<address.tokens.lowerBound)
            else { continue }
            let whole =
                isSameHouse(text, start..<max(start, address.tokens.lowerBound))
                ? address.completed(byPlaceIn: text, 0..<hit.tokens.lowerBound) : address
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
        return nil
    }

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

    /// «Живу в цьому ж будинку, вул. Річкова, 5»: the town was named with the house.
    private static func isSameHouse(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        range.contains { text.reads(text.tokens[$0], ["ж", "же", "самому"]) }
            && range.contains { text.reads(text.tokens[$0], ["будинку", "доме", "домі", "під'їзді", "подъезде"]) }
    }

    private static let maximumDistance = 30
    private static let phrases = PhraseBook<Certainty>([
        (
            """
            проживаю | пишу з | пишу із | пишу из | пишемо з | проживаємо | проживає | що проживає | мешкаю | мешкаємо | мешкає | мешкаючи | живу | живемо | живем | прописан* | зареєстрован* за адресою | зареєстрована | зареєстрований | проживающ* | проживаю | прожива* | моя адреса | мой адрес
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
