// SPDX-License-Identifier: Apache-2.0

/// Pairs the reader's tasks with the clerk's and judges text and term of each pair.
struct TaskJudge {
    let letter: String
    /// Events the clerk did not write down are not counted.
    let allowsEvents: Bool

    func judge(_ expected: [CardReading.Task], _ found: [CardReading.Task]) -> [Judgement] {
        var rest = found
        var judgements: [Judgement] = []
        for wanted in expected {
            guard let best = rest.indices.max(by: { likeness(wanted, rest[$0]) < likeness(wanted, rest[$1]) }) else {
                judgements.append(Judgement(letter, .taskText, .missing, expected: wanted.text))
                judgements.append(Judgement(letter, .taskDue, .missing, expected: Self.line(wanted.due)))
                continue
            }
            judgements += judge(wanted, rest.remove(at: best))
        }
        for stray in rest where !(allowsEvents && stray.due.type == "event") {
            judgements.append(Judgement(letter, .taskText, .invented, found: stray.text))
            judgements.append(Judgement(letter, .taskDue, .invented, found: Self.line(stray.due)))
        }
        return judgements
    }

    private func judge(_ wanted: CardReading.Task, _ got: CardReading.Task) -> [Judgement] {
        let isTextRight = textOverlap(wanted.text, got.text) >= 0.6
        return [
            Judgement(letter, .taskText, isTextRight ? .right : .wrong, expected: wanted.text, found: got.text),
            Judgement(
                letter, .taskDue, isSame(wanted.due, got.due) ? .right : .wrong, expected: Self.line(wanted.due),
                found: Self.line(got.due)),
        ]
    }

    private func likeness(_ wanted: CardReading.Task, _ got: CardReading.Task) -> Double {
        (isSame(wanted.due, got.due) ? 2 : 0) + textOverlap(wanted.text, got.text)
    }

    /// Words that every task has say nothing: «розглянути, відповісти заявнику» is right whatever the reader calls it.
    private func textOverlap(_ wanted: String, _ got: String) -> Double {
        let words = FoldedText.contentWords(wanted.replacing(/\([^)]*\)/, with: "")).filter { word in
            !Self.common.contains { word.hasPrefix($0) }
        }
        return FoldedText.overlap(of: words, in: FoldedText.contentWords(got))
    }

    private static let common = [
        "розгл", "відпов", "повідом", "поінформ", "проінформ", "інформ", "надат", "надіс", "подат", "заяв", "скарг", "клопот",
        "пропозиц", "звернен", "поверн", "пересл", "уточн", "прийн", "запит", "депутат", "представ", "поді", "попередн", "належн",
        "місц", "прожив", "роз", "зазнач", "верхов", "рад", "уповноваж", "особою", "повторн", "результат", "пункт", "народн",
        "участ", "обласн", "державн", "військов", "адміністрац", "облдержадмін",
    ]

    /// Every date the clerk wrote, exactly; a day told in words or as a stretch of time counts as a day told by its date.
    private func isSame(_ wanted: CardReading.Due, _ got: CardReading.Due) -> Bool {
        guard Self.kind(wanted.type) == Self.kind(got.type), wanted.legal == got.legal, wanted.internal == got.internal,
            wanted.time == got.time, wanted.rrule == got.rrule, wanted.at == got.at, wanted.upperBound == got.upperBound,
            wanted.target15days == got.target15days, wanted.stated == nil || wanted.stated == got.stated
        else { return false }
        guard let rule = wanted.rule else { return true }
        return FoldedText.overlap(of: FoldedText.contentWords(rule), in: FoldedText.contentWords(got.rule ?? "")) >= 0.6
    }

    private static func kind(_ type: String) -> String {
        switch type {
        case "relative", "period, upper bound": "explicit"
        case let name where name.hasPrefix("1 ") && name.hasSuffix("s"): String(name.dropLast())
        default: type
        }
    }

    private static func line(_ due: CardReading.Due) -> String {
        let parts: [(String, String?)] = [
            ("", due.type), ("stated ", due.stated), ("legal ", due.legal), ("internal ", due.internal), ("time ", due.time),
            ("", due.rrule), ("at ", due.at), ("rule ", due.rule), ("at most ", due.upperBound), ("15 days ", due.target15days),
        ]
        return parts.compactMap { name, value in value.map { name + $0 } }.joined(separator: ", ")
    }
}
