// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Tells the days of one sentence by which somebody asks for something from those it only tells of.
///
/// What holds of the whole sentence is looked at once, however many days it names.
struct AskedDay {
    private let clauses: TaskClauses
    private let sentence: Int
    private let isPoint: Bool
    private let letterDate: CivilDate
    /// «Засідання відкласти на …»: what a court does itself.
    private let isCourtsEvent: Bool
    private let reminds: Bool
    private let isForPublic: Bool
    private let asks: Bool
    private let orders: Bool
    private let quotesLaw: Bool

    init(_ sentence: Int, of clauses: TaskClauses, isPoint: Bool, isEvent: Bool, letterDate: CivilDate) {
        self.clauses = clauses
        self.sentence = sentence
        self.isPoint = isPoint
        self.letterDate = letterDate
        isCourtsEvent = isEvent && clauses.isCourtsOwn(sentence)
        reminds = clauses.reminds(sentence)
        isForPublic = clauses.isForPublic(sentence)
        asks = clauses.asks(sentence)
        orders = clauses.orders(sentence)
        quotesLaw = clauses.quotesLaw(sentence)
    }

    /// Whether somebody asks for something by that day: where nobody does, and the day is not called a term, it is only told of.
    func isAsked(_ mention: DeadlineMention) -> Bool {
        if isCourtsEvent || clauses.isTermOfAct(mention.tokens, in: sentence) { return false }
        if mention.isHeading { return true }
        // «Нагадуємо, що служби подають відомості щокварталу …»: a standing duty comes again.
        if mention.isStandingDuty, reminds { return true }
        if clauses.tells(around: mention.tokens, in: sentence) { return false }
        if isPoint { return true }
        if isForPublic { return false }
        if case .recurring(let recurrence) = mention.form, mention.isStrong { return recurrence.namesDates || asks || orders }
        if reminds, !clauses.isWriters(sentence) { return isTermOfAnswer(mention) }
        if case .term = mention.form, !asks, !orders, quotesLaw { return false }
        // «Нагадування надсилалося Вам 16.11.2026»: by a day that is past nobody asks for anything.
        if let day = mention.day, day < letterDate { return false }
        return mention.isStrong || asks || orders || clauses.isEntry(mention.tokens, in: sentence)
    }

    /// What a reminder binds to all the same: «Звертаємо увагу, що інформація подається протягом 15 робочих днів з дня отримання запиту».
    private func isTermOfAnswer(_ mention: DeadlineMention) -> Bool {
        switch mention.form {
        case .term: clauses.orders(sentence, evenReminding: true)
        // «Нагадуємо, що відомості мають бути подані до 15 січня»
        case .explicit: clauses.hasPassiveDuty(sentence) && mention.day.map { $0 >= letterDate } ?? false
        default: false
        }
    }
}

extension DeadlineMention {
    /// Deadlines of the text itself; above it only those with «Термін:», none among the annexes.
    func isReadable(in layout: LetterLayout) -> Bool {
        let index = layout.line(ofToken: tokens.lowerBound)
        switch layout.lines[index].role {
        case .annexes: return false
        case .text, .salutation, .registration, .signature, .documentName: return index >= layout.bodyStart || isStrong
        case .title where layout.text.tokens[layout.lines[index].tokens.upperBound - 1].isMark("."):
            // «Про вжиті заходи повідомити у десятиденний строк.» is a sentence.
            return isStrong
        case .body, .contacts, .reference, .addressee, .title, .mark, .applicant: return isStrong && isHeading
        }
    }
}
