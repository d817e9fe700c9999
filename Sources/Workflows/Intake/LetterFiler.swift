// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import InternetMessage
import MailTransport
package import Office
import OfficeCalendar
package import OfficeStore
package import Vault

/// Reads a letter from the vault and decides what becomes of it. Reads no clock but the one given, writes nothing.
package struct LetterFiler: Sendable {
    /// What the office is, as far as intake needs it.
    package struct Office: Sendable {
        /// Addresses that are ours: letters from them are our own and are never answered.
        package let ownAddresses: Set<String>
        package let language: Language
        package let journals: JournalList
        package let staff: StaffDirectory
        package let acknowledgement: AcknowledgementPolicy
        /// Marks our own automatic letters, so that they are known when they come back.
        package let instance: String

        package init(
            ownAddresses: [String], language: Language, journals: JournalList, staff: StaffDirectory,
            acknowledgement: AcknowledgementPolicy, instance: String
        ) {
            self.ownAddresses = Set(ownAddresses.map { $0.lowercased() })
            self.language = language
            self.journals = journals
            self.staff = staff
            self.acknowledgement = acknowledgement
            self.instance = instance
        }
    }

    private let vault: Vault
    private let office: Office
    private let trust: TrustJudgement
    private let clock: OfficeClock
    private let messageIDs: MessageIDSource

    package init(vault: Vault, office: Office, trust: TrustJudgement, clock: OfficeClock, messageIDs: MessageIDSource) {
        self.vault = vault
        self.office = office
        self.trust = trust
        self.clock = clock
        self.messageIDs = messageIDs
    }

    /// Reads the letter: a delivery report, a machine's letter, or a card.
    package func filing(of letter: ReceivedLetter) throws -> LetterFiling {
        let mapped = try vault.map(letter.digest)
        return mapped.withSpan { octets in
            let contents = LetterContents(octets, release: mapped.release(upTo:))
            let fate = fate(of: contents, letter: letter, in: octets)
            mapped.release(upTo: mapped.count)
            return LetterFiling(
                occurrence: letter.occurrence, digest: letter.digest, size: letter.size, receivedAt: letter.receivedAt,
                messageID: contents.header.messageID.map { "<\($0)>" }, fate: fate)
        }
    }

    /// The card of a letter that was begun `attempts` times and never read to its end. The letter itself is not looked at.
    package func quarantine(_ letter: ReceivedLetter, attempts: Int) -> LetterFiling {
        let card = NewCard(
            state: .quarantined, subject: "", senderName: "", senderAddress: "", recipientAddress: "", letterDate: nil,
            trust: .unverified, isImported: letter.isImported, language: office.language.rawValue, bodyText: "")
        let reason = "reading it was begun \(attempts) times and never ended"
        return LetterFiling(
            occurrence: letter.occurrence, digest: letter.digest, size: letter.size, receivedAt: letter.receivedAt,
            messageID: nil,
            fate: .quarantine(card, reason: reason))
    }

    /// The card a letter would become, whatever else it may be: for a clerk who says that an automatic letter is a letter.
    package func card(of letter: ReceivedLetter) throws -> NewCard {
        let mapped = try vault.map(letter.digest)
        return mapped.withSpan { octets in
            card(of: LetterContents(octets, release: mapped.release(upTo:)), letter: letter, in: octets, isAnswerable: false)
        }
    }

    private func fate(of contents: LetterContents, letter: ReceivedLetter, in octets: Span<UInt8>) -> LetterFiling.Fate {
        if let report = DeliveryReport(contents.message, in: octets) { return .bounce(BounceReport(report)) }
        let automation = Automation(contents.message, header: contents.header, in: octets, instance: office.instance)
        if let reason = automation.reason { return .automatic(reason: reason.rawValue) }
        let isAnswerable = !automation.isUnanswerable && contents.header.returnPath != ""
        return .card(card(of: contents, letter: letter, in: octets, isAnswerable: isAnswerable))
    }

    private func card(
        of contents: LetterContents, letter: ReceivedLetter, in octets: Span<UInt8>, isAnswerable: Bool
    ) -> NewCard {
        let header = contents.header
        let language = LetterLanguage.language(of: header.subject, contents.bodyText) ?? office.language
        let registration = office.staff.registration(of: nil)
        var card = NewCard(
            state: .preReview, subject: header.subject, senderName: header.from.first?.name ?? "",
            senderAddress: header.from.first?.addrSpec ?? "",
            recipientAddress: header.to.first { isOwn($0) }?.addrSpec ?? header.to.first?.addrSpec ?? "",
            letterDate: header.date.map { Date(timeIntervalSince1970: Double($0.secondsSince1970)) },
            trust: trust.trust(in: contents.message.root.header, from: header.from, of: octets),
            isImported: letter.isImported, language: language.rawValue, bodyText: contents.bodyText,
            defects: DefectList.json(contents.defects), attachments: contents.attachments, links: Self.links(of: header))
        if registration == .automatic, let journal = office.journals.journal(for: nil) {
            card.registration = RegistrationRequest(journal: journal, on: clock.today)
        }
        if isAnswerable, let notice = acknowledgement(of: card, header: header, letter: letter) { card.notices = [notice] }
        return card
    }

    /// The letter that tells the sender of the card, if it may go out by itself: never for mail from before our time, for our own
    /// mail, or for a sender who is not proven enough; one for an address and day.
    private func acknowledgement(of card: NewCard, header: LetterHeader, letter: ReceivedLetter) -> NewNotice? {
        guard !letter.isImported, office.acknowledgement.covers(card.trust), header.from.count == 1,
            let sender = header.from.first,
            let address = sender.addrSpec, address.contains("@"), !isOwn(sender)
        else { return nil }
        return NewNotice(
            kind: (card.registration == nil ? NoticeKind.received : .registered).rawValue, language: card.language,
            recipient: address,
            messageID: messageIDs.next(), inReplyTo: header.messageID.map { "<\($0)>" }, budgetDay: clock.today)
    }

    private func isOwn(_ address: Address) -> Bool {
        address.addrSpec.map { office.ownAddresses.contains($0.lowercased()) } ?? false
    }

    private static func links(of header: LetterHeader) -> [MessageLink] {
        let answered = header.inReplyTo.prefix(maximumLinks).map { MessageLink(messageID: "<\($0)>", relation: .inReplyTo) }
        let thread = header.references.suffix(maximumLinks).map { MessageLink(messageID: "<\($0)>", relation: .references) }
        return answered + thread
    }

    /// Message-IDs kept of each field; the latest are the nearest.
    private static let maximumLinks = 20
}

extension RegistrationRequest {
    /// The next number of `journal` on a day.
    init(journal: Journal, on day: CivilDate) {
        let fields = journal.fields(year: day.year)
        let template = journal.index
        self.init(journal: journal.code, year: day.year, registeredOn: day) { template.index(number: $0, fields: fields) }
    }
}

extension BounceReport {
    /// What a parsed report says, with Message-IDs as the register keeps them.
    init(_ report: DeliveryReport) {
        self.init(
            messageID: report.originalMessageID.map { "<\($0)>" }, envelopeIdentifier: report.envelopeIdentifier,
            recipients: report.recipients.map {
                Recipient(address: $0.address, action: $0.action.rawValue, status: $0.status, diagnostic: $0.diagnostic)
            })
    }
}
