// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import InternetMessage
package import Interchange
import LetterReading
import MailTransport
package import Office
import OfficeCalendar
package import OfficeStore
package import Vault

/// Composes the outgoing letters of cards from the signed version of their draft, and fetches what goes with notices.
package struct LetterComposer: Sendable {
    /// Why an outgoing letter cannot be composed; a person must look.
    package struct Fault: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    private let store: OfficeStore
    private let vault: Vault
    private let staff: StaffDirectory
    private let exchange: Exchange?
    let enclosures: EnclosureReader

    /// What answers to messages of order 1207 need.
    package struct Exchange: Sendable {
        let reader: InterchangeReader
        let composer: InterchangeComposer
        let office: InterchangeOffice

        package init(reader: InterchangeReader, composer: InterchangeComposer, office: InterchangeOffice) {
            self.reader = reader
            self.composer = composer
            self.office = office
        }
    }

    package init(store: OfficeStore, vault: Vault, staff: StaffDirectory, exchange: Exchange?) {
        self.store = store
        self.vault = vault
        self.staff = staff
        self.exchange = exchange
        enclosures = EnclosureReader(store: store, vault: vault)
    }

    /// A letter as it goes to one addressee: what its fields and its body say.
    struct Letter {
        let subject: String
        let text: String
        let files: [OutgoingAttachment]
    }

    /// The letter a row of the outbox carries.
    func letter(for row: OutboxRow, card: Card, officeName: String, clock: OfficeClock) async throws -> Letter {
        guard let life = try await store.life(of: card.id), let draft = Self.draft(of: row, in: life), let mark = draft.mark,
            let signature = draft.signature
        else { throw Fault(description: "card \(card.id) has no signed and registered draft for it") }
        if try await isConfidential(to: row.recipient, card) {
            return Self.numberOnly(
                mark, draft.current.content.executor, officeName, Language(rawValue: row.language) ?? .ukrainian)
        }
        var enclosed = try await enclosures.enclosures(of: row, card: card)
        guard enclosed.omitted.isEmpty else {
            throw Fault(
                description:
                    "its files are larger than \(EnclosureReader.maximumOctets) octets: \(enclosed.omitted.joined(separator: ", ")). "
                    + "Send it by another way.")
        }
        let content = draft.current.content
        if let answer = try answer(draft, mark, signature, enclosed.files, to: card, row, clock) { enclosed.files.append(answer) }
        let sheet = LetterSheet(
            officeName: officeName, mark: mark, content: content, addressee: row.parameters["addressee"] ?? "",
            signatory: signatoryLines(signature))
        return Letter(
            subject: content.subject.isEmpty
                ? "№ \(mark.index)" : "\(content.subject) (№ \(mark.index) від \(mark.date.ukrainianDigits))",
            text: sheet.text, files: enclosed.files)
    }

    /// Whether the letter answers an applicant in a matter that open mail must not tell of.
    private func isConfidential(to recipient: String, _ card: Card) async throws -> Bool {
        let sheet = try await store.factSheet(of: card.id).flatMap { FactSheet(jsonText: $0) }
        return Self.isConfidential(to: recipient, sheet, senderAddress: card.senderAddress)
    }

    static func isConfidential(to recipient: String, _ sheet: FactSheet?, senderAddress: String) -> Bool {
        guard let sheet, sheet.flags.contains(LetterFlag.confidential.rawValue),
            // Who does not give their name is an applicant too.
            sheet.applicant != nil || sheet.kind.hasPrefix("CITIZEN_") || sheet.kind == "WHISTLEBLOWER"
        else { return false }
        let own = [sheet.applicant?.email, sheet.viaAuthority == nil ? senderAddress : nil].compactMap { $0?.lowercased() }
        return own.contains(recipient.lowercased())
    }

    /// What may go by open mail of a confidential answer: that there is one, its number, and whom to ask for it.
    private static func numberOnly(
        _ mark: RegistrationMark, _ executor: ExecutorContact, _ officeName: String, _ language: Language
    ) -> Letter {
        let text =
            switch language {
            case .ukrainian:
                "На Ваше звернення підготовлено відповідь № \(mark.index) від \(mark.date.ukrainianWords). З міркувань конфіденційності її текст і документи електронною поштою не надсилаємо. Отримати її особисто або домовитися про інший спосіб можна за телефоном \(executor.phone) (\(executor.name))."
            case .english:
                "Our answer to your appeal is no. \(mark.index) of \(mark.date.englishWords). The matter is confidential: the text and the documents do not go by e-mail. To collect it or to agree on another way, call \(executor.phone) (\(executor.name))."
            }
        return Letter(subject: "№ \(mark.index)", text: "\(text)\n\n\(officeName)\n", files: [])
    }

    private static func draft(of row: OutboxRow, in life: CardLife) -> Draft? {
        let parts = row.parameters["files"]?.split(separator: ":") ?? []
        guard parts.count == 3, let number = Int(parts[1]) else { return nil }
        return life[draft: DraftID(rawValue: number)]
    }

    /// Post and name of the one who signed; a stand-in signs as acting.
    private func signatoryLines(_ signature: Signature) -> (post: String, name: String) {
        let person = staff.person(signature.actor.person)
        let absent = signature.actor.standIn.flatMap { staff.person($0.absent) }
        let post = absent.map { "В. о. (\($0.post)) — \(person?.post ?? "")" } ?? person?.post ?? ""
        return (post, person?.givenNameAndSurname ?? signature.actor.person.rawValue)
    }

    /// The message of order 1207 that answers one; nil where the incoming letter was none.
    private func answer(
        _ draft: Draft, _ mark: RegistrationMark, _ signature: Signature, _ files: [OutgoingAttachment], to card: Card,
        _ row: OutboxRow, _ clock: OfficeClock
    ) throws -> OutgoingAttachment? {
        guard let exchange, row.recipient.lowercased() == card.senderAddress.lowercased(),
            let incoming = try incoming(of: card, exchange)
        else { return nil }
        let content = draft.current.content
        let answer = InterchangeAnswer(
            id: ReceiptComposer.identifier(of: "\(card.id):\(draft.id.rawValue):\(mark.index)"), number: mark.index,
            date: mark.date,
            subject: content.subject, signatory: official(signature.actor.person), writer: official(draft.author),
            files: files.isEmpty
                ? [InterchangeAnswer.Enclosure(name: "letter.txt", octets: Array(content.text.utf8))]
                : files.map { InterchangeAnswer.Enclosure(name: $0.name, octets: $0.octets) })
        let now = clock.now()
        let stamp = InterchangeStamp(
            messageID: ReceiptComposer.identifier(of: row.messageID), time: clock.timeZone.wallTime(at: now),
            offsetMinutes: clock.timeZone.offset(at: now) / 60)
        let octets = try exchange.composer.octets(of: answer.message(to: incoming, from: exchange.office, stamp: stamp))
        return OutgoingAttachment(name: "answer.xml", mediaType: "application/xml", octets: octets)
    }

    private func official(_ id: PersonID) -> InterchangeAnswer.Official {
        let person = staff.person(id)
        let words = (person?.name ?? id.rawValue).split(separator: " ").map(String.init)
        let name = InterchangeMessage.PersonName(
            family: words.first, given: words.dropFirst().first, patronymic: words.dropFirst(2).first, text: person?.name)
        return InterchangeAnswer.Official(
            name: name, post: person?.post, phone: person.flatMap { staff.phone(of: $0) }, email: person?.email)
    }

    /// The message of order 1207 in the card's letter.
    private func incoming(of card: Card, _ exchange: Exchange) throws -> InterchangeMessage? {
        guard vault.contains(card.letter) else { return nil }
        let mapped = try vault.map(card.letter)
        return mapped.withSpan { octets in
            let message = ParsedMessage(octets)
            for part in message.parts where part.body.count >= 64 {
                let body = message.decodedBody(of: part, in: octets)
                guard InterchangeReader.isMessage(body.span.extracting(..<min(body.count, InterchangeReader.headOctets))) else {
                    continue
                }
                do throws(InterchangeRefusal) { return try exchange.reader.read(body).message } catch { continue }
            }
            return nil
        }
    }
}

/// The sheet of an outgoing letter as plain text (ДСТУ 4163:2020: office, number and date, reference, addressee, heading, text,
/// signature, executor).
struct LetterSheet {
    let officeName: String
    let mark: RegistrationMark
    let content: DraftContent
    let addressee: String
    let signatory: (post: String, name: String)

    var text: String {
        let references = content.references.map(\.ukrainian).filter { !$0.isEmpty }
        let body = content.text.isEmpty ? "Надсилаємо лист у вкладенні." : content.text
        let paragraphs = [
            officeName,
            (["\(mark.date.ukrainianDigits) № \(mark.index)"] + references).joined(separator: "\n"),
            addressee, content.subject, body, attachments, "\(signatory.post)\n\(signatory.name)",
            "\(content.executor.name) \(content.executor.phone)",
        ]
        return paragraphs.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n") + "\n"
    }

    private var attachments: String {
        guard !content.files.isEmpty else { return "" }
        return (["Файли:"] + content.files.enumerated().map { "\($0 + 1). \($1.name)" }).joined(separator: "\n")
    }
}
