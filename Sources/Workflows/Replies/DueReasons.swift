// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import LetterReading
import Office
import OfficeCalendar
import OfficeStore

/// Why a card is due when it is, in the words of its reckoning, for people who are asked to act on it.
struct DueReasons: Sendable {
    private let reckoning: DueReckoning
    private let kinds: KindTable
    private let timeZone: OfficeTimeZone

    init(reckoning: DueReckoning, kinds: KindTable, timeZone: OfficeTimeZone) {
        self.reckoning = reckoning
        self.kinds = kinds
        self.timeZone = timeZone
    }

    /// - Parameter due: the day the person is told; another than the letter's where a resolution or more time has set it.
    /// - Returns: nil where the letter sets no term.
    func words(for sheet: FactSheet, of card: Card, due: CivilDate?, in language: Language) -> String? {
        guard let day = sheet.cardDeadline?.prefix(10),
            let task = sheet.tasks.first(where: { $0.due.legal?.prefix(10) == day }) ?? sheet.tasks.first
        else { return nil }
        let received = timeZone.wallTime(at: card.receivedAt)
        let context = DeadlineContext(
            receivedAt: received, letterDate: sheet.outDate.flatMap { CivilDate($0) }, reckoning: reckoning)
        let steps = task.due.explanation(
            context, kind: kinds.terms(of: sheet.kind, on: received.date), in: language == .ukrainian ? .ukrainian : .english)
        let own = due.map { $0.description != day } ?? false ? Self.anotherDay(in: language) : []
        return (own + steps).joined(separator: " ")
    }

    private static func anotherDay(in language: Language) -> [String] {
        switch language {
        case .ukrainian: ["Цей день установлено резолюцією або продовженням строку; за самим документом:"]
        case .english: ["This day was set by a resolution or an extension; by the document itself:"]
        }
    }
}
