// SPDX-License-Identifier: Apache-2.0
package import LetterReading
import OfficeCalendar

/// What a letter says, flat and in words, as `chancery read --json` prints it and the register keeps it. What is not known is null.
package struct FactSheet: Hashable, Codable, Sendable {
    /// A document by its number.
    package struct Reference: Hashable, Codable, Sendable {
        /// Whose document it is; only for a basis.
        package var body: String?
        package let number: String
        /// `YYYY-MM-DD`.
        package let date: String?
    }

    package struct Task: Hashable, Codable, Sendable {
        package let text: String
        package let due: Due
    }

    /// The deadline of a task. Days are `YYYY-MM-DD`, with a time `YYYY-MM-DDTHH:MM`.
    package struct Due: Hashable, Codable, Sendable {
        /// `explicit`, `3 working days`, `recurring`, `event`, `none`, ….
        package let type: String
        package var stated: String?
        package var legal: String?
        package var `internal`: String?
        package var time: String?
        package var rrule: String?
        package var at: String?
        package var rule: String?
        package var upperBound: String?
        package var target15days: String?
        package var second: String?
        package var needsReview: Bool?
        package var overdueOnArrival: Bool?
        /// The article a statutory term rests on.
        package var basis: String?
    }

    package struct Person: Hashable, Codable, Sendable {
        package var name: String?
        package var address: String?
        package var phone: String?
        package var email: String?
        package var category: String?
        package var signatories: Int?
    }

    /// Where a fact was read, how sure it is, and why.
    package struct Reading: Hashable, Codable, Sendable {
        /// The key of the fact, with its position in a list: `outNumber`, `tasks.2`, `applicant.name`.
        package let fact: String
        /// The part of the letter; null when no single place says it.
        package var part: String?
        /// Octets of UTF-8 in the text of that part.
        package var start: Int?
        package var end: Int?
        /// `sure`, `likely`, `unsure`.
        package let certainty: String
        package let reason: String
    }

    package var kind: String
    package var secondaryKind: String?
    package var viaAuthority: String?
    package var sender: String?
    package var outNumber: String?
    package var outDate: String?
    package var inReplyTo: Reference?
    package var basis: [Reference]
    package var subject: String?
    package var tasks: [Task]
    package var applicant: Person?
    package var attachmentsNamed: [String]
    package var signatory: String?
    package var contact: String?
    package var replyChannel: String?
    package var flags: [String]
    package var cardDeadline: String?
    package var readings: [Reading]
    /// Who sent the message of order 1207 in the letter and wants receipts about it.
    package var exchange: ExchangeSender?
    /// The receipt about a message of ours that the letter brings instead of a document.
    package var receipt: ReceiptNote?
}

extension FactSheet {
    package init(_ facts: LetterFacts) {
        var notes = ReadingNotes()
        kind = notes.note("kind", facts.kind)
        secondaryKind = notes.note("secondaryKind", facts.secondaryKind)
        viaAuthority = notes.note("viaAuthority", facts.viaAuthority)
        sender = notes.note("sender", facts.sender)
        outNumber = notes.note("outNumber", facts.outNumber)
        outDate = notes.note("outDate", facts.outDate)?.description
        inReplyTo = notes.note("inReplyTo", facts.inReplyTo).map {
            Reference(number: $0.number, date: $0.date?.description)
        }
        basis = notes.note("basis", facts.basis).map {
            Reference(body: $0.body, number: $0.number, date: $0.date?.description)
        }
        subject = notes.note("subject", facts.subject)
        tasks = notes.note("tasks", facts.tasks).map { Task(text: $0.text, due: Due($0.due)) }
        applicant = facts.applicant.map { applicant in
            Person(
                name: notes.note("applicant.name", applicant.name), address: notes.note("applicant.address", applicant.address),
                phone: notes.note("applicant.phone", applicant.phone), email: notes.note("applicant.email", applicant.email),
                category: notes.note("applicant.category", applicant.category),
                signatories: notes.note("applicant.signatories", applicant.signatories))
        }
        attachmentsNamed = notes.note("attachmentsNamed", facts.attachmentsNamed)
        signatory = notes.note("signatory", facts.signatory)
        contact = notes.note("contact", facts.contact)
        replyChannel = notes.note("replyChannel", facts.replyChannel)
        flags = notes.note("flags", facts.flags).map(\.rawValue)
        cardDeadline = facts.cardDeadline.flatMap(\.cardText)
        readings = notes.readings
    }

