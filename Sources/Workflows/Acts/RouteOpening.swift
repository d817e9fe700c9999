// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Office
package import OfficeCalendar
package import OfficeStore

/// Opens the route of a card: people in their places, what the letter asks for as tasks, the terms of the law.
package struct RouteOpening: Sendable {
    /// Why a card has no route; nothing was changed.
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case noRoute(DocumentKind?)
        /// In quarantine, refused or cancelled.
        case notOnRoute(CardID, CardState)

        package var description: String {
            switch self {
            case .noRoute(let kind):
                "No route in staff.yaml takes letters of kind \(kind?.rawValue ?? "—"). Add a route without `when` for all others."
            case .notOnRoute(let card, let state):
                "Card \(card) is \(state.rawValue): it goes no route. See `chancery card show \(card)`."
            }
        }
    }

    private let staff: StaffDirectory
    private let journals: JournalList
    private let law: OfficeActs.Law
    private let timeZone: OfficeTimeZone

    package init(staff: StaffDirectory, journals: JournalList, law: OfficeActs.Law, timeZone: OfficeTimeZone) {
        self.staff = staff
        self.journals = journals
        self.law = law
        self.timeZone = timeZone
    }

    /// The opening of a card a letter made.
    /// - Parameter sheet: the card's fact sheet as the register keeps it; nil when the letter was not read.
    package func opening(of card: Card, sheet text: String?) throws -> CardOpening {
        guard [.preReview, .registered, .notRegistered].contains(card.state) else {
            throw Refusal.notOnRoute(card.id, card.state)
        }
        let sheet = text.flatMap { FactSheet(jsonText: $0) }
        let kind = card.kind.map { DocumentKind(rawValue: $0) }
        let received = timeZone.wallTime(at: card.receivedAt)
        let terms = kind.flatMap { law.kinds.terms(of: $0.rawValue, on: received.date) }
        return CardOpening(
            card: card.id, origin: .incoming(particulars(of: card, sheet, received.date)), kind: kind,
            route: try route(for: kind),
            mark: mark(of: card), limits: ReviewLimits(terms, receivedAt: received, reckoning: law.reckoning),
            allowance: ExtensionAllowance(terms, receivedAt: received, reckoning: law.reckoning),
            tasks: Self.tasks(of: card, sheet))
    }

    /// The opening of a document of our own.
    package func opening(of card: CardID, _ origin: CardOpening.Origin) throws -> CardOpening {
        CardOpening(
            card: card, origin: origin, kind: nil, route: try route(for: nil), mark: nil,
            limits: .none, allowance: .open, tasks: [])
    }

    private func route(for kind: DocumentKind?) throws -> CardRoute {
        guard let rule = staff.route(for: kind) else { throw Refusal.noRoute(kind) }
        return try staff.lay(rule)
    }

    private func mark(of card: Card) -> RegistrationMark? {
        guard let journal = card.journal, let index = card.registrationIndex, let day = card.registeredOn else { return nil }
        return RegistrationMark(journal: journal, index: index, date: day)
    }

    private func particulars(of card: Card, _ sheet: FactSheet?, _ receivedOn: CivilDate) -> IncomingParticulars {
        let number = sheet?.outNumber ?? ""
        let date = sheet?.outDate.flatMap { CivilDate($0) } ?? (number.isEmpty ? card.letterDate.map(timeZone.civilDate) : nil)
        let kind = card.kind.map { DocumentKind(rawValue: $0) }
        let journal = card.journal.flatMap { journals[$0] } ?? journals.journal(for: kind)
        return IncomingParticulars(
            correspondents: Self.correspondents(of: card, sheet), references: [LetterReference(number: number, date: date)],
            subject: sheet?.subject ?? card.subject, caseFile: journal?.caseFile ?? "", receivedOn: receivedOn)
    }

    /// Whom an answer goes to: the body or person who wrote; for an appeal an authority passed on, the applicant first.
    private static func correspondents(of card: Card, _ sheet: FactSheet?) -> [Addressee] {
        let shown = card.senderName.isEmpty ? card.senderAddress : card.senderName
        guard let sheet, let applicant = sheet.applicant, let name = applicant.name else {
            return [Addressee(name: sheet?.sender ?? shown, address: card.senderAddress)]
        }
        let isPassedOn = sheet.viaAuthority != nil || sheet.sender != nil
        let mail = applicant.email ?? (isPassedOn ? nil : card.senderAddress)
        let person = Addressee(name: name, address: address(by: sheet.replyChannel, mail: mail, post: applicant.address))
        guard isPassedOn else { return [person] }
        return [person, Addressee(name: sheet.viaAuthority ?? sheet.sender ?? shown, address: card.senderAddress)]
    }

    /// By the way the applicant asked for; else by mail, by post where there is none. Empty where the letter gives no address: the front
    /// office finds the way.
    private static func address(by channel: String?, mail: String?, post: String?) -> String {
        let mail = mail.flatMap { $0.contains("@") ? $0 : nil }
        return switch channel {
        case "post": post ?? mail ?? ""
        case "personally": post ?? ""
        default: mail ?? post ?? ""
        }
    }

    /// What the letter asks for; where it names nothing, the letter itself is the task.
    private static func tasks(of card: Card, _ sheet: FactSheet?) -> [CardTask] {
        let due = card.deadline.flatMap { CivilDate($0.prefix(10)) }
        let read = (sheet?.tasks ?? []).enumerated().map { index, task in
            CardTask(
                id: TaskID(rawValue: index + 1), text: task.text,
                due: (task.due.legal ?? task.due.stated).flatMap { CivilDate($0.prefix(10)) })
        }
        guard let first = read.first else {
            return due.map { [CardTask(id: TaskID(rawValue: 1), text: card.subject, due: $0)] } ?? []
        }
        // The card's term holds for the letter as a whole: some task must carry it.
        guard let due, !read.contains(where: { $0.due != nil }) else { return read }
        return [CardTask(id: first.id, text: first.text, due: due)] + read.dropFirst()
    }
}
