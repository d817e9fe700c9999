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

    package init(letterhead: Letterhead, templates: NoticeWordings, clock: OfficeClock) {
        self.letterhead = letterhead
        self.templates = templates
        self.clock = clock
    }

    /// The reverse-path of a letter: empty for what answers by itself, so that no machine can answer it (RFC 3834 §3.3).
    package func reversePath(of row: OutboxRow) -> String {
        switch NoticeKind(rawValue: row.kind) {
        case .received, .registered, .reconciliation, .trouble, nil: ""
        case .refused: letterhead.address
        }
    }

    /// The octets of the letter.
    /// - Parameter card: the card it speaks of, if it speaks of one.
    package func message(for row: OutboxRow, card: Card?) throws(Fault) -> [UInt8] {
        guard let kind = NoticeKind(rawValue: row.kind) else { throw .unknownKind(row.kind) }
        let language = Language(rawValue: row.language) ?? .ukrainian
        let wording: NoticeWordings.Wording
        do {
            wording = try templates.wording(kind, in: language, values: values(for: row, card: card, in: language))
        } catch {
            throw .template(error)
        }
        var extra = [
            ("Auto-Submitted", kind == .received || kind == .registered ? "auto-replied" : "auto-generated"),
            ("X-Auto-Response-Suppress", "All"), (Self.instanceField, letterhead.instance),
        ]
        if row.copiesInDoubt > 0 { extra.append((Self.copyField, String(row.copiesInDoubt))) }
        let answered = row.inReplyTo.map { [Self.bare($0)] } ?? []
        let now = clock.now()
        let outgoing = OutgoingMessage(
            from: Address(name: letterhead.name, addrSpec: letterhead.address), to: [Address(name: nil, addrSpec: row.recipient)],
            subject: wording.subject,
            date: DateField(
                secondsSince1970: Int(now.timeIntervalSince1970), offsetMinutes: clock.timeZone.offset(at: now) / 60),
            messageID: Self.bare(row.messageID), inReplyTo: answered, references: answered, extraFields: extra, text: wording.body
        )
        do {
            return try outgoing.octets()
        } catch {
            throw .composing("\(error)")
        }
    }

    private func values(for row: OutboxRow, card: Card?, in language: Language) -> [String: Any] {
        // An empty text counts as present in a Mustache section: what is empty is left out.
        var values: [String: Any] = row.parameters.filter { !$0.value.isEmpty }
        values["officeName"] = letterhead.name
        values["officePhone"] = letterhead.phone
        values["officeAddress"] = letterhead.address
        if let card {
            if !card.subject.isEmpty { values["subject"] = card.subject }
            values["receivedOn"] = Self.words(clock.civilDate(of: card.receivedAt), in: language)
            values["registrationIndex"] = card.registrationIndex ?? ""
            values["registeredOn"] = card.registeredOn.map { Self.words($0, in: language) } ?? ""
        }
        if let differences = row.parameters["differences"] { values["differences"] = Self.list(differences) }
        return values
    }

    /// `mailbox<TAB>difference` a line: the parameters of an outbox row are texts only.
    private static func list(_ text: String) -> [[String: String]] {
        text.split(separator: "\n").map { line in
            let cells = line.split(separator: "\t", maxSplits: 1).map(String.init)
            return ["mailbox": cells.first ?? "", "difference": cells.last ?? ""]
        }
    }

    private static func words(_ date: CivilDate, in language: Language) -> String {
        language == .ukrainian ? date.ukrainianWords : date.englishWords
    }

    private static func bare(_ messageID: String) -> String {
        messageID.hasPrefix("<") && messageID.hasSuffix(">") ? String(messageID.dropFirst().dropLast()) : messageID
    }
}
