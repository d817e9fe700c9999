// SPDX-License-Identifier: Apache-2.0

/// The name of a person where it stands in a text.
struct NameMention: Hashable, Sendable {
    let name: PersonName
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    /// The names between two tokens in order, none overlapping another.
    ///
    /// A name has a given name of the table, or initials beside a word that is written as a surname. In letters typed without capitals
    /// a name counts only where nothing else is likely: `ignoringCase`.
    static func all(in text: NormalizedText, _ range: Range<Int>, ignoringCase: Bool = false) -> [NameMention] {
        var found: [NameMention] = []
        var free = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let scan = NameScan(text: text, bounds: free..<range.upperBound, ignoringCase: ignoringCase)
            if let mention = scan.mention(at: index) {
                found.append(mention)
                free = mention.tokens.upperBound
                index = max(index + 1, free)
            } else {
                index += 1
            }
        }
        return found
    }
}

/// Reads one name at a word.
private struct NameScan {
    let text: NormalizedText
    let bounds: Range<Int>
    let ignoringCase: Bool

    func mention(at index: Int) -> NameMention? {
        let token = text.tokens[index]
        guard token.kind == .word, ignoringCase || token.capitals != .none else { return nil }
        if token.letters.count == 1 { return initials(at: index) }
        return given(at: index)
    }

    /// «Мороз О. В.», «О. В. Мороз», «О.Мороз».
    private func initials(at index: Int) -> NameMention? {
        guard text.tokens[index].capitals != .none else { return nil }
        var letters: [String] = []
        var next = index
        while letters.count < 2, let point = point(after: next), text.tokens[next].letters.count == 1,
            text.tokens[next].capitals != .none
        {
            letters.append(Letter.cyrillic(text.text(of: text.tokens[next])))
            next = point + 1
            guard next < bounds.upperBound, text.tokens[next].kind == .word else { break }
        }
        guard !letters.isEmpty else { return nil }
        if let surname = wordEnding(before: index), isSurname(surname), isSameLine(surname.upperBound - 1, index),
            letters.count == 2 || startsBlock(surname)
        {
            let name = PersonName(surname: NameWord(text, surname), initials: letters, surnameFirst: true)
            return NameMention(name: name, tokens: surname.lowerBound..<next)
        }
        guard next < bounds.upperBound, isSameLine(index, next), let surname = word(from: next), isSurname(surname) else {
            return nil
        }
        let name = PersonName(surname: NameWord(text, surname), initials: letters, surnameFirst: false)
        return NameMention(name: name, tokens: index..<surname.upperBound)
    }

    private func startsBlock(_ surname: Range<Int>) -> Bool {
        surname.lowerBound == 0 || text.tokens[surname.lowerBound].startsLine || text.tokens[surname.lowerBound - 1].kind != .word
    }

    /// A given name with what stands beside it.
    private func given(at index: Int) -> NameMention? {
        guard let name = word(from: index), isGiven(name) else { return nil }
        let patronymic = word(after: name).flatMap { isPatronymic($0) ? $0 : nil }
        let end = patronymic ?? name
        let before = wordEnding(before: index).flatMap { isSurname($0) && isSameLine($0.upperBound - 1, index) ? $0 : nil }
        let after = word(after: end).flatMap { isSurname($0) && isSameLine(end.upperBound - 1, $0.lowerBound) ? $0 : nil }
        // «Іван Богдан»: the second of two given names is the surname, unless a patronymic follows it.
        if patronymic == nil, before == nil, let next = word(after: name), isGiven(next),
            word(after: next).map(isPatronymic) == true
        {
            return nil
        }
        let surname = chosen(before, after, hasPatronymic: patronymic != nil)
        guard
            let person = PersonName(
                surname: surname.map { NameWord(text, $0) }, given: NameWord(text, name),
                patronymic: patronymic.map { NameWord(text, $0) },
                surnameFirst: surname?.lowerBound ?? index < index)
        else { return nil }
        let first = min(surname?.lowerBound ?? index, index)
        let last = max(surname?.upperBound ?? end.upperBound, end.upperBound)
        return NameMention(name: person, tokens: first..<last)
    }

    private func chosen(_ before: Range<Int>?, _ after: Range<Int>?, hasPatronymic: Bool) -> Range<Int>? {
        guard let before, let after else { return before ?? after }
        let (one, other) = (likeness(before), likeness(after))
        if one != other { return one > other ? before : after }
        return before
    }

    private func likeness(_ range: Range<Int>) -> Int {
        let word = NameWord(text, range)
        let lower = word.lowercased
        let isCapital = text.tokens[range.lowerBound].capitals == .all ? 1 : 0
        return (SurnameForm.endings.contains(where: lower.hasSuffix) ? 2 : 0) + isCapital
    }

    private func isGiven(_ range: Range<Int>) -> Bool {
        // No name of the table has a hyphen.
        guard range.count == 1, let name = GivenName.named(text.tokens[range.lowerBound], in: text) else { return false }
        // «Віра» and «любов» are words as well: written small they are no names, nor are forms no applicant is named in.
        if text.tokens[range.lowerBound].capitals == .none { return !SurnameForm.commonNames.contains(name.nominative) }
        return !GivenName.cases(text.tokens[range.lowerBound], in: text).isSubset(of: .other)
    }

