// SPDX-License-Identifier: Apache-2.0

// Texts cut at spaces and marks, octet by octet as in TextOctets.swift. A combining mark that stands on a space, and is no letter's,
// does not go with it.

extension Substring {
    /// What stands between white space.
    var words: [Substring] { utf8.span.words.map { self[$0] } }

    /// What stands between marks, none of it empty.
    ///
    /// - Parameter mark: of ASCII.
    func parts(at mark: Unicode.Scalar) -> [Substring] { utf8.span.parts(at: UInt8(ascii: mark)).map { self[$0] } }

    /// The words with one space between.
    var onOneLine: String { words.joined(separator: " ") }

    /// Without white space at both ends.
    var trimmed: String { String(self[utf8.span.trimmed]) }

    /// Without what is no letter at both ends.
    var trimmedToLetters: String {
        guard let letters = utf8.span.trimmedToLetters else { return trimming { !$0.isLetter } }
        return String(self[letters])
    }

    /// Without any of some characters at both ends.
    func trimming(anyOf marks: String, andSpaces: Bool = false) -> String {
        func isDropped(_ scalar: Unicode.Scalar) -> Bool {
            marks.unicodeScalars.contains(scalar) || andSpaces && scalar.properties.isWhitespace
        }
        var scalars = unicodeScalars
        while let first = scalars.first, isDropped(first) { scalars.removeFirst() }
        while let last = scalars.last, isDropped(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// Without the characters at both ends that fulfil the condition.
    func trimming(_ isDropped: (Character) -> Bool) -> String {
        var result = self
        while let first = result.first, isDropped(first) { result.removeFirst() }
        while let last = result.last, isDropped(last) { result.removeLast() }
        return String(result)
    }

    fileprivate subscript(_ octets: Range<Int>) -> Substring {
        let start = utf8.index(startIndex, offsetBy: octets.lowerBound)
        return self[start..<utf8.index(start, offsetBy: octets.count)]
    }
}

extension String {
    /// What stands between white space.
    var words: [Substring] { self[...].words }
    /// What stands between marks of ASCII, none of it empty.
    func parts(at mark: Unicode.Scalar) -> [Substring] { self[...].parts(at: mark) }
    /// The words with one space between.
    var onOneLine: String { isOnOneLine ? self : self[...].onOneLine }
    /// Without white space at both ends.
    var trimmed: String { utf8.span.trimmed.count == utf8.count ? self : self[...].trimmed }
    /// Without what is no letter at both ends.
    var trimmedToLetters: String { utf8.span.trimmedToLetters?.count == utf8.count ? self : self[...].trimmedToLetters }
    /// Without any of some characters at both ends.
    func trimming(anyOf marks: String, andSpaces: Bool = false) -> String {
        self[...].trimming(anyOf: marks, andSpaces: andSpaces)
    }
    /// Without the characters at both ends that fulfil the condition.
    func trimming(_ isDropped: (Character) -> Bool) -> String { self[...].trimming(isDropped) }

    /// `count`, by octets where each character is one code point.
    var characterCount: Int { utf8.span.characters(atMost: .max)?.count ?? count }

    /// `prefix(_:)`, by octets where each character is one code point.
    func firstCharacters(_ limit: Int) -> Substring {
        utf8.span.characters(atMost: limit).map { self[...][0..<$0.octets] } ?? prefix(limit)
    }

    /// Whether one space stands between its words and none at its ends, as in most texts.
    private var isOnOneLine: Bool {
        var wasSpace = true
        let octets = utf8.span
        for place in octets.indices {
            let length = octets.spaceLength(at: place)
            if length > 1 || (length == 1 && (wasSpace || octets[place] != 0x20)) { return false }
            wasSpace = length > 0
        }
        return !wasSpace || octets.isEmpty
    }
}

extension Span<UInt8> {
    /// Octets of the white space that begins at one of them; 0 where none does. Besides ASCII those are U+0085, U+00A0, U+1680,
    /// U+2000 … U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
    func spaceLength(at place: Int) -> Int {
        let octet = self[place]
        if octet < 0x80 { return octet == 0x20 || (0x09...0x0D).contains(octet) ? 1 : 0 }
        guard octet == 0xC2 || (0xE1...0xE3).contains(octet) else { return 0 }
        let (second, third) = (place + 1 < count ? self[place + 1] : 0, place + 2 < count ? self[place + 2] : 0)
        switch (octet, second, third) {
        case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    }

    /// How many characters the text begins with, and their octets; nil where other code points stand among them than Cyrillic, Latin
    /// and the commonest marks, as several may be one character.
    fileprivate func characters(atMost limit: Int) -> (count: Int, octets: Int)? {
        var (count, place) = (0, 0)
        while place < self.count {
            // The one behind the last, too, may belong to it.
            guard let length = characterLength(at: place) else { return nil }
            if count == limit { break }
            place += length
            count += 1
        }
        return (count, place)
    }

    private func characterLength(at place: Int) -> Int? {
        switch (self[place], place + 1 < count ? self[place + 1] : 0) {
        case (0x0D, _): nil
        case (0..<0x80, _): 1
        case (0xC2, _), (0xD0...0xD1, _): 2
        // «–», «’», «“», «…», «№».
        case (0xE2, 0x80), (0xE2, 0x84): place + 2 < count && self[place + 2] >= 0x90 ? 3 : nil
        default: nil
        }
    }

    /// What stands between white space.
    fileprivate var words: [Range<Int>] {
        var words: [Range<Int>] = []
        var (start, place) = (0, 0)
        while place < count {
            let length = spaceLength(at: place)
            if length > 0, start < place { words.append(start..<place) }
            place += Swift.max(1, length)
            if length > 0 { start = place }
        }
        if start < count { words.append(start..<count) }
        return words
    }

    fileprivate func parts(at mark: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for place in indices where self[place] == mark {
            if start < place { parts.append(start..<place) }
            start = place + 1
        }
        if start < count { parts.append(start..<count) }
        return parts
    }

    fileprivate var trimmed: Range<Int> {
        var (start, end) = (0, count)
        while start < end, case let length = spaceLength(at: start), length > 0 { start += length }
        while start < end, case let length = spaceLength(before: end, from: start), length > 0 { end -= length }
        return start..<end
    }

    private func spaceLength(before end: Int, from start: Int) -> Int {
        for length in 1...3 where end - length >= start && spaceLength(at: end - length) == length { return length }
        return 0
    }

    /// Nil where other letters or marks stand at an end than Cyrillic, Latin and the commonest marks.
    fileprivate var trimmedToLetters: Range<Int>? {
        var (start, end) = (0, count)
        while start < end, !isLetter(at: start) {
            guard let length = markLength(at: start), !hasMark(in: start..<Swift.min(end, start + length + 1)) else { return nil }
            start += length
        }
        while start < end {
            var last = end - 1
            while last > start, self[last] & 0xC0 == 0x80 { last -= 1 }
            if isLetter(at: last) { break }
            guard markLength(at: last) == end - last else { return nil }
            end = last
        }
        return start..<end
    }

    /// Whether a letter of the two alphabets begins there.
    private func isLetter(at place: Int) -> Bool {
        switch self[place] {
        case 0x41...0x5A, 0x61...0x7A, 0xD0, 0xD1: true
        default: false
        }
    }

    /// Octets of what is surely no letter: ASCII, «», the marks and spaces from U+2000 to U+203F.
    private func markLength(at place: Int) -> Int? {
        switch (self[place], place + 1 < count ? self[place + 1] : 0) {
        case (0..<0x80, _): 1
        case (0xC2, 0xA0...0xA9), (0xC2, 0xAB...0xB1), (0xC2, 0xBB): 2
        case (0xE2, 0x80): 3
        default: nil
        }
    }
}
