// SPDX-License-Identifier: Apache-2.0

/// Parts of an address that stand without their marks: «Озерськ, Козацька 40», «Садова 19 кв 2 Лугостав».
extension AddressScan {
    /// «Озерськ, Козацька 40», «Сонячна 14, кв. 2»: two names before a number are a place and a street, one is a street.
    mutating func takeBareBeginning() -> Bool {
        guard index < end, text.tokens[index].kind == .word, AddressMark(text, at: index, end: end) == nil else { return false }
        if text.tokens[index].capitals != .none, let name = names.place(from: index) {
            let next = name.end < end && text.tokens[name.end].isMark(",") ? name.end + 1 : name.end
            if next < end, text.tokens[next].capitals != .none, takeBareStreet(at: next, isBehindPlace: next > name.end) {
                parts.place = "м. \(name.name)"
                return true
            }
        }
        return takeBareStreet(at: index)
    }

    /// - Parameter isBehindPlace: «Лугостав, Шептицького 18»: behind a town with a comma no person stands.
    private mutating func takeBareStreet(at start: Int, isBehindPlace: Bool = false) -> Bool {
        guard parts.street == nil, parts.area == nil, let name = names.bareStreet(at: start),
            isBehindPlace || !SurnameForm.isLikely(text, start)
        else {
            return false
        }
        let isLocative = start > 0 && text.reads(text.tokens[start - 1], ["на", "по"])
        parts.street = "вул. \(StreetName.nominative(name.name, isLocative: isLocative))"
        isCertain = false
        return advance(to: name.end)
    }

    func isRemark(_ next: Int) -> Bool {
        next < end && parts.house != nil && AddressWords.remarks.knows(text.tokens[next], in: text)
    }

    /// «гуртожиток № 2, вул. Студентська, 8».
    mutating func takeDormitory() -> Bool {
        guard parts.house == nil, parts.dormitory == nil, let dormitory = Dormitory(text, at: index, end: end) else {
            return false
        }
        parts.dormitory = dormitory.text
        return advance(to: dormitory.end)
    }

    /// «22 (гуртожиток)», «72, гуртожиток № 3».
    mutating func takeRemark() -> Bool {
        guard isRemark(index), let house = parts.house else { return false }
        let word = text.text(of: text.tokens[index])
        if let dormitory = Dormitory(text, at: index, end: end) {
            parts.house = "\(house), \(dormitory.text)"
            return advance(to: dormitory.end)
        }
        parts.house = "\(house) (\(word))"
        return advance(to: index + 1)
    }

    /// A place without «м.»: before the street («Лугостав, вул. …») or, in letters typed without care, behind the house; or a street
    /// without «вул.» behind the place.
    mutating func takeBareWord() -> Bool {
        if index == start { return takeFirstPlace() }
        let token = text.tokens[index]
        if parts.place != nil || parts.postcode != nil, !parts.hasWay, token.letters.count > 2, takeBareStreet(at: index) {
            return true
        }
        guard parts.place == nil, token.letters.count > 2 else { return false }
        if !parts.hasWay, parts.postcode != nil || parts.region != nil || parts.district != nil, token.capitals != .none,
            let name = names.place(from: index)
        {
            parts.place = "м. \(name.name)"
            return advance(to: name.end)
        }
        return takePlaceBehind(token)
    }

    /// «Лугостав, вул. …», «у Калинівську на вулиці …»; that it is one was seen before.
    private mutating func takeFirstPlace() -> Bool {
        guard let name = names.place(from: index) else { return false }
        isCertain = false
        let isLocative = index > 0 && text.reads(text.tokens[index - 1], ["в", "у"])
        parts.place = "м. " + (isLocative ? TownName.nominative(ofLocative: name.name) ?? name.name : name.name)
        _ = advance(to: name.end)
        if isLocative, index < end, text.tokens[index].kind == .word, text.tokens[index].letters.count <= 2 { index += 1 }
        return true
    }

    /// «на вулиці Заводській, 31, кв. 8 у Лугоставі».
    mutating func takePlaceInLocative(_ token: Token) -> Bool {
        guard parts.place == nil, parts.house != nil, index + 1 < end, text.reads(token, ["у", "в"]),
            text.tokens[index + 1].capitals == .first,
            let name = TownName.nominative(ofLocative: text.originalText(text.tokens[index + 1].range))
        else { return false }
        parts.place = "м. \(name)"
        return advance(to: index + 2)
    }

    private mutating func takePlaceBehind(_ token: Token) -> Bool {
        guard parts.house != nil, index > start, isPlaceLike(token), let name = names.place(from: index) else { return false }
        let next = name.end < end ? text.tokens[name.end] : nil
        let isLast =
            next == nil || next?.kind != .word || next?.startsLine == true
            || token.capitals == .none && next?.capitals == .first && parts.flat != nil
        let isStopped = AddressMark(text, at: name.end, end: end) != nil
        guard isLast || isStopped else { return false }
        parts.place = "м. \(name.name)"
        isCertain = false
        return advance(to: name.end)
    }

    private func isPlaceLike(_ token: Token) -> Bool {
        let before = text.tokens[index - 1]
        guard token.letters.count > 3, before.kind != .mark || before.isMark(","), !token.isGlued || before.isMark(","),
            !LineWords.requests.knows(token, in: text), !LineWords.verbs.knows(token, in: text),
            GivenName.named(token, in: text) == nil, !SurnameForm.others.knows(token, in: text),
            !SurnameForm.isLikely(text, index)
        else { return false }
        guard token.startsLine else { return true }
        // On a line of its own a town has a capital and stands alone.
        return token.capitals != .none
            && (index + 1 >= end || text.tokens[index + 1].kind != .word || text.tokens[index + 1].startsLine)
    }
}
