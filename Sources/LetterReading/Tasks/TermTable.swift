// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A table of what is to be done: `№ | Захід | Виконавець | Строк`, a row to a task.
///
/// Only rows the council is to carry out are ours; in a table without a column of executors all are.
struct TermTable {
    struct Row {
        /// The cell that says what is to be done.
        let task: Range<Int>
        let mention: DeadlineMention
    }

    private(set) var rows: [Row] = []

    init(_ layout: LetterLayout, _ context: DeadlineContext) {
        let text = layout.text
        guard text.tokens.contains(where: { $0.isMark("|") }) else { return }
        var header: Header?
        let body = layout.bodyTokens
        for range in text.lines {
            let line = (text.tokenIndex(atOrAfter: range.lowerBound)..<text.tokenIndex(atOrAfter: range.upperBound)).clamped(
                to: body)
            let cells = Self.cells(line, text)
            guard cells.count > 1 else {
                header = nil
                continue
            }
            if let found = Header(cells, text) {
                header = found
            } else if let header, header.count == cells.count, header.isOurs(cells, text), rows.count < Self.maximumRows,
                let row = Self.row(header, cells, text, context)
            {
                rows.append(row)
            }
        }
    }

    /// Which column holds what.
    private struct Header {
        let count: Int
        let term: Int
        let task: Int
        let executor: Int?

        init?(_ cells: [Range<Int>], _ text: NormalizedText) {
            func column(_ table: StemTable<Bool>) -> Int? {
                cells.firstIndex { cell in
                    cell.count <= TermTable.longestHeading
                        && table.isMet(in: cell, of: text)
                }
            }
            guard let term = column(terms), let task = column(tasks), term != task else { return nil }
            (count, self.term, self.task, executor) = (cells.count, term, task, column(executors))
        }

        func isOurs(_ cells: [Range<Int>], _ text: NormalizedText) -> Bool {
            guard let executor else { return true }
            return ours.isMet(in: cells[executor], of: text)
        }
    }

    private static func row(_ header: Header, _ cells: [Range<Int>], _ text: NormalizedText, _ context: DeadlineContext) -> Row? {
        var scanner = DeadlineScanner(text, context, acceptsBare: true)
        let cell = cells[header.term]
        let found = scanner.mentions(in: cell).first ?? day(in: cell, text, context)
        guard var mention = found, !cells[header.task].isEmpty else { return nil }
        mention.isStrong = true
        return Row(task: cells[header.task], mention: mention)
    }

    /// A day that stands alone in its cell.
    private static func day(in cell: Range<Int>, _ text: NormalizedText, _ context: DeadlineContext) -> DeadlineMention? {
        guard let day = WrittenDay(text, at: cell.lowerBound, end: cell.upperBound, context), day.yearDay != nil else {
            return nil
        }
        return DeadlineMention(.explicit, .date(day.date), day.tokens)
    }

    /// The words between bars; a bar at either end of the line bounds no cell.
    private static func cells(_ line: Range<Int>, _ text: NormalizedText) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for index in line where text.tokens[index].isMark("|") {
            if start < index { cells.append(start..<index) }
            start = index + 1
        }
        if start < line.upperBound { cells.append(start..<line.upperBound) }
        return cells
    }

    private static let terms = StemTable<Bool>([("строк строки термін терміни дата", true)])
    private static let tasks = StemTable<Bool>([
        ("захід заходи заходу завдання зміст дія роботи робота назва доручення питання що", true)
    ])
    private static let executors = StemTable<Bool>([("виконавець виконавці відповідальний відповідальні хто", true)])
    /// How a table calls the council.
    private static let ours = StemTable<Bool>([
        ("рада ради раді радою виконком* виконавч* комітет* громад* омс всі усі місцевого", true)
    ])
    /// Words of a heading.
    private static let longestHeading = 5
    private static let maximumRows = 100
}
