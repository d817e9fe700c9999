// SPDX-License-Identifier: Apache-2.0

/// Houses, blocks, flats, postcodes and boxes of an address.
extension AddressScan {
    mutating func takeNumber(_ token: Token) -> Bool {
        if parts.street == nil, let ordinal = names.ordinalBeforeMark(at: index),
            let mark = AddressMark(text, at: ordinal.end, end: end)
        {
            index = ordinal.end
            guard takeStreet(mark) else { return false }
            parts.street = parts.street.map { "\(ordinal.text) \($0)" }
            return true
        }
        if token.digitCount == 5, parts.postcode == nil {
            parts.postcode = text.text(of: token)
            return advance(to: index + 1)
        }
        // «6уд. 9»: what a scan makes of «буд.».
        if parts.house == nil, token.value == 6, index + 1 < end, text.tokens[index + 1].isGlued,
            text.reads(text.tokens[index + 1], "уд")
        {
            return advance(to: index + 2)
        }
        guard parts.hasWay || parts.house != nil || isHouseOfVillage, let number = HouseNumber(text, at: index, end: end) else {
            return false
        }
        if parts.house == nil {
            parts.house = number.text
            return advance(to: number.end)
        }
        guard parts.flat == nil, isFlat(number) else { return false }
        parts.flat = number.text
        return advance(to: number.end)
    }

    /// «с. Калинове, 27»: a village without streets; nothing but a mark or the end of the line stands behind the house.
    private var isHouseOfVillage: Bool {
        guard let place = parts.place, !place.begins(with: "м."), index > start, text.tokens[index - 1].isMark(","),
            let number = HouseNumber(text, at: index, end: end)
        else { return false }
        return number.end >= end || text.tokens[number.end].startsLine || text.tokens[number.end].isMark(")")
            || text.tokens[number.end].isMark(",") && text.tokens[index].digitCount < 4
    }

    /// «вул. Миру, 5, 12»: a number behind the house with nothing but the end of the line or a mark behind it.
    private func isFlat(_ number: HouseNumber) -> Bool {
        guard index > start, !text.tokens[index].startsLine, text.tokens[index - 1].kind == .mark, number.text.count <= 3 else {
            return false
        }
        return number.end >= end || text.tokens[number.end].startsLine || text.tokens[number.end].isMark(",")
            || text.tokens[number.end].isMark(";") || text.tokens[number.end].isMark(")")
    }

    mutating func takeNumber(_ mark: AddressMark, _ part: WritableKeyPath<AddressParts, String?>) -> Bool {
        guard parts.hasWay || parts.place != nil || index == start || parts.flat != nil,
            let number = HouseNumber(text, at: mark.end, end: end)
        else { return false }
        // «будинку № 30 по вул. Лісовій» is «вул. Лісова, 30».
        let shown = parts.hasWay || parts.place != nil || part == \.flat ? mark.shown : nil
        // «п. 3, кв. 5»: the entrance before the flat.
        if part == \.flat, let before = parts.flat, before.begins(with: "п. "), parts.entrance == nil {
            (parts.entrance, parts.flat) = (before, nil)
        }
        if parts[keyPath: part] == nil { parts[keyPath: part] = shown.map { "\($0) \(number.text)" } ?? number.text }
        return advance(to: number.end)
    }

    /// «корп. 2», «корпус Б».
    mutating func takeBlock(_ mark: AddressMark) -> Bool {
        guard parts.house != nil, parts.block == nil, mark.end < end else { return false }
        var next = mark.end
        if text.tokens[next].isMark("\"") { next += 1 }
        guard next < end else { return false }
        let token = text.tokens[next]
        guard token.letters.count == 1 || HouseNumber(text, at: next, end: end) != nil else { return false }
        parts.block = "\(mark.shown ?? "корп.") \(text.originalText(token.range))"
        return advance(to: next + 1)
    }

    /// «під’їзд 3».
    mutating func passNumber(_ mark: AddressMark) -> Bool {
        guard parts.house != nil, mark.end < end, (1...2).contains(text.tokens[mark.end].digitCount) else { return false }
        if let shown = mark.shown { parts.entrance = "\(shown) \(text.text(of: text.tokens[mark.end]))" }
        return advance(to: mark.end + 1)
    }

    /// «а/с 15».
    mutating func takeBox(_ mark: AddressMark) -> Bool {
        guard mark.end < end, text.tokens[mark.end].kind == .number else { return false }
        parts.box = "а/с \(text.text(of: text.tokens[mark.end]))"
        return advance(to: mark.end + 1)
    }
}
