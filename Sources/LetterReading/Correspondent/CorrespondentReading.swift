// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Who sent a letter and under what number: the requisites of a letter that identify it, each a fact with its place.
///
///     let main = MainText(source)                                  // which part is the letter, laid out
///     let reading = CorrespondentReading(main, source: source)     // everything at once
///
/// Places name the part as the source does (``LetterSource/Part/name``), `subject` for the Subject field, `from` for the From field
/// and `file` for the name of an attachment, whose range then counts in that name.
package struct CorrespondentReading: Hashable, Sendable {
    /// The body that sends the letter, in the nominative, as a clerk writes it on a card; nil for citizens.
    package var sender: Fact<String>?
    package var outNumber: Fact<String>?
    /// The date the letter bears; nil where it bears none, never that of the mail.
    package var outDate: Fact<CivilDate>?
    /// Our letter that this one answers or speaks of.
    package var inReplyTo: Fact<DocumentReference>?
    package var basis: [Fact<Basis>] = []
    /// Короткий зміст.
    package var subject: Fact<String>?
    package var signatory: Fact<String>?
    package var contact: Fact<String>?
    package var attachmentsNamed: [Fact<String>] = []
    /// The authority that relays somebody else's letter.
    package var viaAuthority: Fact<String>?
    /// The highest body of the letterhead: who relays, in a letter that is known to be passed on.
    package var highestBody: Fact<String>?
    /// Who the letter is addressed to, line by line, as written.
    package var addressees: [Fact<String>] = []
    /// «Копія: …» among the addressees, as written.
    package var copies: [Fact<String>] = []

    package init(_ main: MainText, source: LetterSource) { self.init(main, source: source, kind: nil) }

    /// - Parameter kind: what the letter is, for its summary.
    init(_ main: MainText, source: LetterSource, kind: KindReading?) {
        let numbers = NumberReading(main, source: source)
        let senders = SenderReading(main, source: source)
        let relay = RelayReading(main, source: source, sender: senders)
        let signed = SignatoryReading(main, source: source)
        let addressed = AddresseeReading(main, source: source)
        sender = senders.sender
        outNumber = numbers.number
        outDate = numbers.date
        inReplyTo = ReferenceReading(main, source: source, numbers: numbers).inReplyTo
        basis = BasisReading(main, source: source, numbers: numbers).documents
        subject = SubjectReading(main, source: source, relayed: relay, kind: kind).subject
        signatory = signed.signatory
        contact = signed.contact
        attachmentsNamed = AnnexReading(main, source: source).names
        viaAuthority = relay.viaAuthority
        highestBody = senders.parentBody ?? senders.sender
        addressees = addressed.addressees
        copies = addressed.copies
    }
}
