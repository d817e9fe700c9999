// SPDX-License-Identifier: Apache-2.0

/// A dormitory with its number: «гуртожиток № 2», «гурт. 3».
struct Dormitory: Hashable, Sendable {
    /// «гуртожиток № 2».
    let text: String
    /// Behind its last token.
    let end: Int

    init?(_ source: NormalizedText, at index: Int, end limit: Int) {
        guard index < limit, AddressWords.remarks.knows(source.tokens[index], in: source) else { return nil }
        var next = index + 1
        while next < limit, source.tokens[next].isMark(".") || source.tokens[next].isMark("№") { next += 1 }
        guard next < limit, !source.tokens[next].startsLine, let number = HouseNumber(source, at: next, end: limit) else {
            return nil
        }
        text = "\(source.text(of: source.tokens[index])) № \(number.text)"
        end = number.end
    }
}
