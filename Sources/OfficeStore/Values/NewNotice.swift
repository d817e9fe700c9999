// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar

/// One outgoing letter for one recipient, before it is worded.
package struct NewNotice: Hashable, Sendable {
    /// The template: `received`, `registered`, `refused`.
    package var kind: String
    package var language: String
    /// addr-spec.
    package var recipient: String
    /// With angle brackets; unique for ever, never used for another letter.
    package var messageID: String
    package var inReplyTo: String?
    /// What the template needs. The store adds `card`, and `number`, `index`, `registeredOn` when the same act registers.
    package var parameters: [String: String]
    /// The day it counts on when an address may get only one automatic letter a day; `nil` when it does not count.
    package var budgetDay: CivilDate?

    package init(
        kind: String, language: String, recipient: String, messageID: String, inReplyTo: String? = nil,
        parameters: [String: String] = [:], budgetDay: CivilDate? = nil
    ) {
        self.kind = kind
        self.language = language
        self.recipient = recipient
        self.messageID = messageID
        self.inReplyTo = inReplyTo
        self.parameters = parameters
        self.budgetDay = budgetDay
    }

    /// The same letter by another template.
    package func told(as kind: NoticeKind) -> NewNotice {
        var notice = self
        notice.kind = kind.rawValue
        return notice
    }
}
