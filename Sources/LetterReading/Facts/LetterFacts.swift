// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What a letter says, fact by fact, each with its place. What the letter does not say is nil or empty, never guessed.
package struct LetterFacts: Hashable, Sendable {
    /// The code of the kind of document (domain §1.1).
    package var kind: Fact<String>
    /// A second kind in the same letter: a complaint that also asks for public information.
    package var secondaryKind: Fact<String>?
    /// The authority that relays somebody else's letter.
    package var viaAuthority: Fact<String>?
    /// The body that sends the letter, in the nominative; nil for citizens.
    package var sender: Fact<String>?
    package var outNumber: Fact<String>?
    package var outDate: Fact<CivilDate>?
    /// Our letter that this one answers or speaks of.
    package var inReplyTo: Fact<DocumentReference>?
    package var basis: [Fact<Basis>] = []
    /// Короткий зміст.
    package var subject: Fact<String>?
    package var tasks: [Fact<LetterTask>] = []
    package var applicant: Applicant?
    /// Attachments the text names.
    package var attachmentsNamed: [Fact<String>] = []
    package var signatory: Fact<String>?
    /// Name and telephone of who wrote the letter.
    package var contact: Fact<String>?
    /// How the applicant wants the answer: `email`, `post`, `personally`.
    package var replyChannel: Fact<String>?
    package var flags: [Fact<LetterFlag>] = []
    /// The earliest legal due date of the tasks.
    package var cardDeadline: Deadline?

    package init(kind: Fact<String>) { self.kind = kind }
}

/// A document by its number and date.
package struct DocumentReference: Hashable, Sendable {
    package let number: String
    package let date: CivilDate?

    package init(number: String, date: CivilDate?) {
        self.number = number
        self.date = date
    }
}

/// Who asks, for letters that have an applicant: citizens, deputies, lawyers, requesters of information.
package struct Applicant: Hashable, Sendable {
    /// In the nominative, surname first where the letter has one.
    package var name: Fact<String>?
    package var address: Fact<String>?
    package var phone: Fact<String>?
    package var email: Fact<String>?
    /// A category of author with benefits (classifier no. 858, part 7): «учасник бойових дій».
    package var category: Fact<String>?
    /// How many people signed a collective letter.
    package var signatories: Fact<Int>?

    package init() {}
}
