// SPDX-License-Identifier: Apache-2.0

/// The name of a person, brought to the nominative as a card shows it (domain §2.7: «гр. Гаврик Ніни Андріївни» is Гаврик Ніна Андріївна).
struct PersonName: Hashable, Sendable {
    /// In the order it was written, as far as cases could be undone.
    let text: String
    /// The surname in the nominative; nil for «Тарас Вікторович».
    let surname: String?
    /// Cases the words stand in as they were written.
    let cases: NameCase
    /// How much of a name it is.
    let extent: Extent
    /// Whether every word of it was understood; an unsure name is shown as it may be wrong.
    let isCertain: Bool

    /// From the least to the most that a card can say.
    enum Extent: Int, Hashable, Sendable, Comparable {
        case givenOnly, givenAndPatronymic, initials, surnameAndGiven, full

        static func < (one: Extent, other: Extent) -> Bool { one.rawValue < other.rawValue }
    }

    /// A surname, a given name and a patronymic in the order written; at least a given name.
    init?(surname: NameWord?, given: NameWord, patronymic: NameWord?, surnameFirst: Bool) {
        guard let name = GivenName.named(given.folded) else { return nil }
        let father = patronymic.flatMap { Patronymic($0.lowercased) }
        let gender = father?.gender ?? name.gender
        var cases = GivenName.cases(given.folded)
        if let father { cases = cases.intersection(father.cases).isEmpty ? father.cases : cases.intersection(father.cases) }
        if let surname, cases.contains(.nominative), cases != .nominative, !Surname.mayBeNominative(surname.written) {
            cases.subtract(.nominative)
        }
        let isRussian = GivenName.isRussian(given.folded) || father?.isRussian == true
        let family = surname.map {
            Surname($0.written, gender: gender, isNominative: cases.contains(.nominative), isRussian: isRussian)
        }
        let givenText = name.gender == gender ? name.nominative : given.written
        let own = [givenText, father?.nominative].compactMap(\.self).joined(separator: " ")
        text = [surnameFirst ? family?.nominative : nil, own, surnameFirst ? nil : family?.nominative]
            .compactMap(\.self).joined(separator: " ")
        self.surname = family?.nominative
        self.cases = cases
        isCertain = (family?.isCertain ?? true) && name.gender == gender
        extent =
            switch (family, father) {
            case (nil, nil): .givenOnly
            case (nil, _?): .givenAndPatronymic
            case (_?, nil): .surnameAndGiven
            case (_?, _?): .full
            }
    }

    /// Words that are a name and nothing else; nil for others.
    init?(_ words: [String]) {
        let text = NormalizedText(words.joined(separator: " "))
        guard let mention = NameMention.all(in: text, text.tokens.indices).first, mention.tokens == text.tokens.indices else {
            return nil
        }
        self = mention.name
    }

    /// A surname with initials as they are written: «Левченка О. В.». Only endings that leave no doubt are undone.
    init(surname: NameWord, initials: [String], surnameFirst: Bool) {
        let family = Surname(withInitials: surname.written)
        let letters = initials.map { "\($0)." }.joined(separator: " ")
        text = surnameFirst ? "\(family.nominative) \(letters)" : "\(letters) \(family.nominative)"
        self.surname = family.nominative
        cases = family.nominative == Surname.capitalized(surname.written) ? [.nominative] : [.genitive]
        isCertain = family.isCertain
        extent = .initials
    }
}

/// A word of a name as it is written and as names are looked up.
struct NameWord: Hashable, Sendable {
    /// Apostrophes as U+2019, Latin letters that look Cyrillic made Cyrillic.
    let written: String
    /// As ``NormalizedText/folded(_:)`` writes it.
    let folded: String

    var lowercased: String { written.inLowerCase }

    /// A word of a text, with the words a hyphen glues to it: «Нечуй-Левицький».
    init(_ text: NormalizedText, _ tokens: Range<Int>) {
        var written = ""
        var folded = ""
        for token in text.tokens[tokens] {
            written += token.kind == .word ? Letter.cyrillic(text.text(of: token)) : text.text(of: token)
            folded += text.folded(token)
        }
        self.written = written
        self.folded = folded
    }

    init(_ word: String) {
        written = Letter.cyrillic(word)
        folded = Letter.folded(word)
    }
}

extension Letter {
    /// A word the way ``NormalizedText/folded(_:)`` writes it.
    static func folded(_ word: String) -> String {
        var octets: [UInt8] = []
        for code in codes(word) { write(code, to: &octets) }
        return String(decoding: octets, as: UTF8.self)
    }

    /// A word with typographic apostrophes, and with Cyrillic letters for Latin ones among Cyrillic.
    static func cyrillic(_ word: String) -> String {
        let isCyrillic = word.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
        return String(
            String.UnicodeScalarView(
                word.unicodeScalars.map { scalar in
                    if scalar == "'" { return "’" }
                    guard isCyrillic, scalar.isASCII, case let code = code(scalar.value), (1...36).contains(code) else {
                        return scalar
                    }
                    return isCapital(scalar.value) ? Unicode.Scalar(capital(code)) ?? scalar : self.scalar(code)
                }))
    }

    private static func capital(_ code: UInt8) -> UInt32 {
        switch code {
        case 1...32: UInt32(code) + 0x40F
        case 33: 0x404
        case 34: 0x406
        case 35: 0x407
        default: 0x490
        }
    }
}
