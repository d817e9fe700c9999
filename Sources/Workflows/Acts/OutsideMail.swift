// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import OfficeCalendar
import OfficeStore

/// Mail to those outside the council: letters that go out, and what an applicant is told.
struct OutsideMail: Sendable {
    let staff: StaffDirectory
    let day: CivilDate
    let officeAddress: String
    let messageIDs: MessageIDSource

    /// One letter to each addressee that has an e-mail address; the front office sends the others by hand.
    func letters(_ id: DraftID, to addressees: [Addressee], _ step: ActStep) -> [NewLetter] {
        guard let draft = step.life[draft: id] else { return [] }
        var first = 0
        if case .resent(_, let addressee, _) = step.act?.deed { first = addressee }
        return addressees.enumerated().compactMap { offset, addressee in
            guard addressee.hasMailAddress else { return nil }
            let notice = NewNotice(
                kind: OutgoingLetterRow.kind, language: step.card.language, recipient: addressee.address,
                messageID: messageIDs.next(), inReplyTo: step.card.messageID,
                parameters: ["files": "draft:\(id.rawValue):\(draft.versions.count)", "addressee": addressee.name])
            return NewLetter(notice: notice, draft: id, addressee: first + offset)
        }
    }

    /// To the sender, and to an applicant whose letter an authority passed on.
    func notices(of told: ApplicantNotice, _ step: ActStep) -> [NewNotice] {
        guard !step.card.isImported else { return [] }
        let language = Language(rawValue: step.card.language) ?? .ukrainian
        let (kind, values) = content(of: told, in: language)
        let sheet = step.sheet.flatMap { FactSheet(jsonText: $0) }
        var parameters = values
        if kind == .registered || kind == .refused {
            parameters.merge(sheet?.exchange?.parameters ?? [:]) { own, _ in own }
        }
        parameters.merge(Discretion.parameters(for: sheet)) { own, _ in own }
        if kind == .registered || kind == .ownerAppointed { parameters["due"] = promisedDay(step, sheet)?.description }
        return recipients(step).map { recipient in
            NewNotice(
                kind: kind.rawValue, language: language.rawValue, recipient: recipient, messageID: messageIDs.next(),
                inReplyTo: step.card.messageID, parameters: parameters)
        }
    }

    /// The day an applicant may be promised: that of the law, never one another authority or a resolution set.
    private func promisedDay(_ step: ActStep, _ sheet: FactSheet?) -> CivilDate? {
        guard let sheet, sheet.viaAuthority == nil, sheet.kind.hasPrefix("CITIZEN_") || sheet.kind == "PUBLIC_INFO" else {
            return nil
        }
        return sheet.cardDeadline.flatMap { CivilDate($0.prefix(10)) }
    }

    /// The sender, and an applicant whose letter an authority passed on.
    private func recipients(_ step: ActStep) -> [String] {
        guard case .incoming(let letter) = step.life.opening.origin else { return [] }
        var found: [String] = []
        let others = letter.correspondents.count > 1 ? letter.correspondents.map(\.address) : []
        for address in [step.card.senderAddress] + others
        where address.contains("@") && address.lowercased() != officeAddress.lowercased()
            && !found.contains(where: { $0.lowercased() == address.lowercased() })
        {
            found.append(address)
        }
        return found
    }

    private func content(of told: ApplicantNotice, in language: Language) -> (NoticeKind, [String: String]) {
        switch told {
        case .registered: return (.registered, [:])
        case .refused(let ground, let explanation):
            let registrar = staff.registrars.first
            return (
                .refused,
                [
                    "ground": ground.wording(in: language), "explanation": explanation, "registrarName": registrar?.name ?? "",
                    "registrarPhone": registrar.flatMap { staff.phone(of: $0) } ?? "",
                ]
            )
        case .ownerAppointed(let id):
            let owner = staff.acting(for: id, on: day)
            return (
                .ownerAppointed,
                [
                    "ownerName": owner?.name ?? id.rawValue, "ownerPost": owner?.post ?? "",
                    "ownerDepartment": owner?.department.flatMap { staff.department($0)?.name } ?? "",
                    "ownerPhone": owner.flatMap { staff.phone(of: $0) } ?? "",
                ]
            )
        case .forwarded(let body): return (.forwarded, ["destination": body])
        case .sentBack(let explanation): return (.sentBack, ["explanation": explanation])
        case .extended(let until, let reason): return (.extended, ["due": until.description, "reason": reason])
        }
    }
}

/// Rows of the outbox that carry an outgoing letter of a card rather than a notice.
package enum OutgoingLetterRow {
    package static let kind = "letter"
}
