// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import InternetMessage
import LetterReading
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
    private let reader: FactReader
    private let registration: RegistrationRule

    package init(
        vault: Vault, office: Office, reader: FactReader, trust: TrustJudgement, clock: OfficeClock, messageIDs: MessageIDSource
    ) {
        self.vault = vault
        self.office = office
        self.reader = reader
        self.trust = trust
        self.clock = clock
        self.messageIDs = messageIDs
        registration = RegistrationRule(journals: office.journals, staff: office.staff)
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

    /// The card of a letter whose attachments are read too: what it says now, and what its sender is to be told if it gets its number
    /// only now. Blocks for as long as the attachments take.
    ///
    /// - Parameter read: reads the attachments of the letter.
    package func card(
        of letter: ReceivedLetter, reading read: (LetterContents, Span<UInt8>) -> [ReadAttachment]
    ) throws -> (card: NewCard, attachments: [ReadAttachment]) {
        let mapped = try vault.map(letter.digest)
        return mapped.withSpan { octets in
            let contents = LetterContents(octets, release: mapped.release(upTo:))
            let attachments = read(contents, octets)
            let automation = Automation(contents.message, header: contents.header, in: octets, instance: office.instance)
            let isAnswerable = automation.reason == nil && !automation.isUnanswerable && contents.header.returnPath != ""
            let card = card(of: contents, letter: letter, in: octets, isAnswerable: isAnswerable, attachments: attachments)
            mapped.release(upTo: mapped.count)
            return (card, attachments)
        }
    }

    private func fate(of contents: LetterContents, letter: ReceivedLetter, in octets: Span<UInt8>) -> LetterFiling.Fate {
        if let report = DeliveryReport(contents.message, header: contents.header, in: octets) {
            return .bounce(BounceReport(report))
        }
        let automation = Automation(contents.message, header: contents.header, in: octets, instance: office.instance)
        if let reason = automation.reason { return .automatic(reason: reason.rawValue) }
        let isAnswerable = !automation.isUnanswerable && contents.header.returnPath != ""
        let card = card(of: contents, letter: letter, in: octets, isAnswerable: isAnswerable)
        guard !letter.isImported, let answer = answer(in: contents) else { return .card(card) }
        return .answer(answer, otherwise: card)
    }

    /// A letter of somebody of the council that brings a token or answers a letter; proven or not is asked when it is to decide.
    private func answer(in contents: LetterContents) -> NewAnswer? {
        let header = contents.header
        guard header.from.count == 1, let address = header.from[0].addrSpec, let person = office.staff.person(email: address)
        else {
            return nil
        }
        let tokens = RequestMark.tokens(in: contents).compactMap(\.digest)
        let answered = (header.inReplyTo + header.references.reversed()).prefix(Self.maximumLinks).map { "<\($0)>" }
        guard !tokens.isEmpty || !answered.isEmpty else { return nil }
        return NewAnswer(person: person.id, email: address, tokens: tokens, answered: answered)
    }

    /// What a reply says, whom it names as its writer, and how far that is proven.
    func reply(in letter: FiledLetter) throws -> ReplyLetter {
        let mapped = try vault.map(letter.digest)
        return mapped.withSpan { octets in
            let contents = LetterContents(octets)
            return ReplyLetter(
                contents, trust: trust.trust(in: contents.message.root.header, from: contents.header.from, of: octets), in: octets
            )
        }
    }

    /// - Parameter attachments: nil before they are read.
    private func card(
        of contents: LetterContents, letter: ReceivedLetter, in octets: Span<UInt8>, isAnswerable: Bool,
        attachments: [ReadAttachment]? = nil
    ) -> NewCard {
        let header = contents.header
        let language = LetterLanguage.language(of: header.subject, contents.bodyText) ?? office.language
        let sheet = reader.sheet(of: contents, receivedAt: letter.receivedAt, attachments: attachments ?? [])
        var card = NewCard(
            state: .preReview, kind: sheet.kind, subject: Self.subject(of: sheet, header),
            senderName: header.from.first?.name ?? "",
            senderAddress: header.from.first?.addrSpec ?? "",
            recipientAddress: header.to.first { isOwn($0) }?.addrSpec ?? header.to.first?.addrSpec ?? "",
            letterDate: header.date.map { Date(timeIntervalSince1970: Double($0.secondsSince1970)) },
            trust: trust.trust(in: contents.message.root.header, from: header.from, of: octets),
            isImported: letter.isImported, language: language.rawValue, bodyText: contents.bodyText,
            defects: DefectList.json(contents.defects), attachments: contents.attachments, links: Self.links(of: header),
            facts: NewFacts(sheet, senderAddress: header.from.first?.addrSpec ?? ""))
        let request = registration.automaticRequest(for: sheet, on: clock.today)
        if attachments == nil { card.documents = Self.documents(of: sheet, contents, isNumbered: request != nil) }
        guard card.documents != .dueBeforeRegistration else { return card }
        card.registration = request
        // A receipt is answered by nobody, or two offices would go on for ever.
        if isAnswerable, sheet.receipt == nil,
            let notice = acknowledgement(of: card, header: header, letter: letter, parameters: Self.parameters(of: sheet))
        {
            card.notices = [notice]
        }
        return card
    }

    /// What is to be done about the attachments. A restricted document is opened by nobody but those it is for.
    private static func documents(of sheet: FactSheet, _ contents: LetterContents, isNumbered: Bool) -> DocumentReadingRequest {
        guard !contents.attachments.isEmpty, !sheet.flags.contains(LetterFlag.restrictedDSP.rawValue) else { return .none }
        // A message of order 1207 beats the text: its number and tasks are waited for, and its sender is to get a receipt in XML.
        let mayBeMessage = contents.attachments.contains {
            $0.name.lowercased().hasSuffix(".xml") || $0.declaredType.hasSuffix("/xml")
        }
        let isCovered = sheet.flags.contains(LetterFlag.bodyIsCoverNote.rawValue)
        return mayBeMessage || isNumbered && isCovered ? .dueBeforeRegistration : .due
    }

    /// Короткий зміст; that of a restricted document is not shown.
    private static func subject(of sheet: FactSheet, _ header: LetterHeader) -> String {
        if sheet.flags.contains(LetterFlag.restrictedDSP.rawValue) { return "Документ для службового користування" }
        return sheet.subject ?? header.subject
    }

    /// What the letter to the sender needs beside the card.
    private static func parameters(of sheet: FactSheet) -> [String: String] {
        var parameters = sheet.exchange?.parameters ?? [:]
        parameters.merge(Discretion.parameters(for: sheet)) { own, _ in own }
        parameters["due"] = promisedDay(of: sheet)
        return parameters
    }

    /// The day an applicant may be promised: the one the law gives for an appeal or a request, never a day another authority set.
    private static func promisedDay(of sheet: FactSheet) -> String? {
        guard sheet.applicant != nil, sheet.viaAuthority == nil,
            sheet.kind.hasPrefix("CITIZEN_") || sheet.kind == "PUBLIC_INFO",
            !sheet.flags.contains(LetterFlag.missingAddress.rawValue)
        else { return nil }
        return sheet.cardDeadline
    }

    /// The letter that tells the sender of the card, if it may go out by itself: never for mail from before our time, for our own
    /// mail, or for a sender who is not proven enough; one for an address and day.
    private func acknowledgement(
        of card: NewCard, header: LetterHeader, letter: ReceivedLetter, parameters: [String: String]
    ) -> NewNotice? {
        guard !letter.isImported, office.acknowledgement.covers(card.trust), header.from.count == 1,
            let sender = header.from.first,
            let address = sender.addrSpec, address.contains("@"), !isOwn(sender)
        else { return nil }
        return NewNotice(
            kind: (card.registration == nil ? NoticeKind.received : .registered).rawValue, language: card.language,
            recipient: address,
            messageID: messageIDs.next(), inReplyTo: header.messageID.map { "<\($0)>" },
            parameters: parameters, budgetDay: clock.today)
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

extension NewFacts {
    /// A sheet as the register keeps it.
    init(_ sheet: FactSheet, senderAddress: String) {
        var number: CorrespondentNumber?
        if let written = sheet.outNumber, let date = sheet.outDate.flatMap({ CivilDate($0) }) {
            let key = CorrespondentKey(name: sheet.sender ?? sheet.applicant?.name ?? "", address: senderAddress)
            number = CorrespondentNumber(key: NumberKey.key(of: written), written: written, date: date, correspondent: key)
        }
        let answers = sheet.inReplyTo.map {
            DocumentNumber(key: NumberKey.key(of: $0.number), written: $0.number, date: $0.date.flatMap { CivilDate($0) })
        }
        self.init(sheet: sheet.jsonText, deadline: sheet.cardDeadline, number: number, answers: answers.map { [$0] } ?? [])
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
