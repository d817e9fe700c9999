// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

// An act and the opening of a card as a repository stores them.

extension ActingPerson: PlainRepresentable {
    package var plain: PlainValue {
        .fields(["person": person.plain, "roles": Self.sorted(roles).plain, "standIn": standIn?.plain])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        let roles: [Role] = try plain.list("roles")
        self.init(person: try plain.field("person"), roles: Set(roles), standIn: try plain.optional("standIn"))
    }

    /// A set has no order, a record has: the same act is always the same text.
    static func sorted(_ roles: Set<Role>) -> [Role] { Role.allCases.filter(roles.contains) }
}

extension StandIn: PlainRepresentable {
    package var plain: PlainValue {
        .fields(["absent": absent.plain, "roles": ActingPerson.sorted(roles).plain, "chain": chain.plain])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        let roles: [Role] = try plain.list("roles")
        self.init(absent: try plain.field("absent"), roles: Set(roles), chain: try plain.list("chain"))
    }
}

extension Act: PlainRepresentable {
    package var plain: PlainValue {
        .fields(["by": actor.plain, "at": at.plain, "proof": proof.plain, "deed": deed.plain])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(
            by: try plain.field("by"), at: try plain.field("at"), proof: try plain.field("proof"), deed: try plain.field("deed"))
    }
}

extension CardTask: PlainRepresentable {
    /// As it stands in an opening: what became of it is in the acts.
    package var plain: PlainValue { .fields(["id": id.plain, "text": text.plain, "due": due?.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(id: try plain.field("id"), text: try plain.field("text"), due: try plain.optional("due"))
    }
}

extension IncomingParticulars: PlainRepresentable {
    package var plain: PlainValue {
        .fields([
            "correspondents": correspondents.plain, "references": references.plain, "subject": subject.plain,
            "caseFile": caseFile.plain, "receivedOn": receivedOn.plain,
        ])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(
            correspondents: try plain.list("correspondents"), references: try plain.list("references"),
            subject: try plain.field("subject"), caseFile: try plain.field("caseFile"),
            receivedOn: try plain.field("receivedOn"))
    }
}

extension CardOpening.Origin: PlainRepresentable {
    package var plain: PlainValue {
        switch self {
        case .incoming(let particulars): .fields(["incoming": particulars.plain])
        case .internalNote(let author): .fields(["internalNote": author.plain])
        case .ownLetter(let author): .fields(["ownLetter": author.plain])
        }
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        if let particulars: IncomingParticulars = try plain.optional("incoming") {
            self = .incoming(particulars)
        } else if let author: PersonID = try plain.optional("internalNote") {
            self = .internalNote(author: author)
        } else {
            self = .ownLetter(author: try plain.field("ownLetter"))
        }
    }
}

extension ReviewLimits: PlainRepresentable {
    package var plain: PlainValue { .fields(["forwardBy": forwardBy?.plain, "sendBackBy": sendBackBy?.plain]) }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(forwardBy: try plain.optional("forwardBy"), sendBackBy: try plain.optional("sendBackBy"))
    }
}

extension ExtensionAllowance: PlainRepresentable {
    package var plain: PlainValue {
        .fields(["authority": authority.plain, "latest": latest?.plain, "grantBy": grantBy?.plain, "ground": ground.plain])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(
            authority: try plain.field("authority"), latest: try plain.optional("latest"),
            grantBy: try plain.optional("grantBy"), ground: try plain.field("ground"))
    }
}

extension CardOpening: PlainRepresentable {
    package var plain: PlainValue {
        .fields([
            "card": card.plain, "origin": origin.plain, "kind": kind?.plain, "route": route.plain, "mark": mark?.plain,
            "limits": limits.plain, "allowance": allowance.plain, "tasks": tasks.plain,
        ])
    }
    package init(plain: PlainValue) throws(PlainValueError) {
        self.init(
            card: try plain.field("card"), origin: try plain.field("origin"), kind: try plain.optional("kind"),
            route: try plain.field("route"), mark: try plain.optional("mark"), limits: try plain.field("limits"),
            allowance: try plain.field("allowance"), tasks: try plain.list("tasks"))
    }
}