    /// Whether the kind is sure enough to choose a journal and a route by it.
    package var isKindCertain: Bool {
        readings.first { $0.fact == "kind" }.map { $0.certainty != Certainty.unsure.rawValue } ?? false
    }

    /// The facts a clerk should look at before relying on them.
    package var doubtful: [Reading] { readings.filter { $0.certainty == Certainty.unsure.rawValue } }
}

extension FactSheet {
    /// The keys every letter has an answer to are written even where the answer is null.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(secondaryKind, forKey: .secondaryKind)
        try container.encodeIfPresent(viaAuthority, forKey: .viaAuthority)
        try container.encode(sender, forKey: .sender)
        try container.encode(outNumber, forKey: .outNumber)
        try container.encode(outDate, forKey: .outDate)
        try container.encode(inReplyTo, forKey: .inReplyTo)
        try container.encode(basis, forKey: .basis)
        try container.encode(subject, forKey: .subject)
        try container.encode(tasks, forKey: .tasks)
        try container.encode(applicant, forKey: .applicant)
        try container.encode(attachmentsNamed, forKey: .attachmentsNamed)
        try container.encode(signatory, forKey: .signatory)
        try container.encode(contact, forKey: .contact)
        try container.encodeIfPresent(replyChannel, forKey: .replyChannel)
        try container.encode(flags, forKey: .flags)
        try container.encode(cardDeadline, forKey: .cardDeadline)
        try container.encode(readings, forKey: .readings)
        try container.encodeIfPresent(exchange, forKey: .exchange)
        try container.encodeIfPresent(receipt, forKey: .receipt)
    }
}

extension FactSheet.Due {
    init(_ due: Deadline) {
        type = due.type
        stated = due.stated?.description
        legal = due.cardText
        self.internal = due.internal?.description
        time = due.instant == nil ? due.time?.description : nil
        rrule = due.rrule
        at = due.at?.minuteText
        if case .relativeToEvent(let words) = due.form { rule = words }
        upperBound = due.upperBound?.description
        target15days = due.target15days?.description
        second = due.second?.description
        if due.needsReview { needsReview = true }
        if due.overdueOnArrival { overdueOnArrival = true }
        basis = due.basis
    }
}

extension Deadline {
    /// The legal date as a card has it: `2026-11-20`, for hours `2026-11-18T09:30`.
    var cardText: String? {
        guard let legal else { return nil }
        guard instant != nil, let time else { return legal.description }
        return WallTime(date: legal, time: time).minuteText
    }
}

/// Gathers where facts were read.
private struct ReadingNotes {
    var readings: [FactSheet.Reading] = []

    mutating func note<Value>(_ key: String, _ fact: Fact<Value>) -> Value {
        readings.append(
            FactSheet.Reading(
                fact: key, part: fact.place?.part, start: fact.place?.range.lowerBound, end: fact.place?.range.upperBound,
                certainty: fact.certainty.rawValue, reason: fact.reason))
        return fact.value
    }

    mutating func note<Value>(_ key: String, _ fact: Fact<Value>?) -> Value? {
        guard let fact else { return nil }
        let value: Value = note(key, fact)
        return value
    }

    mutating func note<Value>(_ key: String, _ facts: [Fact<Value>]) -> [Value] {
        facts.enumerated().map { note("\(key).\($0 + 1)", $1) }
    }
}
