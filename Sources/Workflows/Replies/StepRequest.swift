// SPDX-License-Identifier: Apache-2.0
package import Office
import OfficeStore

/// To what a reply to one of our letters is bound: person, step, and the version that was read.
///
/// Kept in the parameters of the outbox row, so that each copy of the letter gets a token of its own when it leaves.
package struct StepRequest: Hashable, Sendable {
    package let person: PersonID
    package let subject: ActSubject
    /// Nil where there is no draft.
    package let version: VersionDigest?

    package init(person: PersonID, subject: ActSubject, version: VersionDigest? = nil) {
        self.person = person
        self.subject = subject
        self.version = version
    }

    /// Reads what ``parameters`` wrote; nil for letters that are about no step.
    package init?(parameters: [String: String]) {
        guard let person = parameters["person"], let subject = parameters["act.subject"].flatMap({ ActSubject($0) }) else {
            return nil
        }
        self.init(
            person: PersonID(rawValue: person), subject: subject,
            version: parameters["version"].map { VersionDigest(rawValue: $0) })
    }

    /// The step a row asks somebody to decide; nil for what only tells.
    init?(row: OutboxRow) {
        guard NoticeKind(rawValue: row.kind)?.asksForReply == true else { return nil }
        self.init(parameters: row.parameters)
    }

    package var parameters: [String: String] {
        var parameters = ["person": person.rawValue, "act.subject": subject.description]
        parameters["version"] = version?.rawValue
        return parameters
    }
}