    private func isPatronymic(_ range: Range<Int>) -> Bool {
        Patronymic(NameWord(text, range).lowercased) != nil && isCapitalised(range.lowerBound)
    }

    private func isSurname(_ range: Range<Int>) -> Bool {
        let token = text.tokens[range.lowerBound]
        guard token.letters.count > 1, isCapitalised(range.lowerBound), SurnameForm.others.meaning(of: token, in: text) == nil
        else {
            return false
        }
        guard token.capitals != .none || SurnameForm.endings.contains(where: NameWord(text, range).lowercased.hasSuffix) else {
            return false
        }
        return true
    }

    private func isCapitalised(_ index: Int) -> Bool { ignoringCase || text.tokens[index].capitals != .none }

    /// A word with what a hyphen glues to it.
    private func word(from index: Int) -> Range<Int>? {
        guard index < bounds.upperBound, text.tokens[index].kind == .word else { return nil }
        var end = index + 1
        while end + 1 < bounds.upperBound, text.tokens[end].isMark("-"), text.tokens[end].isGlued, text.tokens[end + 1].isGlued,
            text.tokens[end + 1].kind == .word
        {
            end += 2
        }
        return index..<end
    }

    private func word(after range: Range<Int>) -> Range<Int>? { word(from: range.upperBound) }

    private func wordEnding(before index: Int) -> Range<Int>? {
        var start = index - 1
        guard start >= bounds.lowerBound, text.tokens[start].kind == .word else { return nil }
        while start - 2 >= bounds.lowerBound, text.tokens[start].isGlued, text.tokens[start - 1].isMark("-"),
            text.tokens[start - 1].isGlued,
            text.tokens[start - 2].kind == .word
        {
            start -= 2
        }
        return start..<index
    }

    private func point(after index: Int) -> Int? {
        guard index + 1 < bounds.upperBound, text.tokens[index + 1].isMark("."), text.tokens[index + 1].isGlued else {
            return nil
        }
        return index + 1
    }

    private func isSameLine(_ one: Int, _ other: Int) -> Bool {
        !(one + 1...max(one + 1, other)).contains { text.tokens[$0].startsLine }
    }
}

/// Words beside a given name that are, or are not, a surname.
enum SurnameForm {
    /// Endings of surnames in the nominative and the genitive.
    static let endings = [
        "енко", "енка", "енку", "чук", "чука", "щук", "щука", "юк", "юка", "ук", "ука", "ський", "ського", "ська", "ської",
        "цький",
        "цького", "цька", "цької", "ський", "ов", "ова", "ової", "ев", "ева", "єв", "єва", "ін", "іна", "їн", "ко", "ик", "ика",
        "як", "яка",
        "ак", "ака", "ич", "ича", "ець", "ар", "аря", "ань", "ань", "ай", "ій", "ба", "ло", "па", "ша", "ха", "ера", "ура", "ин",
        "ина",
        "ский", "ского", "ская", "ской", "ус", "ас", "ун", "унь", "аль", "аля", "ель", "еля", "ень", "ня", "да", "та", "га", "ка",
        "за",
    ]

    /// Given names that are words of the language too.
    static let commonNames: Set<String> = [
        "Віра", "Надія", "Любов", "Роман", "Слава", "Лев", "Мир", "Злата", "Рая", "Федора", "Лука", "Наум",
    ]

    /// Words that stand beside names and are none.
    static let others = StemTable<Bool>([
        (
            """
            від вiд гр громадянин* громадянк* громадян* пан пані панові пане заявник* заявниц* запитувач* автор* депутат* адвокат* голов* міськ* \
            директор* начальник* начальниц* керівник* заступник* секретар* слідч* прокурор* судд* міністр* інспектор* пенсіонер* мешкан* жител* \
            ветеран* учасник* учасниц* інвалід* особ* шановн* уважаем* вельмишановн* повагою с з із зі та і й я ми ви він вона вул вулиц* просп* пров* \
            бульв* площ* майдан* узвіз* ул улиц* парк* сквер* школ* ім імені м місто міст* с село смт обл район* область області тел телефон моб адрес* \
            підпис* уповноважен* представник* власни* орендар* підприєм* фоп тов кп прес го осбб голові спеціаліст* менеджер* виконав* вик контактн* \
            прошу просимо доброго добрий вітаю дякую дякуємо день дня ранку вечора україни україна київ києва львів господарств* товариств* \
            комітет* ради рада департамент* управлінн* відділ* сектор* служб* прим ліцей* гімназі* лікар* медсестр* вчител* викладач* журналіст* \
            редактор* координатор* волонтер* військов* полковник* майор* капітан* лейтенант* сержант* солдат* підполковник* старш* молодш* \
            народн* голова* член* правлінн* юрист* консультант* помічник* помічниц* сусід* діти дитин* син* доньк* дочк* дружин* чоловік* мати \
            батько бабус* дідус* брат* сестр* матері матір мами тато отець свят* від: кому прізвищ* ім'я імя піб по-батькові виконавець суть тема \
            стосовно щодо про для на в у за до по під над при без із від це цей ця ці моя моє мій мої ваш* наш* звати звуть мене дата громад* \
            повторно підставі відповідно згідно спасибо здравствуйте гражданин* гражданк* проживающ* жительниц* телефон* бухгалтер* економіст* \
            інженер* завідувач* ректор* президент* отаман* декан* староста адміністратор* оператор* водій водія кореспондент* надія
            """, true
        )
    ])
}
