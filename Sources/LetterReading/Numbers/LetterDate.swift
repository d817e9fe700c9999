// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The date of a letter where none stands with its number: alone in the letterhead, beside the signature, or at the very end.
struct LetterDate {
    private let main: MainText
    private let received: CivilDate
    /// Whether the head names a case: the line with its number bears the date of the ruling as well.
    private let isOfCase: Bool
    /// What a contact centre received on a day it sent on then.
    private let isMachines: Bool
    private var layout: LetterLayout { main.layout }
    private var text: NormalizedText { main.layout.text }

    init(_ main: MainText, source: LetterSource, isOfCase: Bool) {
        self.main = main
        received = source.receivedAt.date
        isMachines = SenderMailbox(source).isMachine
        self.isOfCase = isOfCase
    }

    var fact: Fact<CivilDate>? {
        if let date = inHead { return said(date, .sure, "in the letterhead") }
        if let date = inFoot { return said(date, .sure, "beside the signature") }
        return atEnd.map { said($0, .likely, "at the end of the text") }
    }

    private func said(_ date: WrittenDate, _ certainty: Certainty, _ reason: String) -> Fact<CivilDate> {
        Fact(date.date, at: main.place(of: date.tokens), certainty, because: reason)
    }

    /// A line of the head that holds a date and no number of another document.
    private var inHead: WrittenDate? {
        layout.lines.indices.prefix(max(layout.bodyStart, min(Self.headLines, layout.lines.count))).lazy
            .compactMap { lone(at: $0) }.first
    }

    private var inFoot: WrittenDate? {
        let lowest = max(layout.bodyStart, footStart)
        for position in stride(from: layout.lines.count - 1, through: max(lowest, 0), by: -1) {
            if let date = lone(at: position) ?? signed(at: position) { return date }
        }
        return nil
    }

    /// The last lines of the page; what stands beside another line, as in a list of who signed, is on the same.
    private var footStart: Int {
        var (position, rows) = (layout.lines.count, 0)
        while position > 0, rows < Self.footLines {
            position -= 1
            if !layout.lines[position].isColumn { rows += 1 }
        }
        return position
    }

    private func lone(at position: Int) -> WrittenDate? {
        let line = layout.lines[position]
        guard let form = RegistrationForm(text, line.tokens), form.dates > 0, !form.isReference,
            form.role == .registration || (line.role == .documentName && form.others <= 2),
            form.numbers == 0 || isOfCase && form.dates == 1, !layout.continuesSentence(at: position)
        else { return nil }
        return date(in: line.tokens)
    }

    /// «12.11.2026  Гаврик Н. А.», «З повагою, Іваненко, 12.11.2026», «Дата: 12.11.2026».
    private func signed(at position: Int) -> WrittenDate? {
        let line = layout.lines[position]
        guard line.tokens.count <= Self.longestSignature, let date = date(in: line.tokens) else { return nil }
        guard date.tokens.lowerBound == line.tokens.lowerBound || isLast(date, line) || isLabelled(date, line) else { return nil }
        let rest = line.tokens.filter { !date.tokens.contains($0) && text.tokens[$0].kind == .word }.map { text.tokens[$0] }
        guard rest.count <= 6, !rest.contains(where: { LineWords.isVerb($0, in: text) || isForeign($0) }) else {
            return nil
        }
        return rest.allSatisfy { $0.capitals != .none || $0.letters.count <= 3 || Self.words.knows($0, in: text) }
            ? date : nil
    }

    private func isLast(_ date: WrittenDate, _ line: LetterLine) -> Bool {
        line.tokens.suffix(2).contains { date.tokens.contains($0) }
    }

    private func isLabelled(_ date: WrittenDate, _ line: LetterLine) -> Bool {
        line.tokens.prefix(3).contains { text.reads(text.tokens[$0], ["дата", "зареєстровано"]) }
    }

    /// «… тел. 0670001818. 12.11.2026» at the end of everything.
    private var atEnd: WrittenDate? {
        guard let last = layout.lines.last, last.role == .text || last.role == .signature || last.role == .registration else {
            return nil
        }
        let tail = max(last.tokens.lowerBound, last.tokens.upperBound - Self.longestDate)..<last.tokens.upperBound
        for start in tail where text.tokens[start].kind == .number || text.tokens[start].isMark("\"") {
            guard let date = WrittenDate(text, at: start, end: tail.upperBound), date.tokens.upperBound >= tail.upperBound - 1,
                isOwn(date.date)
            else { continue }
            guard start > last.tokens.lowerBound else { return date }
            let before = text.tokens[start - 1]
            return before.isMark(".") || before.isMark(",") || before.isMark("!") || before.isMark("?")
                || before.capitals != .none ? date : nil
        }
        return nil
    }

    private func date(in tokens: Range<Int>) -> WrittenDate? {
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            if let date = WrittenDate(text, at: index, end: tokens.upperBound) {
                return isOwn(date.date) && !tokens.contains { isForeign(text.tokens[$0]) } ? date : nil
            }
            index += 1
        }
        return nil
    }

    private func isForeign(_ token: Token) -> Bool {
        Self.foreign.knows(token, in: text) && !(isMachines && text.reads(token, "надходження"))
    }

    private func isOwn(_ date: CivilDate) -> Bool {
        let age = date.days(until: received)
        return age >= -NumberReading.daysAhead && age <= NumberReading.daysBack
    }

    private static let words = StemTable<Bool>([
        (
            "року рік дата надходження подання зареєстровано створено від підпис повагою голова начальник директор депутат запиту заповнення заяви звернення подачі складання формування видачі відправлення депутатське лист скарга заява запит б н",
            true
        )
    ])
    /// Dates of something else: certificates, terms, births.
    private static let foreign = StemTable<Bool>([
        (
            "дійсний термін строк сертифікат народження народився народилась до по надходження вх отримано термін скликання свідоцтво паспорт",
            true
        )
    ])
    private static let headLines = 12
    private static let footLines = 8
    private static let longestSignature = 26
    private static let longestDate = 10
}
