// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The file `kinds.yaml`.
enum KindsFile {
    static func read(_ root: SectionReader) -> KindTable {
        var earlier: [KindTerms] = []
        let rows = root.list(
            "kinds", isRequired: true,
            SettingHelp(
                uk: "види документів, по рядку на редакцію закону", en: "kinds of documents, a row for each edition of a law")
        ) { section in
            let row = row(section)
            if earlier.contains(where: { $0.code == row.code && overlaps($0, row) }) {
                section.report(
                    "code", what: "another row of \(row.code) holds on some of these days",
                    advice: "close the older one with validTo")
            }
            earlier.append(row)
            return row
        }
        return KindTable(rows)
    }

    private static func row(_ section: SectionReader) -> KindTerms {
        let code = section.required("code", .identifier, SettingHelp(uk: "код виду", en: "code of the kind"))
        let name = NameKeys.read(section)
        let task = section.optional(
            "task", .text(), SettingHelp(uk: "що зробити, для картки", en: "what is to be done, for the card"))
        let taskEnglish = section.optional(
            "taskEnglish", .text(), SettingHelp(uk: "те саме англійською", en: "the same in English"))
        let words = task ?? name.ukrainian
        return KindTerms(
            code: code, name: name, task: BilingualText(ukrainian: words, english: taskEnglish ?? words),
            term: section.optional("term", .term, SettingHelp(uk: "строк розгляду", en: "term for the answer")) ?? nil,
            obeys: section.value(
                "obeys", .word(.letter), default: .letter,
                SettingHelp(uk: "чий строк діє: letter, law, nothing", en: "whose term holds: letter, law, nothing")),
            basis: section.optional("basis", .text(), SettingHelp(uk: "стаття закону", en: "the article it rests on")) ?? "",
            extending: section.optionalSection(
                "extension", SettingHelp(uk: "до якого строку можна продовжити", en: "how far it may be extended"), extending),
            duties: section.list(
                "duties", SettingHelp(uk: "інші обов’язки зі своїми строками", en: "other duties with terms of their own"), duty
            ).compactMap(\.self),
            shiftsAfterHours: section.value(
                "shiftsAfterHours", .flag, default: false,
                SettingHelp(uk: "після роботи — наступного робочого дня", en: "after hours counts as the next working day")),
            warningDays: section.value(
                "warningDays", .integer(0...30, unit: "working days"), default: 0,
                SettingHelp(uk: "за скільки робочих днів попереджати", en: "working days of warning")),
            isControlled: section.value(
                "isControlled", .flag, default: false, SettingHelp(uk: "завжди на контролі", en: "always under control")),
            journal: section.optional("journal", .identifier, SettingHelp(uk: "звичайний журнал", en: "its usual journal")) ?? "",
            validFrom: section.optional(
                "validFrom", .civilDate, SettingHelp(uk: "з якого дня діє, РРРР-ММ-ДД", en: "first day, YYYY-MM-DD")) ?? nil,
            validTo: section.optional(
                "validTo", .civilDate, SettingHelp(uk: "останній день дії, РРРР-ММ-ДД", en: "last day, YYYY-MM-DD")) ?? nil)
    }

    private static func extending(_ section: SectionReader) -> KindTerms.Extension {
        let grantedBy = section.value(
            "by", .word(KindTerms.Extension.Authority.head), default: .head,
            SettingHelp(uk: "хто продовжує: head, author, nobody", en: "who extends: head, author, nobody"))
        let limit = section.optional("limit", .term, SettingHelp(uk: "разом від надходження", en: "in all, from receipt"))
        let notice = section.optional(
            "notice", .term, SettingHelp(uk: "у який строк повідомити", en: "within which to tell of it"))
        let basis = section.optional("basis", .text(), SettingHelp(uk: "стаття закону", en: "the article it rests on"))
        return KindTerms.Extension(grantedBy: grantedBy, limit: limit ?? nil, notice: notice ?? nil, basis: basis ?? "")
    }

    private static func duty(_ section: SectionReader) -> KindTerms.Duty? {
        let code = section.required("code", .identifier, SettingHelp(uk: "код обов’язку", en: "code of the duty"))
        let name = NameKeys.read(section)
        let term = section.required("term", .term, SettingHelp(uk: "строк", en: "term"))
        let basis = section.optional("basis", .text(), SettingHelp(uk: "стаття закону", en: "the article it rests on"))
        return term.map { KindTerms.Duty(code: code, name: name, term: $0, basis: basis ?? "") }
    }

    private static func overlaps(_ one: KindTerms, _ other: KindTerms) -> Bool {
        func startsInTime(_ row: KindTerms, _ rival: KindTerms) -> Bool {
            guard let from = row.validFrom, let to = rival.validTo else { return true }
            return from <= to
        }
        return startsInTime(one, other) && startsInTime(other, one)
    }
}

extension SettingForm where Value == Term? {
    /// `15 days`, `5 workingDays`, `1 months`, `48 hours`.
    static var term: Self {
        SettingForm(type: "term like 15 days, 5 workingDays, 1 months, 48 hours", standIn: nil, shown: shownTerm) {
            text throws(Misfit) in
            let parts = text.split(separator: " ")
            guard parts.count == 2, let count = Int(parts[0]), (1...1_000).contains(count) else {
                throw Misfit(what: "“\(text)” is no term", advice: "write it like 15 days")
            }
            switch parts[1] {
            case "days", "day": return .calendarDays(count)
            case "workingDays", "workingDay": return .workingDays(count)
            case "months", "month": return .months(count)
            case "hours", "hour": return .hours(count)
            default:
                throw Misfit(
                    what: "there is no unit “\(parts[1])”",
                    advice: Suggestion.advice(for: String(parts[1]), among: ["days", "workingDays", "months", "hours"]))
            }
        }
    }

    private static func shownTerm(_ term: Term?) -> String {
        switch term {
        case .calendarDays(let count): "\(count) days"
        case .workingDays(let count): "\(count) workingDays"
        case .months(let count): "\(count) months"
        case .hours(let count): "\(count) hours"
        case nil: ""
        }
    }
}
