// SPDX-License-Identifier: Apache-2.0

/// Where an address may begin.
struct AddressStart {
    let text: NormalizedText
    let range: Range<Int>

    /// Whether the word, the postcode or the place at a token begins an address; what follows decides whether it is one.
    func fits(at index: Int) -> Bool {
        let token = text.tokens[index]
        if token.kind == .number { return isPostcode(index) || isOrdinal(index) }
        guard token.kind == .word else { return false }
        if let mark = AddressMark(text, at: index, end: range.upperBound) { return fits(mark, at: index) }
        if let dormitory = Dormitory(text, at: index, end: range.upperBound) { return isBeforeStreet(dormitory.end) }
        guard token.capitals != .none else { return false }
        return isBarePlace(index) || isPlaceInLocative(index) || isRegion(index) || isReversedStreet(index)
    }

    /// A short line that is an address or a telephone, as stand above and below names.
    static func isParticulars(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        guard line.tokens.count <= longestParticulars,
            !LineWords.requests.isMet(in: line.tokens, of: text)
        else { return false }
        return AddressStart(text: text, range: line.tokens).fits(at: line.tokens.lowerBound)
            || PhoneNumber.first(in: text, line.tokens) != nil
    }

    private func fits(_ mark: AddressMark, at index: Int) -> Bool {
        guard mark.end < range.upperBound else { return false }
        let next = text.tokens[mark.end]
        switch mark.kind {
        case .place:
            // A capital «М.» or «С.» is an initial, but in a text of capitals.
            guard text.tokens[index].letters.count > 1 || text.tokens[index].capitals == .none || isAllCapital(next) else {
                return false
            }
            return next.kind == .word
        case .street, .area: return next.kind == .word || next.kind == .number || next.isMark("\"")
        case .box: return next.kind == .number
        case .house, .flat: return next.digitCount > 0 && isBeforeStreet(mark.end + 1)
        case .block, .passed, .region, .district, .community, .stop, .half, .named: return false
        }
    }

    private func isAllCapital(_ token: Token) -> Bool { token.capitals == .all && token.letters.count > 2 }

    /// «39800, м. Лугостав».
    private func isPostcode(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.digitCount == 5, !token.isGlued || index == range.lowerBound || text.tokens[index - 1].isMark(",") else {
            return false
        }
        for next in index + 1..<max(index + 1, min(index + 4, range.upperBound)) where text.tokens[next].kind == .word {
            if let mark = AddressMark(text, at: next, end: range.upperBound) { return mark.kind != .stop }
            return text.tokens[next].capitals != .none
        }
        return false
    }

    /// «2-й пров. Садовий».
    private func isOrdinal(_ index: Int) -> Bool {
        AddressNames(text: text, end: range.upperBound).ordinalBeforeMark(at: index) != nil
    }

    /// «кв. 5, буд. 12, вул. Садова», «будинку № 30 по вул. Лісовій».
    private func isBeforeStreet(_ start: Int) -> Bool {
        for next in start..<max(start, min(start + Self.longestHouse, range.upperBound)) where text.tokens[next].kind == .word {
            if let mark = AddressMark(text, at: next, end: range.upperBound) {
                return mark.kind == .street || mark.kind == .house || mark.kind == .area
            }
            guard text.tokens[next].letters.count <= 2 else { return false }
        }
        return false
    }

    /// «Лугостав, вул. Садова»: a town without «м.», which no name of a person is.
    private func isBarePlace(_ index: Int) -> Bool {
        guard isProperWord(index), !SurnameForm.isLikely(text, index) else { return false }
        var next = index + 1
        // «Лугостав-3, житловий масив Північний».
        if next + 1 < range.upperBound, text.tokens[next].isMark("-"), text.tokens[next].isGlued,
            text.tokens[next + 1].digitCount == 1
        {
            next += 2
        }
        if next < range.upperBound, text.tokens[next].isMark(",") || text.tokens[next].isMark(".") { next += 1 }
        guard next < range.upperBound, !text.tokens[next].startsParagraph,
            isStreet(next) || isReversedStreet(next) || isBox(next)
        else { return false }
        guard index > range.lowerBound else { return true }
        let before = text.tokens[index - 1]
        return before.kind == .mark || text.tokens[index].startsLine
            || text.reads(before, ["в", "у", "із", "з", "адресою", "адреса", "адресу", "адрес"])
    }

    /// «Лугостав, а/с 9».
    private func isBox(_ index: Int) -> Bool { AddressMark(text, at: index, end: range.upperBound)?.kind == .box }

    /// «у Калинівську на вулиці Шевченка».
    private func isPlaceInLocative(_ index: Int) -> Bool {
        guard index > range.lowerBound, index + 2 < range.upperBound, text.reads(text.tokens[index - 1], ["в", "у"]) else {
            return false
        }
        return text.reads(text.tokens[index + 1], ["на", "по", "в", "за"]) && isStreet(index + 2)
    }

    /// «Гірська обл.», «Ставківський р-н».
    private func isRegion(_ index: Int) -> Bool {
        guard let mark = AddressMark(text, at: index + 1, end: range.upperBound) else { return false }
        guard [.region, .district, .community].contains(mark.kind), mark.end < range.upperBound else { return false }
        if mark.kind == .community { return text.tokens[mark.end].isMark(",") }
        // «Рада адвокатів Гірської області / 49000, м. …»: the line ends with the name of an office.
        return text.tokens[mark.end].isMark(",") || !text.tokens[mark.end].startsLine
    }

    /// «Соборна вул., 3»: the mark stands one or two words behind.
    private func isReversedStreet(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .word, text.tokens[index].capitals != .none, index + 1 < range.upperBound,
            isStreet(index + 1) || index + 2 < range.upperBound && isStreet(index + 2)
        else { return false }
        return AddressNames(text: text, end: range.upperBound).reversedStreet(at: index) != nil
    }

    private func isStreet(_ index: Int) -> Bool {
        guard let mark = AddressMark(text, at: index, end: range.upperBound) else { return false }
        return mark.kind == .street || mark.kind == .area
    }

    private func isProperWord(_ index: Int) -> Bool {
        // «Ярмоленка Дениса / Вікторовича / вул. Крута, 3».
        text.tokens[index].letters.count > 2 && Patronymic(text.text(of: text.tokens[index])) == nil
            && GivenName.named(text.tokens[index], in: text) == nil
            && !LineWords.requests.knows(text.tokens[index], in: text)
            && !ApplicantName.Words.residing.knows(text.tokens[index], in: text)
            && (!SurnameForm.others.knows(text.tokens[index], in: text)
                || text.reads(text.tokens[index], ["київ", "києві", "львів", "львові"]))
    }

    /// Tokens of a house with block and flat before its street.
    private static let longestHouse = 8
    private static let longestParticulars = 24
}
