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

    init(_ authority: KindTerms.Extension.Authority) {
        switch authority {
        case .head: self = .head
        case .author: self = .authorOfTask
        case .nobody: self = .nobody
        }
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

    /// What `kinds.yaml` lets a letter have that came then; without a word about it the head decides.
    package init(_ terms: KindTerms?, receivedAt: WallTime, reckoning: DueReckoning) {
        guard let terms, let extending = terms.extending else {
            self = .open
            return
        }
        let dates = reckoning.extensionDates(of: terms, receivedAt: receivedAt)
        self.init(
            authority: ExtensionAuthority(extending.grantedBy), latest: dates?.latest, grantBy: dates?.noticeBy,
            ground: extending.basis)
    }

    /// The head decides, without a limit of the law.
    package static let open = ExtensionAllowance(authority: .head, latest: nil, grantBy: nil, ground: "")
}
