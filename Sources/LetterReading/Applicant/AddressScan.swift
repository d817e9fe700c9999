// SPDX-License-Identifier: Apache-2.0

/// Reads one address at a word, component by component.
struct AddressScan {
    let text: NormalizedText
    var index: Int
    let end: Int

    private var postcode: String?
    private var region: String?
    private var district: String?
    private var place: String?
    private var street: String?
    private var house: String?
    /// A house that stood before the street; one behind it counts more.
    private var earlierHouse: String?
    private var flat: String?
    private var box: String?
    private var start = 0
    private var last = 0
    private var isCertain = true

    init(text: NormalizedText, index: Int, end: Int) {
        self.text = text
        self.index = index
        self.end = end
        start = index
        last = index
    }

    static func isStart(_ text: NormalizedText, at index: Int) -> Bool {
        let token = text.tokens[index]
        if token.digitCount == 5, !token.isGlued || index == 0 { return isFollowedByAddress(text, index + 1) }
        guard token.kind == .word, let word = AddressWords.words.meaning(of: token, in: text) else { return false }
        switch word {
        case .place, .street: return index + 1 < text.tokens.count && !(token.letters.count == 1 && token.capitals != .none)
        case .box: return index + 1 < text.tokens.count && (text.tokens[index + 1].isMark("/"))
        case .region, .district, .house, .flat, .stop: return false
        }
    }

    private static func isFollowedByAddress(_ text: NormalizedText, _ next: Int) -> Bool {
        for index in next..<min(next + 3, text.tokens.count) where text.tokens[index].kind == .word {
            if let word = AddressWords.words.meaning(of: text.tokens[index], in: text), word != .stop { return true }
            return text.tokens[index].capitals != .none
        }
        return false
    }

    var address: PostalAddress? {
        guard street != nil || box != nil else { return nil }
        let house = house ?? earlierHouse
        let parts = [postcode, region, district, box == nil ? place : nil, street, house, flat].compactMap { $0 }
        let boxParts = [box, place, postcode].compactMap { $0 }
        return PostalAddress(
            text: (box == nil ? parts : boxParts).joined(separator: ", "), tokens: start..<last + 1,
            isCertain: isCertain && place != nil, isWhole: house != nil || box != nil)
    }

    mutating func read(from lowest: Int) {
        lookBack(to: lowest)
        lookBackForTown(to: lowest)
        lookBackForHouse(to: lowest)
        while index < end {
            let token = text.tokens[index]
            if token.kind == .mark {
                guard
                    token.isMark(",") || token.isMark(".") || token.isMark(";") || token.isMark("\"") || token.isMark("(")
                        || token.isMark("-")
                else { return }
                // A full stop behind a house ends the address, behind «вул» it does not.
                if token.isMark("."), house != nil, !nextIsAddress(index + 1) { return }
                index += 1
                continue
            }
            if isBehindPlace(index) {
                index += 1
                continue
            }
            guard takeComponent() else { return }
        }
    }

    /// «у с. Веселе по вул. Лісовій»: a preposition between place and street.
    private func isBehindPlace(_ index: Int) -> Bool {
        guard place != nil, street == nil, index + 1 < end, text.tokens[index].letters.count <= 2 else { return false }
        return AddressWords.words.meaning(of: text.tokens[index + 1], in: text) == .street
            && ["по", "на", "у", "в"].contains(text.folded(text.tokens[index]))
    }

    private func nextIsAddress(_ next: Int) -> Bool {
        guard next < end, text.tokens[next].kind == .word, let word = AddressWords.words.meaning(of: text.tokens[next], in: text)
        else { return false }
        return word != .stop
    }

    /// «Лугостав, просп. Незалежності»: a bare place before the street; «Наддніпрянська обл., м. …».
    private mutating func lookBack(to lowest: Int) {
        var before = index - 1
        guard before >= lowest, text.tokens[before].isMark(",") || text.tokens[before].isMark(".") else { return }
        while before > lowest, text.tokens[before].kind == .mark { before -= 1 }
        let token = text.tokens[before]
        guard token.kind == .word, !text.tokens[index].startsParagraph else { return }
        if AddressWords.words.meaning(of: token, in: text) == .region, before > lowest {
            region =
                "\(text.originalText(text.tokens[before - 1].range)) \(text.originalText(token.range))\(text.tokens[before + 1].isMark(".") ? "." : "")"
            start = before - 1
            if before - 2 > lowest, text.tokens[before - 2].isMark(","), text.tokens[before - 3].digitCount == 5 {
                postcode = text.text(of: text.tokens[before - 3])
                start = before - 3
            }
        } else if before - 2 >= lowest, text.tokens[before - 1].isMark("."),
            let type = AddressWords.placeTypes.meaning(of: text.tokens[before - 2], in: text),
            AddressWords.words.meaning(of: text.tokens[before - 2], in: text) == .place
        {
            // «М. ВЕРБІВСЬК»: a capital «М.» begins no address by itself, as it may be an initial.
            place = "\(type) \(Surname.capitalized(text.originalText(token.range)))"
            start = before - 2
        } else if AddressWords.words.meaning(of: text.tokens[index], in: text) == .street, token.capitals == .first, place == nil,
            token.letters.count > 2, GivenName.named(text.folded(token)) == nil,
            before == lowest || text.tokens[before - 1].kind == .mark || text.tokens[before].startsLine
        {
            place = "м. " + LetterCase.capitalized(text.originalText(token.range))
            start = before
            isCertain = false
        }
    }

