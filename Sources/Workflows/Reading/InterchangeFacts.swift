// SPDX-License-Identifier: Apache-2.0
import Interchange
import LetterReading
import Office
import OfficeCalendar

extension LetterFacts {
    /// Puts what a message of order 1207 says in the place of what was read off the text: it is exact (domain §3.3).
    ///
    /// What the message does not say stays as it was read.
    mutating func take(_ card: InterchangeCard, from part: String, receivedAt: WallTime, by reckoning: DueReckoning) {
        func exact<Value>(_ value: Value) -> Fact<Value> {
            Fact(value, at: FactPlace(part: part, range: 0..<0), .sure, because: "the order 1207 message says so")
        }
        if let code = card.kind?.rawValue { kind = exact(code) }
        if !card.sender.name.isEmpty {
            if card.sender.isPrivatePerson {
                sender = nil
                var person = applicant ?? Applicant()
                person.name = exact(card.sender.name)
                if let address = card.sender.address { person.address = exact(address) }
                if let phone = card.sender.phone { person.phone = exact(phone) }
                if let email = card.sender.email { person.email = exact(email) }
                applicant = person
            } else {
                sender = exact(card.sender.name)
                if kind.value.hasPrefix("AUTH_") || kind.value == "REPLY" { applicant = nil }
            }
        }
        if let number = card.outgoingNumber {
            outNumber = exact(number.number)
            outDate = number.date.map(exact)
        }
        if let subject = card.subject { self.subject = exact(subject) }
        if let answered = card.references.compactMap(\.document).first {
            inReplyTo = exact(DocumentReference(number: answered.number, date: answered.date))
        }
        if let person = card.signatory { signatory = exact(person.name) }
        if let person = card.contact { contact = exact([person.name, person.phone].compactMap(\.self).joined(separator: " ")) }
        if !card.tasks.isEmpty { takeTasks(card, exact: exact, receivedAt: receivedAt, by: reckoning) }
        addFlags(card, exact: exact)
    }

    private mutating func takeTasks(
        _ card: InterchangeCard, exact: (LetterTask) -> Fact<LetterTask>, receivedAt: WallTime, by reckoning: DueReckoning
    ) {
        tasks = card.tasks.map { task in
            let day = task.role == .informed ? nil : task.deadline ?? card.approvalDeadline
            let due = day.map { Deadline(on: $0, receivedAt: receivedAt, by: reckoning) } ?? Deadline(.none)
            return exact(LetterTask(text: task.text, due: due))
        }
        cardDeadline = tasks.map(\.value.due).filter { $0.legal != nil }.min { ($0.legal ?? .distant) < ($1.legal ?? .distant) }
    }

    private mutating func addFlags(_ card: InterchangeCard, exact: (LetterFlag) -> Fact<LetterFlag>) {
        var found: [LetterFlag] = []
        if card.isUrgent { found.append(.urgent) }
        if card.isCollective { found.append(.collective) }
        if card.isConfidential { found.append(.confidential) }
        if card.tasks.contains(where: \.isControlled) { found.append(.control) }
        if card.tasks.count > 1 { found.append(.multitask) }
        for flag in found where !flags.contains(where: { $0.value == flag }) { flags.append(exact(flag)) }
    }
}

extension InterchangeMessage.Reference {
    /// The document it names; nil for a task.
    fileprivate var document: InterchangeMessage.RegistrationNumber? {
        subject == .document ? number : nil
    }
}

extension Deadline {
    /// A day that is given as such.
    fileprivate init(on day: CivilDate, receivedAt: WallTime, by reckoning: DueReckoning) {
        self.init(.explicit)
        rule = .date(day, time: nil)
        stated = day
        overdueOnArrival = day < receivedAt.date
        guard let dates = reckoning.dates(of: .date(day, time: nil), receivedAt: receivedAt) else { return }
        legal = dates.legal
        self.internal = dates.internal
    }
}

extension CivilDate {
    fileprivate static let distant = CivilDate(dayNumber: Int.max)
}
