// SPDX-License-Identifier: Apache-2.0

/// Reads one address from its first word on, part by part.
struct AddressScan {
    let text: NormalizedText
    let end: Int
    let names: AddressNames
    var parts = AddressParts()
    /// Behind what was read.
    var index: Int
    let start: Int
    private(set) var last: Int
    /// Whether no part was taken from a bare word.
    var isCertain = true

    /// - Parameter isBare: whether a street without its word must begin it, as where nothing but an address can stand.
    init(_ text: NormalizedText, at index: Int, end: Int, isBare: Bool = false) {
        self.text = text
        self.end = end
        names = AddressNames(text: text, end: end)
        self.index = index
        (start, last) = (index, index)
        if isBare, !takeBareBeginning() { return }
        while self.index < end, takeNext() {}
    }

    var address: PostalAddress? {
        parts.text.map {
            PostalAddress(text: $0, parts: parts, tokens: start..<last + 1, isCertain: isCertain && parts.place != nil)
        }
    }

    /// Whether the address goes on.
    private mutating func takeNext() -> Bool {
        let token = text.tokens[index]
        if token.kind == .mark { return pass(token) }
        if token.kind == .number { return takeNumber(token) }
        if isPostcodeWord(index) {
            index += 1
            return true
        }
        if isPreposition(token) {
            index += 1
            return true
        }
        if takePlaceInLocative(token) { return true }
        if let mark = AddressMark(text, at: index, end: end) { return take(mark) }
        return takeRegion() || takeRemark() || takeDormitory() || takeReversedStreet() || takeBareWord()
    }

    private mutating func pass(_ token: Token) -> Bool {
        switch token.value {
        case 0x2C, 0x3B, 0x22, 0x28, 0x29, 0x2D, 0x3A, 0x2F: break
        // A full stop behind a house ends the address, behind «вул» it does not.
        case 0x2E: if parts.isWhole, !goesOn(at: index + 1) { return false }
        default: return false
        }
        if token.isMark("("), let behind = behindFormerName {
            index = behind
            return true
        }
        // «вул. Садова, 5 (скарга …)»: what stands in brackets is of the address only where it is a part of one.
        if token.isMark("("), !goesOn(at: index + 1), !isRemark(index + 1) { return false }
        index += 1
        return true
    }

    /// «вул. Тиха (колишня Леніна), 9».
    private var behindFormerName: Int? {
        guard parts.street != nil, parts.house == nil, index + 1 < end,
            Self.former.knows(text.tokens[index + 1], in: text)
        else { return nil }
        return (index + 2..<min(end, index + Self.longestFormer)).first { text.tokens[$0].isMark(")") }.map { $0 + 1 }
    }

    private static let former = StemTable<Bool>([("колишн* кол бувш* раніше стара бывш*", true)])
    /// Tokens of the brackets with a former name.
    private static let longestFormer = 9

    private func goesOn(at next: Int) -> Bool {
        guard next < end else { return false }
        if text.tokens[next].digitCount == 5, parts.postcode == nil { return true }
        if isPostcodeWord(next) { return true }
        return AddressMark(text, at: next, end: end).map { $0.kind != .stop && $0.kind != .half } ?? false
    }

    /// «(індекс 39817)».
    private func isPostcodeWord(_ index: Int) -> Bool {
        // «поштовий індекс 39803».
        if text.reads(text.tokens[index], ["поштовий", "почтовый"]), index + 1 < end { return isPostcodeWord(index + 1) }
        guard parts.postcode == nil, text.reads(text.tokens[index], ["індекс", "индекс"]) else { return false }
        return (index + 1..<min(end, index + 3)).contains { text.tokens[$0].digitCount == 5 }
    }

    /// «у с. Веселе по вул. Лісовій», «буд. 30 по вул. Лісовій»: between a place or a house and its street.
    private func isPreposition(_ token: Token) -> Bool {
        guard !parts.hasWay, parts.place != nil || parts.house != nil, token.letters.count <= 2, index + 1 < end,
            text.reads(token, ["по", "на", "у", "в", "за"])
        else { return false }
        return AddressMark(text, at: index + 1, end: end).map { [.street, .area, .place].contains($0.kind) } ?? false
    }

    private mutating func take(_ mark: AddressMark) -> Bool {
        switch mark.kind {
        case .place: takePlace(mark)
        case .street: takeStreet(mark)
        case .area: takeArea(mark)
        case .house: takeNumber(mark, \.house)
        case .block: takeBlock(mark)
        case .flat: takeNumber(mark, \.flat)
        case .passed: passNumber(mark)
        case .box: takeBox(mark)
        case .region, .district, .community: advance(to: mark.end)
        case .stop, .half, .named: false
        }
    }

    mutating func advance(to next: Int) -> Bool {
        last = next - 1
        index = next
        return true
    }

    // MARK: - Names

    private mutating func takePlace(_ mark: AddressMark) -> Bool {
        guard parts.place == nil, let name = names.place(from: mark.end) else { return false }
        parts.place = "\(mark.shown ?? "м.") \(name.name)"
        return advance(to: name.end)
    }

    mutating func takeStreet(_ mark: AddressMark) -> Bool {
        guard parts.street == nil, let name = names.street(from: mark.end) else { return false }
        let isLocative = mark.isLocative || isBehindAlong
        parts.street = "\(mark.shown ?? "вул.") \(StreetName.nominative(name.name, isLocative: isLocative))"
        return advance(to: name.end)
    }

    /// «Соборна вул., 3».
    private mutating func takeReversedStreet() -> Bool {
        guard parts.street == nil, let street = names.reversedStreet(at: index) else { return false }
        parts.street = "\(street.mark.shown ?? "вул.") \(StreetName.nominative(street.name, isLocative: false))"
        return advance(to: street.mark.end)
    }

    /// «мкр. Сонячний», «5 мікрорайон», «кв-л 12».
    private mutating func takeArea(_ mark: AddressMark) -> Bool {
        guard parts.area == nil else { return false }
        if let name = names.street(from: mark.end) {
            parts.area = "\(mark.shown ?? "мкр.") \(StreetName.nominative(name.name, isLocative: mark.isLocative))"
            return advance(to: name.end)
        }
        guard let number = HouseNumber(text, at: mark.end, end: end) else { return false }
        parts.area = "\(mark.shown ?? "мкр.") \(number.text)"
        return advance(to: number.end)
    }

    /// «по вул. Лісовій», «на вул. Польовій».
    private var isBehindAlong: Bool {
        guard index > 0 else { return false }
        return text.reads(text.tokens[index - 1], ["по", "на", "в", "у", "за", "біля"])
            || Self.dwellers.knows(text.tokens[index - 1], in: text)
    }

    static let dwellers = StemTable<Bool>([("мешкан* жител* жительк*", true)])

    /// «Гірська обл.», «Ставківського району».
    private mutating func takeRegion() -> Bool {
        guard let mark = AddressMark(text, at: index + 1, end: end), !text.tokens[index + 1].startsLine else { return false }
        let first = text.tokens[index].range.lowerBound
        let name = text.originalText(first..<text.tokens[mark.end - 1].range.upperBound).onOneLine
        switch mark.kind {
        case .region where parts.region == nil: parts.region = name
        case .district where parts.district == nil: parts.district = name
        case .community where parts.community == nil: parts.community = name
        default: return false
        }
        return advance(to: mark.end)
    }
}