    /// «у Калинівську на вулиці Шевченка»: a town in the locative before the preposition.
    private mutating func lookBackForTown(to lowest: Int) {
        guard place == nil, isBehindAlong, index - 3 >= lowest, text.tokens[index - 2].capitals == .first,
            ["в", "у"].contains(text.folded(text.tokens[index - 3])),
            AddressWords.words.meaning(of: text.tokens[index], in: text) == .street,
            let town = TownName.nominative(ofLocative: text.originalText(text.tokens[index - 2].range))
        else { return }
        place = "м. " + town
        start = index - 2
        isCertain = false
    }

    /// «будинку № 30 по вул. Лісовій»: the house before its street.
    private mutating func lookBackForHouse(to lowest: Int) {
        guard isBehindAlong, index - 3 >= lowest, text.tokens[index - 2].kind == .number, text.tokens[index - 2].digitCount <= 4,
            AddressWords.words.meaning(of: text.tokens[index], in: text) == .street
        else { return }
        let mark = text.tokens[index - 3].isMark("№") ? index - 4 : index - 3
        guard mark >= lowest, AddressWords.words.meaning(of: text.tokens[mark], in: text) == .house else { return }
        earlierHouse = text.text(of: text.tokens[index - 2])
        start = mark
    }

    private mutating func takeComponent() -> Bool {
        let token = text.tokens[index]
        if token.kind == .number { return takeNumber(token) }
        switch AddressWords.words.meaning(of: token, in: text) {
        case .place?: return takePlace()
        case .street?: return takeStreet()
        case .house?: return takeMarked { $0.house = $1 }
        case .flat?: return takeMarked { $0.flat = $1 }
        case .box?: return takeBox()
        case .region?, .district?:
            last = index
            index += 1
            return true
        case .stop?: return false
        case nil: return takeBareWord(token)
        }
    }

    private mutating func takeNumber(_ token: Token) -> Bool {
        if token.digitCount == 5, postcode == nil {
            postcode = text.text(of: token)
        } else if street != nil, house == nil, token.digitCount <= 4 {
            house = houseNumber()
            return true
        } else if box != nil, token.digitCount == 5 {
            postcode = text.text(of: token)
        } else if house != nil, flat == nil, token.digitCount <= 4, index > 0,
            text.tokens[index - 1].isMark("-") || text.tokens[index - 1].isMark("/")
        {
            flat = text.text(of: token)
        } else {
            return false
        }
        last = index
        index += 1
        return true
    }

    /// `14`, `2-А`, `5/7`, `12 б`.
    private mutating func houseNumber() -> String {
        var number = text.text(of: text.tokens[index])
        last = index
        index += 1
        while index + 1 < end, text.tokens[index].isGlued, text.tokens[index].isMark("-") || text.tokens[index].isMark("/"),
            text.tokens[index + 1].isGlued,
            text.tokens[index + 1].kind == .number || text.tokens[index + 1].letters.count == 1
        {
            number += text.text(of: text.tokens[index]) + text.originalText(text.tokens[index + 1].range)
            last = index + 1
            index += 2
        }
        if index < end, text.tokens[index].kind == .word, text.tokens[index].letters.count == 1, text.tokens[index].isGlued {
            number += text.originalText(text.tokens[index].range)
            last = index
            index += 1
        }
        return number
    }

    /// «Озерск» is Russian for Озерськ: no Ukrainian place ends so.
    private static func placeName(_ name: String) -> String {
        name.hasSuffix("ск") || name.hasSuffix("цк") ? name.dropLast() + "ьк" : name
    }

    private mutating func takePlace() -> Bool {
        guard place == nil || street == nil else { return false }
        let type = AddressWords.placeTypes.meaning(of: text.tokens[index], in: text) ?? "м."
        var next = index + 1
        while next < end, text.tokens[next].isMark(".") { next += 1 }
        guard next < end, text.tokens[next].kind == .word, AddressWords.words.meaning(of: text.tokens[next], in: text) != .street
        else { return false }
        var (name, after) = phrase(from: next, limit: 2)
        guard !name.isEmpty else { return false }
        if let first = name.first, first.isLowercase { name = LetterCase.capitalized(name) }
        place = "\(type) \(Self.placeName(name))"
        last = after - 1
        index = after
        return true
    }

