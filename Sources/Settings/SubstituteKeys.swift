// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar

/// The key `substitutes` of `staff.yaml`.
enum SubstituteKeys {
    static func read(_ root: SectionReader, _ people: [Person]) -> [Substitute] {
        var read: [(substitute: Substitute, place: ConfigPlace)] = []
        let substitutes = root.list(
            "substitutes", SettingHelp(uk: "хто кого заміщує і коли", en: "who acts for whom, and when")
        ) { section -> Substitute? in
            guard let substitute = substitute(section, people) else { return nil }
            checkClash(substitute, read.map(\.substitute), section)
            read.append((substitute, section.place))
            checkRing(read, section)
            return substitute
        }
        return substitutes.compactMap(\.self)
    }

    private static func substitute(_ section: SectionReader, _ people: [Person]) -> Substitute? {
        let absent = section.required("for", .person(people), SettingHelp(uk: "кого заміщують, id", en: "who is absent, by id"))
        let acting = section.required("by", .person(people), SettingHelp(uk: "хто заміщує, id", en: "who acts, by id"))
        let first = section.required("from", .civilDate, SettingHelp(uk: "перший день, РРРР-ММ-ДД", en: "first day, YYYY-MM-DD"))
        let last = section.required(
            "to", .civilDate, SettingHelp(uk: "останній день включно, РРРР-ММ-ДД", en: "last day, included, YYYY-MM-DD"))
        let basis = section.required(
            "basis", .text(), SettingHelp(uk: "підстава: розпорядження, його номер", en: "the order it rests on, with its number")
        )
        let reason: AbsenceReason? = section.optional(
            "reason", .word(.leave),
            SettingHelp(
                uk:
                    "причина відсутності: leave — відпустка, illness — непрацездатність, businessTrip — відрядження, vacancy — вакансія",
                en: "why: leave, illness, businessTrip or vacancy; shown with every decision"))
        guard !absent.rawValue.isEmpty, !acting.rawValue.isEmpty, let first, let last else { return nil }
        guard first <= last else {
            section.report("to", what: "\(last) is before \(first)", advice: "write the last day of the absence")
            return nil
        }
        return Substitute(absent: absent, acting: acting, days: first...last, basis: basis, reason: reason)
    }

    /// One person has one substitute on a day.
    private static func checkClash(_ substitute: Substitute, _ earlier: [Substitute], _ section: SectionReader) {
        guard let other = earlier.first(where: { $0.absent == substitute.absent && $0.days.overlaps(substitute.days) }) else {
            return
        }
        section.report(
            "from", what: "\(other.acting) already acts for \(other.absent) on some of these days",
            advice: "let the dates not overlap")
    }

    /// Substitutes that lead back to where they began, on a day all of them hold.
    private static func checkRing(_ all: [(substitute: Substitute, place: ConfigPlace)], _ section: SectionReader) {
        guard let last = all.last?.substitute else { return }
        let substitutes = all.map(\.substitute)
        func ring(_ passed: [PersonID], _ days: ClosedRange<CivilDate>) -> [PersonID]? {
            guard let current = passed.last else { return nil }
            if passed.count > 1 && current == last.absent { return passed }
            guard passed.count <= substitutes.count else { return nil }
            for next in substitutes where next.absent == current && next.days.overlaps(days) {
                if let found = ring(passed + [next.acting], next.days.clamped(to: days)) { return found }
            }
            return nil
        }
        guard let ring = last.absent == last.acting ? [last.absent, last.acting] : ring([last.absent, last.acting], last.days)
        else { return }
        section.report(
            "by", what: "the substitutes go round in a ring: " + ring.map(\.rawValue).joined(separator: " → "),
            advice: "let somebody who is present act")
    }
}

extension SettingForm where Value == CivilDate? {
    static var civilDate: Self {
        SettingForm(type: "date YYYY-MM-DD", standIn: nil, shown: { $0?.description ?? "" }) { text throws(Misfit) in
            guard let date = CivilDate(text) else {
                throw Misfit(what: "“\(text)” is no day of the calendar", advice: "write it like 2026-12-31")
            }
            return date
        }
    }
}
