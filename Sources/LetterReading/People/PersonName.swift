// SPDX-License-Identifier: Apache-2.0

/// The name of a person, brought to the nominative as a card shows it (domain §2.7: «гр. Гаврик Ніни Андріївни» is Гаврик Ніна Андріївна).
struct PersonName: Hashable, Sendable {
    /// In the order it was written, as far as cases could be undone.
    private(set) var text: String
    /// The surname in the nominative; nil for «Тарас Вікторович».
    private(set) var surname: String?
    /// The given name in the nominative; nil beside initials.
    let given: String?
    /// Cases the words stand in as they were written.
    let cases: NameCase
    /// How much of a name it is.
    let extent: Extent
    /// Whether every word of it was understood; an unsure name is shown as it may be wrong.
    private(set) var isCertain: Bool

    /// What ``genitive`` is made of; nil for a name whose cases are not known.
    private let declined: Declined?

    /// From the least to the most that a card can say.
    enum Extent: Int, Hashable, Sendable, Comparable {
        case givenOnly, givenAndPatronymic, initials, surnameAndGiven, full

        static func < (one: Extent, other: Extent) -> Bool { one.rawValue < other.rawValue }
    }

    private struct Declined: Hashable {
        let family: Surname?
        let given: GivenName?
        let father: Patronymic?
        let gender: GivenName.Gender
    }

    /// Surname first, in the genitive, as behind «в інтересах».
    var genitive: String {
        guard let declined else { return text }
        return [declined.family?.genitive(declined.gender), declined.given?.genitive ?? given, declined.father?.genitive]
            .compactMap(\.self).joined(separator: " ")
    }

    /// A surname, a given name and a patronymic in the order written; at least a given name that is known, or one before a patronymic.
    init?(surname: NameWord?, given: NameWord, patronymic: NameWord?, surnameFirst: Bool) {
        let father = patronymic.flatMap { Patronymic($0.lowercased) }
        let hint = father?.gender ?? surname.flatMap { Surname.gender(of: $0.written) }
        let form = GivenName.form(given.folded, hint)
        let known = form?.name
        guard let gender = father?.gender ?? known?.gender else { return nil }
        var cases = form?.cases ?? father?.cases ?? []
        if let father { cases = cases.intersection(father.cases).isEmpty ? father.cases : cases.intersection(father.cases) }
        if let surname, cases.contains(.nominative), cases != .nominative, !Surname.mayBeNominative(surname.written) {
            cases.subtract(.nominative)
        }
        let fatherName = father?.ukrainian
        let isRussian = form?.isRussian == true || fatherName?.isRussian == true
        let family = surname.map {
            Surname($0.written, gender: gender, isNominative: cases.contains(.nominative), isRussian: isRussian)
        }
        let isUnderstood = known?.gender == gender || known == nil && cases.contains(.nominative)
        let givenText =
            known.flatMap { $0.gender == gender ? $0.nominative : nil }
            ?? Self.unknownGiven(given.written, gender, isNominative: cases.contains(.nominative))
        let own = Self.joined(givenText, fatherName?.nominative)
        text = surnameFirst ? Self.joined(family?.nominative, own) : Self.joined(own, family?.nominative)
        declined = Declined(family: family, given: known, father: father, gender: gender)
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

    private static func joined(_ one: String?, _ other: String?) -> String {
        guard let one, let other else { return one ?? other ?? "" }
        return one + " " + other
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

    /// The letters the words beside the surname begin with.
    private var initials: [Character] { text.words.lazy.filter { $0 != surname ?? "" }.compactMap(\.first) }

    /// Whether another name may be the same person's: «Швець В. Л.» is whom «Шевця Валерія Лук’яновича» is the genitive of.
    func mayBe(_ other: PersonName) -> Bool {
        guard let surname, let otherSurname = other.surname else { return false }
        let isAlike = surname == otherSurname || Surname.skeleton(surname) == Surname.skeleton(otherSurname)
        let (mine, others) = (initials, other.initials)
        return isAlike && !mine.isEmpty && !others.isEmpty && zip(mine, others).allSatisfy(==)
    }

    /// The name with its surname as another mention of the same person writes it in the nominative.
    func spelt(as other: PersonName) -> PersonName {
        guard !isCertain, let surname, let spelling = other.surname, other.cases.contains(.nominative), mayBe(other) else {
            return self
        }
        var name = self
        name.text = text.replacing(surname, with: spelling)
        (name.surname, name.isCertain) = (spelling, true)
        return name
    }

    /// Words that are a name and nothing else; nil for others.
    init?(_ words: [String]) {
        let text = NormalizedText(words.joined(separator: " "))
        guard let mention = NameMention.first(in: text, text.tokens.indices), mention.tokens == text.tokens.indices else {
            return nil
        }
        self = mention.name
    }

    /// Words of no table, as they are written.
    init(unknown words: [String]) {
        text = words.map(Surname.capitalized).joined(separator: " ")
        (declined, surname, given) = (nil, nil, nil)
        (cases, extent, isCertain) = (.nominative, .surnameAndGiven, false)
    }

    /// A surname with initials as they are written: «Левченка О. В.». Only endings that leave no doubt are undone.
    init(surname: NameWord, initials: [String], surnameFirst: Bool) {
        let family = Surname(withInitials: surname.written)
        let letters = initials.map { "\($0)." }.joined(separator: " ")
        text = surnameFirst ? "\(family.nominative) \(letters)" : "\(letters) \(family.nominative)"
        declined = nil
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
    var folded: String { Letter.folded(written) }
    var lowercased: String { written.inLowerCase }

    /// A word of a text, with the words a hyphen glues to it: «Нечуй-Левицький».
    init(_ text: NormalizedText, _ tokens: Range<Int>) {
        let parts = text.tokens[tokens].lazy.map { $0.kind == .word ? Letter.cyrillic(text.text(of: $0)) : text.text(of: $0) }
        // One word, as nearly always, is not joined to anything.
        written = parts.count == 1 ? parts.first ?? "" : parts.joined()
    }

    init(_ word: String) { written = Letter.cyrillic(word) }
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
        // Nearly all words are written so already.
        guard word.utf8.contains(where: { $0 < 0x80 && $0 != UInt8(ascii: "-") }) else { return word }
        let isCyrillic = word.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
        return String(
            String.UnicodeScalarView(
                word.unicodeScalars.map { scalar in
                    if scalar == "'" { return "’" }
                    guard isCyrillic, scalar.isASCII, case let code = code(scalar.value), (1...36).contains(code) else {
                        return scalar
                    }
                    return isCapital(scalar.value) ? Unicode.Scalar(capitalScalar(code)) ?? scalar : self.scalar(code)
                }))
    }
}
