// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Office
import OfficeCalendar
import OfficeStore

/// The text file of a closed day: what was registered, in an order and a form that never change, and the hash of the closing before.
///
/// It holds nothing personal, so that it can be kept anywhere: numbers, dates and hashes prove what the register had that day.
struct ClosingText {
    let journal: Journal
    let office: String
    let day: CivilDate
    let previous: MessageDigest
    let entries: [JournalEntry]
    let timeZone: OfficeTimeZone

    /// Lines ended by LF; cells divided by tabs.
    var text: String {
        let head = [
            "Chancery closing 1", "office\t\(office)", "journal\t\(journal.code)\t\(journal.name)", "day\t\(day)",
            "previous\t\(previous.hex)", "entries\t\(entries.count)",
        ]
        return (head + entries.map(line)).map { $0 + "\n" }.joined()
    }

    private func line(_ entry: JournalEntry) -> String {
        // What was made void later stands in the register, not here.
        let isVoid = entry.cancelledAt.map { timeZone.civilDate(at: $0) <= day } ?? false
        return [
            String(entry.number), entry.index, entry.registeredOn.description, "card \(entry.card)",
            entry.draft.map { "letter \($0.rawValue)" } ?? "document", entry.letter.hex, isVoid ? "анульовано" : "чинний",
        ].joined(separator: "\t")
    }
}
