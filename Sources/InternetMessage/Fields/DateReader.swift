// SPDX-License-Identifier: Apache-2.0

/// Reads dates word by word, so that the order and the separators real mailers use do not matter much.
struct DateReader {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    /// Zone names of RFC 5322 §4.3 and the few others that occur, in minutes east of UTC.
    private static let zones: [String: Int] = [
        "ut": 0, "gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
        "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "met": 60, "mest": 120, "eet": 120, "eest": 180, "msk": 180,
        "bst": 60, "wet": 0, "west": 60, "jst": 540,
    ]

    private var day: Int?
    private var month: Int?
    private var year: Int?
    private var time: (hour: Int, minute: Int, second: Int)?
    private var offset: Int?

    static func read(_ body: [UInt8]) -> DateField? {
        var reader = DateReader()
        var lexer = FieldLexer(body)
        while true {
            lexer.skipSpaceAndComments()
            guard let octet = lexer.current else { break }
            if octet == 0x2C || octet == 0x3B || octet == 0x22 {
                lexer.position += 1
                continue
            }
            let start = lexer.position
            let word = lexer.readToken(until: ",;(\"")
            if lexer.position == start { lexer.position += 1 }
            reader.take(word)
        }
        return reader.result
    }

    private var result: DateField? {
        guard let day, let month, let year, let time, (1...31).contains(day) else { return nil }
        guard time.hour < 24, time.minute < 60, time.second <= 60 else { return nil }
        return DateField(
            year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second,
            offsetMinutes: offset ?? 0)
    }

    private mutating func take(_ word: [UInt8]) {
        guard let first = word.first else { return }
        if time != nil, first == 0x2B || first == 0x2D, word.count > 1 {
            takeOffset(word)
        } else if word.contains(0x3A) {
            takeTime(word)
        } else if word.contains(0x2D), word.count > 5, first != 0x2D {
            for piece in word.split(separator: 0x2D) { take(Array(piece)) }
        } else if word.allSatisfy(\.isDigit) {
            takeNumber(word)
        } else {
            takeName(lowercasedText(word))
        }
    }

    private mutating func takeNumber(_ word: [UInt8]) {
        guard let value = Int(String(decoding: word, as: UTF8.self)), value <= 9_999 else { return }
        if day == nil, word.count <= 2 {
            day = value
        } else if year == nil {
            year = fullYear(value, digits: word.count)
        }
    }

    /// Two and three digits as RFC 5322 §4.3 reads them.
    private func fullYear(_ value: Int, digits: Int) -> Int {
        switch digits {
        case ...2: value < 50 ? 2000 + value : 1900 + value
        case 3: 1900 + value
        default: value
        }
    }

    private mutating func takeName(_ name: String) {
        if month == nil, name.utf8.count >= 3, let index = Self.months.firstIndex(where: { name.hasPrefix($0) }) {
            month = index + 1
        } else if time != nil, offset == nil, let minutes = Self.zones[name] ?? Self.zones[String(name.prefix(3))] {
            offset = minutes
        } else if time != nil, offset == nil, name.hasPrefix("gmt") || name.hasPrefix("utc"), name.utf8.count > 4 {
            takeOffset(Array(name.utf8.dropFirst(3)))
        }
    }

    private mutating func takeTime(_ word: [UInt8]) {
        guard time == nil else { return }
        var numbers: [Int] = []
        var rest = word[...]
        while numbers.count < 3 {
            let digits = rest.prefix { $0.isDigit }
            guard !digits.isEmpty, let value = Int(String(decoding: digits.prefix(4), as: UTF8.self)) else { break }
            numbers.append(value)
            rest = rest[digits.endIndex...]
            guard rest.first == 0x3A else { break }
            rest = rest.dropFirst()
        }
        guard numbers.count >= 2 else { return }
        time = (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
        if rest.first == 0x2B || rest.first == 0x2D { takeOffset(Array(rest)) }
    }

    private mutating func takeOffset(_ word: [UInt8]) {
        guard offset == nil, let sign = word.first, sign == 0x2B || sign == 0x2D else { return }
        let digits = word.dropFirst().filter { $0 != 0x3A }.prefix { $0.isDigit }
        guard !digits.isEmpty, let value = Int(String(decoding: digits.prefix(4), as: UTF8.self)) else { return }
        let minutes = digits.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
        offset = sign == 0x2D ? -minutes : minutes
    }
}
