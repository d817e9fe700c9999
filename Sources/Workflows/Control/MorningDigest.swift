// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar
package import OfficeStore

/// What each person of the council finds in one letter in the morning: what is late, due today, due soon, and what waits for them.
package struct MorningDigest: Sendable {
    /// Working days before a due date from which it counts as soon.
    package static let soon = 5

    /// A card as the digest shows it.
    package struct Entry: Sendable {
        package let card: Card
        package let life: CardLife

        package init(card: Card, life: CardLife) {
            self.card = card
            self.life = life
        }
    }

    private let staff: StaffDirectory
    private let language: Language
    private let moment: WallTime
    private let isWorkingDay: @Sendable (CivilDate) -> Bool

    package init(
        staff: StaffDirectory, language: Language, moment: WallTime, isWorkingDay: @escaping @Sendable (CivilDate) -> Bool
    ) {
        self.staff = staff
        self.language = language
        self.moment = moment
        self.isWorkingDay = isWorkingDay
    }

    /// One letter for everybody who has anything to do; none for the others.
    package func notices(of entries: [Entry], messageIDs: MessageIDSource) -> [NewNotice] {
        var rows: [PersonID: [String: [String]]] = [:]
        for entry in entries {
            for (person, list, what) in lines(of: entry) {
                guard let acting = staff.acting(for: person, on: moment.date) else { continue }
                rows[acting.id, default: [:]][list, default: []].append(row(entry, what))
            }
        }
        return staff.people.compactMap { person in
            guard let lists = rows[person.id] else { return nil }
            var parameters = lists.mapValues { $0.joined(separator: "\n") }
            parameters["date"] = moment.date.description
            parameters["name"] = person.givenNameAndSurname
            return NewNotice(
                kind: NoticeKind.digest.rawValue, language: language.rawValue, recipient: person.email,
                messageID: messageIDs.next(),
                parameters: parameters)
        }
    }

    private typealias Line = (person: PersonID, list: String, what: String)

    private func lines(of entry: Entry) -> [Line] { owned(entry.life) + waiting(entry.life) }

    private func owned(_ life: CardLife) -> [Line] {
        guard life.stage == .inExecution else { return [] }
        return life.tasks.compactMap { task in
            guard task.isOpen, let owner = task.owner, let due = task.due, let list = list(for: due) else { return nil }
            return (owner, list, words(.reported, task.text))
        }
    }

    private func list(for due: CivilDate) -> String? {
        if due < moment.date { return "late" }
        if due == moment.date { return "today" }
        return due <= moment.date.adding(workingDays: Self.soon, isWorkingDay: isWorkingDay) ? "soon" : nil
    }

    private func waiting(_ life: CardLife) -> [Line] {
        var lines: [Line] = []
        func add(_ people: [PersonID], _ kind: DeedKind, _ detail: String = "") {
            lines += people.map { ($0, "waiting", words(kind, detail)) }
        }
        let frontOffice = staff.people(with: life.opening.frontOffice).map(\.id)
        switch life.stage {
        case .preReview: add(frontOffice, .accepted)
        case .onResolution: add(life.opening.route.review.holders, .resolved)
        case .controlCheck: add(staff.people(with: .controller).map(\.id), .controlRemoved)
        case .drafting, .inExecution, .executed, .closed, .refused, .forwarded, .sentBack, .notRegistered, .cancelled: break
        }
        for draft in life.drafts {
            switch draft.stage {
            case .onApproval: add(draft.turn?.holders ?? [], .approved, draft.current.content.subject)
            case .onSigning: add(draft.signatory.holders, .signed, draft.current.content.subject)
            case .signed: add(frontOffice, .draftRegistered, draft.current.content.subject)
            case .registered: add(frontOffice, .dispatched, draft.current.content.subject)
            case .returned: add([draft.author], .submitted, draft.current.content.subject)
            case .dispatched:
                if draft.awaitsHand { add(frontOffice, .handedOver, draft.current.content.subject) }
            case .drafting, .abandoned: break
            }
        }
        if life.opening.allowance.authority == .head, life.tasks.contains(where: { $0.pendingExtension != nil }) {
            add(life.opening.route.review.holders, .extensionGranted)
        }
        return lines
    }

    private func words(_ kind: DeedKind, _ detail: String) -> String {
        // A task is shown in its own words.
        if kind == .reported { return detail }
        let act = language == .ukrainian ? kind.ukrainian : kind.english
        return detail.isEmpty ? act : "\(act) «\(detail)»"
    }

    private func row(_ entry: Entry, _ what: String) -> String {
        let number = entry.card.registrationIndex.map { "№ \($0)" } ?? "#\(entry.card.id)"
        let due = entry.life.due.map { language == .ukrainian ? $0.ukrainianDigits : $0.description } ?? ""
        return [number, what, entry.card.subject, due].map(Self.cell).joined(separator: "\t")
    }

    /// A cell holds neither tabs nor line ends, and no more than a line of a letter.
    private static func cell(_ text: String) -> String {
        let flat = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        return String(flat.prefix(160))
    }
}
