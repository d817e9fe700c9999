// SPDX-License-Identifier: Apache-2.0

/// What a reading of one field is worth beside the clerk's.
enum Verdict: String, CaseIterable, Sendable {
    case right
    /// Something else than the clerk read.
    case wrong
    /// Something where the letter says nothing.
    case invented
    /// Nothing where the letter says something.
    case missing
}

/// One field of one letter, judged. Fields that both leave empty are not in the count but for the core, where nothing is an answer.
struct Judgement: Sendable {
    enum Field: String, CaseIterable, Sendable {
        case kind, outNumber, outDate, inReplyTo, cardDeadline
        case secondaryKind, viaAuthority, sender, basis, subject, taskText, taskDue, flags, attachmentsNamed, signatory, contact
        case replyChannel, applicantName, applicantAddress, applicantPhone, applicantEmail, applicantCategory,
            applicantSignatories

        /// The fields a card stands or falls with.
        static let core: Set<Field> = [.kind, .outNumber, .outDate, .inReplyTo, .cardDeadline]
    }

    let letter: String
    let field: Field
    let verdict: Verdict
    let expected: String
    let found: String

    init(_ letter: String, _ field: Field, _ verdict: Verdict, expected: String? = nil, found: String? = nil) {
        self.letter = letter
        self.field = field
        self.verdict = verdict
        self.expected = expected ?? "–"
        self.found = found ?? "–"
    }

    /// One field where at most one value is right; nil when there is nothing to count.
    init?(
        _ letter: String, _ field: Field, expected: String?, found: String?, isTolerated: Bool = false,
        _ agree: (String, String) -> Bool
    ) {
        let verdict: Verdict
        switch (expected, found) {
        case (nil, nil):
            guard Field.core.contains(field) else { return nil }
            verdict = .right
        case (nil, .some): verdict = isTolerated ? .right : .invented
        case (.some, nil): verdict = isTolerated ? .right : .missing
        case (let expected?, let found?): verdict = isTolerated || agree(expected, found) ? .right : .wrong
        }
        self.init(letter, field, verdict, expected: expected, found: found)
    }
}
