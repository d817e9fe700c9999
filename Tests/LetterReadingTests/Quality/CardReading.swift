// SPDX-License-Identifier: Apache-2.0
import LetterReading
import OfficeCalendar

/// What a card says, by the keys of `expected` in `domain/letters.json`: the clerk's card and the reader's have this one form.
struct CardReading: Sendable {
    struct Reference: Decodable, Sendable, Hashable {
        var number: String
        var date: String?
    }

    struct Basis: Decodable, Sendable, Hashable {
        var body: String
        var number: String
        var date: String?
    }

    struct Due: Decodable, Sendable, Hashable {
        var type: String
        var stated: String?
        /// `YYYY-MM-DD`, for hours `YYYY-MM-DDThh:mm`.
        var legal: String?
        var `internal`: String?
        /// `hh:mm`.
        var time: String?
        var rrule: String?
        var at: String?
        var rule: String?
        var upperBound: String?
        var target15days: String?
    }

    struct Task: Decodable, Sendable, Hashable {
        var text: String
        var due: Due
    }

    struct Applicant: Decodable, Sendable, Hashable {
        var name: String?
        var address: String?
        var phone: String?
        var email: String?
        var category: String?
        var signatories: Int?
    }

    var kind: String
    var secondaryKind: String?
    var viaAuthority: String?
    var sender: String?
    var outNumber: String?
    var outDate: String?
    var inReplyTo: Reference?
    var basis: [Basis] = []
    var subject: String?
    var tasks: [Task] = []
    var applicant: Applicant?
    var attachmentsNamed: [String] = []
    var signatory: String?
    var contact: String?
    var replyChannel: String?
    var flags: Set<String> = []
    var cardDeadline: String?
    /// Fields the clerk filled in on some cards only: one he left out is not judged, one he wrote `null` is.
    var statedKeys: Set<CodingKeys> = []
}

extension CardReading: Decodable {
    enum CodingKeys: String, CodingKey, Hashable, Sendable {
        case kind, secondaryKind, viaAuthority, sender, outNumber, outDate, inReplyTo, basis, subject, tasks, applicant
        case attachmentsNamed, signatory, contact, replyChannel, flags, cardDeadline
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        kind = try fields.decode(String.self, forKey: .kind)
        secondaryKind = try fields.decodeIfPresent(String.self, forKey: .secondaryKind)
        viaAuthority = try fields.decodeIfPresent(String.self, forKey: .viaAuthority)
        sender = try fields.decodeIfPresent(String.self, forKey: .sender)
        outNumber = try fields.decodeIfPresent(String.self, forKey: .outNumber)
        outDate = try fields.decodeIfPresent(String.self, forKey: .outDate)
        inReplyTo = try fields.decodeIfPresent(Reference.self, forKey: .inReplyTo)
        basis = try fields.decodeIfPresent([Basis].self, forKey: .basis) ?? []
        subject = try fields.decodeIfPresent(String.self, forKey: .subject)
        tasks = try fields.decodeIfPresent([Task].self, forKey: .tasks) ?? []
        applicant = try fields.decodeIfPresent(Applicant.self, forKey: .applicant)
        attachmentsNamed = try fields.decodeIfPresent([String].self, forKey: .attachmentsNamed) ?? []
        signatory = try fields.decodeIfPresent(String.self, forKey: .signatory)
        contact = try fields.decodeIfPresent(String.self, forKey: .contact)
        replyChannel = try fields.decodeIfPresent(String.self, forKey: .replyChannel)
        flags = Set(try fields.decodeIfPresent([String].self, forKey: .flags) ?? [])
        cardDeadline = try fields.decodeIfPresent(String.self, forKey: .cardDeadline)
        statedKeys = Set(fields.allKeys)
    }
}

extension CardReading {
    init(_ facts: LetterFacts) {
        self.init(kind: facts.kind.value)
        secondaryKind = facts.secondaryKind?.value
        viaAuthority = facts.viaAuthority?.value
        sender = facts.sender?.value
        outNumber = facts.outNumber?.value
        outDate = facts.outDate?.value.description
        inReplyTo = facts.inReplyTo.map { Reference(number: $0.value.number, date: $0.value.date?.description) }
        basis = facts.basis.map {
            Basis(body: $0.value.body, number: $0.value.number, date: $0.value.date?.description)
        }
        subject = facts.subject?.value
        tasks = facts.tasks.map { Task(text: $0.value.text, due: Due($0.value.due)) }
        applicant = facts.applicant.map(Applicant.init)
        attachmentsNamed = facts.attachmentsNamed.map(\.value)
        signatory = facts.signatory?.value
        contact = facts.contact?.value
        replyChannel = facts.replyChannel?.value
        flags = Set(facts.flags.map(\.value.rawValue))
        cardDeadline = facts.cardDeadline.flatMap { Due($0).legal }
    }
}

extension CardReading.Due {
    init(_ deadline: Deadline) {
        self.init(type: deadline.type)
        stated = deadline.stated?.description
        rrule = deadline.rrule
        at = deadline.at?.minuteText
        upperBound = deadline.upperBound?.description
        target15days = deadline.target15days?.description
        if case .relativeToEvent(let words) = deadline.form { rule = words }
        if case .term(.hours) = deadline.form {
            legal = deadline.legalText
        } else {
            legal = deadline.legal?.description
            self.internal = deadline.internal?.description
            time = deadline.time?.description
        }
    }
}

extension CardReading.Applicant {
    init(_ applicant: LetterReading.Applicant) {
        name = applicant.name?.value
        address = applicant.address?.value
        phone = applicant.phone?.value
        email = applicant.email?.value
        category = applicant.category?.value
        signatories = applicant.signatories?.value
    }

    var isEmpty: Bool { self == CardReading.Applicant() }
}
