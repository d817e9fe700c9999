// SPDX-License-Identifier: Apache-2.0

/// The name of a person, brought to the nominative as a card shows it (domain §2.7: «гр. Гаврик Ніни Андріївни» is Гаврик Ніна Андріївна).
struct PersonName: Hashable, Sendable {
    /// In the order it was written, as far as cases could be undone.
    let text: String
    /// The surname in the nominative; nil for «Тарас Вікторович».
    let surname: String?
    /// The given name in the nominative; nil beside initials.
    let given: String?
    /// Surname first, in the genitive, as behind «в інтересах».
    let genitive: String
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

    /// A surname, a given name and a patronymic in the order written; at least a given name that is known, or one before a patronymic.
    init?(surname: NameWord?, given: NameWord, patronymic: NameWord?, surnameFirst: Bool) {
        let father = patronymic.flatMap { Patronymic($0.lowercased) }
        let hint = father?.gender ?? surname.flatMap { Surname.gender(of: $0.written) }
        let known = GivenName.named(given.folded, hint)
        guard let gender = father?.gender ?? known?.gender else { return nil }
        var cases = known == nil ? father?.cases ?? [] : GivenName.cases(given.folded, hint)
        if let father { cases = cases.intersection(father.cases).isEmpty ? father.cases : cases.intersection(father.cases) }
        if let surname, cases.contains(.nominative), cases != .nominative, !Surname.mayBeNominative(surname.written) {
            cases.subtract(.nominative)
        }
        let isRussian = GivenName.isRussian(given.folded, hint) || father?.isRussian == true
        let family = surname.map {
            Surname($0.written, gender: gender, isNominative: cases.contains(.nominative), isRussian: isRussian)
        }
        let isUnderstood = known?.gender == gender || known == nil && cases.contains(.nominative)
        let givenText =
            known.flatMap { $0.gender == gender ? $0.nominative : nil }
            ?? Self.unknownGiven(given.written, gender, isNominative: cases.contains(.nominative))
        let own = [givenText, father?.nominative].compactMap(\.self).joined(separator: " ")
        text = [surnameFirst ? family?.nominative : nil, own, surnameFirst ? nil : family?.nominative]
            .compactMap(\.self).joined(separator: " ")
        genitive = [
            family?.genitive(gender), known?.genitive ?? givenText, father?.genitive,
        ].compactMap(\.self).joined(separator: " ")
        self.surname = family?.nominative
        self.given = givenText
        self.cases = cases
        isCertain = (family?.isCertain ?? true) && isUnderstood
        extent =
            switch (family, father) {
            case (nil, nil): .givenOnly
            case (nil, _?): .givenAndPatronymic
            case (_?, nil): .surnameAndGiven
            case (_?, _?): .full
            }
    }

    /// A given name of no table in the nominative, by the endings of the commonest declensions.
    private static func unknownGiven(_ word: String, _ gender: GivenName.Gender, isNominative: Bool) -> String {
        let plain = Surname.capitalized(word)
        guard !isNominative, plain.count > 3 else { return plain }
        switch (gender, plain.last) {
        case (.male, "а"), (.male, "у"): return String(plain.dropLast())
        case (.male, "я"), (.male, "ю"): return plain.dropLast() + "й"
        case (.female, "и"), (.female, "і"): return plain.dropLast() + "а"
        case (.female, "ї"): return plain.dropLast() + "я"
        default: return plain
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

    /// Words of no table, as they are written.
    init(unknown words: [String]) {
        text = words.map(Surname.capitalized).joined(separator: " ")
        (genitive, surname, given) = (text, nil, nil)
        (cases, extent, isCertain) = (.nominative, .surnameAndGiven, false)
    }

    /// A surname with initials as they are written: «Левченка О. В.». Only endings that leave no doubt are undone.
    init(surname: NameWord, initials: [String], surnameFirst: Bool) {
        let family = Surname(withInitials: surname.written)
        let letters = initials.map { "\($0)." }.joined(separator: " ")
        text = surnameFirst ? "\(family.nominative) \(letters)" : "\(letters) \(family.nominative)"
        genitive = text
        self.surname = family.nominative
        given = nil
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
