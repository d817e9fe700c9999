// SPDX-License-Identifier: Apache-2.0

/// Where it is what a letter asks for: «Про огляд дерева» of a letter that says «біля будинку по вул. Вишневій, 8» lacks it.
struct SubjectPlace {
    let text: NormalizedText
    let body: Range<Int>

    /// A summary that names no place, with the first the text names; where the text names none, as it is.
    func completing(_ summary: String) -> String {
        guard !summary.dropFirst().contains(where: { $0.isUppercase || $0.isNumber }), let place = first else { return summary }
        let longer = summary + " " + place
        return longer.count > SubjectReading.maximumLength ? summary : longer
    }

    private var first: String? {
        for index in body.prefix(Self.reach) where Self.nouns.meaning(of: text.tokens[index], in: text) != nil {
            guard let start = lead(of: index), let stop = name(behind: index), !isWriters(start) else { continue }
            return SubjectClause(text: text, end: stop).words(start..<stop)
        }
        return nil
    }

    /// The preposition the place begins with: «біля будинку по вул.» begins with the first of its two.
    private func lead(of noun: Int) -> Int? {
        var found: Int?
        for index in stride(from: noun - 1, through: max(body.lowerBound, noun - Self.farthest), by: -1) {
            let token = text.tokens[index]
            guard token.kind == .word, token.capitals == .none else { break }
            if Self.leads.meaning(of: token, in: text) != nil {
                found = index
            } else if found != nil, Self.nouns.meaning(of: token, in: text) == nil {
                break
            }
        }
        return found
    }

    /// The end of «Вишневій, 8», «№ 12», «"Сонечко"».
    private func name(behind noun: Int) -> Int? {
        var index = noun + 1
        var stop: Int?
        while index < min(body.upperBound, noun + Self.longestName) {
            let token = text.tokens[index]
            if token.kind == .number || token.kind == .word && token.capitals != .none {
                if token.startsParagraph { break }
                stop = index + 1
            } else if token.isMark("\"") {
                if stop != nil { stop = index + 1 }
            } else if token.isMark(".") {
                // The point of «вул.» only.
                guard index == noun + 1 else { break }
            } else if !(token.isMark("№") || token.isMark(",") || token.isMark("-")) {
                break
            }
            index += 1
        }
        return stop
    }

    /// «Проживаю по вул. Миру, 4»: where the writer is found.
    private func isWriters(_ start: Int) -> Bool {
        (max(body.lowerBound, start - Self.near)..<start).contains { Self.dwelling.meaning(of: text.tokens[$0], in: text) != nil }
    }

    private static let reach = 40
    private static let farthest = 4
    private static let longestName = 9
    private static let near = 8
    private static let leads = StemTable<Bool>([("біля по на у в від до через навпроти між вздовж при", true)])
    private static let nouns = StemTable<Bool>([
        (
            """
            вул вулиці вулицею вулицю пров провулку просп проспекту площі майдані алеї сквері парку селі села селище селищі будинку будинком \
            школи школі ліцею ліцеї гімназії садка садку маршруту маршруті зупинці зупинки кладовища річку річці
            """, true
        )
    ])
    private static let dwelling = StemTable<Bool>([
        (
            """
            проживаю проживає проживаємо мешкаю мешкає мешкаємо живу живе живемо адреса адресою адресу пише пишуть прож зареєстрований зареєстрована тел \
            відповідь поліції ради
            """, true
        )
    ])
}
