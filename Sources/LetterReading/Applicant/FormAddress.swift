// SPDX-License-Identifier: Apache-2.0

/// The address of a form that has a field for each part: «Індекс: …», «Населений пункт: …», «Вулиця: …», «Будинок: …».
struct FormAddress: Sendable {
    let text: String
    let tokens: Range<Int>

    /// Nil where the form has no field for the street, or none for the house.
    init?(_ form: FormFields, _ source: NormalizedText) {
        guard let street = form[.street], form[.house] != nil else { return nil }
        func value(_ key: FormFields.Key) -> String? { form[key].map(source.words) }
        let place = form[.town].map { Self.marked(source, $0, kind: .place, "м.") }
        let parts: [String?] = [
            value(.postcode), value(.region), value(.district), place, Self.marked(source, street, kind: .street, "вул."),
            value(.house), value(.flat).map { "кв. \($0)" },
        ]
        text = parts.compactMap(\.self).joined(separator: ", ")
        tokens = street
    }

    /// The value with its mark, as a card writes it, or with the usual one where it has none.
    private static func marked(_ source: NormalizedText, _ value: Range<Int>, kind: AddressWords.Kind, _ usual: String) -> String
    {
        guard let mark = AddressMark(source, at: value.lowerBound, end: value.upperBound),
            mark.kind == kind || mark.kind == .area,
            mark.end < value.upperBound
        else { return "\(usual) \(source.words(value))" }
        return "\(mark.shown ?? usual) \(source.words(mark.end..<value.upperBound))"
    }
}
