// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Who can give more time for a task.
package enum ExtensionAuthority: String, Hashable, Sendable, CaseIterable {
    /// The head or the deputy who considers the document; the applicant is told.
    case head
    /// The body that set the task, by a letter the controller records.
    case authorOfTask
    /// Nobody.
    case nobody
}

/// How far a term can be put off, by kind of document. Law is data: a row per kind.
package struct ExtensionRule: Hashable, Sendable {
    /// The longest term in all, from receipt; nil where the one who grants decides.
    package enum Limit: Hashable, Sendable {
        case days(Int)
        case workingDays(Int)
        case months(Int)
    }

    package let kinds: [String]
    package let authority: ExtensionAuthority
    package let limit: Limit?
    /// Where the notice of it must leave within a term of its own: working days from receipt.
    package let noticeWithinWorkingDays: Int?
    package let ground: String

    /// The rows this version knows; the first that names the kind counts.
    package static let known: [ExtensionRule] = [
        ExtensionRule(
            kinds: ["CITIZEN_APPLICATION", "CITIZEN_MOTION", "CITIZEN_COMPLAINT", "CITIZEN_PROPOSAL"], authority: .head,
            limit: .days(45), noticeWithinWorkingDays: nil, ground: "ст. 20 Закону «Про звернення громадян»"),
        ExtensionRule(
            kinds: ["PUBLIC_INFO"], authority: .head, limit: .workingDays(20), noticeWithinWorkingDays: 5,
            ground: "ч. 4 ст. 20 Закону «Про доступ до публічної інформації»"),
        ExtensionRule(
            kinds: ["LAWYER_REQUEST"], authority: .head, limit: .workingDays(20), noticeWithinWorkingDays: nil,
            ground: "ст. 24 Закону «Про адвокатуру та адвокатську діяльність»"),
        ExtensionRule(
            kinds: ["MP_APPEAL"], authority: .head, limit: .days(30), noticeWithinWorkingDays: nil,
            ground: "ст. 16 Закону «Про статус народного депутата України»"),
        ExtensionRule(
            kinds: ["MP_REQUEST"], authority: .head, limit: .months(1), noticeWithinWorkingDays: nil,
            ground: "ст. 15 Закону «Про статус народного депутата України»"),
        ExtensionRule(
            kinds: ["LOCAL_DEP_APPEAL"], authority: .head, limit: .months(1), noticeWithinWorkingDays: nil,
            ground: "ст. 13 Закону «Про статус депутатів місцевих рад»"),
        ExtensionRule(
            kinds: ["LOCAL_DEP_REQUEST"], authority: .head, limit: nil, noticeWithinWorkingDays: nil,
            ground: "ст. 22 Закону «Про статус депутатів місцевих рад»"),
        ExtensionRule(
            kinds: ["AUTH_CONTROL", "COURT", "LAW_ENF"], authority: .authorOfTask, limit: nil, noticeWithinWorkingDays: nil,
            ground: "п. 172 Типової інструкції (постанова КМУ № 55)"),
        ExtensionRule(
            kinds: ["WHISTLEBLOWER"], authority: .nobody, limit: nil, noticeWithinWorkingDays: nil,
            ground: "ст. 53-2 Закону «Про запобігання корупції»"),
    ]

    /// What holds for a letter of that kind received then; other kinds and internal documents are the head's to decide.
    package static func allowance(
        for kind: DocumentKind?, receivedOn day: CivilDate, isWorkingDay: (CivilDate) -> Bool, rows: [ExtensionRule] = known
    ) -> ExtensionAllowance {
        guard let row = rows.first(where: { $0.kinds.contains(kind?.rawValue ?? "") }) else { return .open }
        let latest: CivilDate? =
            switch row.limit {
            case .days(let days): day.adding(days: days)
            case .workingDays(let days): day.adding(workingDays: days, isWorkingDay: isWorkingDay)
            case .months(let months): day.adding(months: months)
            case nil: nil
            }
        return ExtensionAllowance(
            authority: row.authority, latest: latest,
            grantBy: row.noticeWithinWorkingDays.map { day.adding(workingDays: $0, isWorkingDay: isWorkingDay) },
            ground: row.ground)
    }
}

/// How far the term of one card can be put off.
package struct ExtensionAllowance: Hashable, Sendable {
    package let authority: ExtensionAuthority
    /// The last day in all; nil where the one who grants decides.
    package let latest: CivilDate?
    /// The last day on which it can be granted, beside the due date itself.
    package let grantBy: CivilDate?
    /// The paragraph of the law, for refusals and notices; empty when there is none.
    package let ground: String

    package init(authority: ExtensionAuthority, latest: CivilDate?, grantBy: CivilDate?, ground: String) {
        self.authority = authority
        self.latest = latest
        self.grantBy = grantBy
        self.ground = ground
    }

    /// The head decides, without a limit of the law.
    package static let open = ExtensionAllowance(authority: .head, latest: nil, grantBy: nil, ground: "")
}