    private mutating func takeStreet() -> Bool {
        guard street == nil else { return false }
        let type = AddressWords.streetTypes.meaning(of: text.tokens[index], in: text) ?? "вул."
        let isLocative = AddressWords.locatives.meaning(of: text.tokens[index], in: text) != nil || isBehindAlong
        var next = index + 1
        while next < end, text.tokens[next].isMark(".") || text.tokens[next].isMark("\"") { next += 1 }
        let (name, after) = phrase(from: next, limit: 4)
        guard !name.isEmpty else { return false }
        street = "\(type) \(StreetName.nominative(name, isLocative: isLocative))"
        last = after - 1
        index = after
        return true
    }

    /// «по вул. Лісовій», «на вул. Польовій».
    private var isBehindAlong: Bool {
        guard index > 0 else { return false }
        return ["по", "на", "в", "у", "за", "біля"].contains(text.folded(text.tokens[index - 1]))
    }

    /// The words of a name: up to a comma, a number that is a house, or a word that begins another component.
    private func phrase(from start: Int, limit: Int) -> (String, Int) {
        var next = start
        var words: [String] = []
        while next < end, words.count < limit {
            let token = text.tokens[next]
            if token.isMark("."), let lastWord = words.last, lastWord.count <= 2 {
                words[words.count - 1] += "."
                next += 1
                continue
            }
            if token.isMark("-"), token.isGlued, next + 1 < end, text.tokens[next + 1].kind == .word, !words.isEmpty {
                words[words.count - 1] += "-" + text.originalText(text.tokens[next + 1].range)
                next += 2
                continue
            }
            if token.isMark("\"") {
                next += 1
                continue
            }
            guard token.kind == .word || (token.kind == .number && words.isEmpty && isOrdinal(next)),
                !(token.startsLine && !words.isEmpty)
            else { break }
            if !words.isEmpty, AddressWords.words.meaning(of: token, in: text) != nil { break }
            if !words.isEmpty, token.capitals == .none, !isNamePart(token) { break }
            words.append(text.originalText(token.range))
            next += 1
        }
        return (words.map { LetterCase.isCapitals($0) ? Surname.capitalized($0) : $0 }.joined(separator: " "), next)
    }

    /// «вул. 8 Березня».
    private func isOrdinal(_ next: Int) -> Bool {
        next + 1 < end && text.tokens[next + 1].kind == .word && text.tokens[next + 1].letters.count > 3
    }

    private func isNamePart(_ token: Token) -> Bool { ["сі", "років", "річчя", "го"].contains(text.folded(token)) }

    private mutating func takeMarked(_ store: (inout AddressScan, String) -> Void) -> Bool {
        guard street != nil else { return false }
        let mark = AddressWords.shownMarks.meaning(of: text.tokens[index], in: text)
        var next = index + 1
        while next < end, text.tokens[next].isMark(".") || text.tokens[next].isMark("№") { next += 1 }
        guard next < end, text.tokens[next].digitCount > 0, text.tokens[next].digitCount <= 4 else { return false }
        index = next
        let number = houseNumber()
        store(&self, mark.map { "\($0) \(number)" } ?? number)
        return true
    }

    /// «а/с 15».
    private mutating func takeBox() -> Bool {
        guard index + 2 < end, text.tokens[index + 1].isMark("/") else { return false }
        guard let number = (index + 2..<min(index + 5, end)).first(where: { text.tokens[$0].kind == .number }) else {
            return false
        }
        box = "а/с \(text.text(of: text.tokens[number]))"
        last = number
        index = number + 1
        return true
    }

    private func isStop(_ token: Token?) -> Bool { token.flatMap { AddressWords.words.meaning(of: $0, in: text) } == .stop }

    /// A place without «м.»: before the street («Лугостав, вул. …») or, in letters typed without care, behind the house.
    private mutating func takeBareWord(_ token: Token) -> Bool {
        let next = index + 1 < end ? text.tokens[index + 1] : nil
        if let next,
            AddressWords.words.meaning(of: next, in: text) == .region
                || AddressWords.words.meaning(of: next, in: text) == .district
        {
            let isRegion = AddressWords.words.meaning(of: next, in: text) == .region
            let point = index + 2 < end && text.tokens[index + 2].isMark(".") ? "." : ""
            let name = "\(text.originalText(token.range)) \(text.originalText(next.range))\(point)"
            if isRegion { region = name } else { district = name }
            last = index + 1
            index += 2
            return true
        }
        if postcode != nil, street == nil, place == nil, token.capitals != .none {
            let (name, after) = phrase(from: index, limit: 2)
            place = "м. " + name
            (last, index) = (after - 1, after)
            return true
        }
        guard house != nil, place == nil, token.letters.count > 3,
            LineWords.requests.meaning(of: token, in: text) == nil, LineWords.verbs.meaning(of: token, in: text) == nil,
            text.tokens[index - 1].kind != .mark || text.tokens[index - 1].isMark(","),
            token.isGlued == false, !token.startsLine || token.capitals != .none
        else { return false }
        guard next == nil || next?.kind != .word || next?.startsLine == true || token.capitals == .none || isStop(next) else {
            return false
        }
        place = "м. " + Self.placeName(LetterCase.capitalized(text.originalText(token.range)))
        isCertain = false
        last = index
        index += 1
        return true
    }
}
