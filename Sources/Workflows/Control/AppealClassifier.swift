// SPDX-License-Identifier: Apache-2.0
import LetterReading
import Office
import OfficeStore

/// Counts appeals by the classifier no. 858, where the letter says enough. Numbers are those of the edition before 2023 (domain §2.3).
struct AppealClassifier {
    private let rows: [(row: ReportRow, sheet: FactSheet?)]

    init(_ rows: [ReportRow]) {
        self.rows = rows.map { ($0, $0.sheet.flatMap { FactSheet(jsonText: $0) }) }
    }

    /// In the order of the classifier; lines nobody falls under are left out, but for the kinds of appeals.
    var lines: [OfficeReport.ClassifierLine] {
        byForm + bySign + byKind + byAuthor + byCategory + byResult
    }

    private typealias Line = OfficeReport.ClassifierLine

    private func line(_ code: String, _ name: String, _ holds: (ReportRow, FactSheet?) -> Bool) -> Line {
        Line(code: code, name: name, count: rows.count { holds($0.row, $0.sheet) })
    }

    private func flagged(_ sheet: FactSheet?, _ flag: LetterFlag) -> Bool { sheet?.flags.contains(flag.rawValue) ?? false }

    private var byForm: [Line] {
        [
            line("1.4", "через органи влади") { $1?.viaAuthority != nil },
            line("1", "електронною поштою") { $1?.viaAuthority == nil },
        ].filter { $0.count > 0 }
    }

    private var bySign: [Line] {
        [
            line("2.1", "первинне") { !flagged($1, .repeated) }, line("2.2", "повторне") { flagged($1, .repeated) },
        ].filter { $0.count > 0 }
    }

    private var byKind: [Line] {
        [
            line("3.1", "пропозиція (зауваження)") { row, _ in row.card.kind == "CITIZEN_PROPOSAL" },
            line("3.2", "заява (клопотання)") { row, _ in ["CITIZEN_APPLICATION", "CITIZEN_MOTION"].contains(row.card.kind ?? "")
            },
            line("3.3", "скарга") { row, _ in row.card.kind == "CITIZEN_COMPLAINT" },
        ]
    }

    private var byAuthor: [Line] {
        [
            line("5.1", "індивідуальне") { !flagged($1, .collective) && !flagged($1, .anonymous) },
            line("5.2", "колективне") { flagged($1, .collective) }, line("5.3", "анонімне") { flagged($1, .anonymous) },
        ].filter { $0.count > 0 }
    }

    private var byCategory: [Line] {
        let found = Dictionary(grouping: rows.compactMap { $0.sheet?.applicant?.category }) { $0 }
        return found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { category, all in
            Line(code: "7", name: category, count: all.count)
        }
    }

    private var byResult: [Line] {
        [
            line("9", "надано відповідь") { row, _ in row.isAnswered },
            line("9", "пересилається за належністю (ст. 7)") { row, _ in row.card.state == .forwarded },
            line("9", "повернуто авторові (ст. 5, 7)") { row, _ in row.card.state == .sentBack },
            line("9", "на розгляді") { row, _ in
                !row.isAnswered && row.card.state != .forwarded && row.card.state != .sentBack
                    && row.card.stage != .executed && row.card.stage != .closed
            },
        ].filter { $0.count > 0 }
    }
}
