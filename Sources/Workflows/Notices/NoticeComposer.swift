// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import InternetMessage
import Office
import OfficeCalendar
package import OfficeStore

/// Words and composes outgoing letters: template and card in, octets of a message out.
package struct NoticeComposer: Sendable {
    /// The office as it signs its letters.
    package struct Letterhead: Sendable {
        package let name: String
        /// addr-spec letters come from.
        package let address: String
        package let phone: String
        /// Marks our automatic letters, so that they are known when they come back.
        package let instance: String

        package init(name: String, address: String, phone: String, instance: String) {
            self.name = name
            self.address = address
            self.phone = phone
            self.instance = instance
        }
    }

    /// Why a row of the outbox cannot become a letter; a person must look.
    package enum Fault: Error, Sendable, CustomStringConvertible {
        case unknownKind(String)
        case template(NoticeWordings.Fault)
        case composing(String)

        package var description: String {
            switch self {
            case .unknownKind(let kind): "this version knows no letter of kind \(kind)"
            case .template(let fault): fault.description
            case .composing(let reason): "the letter cannot be composed: \(reason)"
            }
        }
    }

    /// The header field that tells our own automatic letters.
    package static let instanceField = "X-Chancery-Instance"
    /// The header field of a letter of which an earlier copy may have arrived: how many may have.
    package static let copyField = "X-Chancery-Copies-In-Doubt"

    private let letterhead: Letterhead
    private let templates: NoticeWordings
    private let clock: OfficeClock
    private let receipts: ReceiptComposer?
    private let letters: LetterComposer?
    private let requests: RequestTokens?

    /// - Parameters:
    ///   - receipts: composes receipts of order 1207; without it letters about such messages go without one.
    ///   - letters: composes outgoing letters of cards and fetches files; without it neither can go.
    ///   - requests: gives requests their tokens; without it nobody can decide by reply.
    package init(
        letterhead: Letterhead, templates: NoticeWordings, clock: OfficeClock, receipts: ReceiptComposer? = nil,
        letters: LetterComposer? = nil, requests: RequestTokens? = nil
    ) {
        self.letters = letters
        self.requests = requests
        self.letterhead = letterhead
        self.templates = templates
        self.clock = clock
        self.receipts = receipts
    }

    /// The reverse-path of a letter: empty for what answers by itself, so that no machine can answer it (RFC 3834 §3.3).
    package func reversePath(of row: OutboxRow) -> String {
        if row.kind == OutgoingLetterRow.kind { return letterhead.address }
        return NoticeKind(rawValue: row.kind).map { $0.hasNullReversePath ? "" : letterhead.address } ?? ""
    }

    /// A worded letter: as it goes out, and as the office keeps it. They differ by a token, which is kept nowhere.
    struct Worded: Sendable {
        let sent: [UInt8]
        let kept: [UInt8]
    }

    /// The letter with the files that go with it and, where somebody is asked, with a token.
    func worded(_ row: OutboxRow, card: Card?) async throws -> Worded {
        guard let requests, let matter = try await requests.matter(of: row, card: card) else {
            let octets = try await octets(for: row, card: card)
            return Worded(sent: octets, kept: octets)
        }
        let enclosures = try await letters?.enclosures.enclosures(of: row, card: card)
        let kept = try message(for: row, card: card, enclosures: enclosures, matter: matter.withoutToken)
        guard matter.token != nil else { return Worded(sent: kept, kept: kept) }
        return Worded(sent: try message(for: row, card: card, enclosures: enclosures, matter: matter), kept: kept)
    }

    /// The octets of a letter nobody answers by a decision.
    package func octets(for row: OutboxRow, card: Card?) async throws -> [UInt8] {
        guard row.kind == OutgoingLetterRow.kind else {
            return try message(for: row, card: card, enclosures: try await letters?.enclosures.enclosures(of: row, card: card))
        }
        guard let letters, let card else { throw Fault.unknownKind(row.kind) }
        do {
            let letter = try await letters.letter(for: row, card: card, officeName: letterhead.name, clock: clock)
            let extra = row.copiesInDoubt > 0 ? [(Self.copyField, String(row.copiesInDoubt))] : []
            return try octets(row, subject: letter.subject, text: letter.text, extra: extra, files: letter.files)
        } catch let fault as LetterComposer.Fault {
            throw Fault.composing(fault.description)
        } catch let broken as BrokenRecord {
            throw Fault.composing(broken.description)
        }
    }

    /// The octets of the letter.
    /// - Parameters:
    ///   - card: the card it speaks of, if it speaks of one.
    ///   - enclosures: files that go with it.
    package func message(for row: OutboxRow, card: Card?, enclosures: Enclosures? = nil) throws(Fault) -> [UInt8] {
        try message(for: row, card: card, enclosures: enclosures, matter: RequestTokens.Matter())
    }

    private func message(
        for row: OutboxRow, card: Card?, enclosures: Enclosures?, matter: RequestTokens.Matter
    ) throws(Fault) -> [UInt8] {
        guard let kind = NoticeKind(rawValue: row.kind) else { throw .unknownKind(row.kind) }
        let language = Language(rawValue: row.language) ?? .ukrainian
        let wording: NoticeWordings.Wording
        do {
            wording = try templates.wording(
                kind, in: language, values: values(for: row, kind, card: card, enclosures, matter, in: language))
        } catch {
            throw .template(error)
        }
        var extra = [
            ("Auto-Submitted", Self.replies.contains(kind) ? "auto-replied" : "auto-generated"),
            ("X-Auto-Response-Suppress", "All"), (Self.instanceField, letterhead.instance),
        ]
        if row.copiesInDoubt > 0 { extra.append((Self.copyField, String(row.copiesInDoubt))) }
        let receipt: OutgoingAttachment?
        do {
            receipt = try receipts?.attachment(for: row, card: card, reason: Self.refusal(in: row), clock: clock)
        } catch {
            throw .composing("\(error)")
        }
        let line = matter.token.map { RequestMark.line(of: $0, in: language) + "\n\n" } ?? matter.closedLine(in: language)
        return try octets(
            row, subject: wording.subject, text: line + wording.body, extra: extra,
            references: matter.token.map { [RequestMark.identifier(of: $0, at: letterhead.address)] } ?? [],
            files: (enclosures?.files ?? []) + (receipt.map { [$0] } ?? []))
    }

    private static let replies: Set<NoticeKind> = [.received, .registered, .recorded, .question, .declined]

    private func octets(
        _ row: OutboxRow, subject: String, text: String, extra: [(String, String)], references: [String] = [],
        files: [OutgoingAttachment]
    ) throws(Fault) -> [UInt8] {
        let answered = row.inReplyTo.map { [Self.bare($0)] } ?? []
        let now = clock.now()
        let outgoing = OutgoingMessage(
            from: Address(name: letterhead.name, addrSpec: letterhead.address), to: [Address(name: nil, addrSpec: row.recipient)],
            subject: subject,
            date: DateField(
                secondsSince1970: Int(now.timeIntervalSince1970), offsetMinutes: clock.timeZone.offset(at: now) / 60),
            messageID: Self.bare(row.messageID), inReplyTo: answered, references: references + answered, extraFields: extra,
            text: text,
            attachments: files)
        do {
            return try outgoing.octets()
        } catch {
            throw .composing("\(error)")
        }
    }

    /// The ground of a refusal with the registrar's words to it.
    private static func refusal(in row: OutboxRow) -> String {
        [row.parameters["ground"], row.parameters["explanation"]].compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: ". ")
    }

    private func values(
        for row: OutboxRow, _ kind: NoticeKind, card: Card?, _ enclosures: Enclosures?, _ matter: RequestTokens.Matter,
        in language: Language
    ) -> [String: Any] {
        // An empty text counts as present in a Mustache section: what is empty is left out.
        let own = matter.values.merging(row.parameters) { _, given in given }
        var values: [String: Any] = own.filter { !$0.value.isEmpty && !$0.key.contains(".") }
        values["officeName"] = letterhead.name
        values["officePhone"] = letterhead.phone
        values["officeAddress"] = letterhead.address
        if let card { values.merge(self.values(of: card, in: language)) { _, card in card } }
        if kind.goesToSender, Discretion.isCalled(for: row) { values["subject"] = nil }
        for (name, dated) in Self.datedNames {
            if let day = own[name].flatMap({ CivilDate($0.prefix(10)) }) { values[dated] = Self.words(day, in: language) }
        }
        for (name, cells) in kind.listNames { values[name] = own[name].map { Self.list($0, cells) } }
        if kind.listNames["files"] != nil {
            values["files"] = (enclosures?.files ?? []).map { ["fileName": $0.name] }
            values["omitted"] = (enclosures?.omitted ?? []).map { ["fileName": $0] }
        }
        return values
    }

    private func values(of card: Card, in language: Language) -> [String: Any] {
        var values: [String: Any] = [
            "card": card.id.description, "cardNumber": card.registrationIndex.map { "№ \($0)" } ?? "#\(card.id)",
            "receivedOn": Self.words(clock.civilDate(of: card.receivedAt), in: language),
        ]
        values["subject"] = card.subject.isEmpty ? nil : card.subject
        let sender = card.senderName.isEmpty ? card.senderAddress : card.senderName
        values["sender"] = sender.isEmpty ? nil : sender
        values["registrationIndex"] = card.registrationIndex
        values["registeredOn"] = card.registeredOn.map { Self.words($0, in: language) }
        return values
    }

    /// Parameters that are a day, by the name under which a template finds it in words.
    private static let datedNames = ["due": "dueOn", "until": "untilOn", "expires": "expiresOn", "date": "day"]

    /// Cells between tabs, an element a line: the parameters of an outbox row are texts only.
    private static func list(_ text: String, _ names: [String]) -> [[String: String]] {
        text.split(separator: "\n").map { line in
            let cells = line.split(separator: "\t", maxSplits: names.count - 1, omittingEmptySubsequences: false).map(String.init)
            return Dictionary(zip(names, cells).filter { !$0.1.isEmpty }) { first, _ in first }
        }
    }

    private static func words(_ date: CivilDate, in language: Language) -> String {
        language == .ukrainian ? date.ukrainianWords : date.englishWords
    }

    private static func bare(_ messageID: String) -> String {
        messageID.hasPrefix("<") && messageID.hasSuffix(">") ? String(messageID.dropFirst().dropLast()) : messageID
    }
}
