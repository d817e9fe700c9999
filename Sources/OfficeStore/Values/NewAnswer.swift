// SPDX-License-Identifier: Apache-2.0
package import MailTransport
package import Office

/// A letter that seems to answer a request of ours; whether it does is for the register to say.
package struct NewAnswer: Hashable, Sendable {
    /// Whose address it names as its sender, proven or not.
    package let person: PersonID
    package let email: String
    /// SHA-256 of everything in it that has the shape of a token, the nearest first.
    package let tokens: [TokenDigest]
    /// Message-IDs it answers, with angle brackets, the nearest first.
    package let answered: [String]

    package init(person: PersonID, email: String, tokens: [TokenDigest], answered: [String]) {
        self.person = person
        self.email = email
        self.tokens = tokens
        self.answered = answered
    }
}

/// An answer that is filed and not decided.
package struct DueAnswer: Hashable, Sendable {
    package let letter: FiledLetter
    package let person: PersonID
}

/// What became of an answer.
package enum AnswerOutcome: String, Hashable, Sendable, CaseIterable {
    /// Acts were recorded.
    case decision
    /// Kept as a remark; nothing was decided.
    case remark
    /// It decides nothing: no proof, or a token that counts for nothing, or an act that is refused.
    case declined
    /// Written by a machine after all.
    case automatic
}

/// How one answer ends.
package struct AnswerSettlement: Sendable {
    package let letter: MessageDigest
    package let person: PersonID
    package let outcome: AnswerOutcome
    package var card: CardID?
    package var subject: ActSubject?
    package var version: VersionDigest?
    /// For the history of the card.
    package var details: [String: String] = [:]
    package var notices: [NewNotice] = []

    package init(letter: MessageDigest, person: PersonID, outcome: AnswerOutcome) {
        self.letter = letter
        self.person = person
        self.outcome = outcome
    }
}
