// SPDX-License-Identifier: Apache-2.0

/// Reads replies: the first new line decides, and only if nothing beside it says otherwise.
///
/// Forgiving in form: case, punctuation, apostrophes, mixed alphabets, greetings, signatures, Russian words. Strict in meaning: a word
/// the grammar does not know beside a decision makes it a question. Total and linear in the length of the letter.
///
/// The grammar, after a greeting and before a signature:
/// - approval: «Погоджую», «Погоджено», «Не заперечую», «Зауважень немає», “Approved”, alone or with what is approved;
/// - return: «Повертаю: причина», «Не погоджую, причина», “Return: reason”; the reason may go on in the lines below;
/// - signature: «Підписую», “Signed”;
/// - dispatch of a signed letter: «Надіслати», “Send”;
/// - acceptance: «Прийнято», «Беру в роботу», “Accepted”;
/// - more time: «Прошу продовжити строк до 20.12: причина»;
/// - resolution: «Шевченко до 15.12 підготувати відповідь», several names with commas, the first answering for the whole, or
///   marked «(головний)»; each line that begins with a name is another; «Співвиконавці: …», «До відома: …»;
/// - draft: «Проєкт відповіді:» and the text below it, or any text with files.
package struct ReplyReader: Hashable, Sendable {
    private static let automatic = [
        "out of office", "automatic reply", "autoreply", "auto-reply", "автоматична відповідь", "автовідповідь",
        "автоматический ответ",
        "автоответ", "я у відпустці", "я зараз у відпустці", "перебуваю у відпустці", "перебуваю у відрядженні",
        "нахожусь в отпуске",
    ]

    /// Lines of new text beyond which nobody looks for a decision: only a draft is longer.
    package static let maximumDecisionLines = 200

    let context: ReplyContext

    package init(_ context: ReplyContext) { self.context = context }

    /// - Parameters:
    ///   - letter: the plain text, or the HTML turned to text.
    ///   - subject: of the reply; machines name themselves there.
    package func read(_ letter: String, subject: String = "") -> ReplyReading {
        if context.isAutomatic || Self.isAutomatic(subject) { return .automatic }
        let parts = ReplyParts(letter, people: context.people)
        if parts.text.prefix(3).contains(where: Self.isAutomatic) { return .automatic }
        let lines = parts.text.map { Words($0) }.filter { !$0.words.isEmpty || $0.characters.contains { !$0.isWhitespace } }
        let remark = parts.text.joined(separator: "\n")
        guard let outcome = outcome(of: lines, in: parts) else {
            return context.fileCount > 0 && context.verbs.contains(.draft)
                ? .decision(.draft(text: remark)) : .question(parts.text.isEmpty ? .empty : .notUnderstood, remark: remark)
        }
        switch outcome {
        case .question(let question): return .question(question, remark: remark)
        case .decision(let decision):
            guard context.verbs.contains(decision.verb) else { return .question(.notAtThisStep(decision.verb), remark: remark) }
            return .decision(decision)
        }
    }

    enum Outcome: Hashable {
        case decision(ReplyDecision)
        case question(ReplyQuestion)
    }

    /// Nil when the letter is none of the forms of the grammar.
    private func outcome(of all: [Words], in parts: ReplyParts) -> Outcome? {
        // Greetings and thanks before the matter decide nothing.
        let lines = Array(all.drop { Courtesies.isCourtesy($0, people: context.people) })
        guard let first = lines.first else { return nil }
        let start = Courtesies.skipGreeting(first, from: 0, people: context.people)
        let plain = PlainDecision(first, from: start, in: context)
        let surroundings = Surroundings(lines: Array(lines.dropFirst()), parts: parts, context: context)
        if let text = DraftMark.text(of: parts.text, first: first, from: start) { return draft(text) }
        guard lines.count <= Self.maximumDecisionLines else { return nil }
        if let sentBack = SendBackReader(context).read(lines, from: start) {
            return parts.between.isEmpty ? sentBack : .question(.withReservation)
        }
        if let extended = ExtensionReader(context).read(lines, from: start) { return extended }
        if let verb = plain.verb { return surroundings.admit(verb) }
        // A decision word on the first line with something beside it.
        if plain.first != nil { return .question(plain.isContradictory ? .contradictory : .withReservation) }
        guard context.verbs.contains(.resolve) else { return nil }
        return parts.between.isEmpty
            ? ResolutionReader(context).read(lines, from: start) : .question(.withReservation)
    }

    private func draft(_ text: String) -> Outcome {
        text.isEmpty && context.fileCount == 0 ? .question(.empty) : .decision(.draft(text: text))
    }

    private static func isAutomatic(_ line: String) -> Bool {
        let lower = line.lowercased()
        return automatic.contains { lower.contains($0) }
    }
}
