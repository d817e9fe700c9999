// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension Deed: PlainRepresentable {
    /// The fields of the deed, and under `kind` its ``DeedKind``.
    package var plain: PlainValue {
        var fields = content
        fields["kind"] = act.kind.plain
        return .fields(fields.compactMapValues { $0 })
    }

    private var content: [String: PlainValue?] {
        switch self {
        case .accepted(let mark): ["mark": mark.plain]
        case .refused(let ground, let explanation): ["ground": ground.plain, "explanation": explanation.plain]
        case .forwarded(let body, let late): ["to": body.plain, "lateReason": late?.plain]
        case .sentBack(let explanation, let late): ["explanation": explanation.plain, "lateReason": late?.plain]
        case .setAside(let reason), .cancelled(let reason), .reopened(let reason): ["reason": reason.plain]
        case .resolved(let resolution): ["resolution": resolution.plain]
        case .taskAccepted(let task): ["task": task.plain]
        case .reported(let task, let text): ["task": task.plain, "text": text.plain]
        case .extensionRequested(let task, let until, let reason):
            ["task": task.plain, "until": until.plain, "reason": reason.plain]
        case .extensionGranted(let task, let basis): ["task": task.plain, "basis": basis?.plain]
        case .extensionDeclined(let task, let reason): ["task": task.plain, "reason": reason.plain]
        case .draftOpened(let id, let purpose, let tasks, let version):
            ["draft": id.plain, "purpose": purpose.plain, "tasks": tasks.plain, "version": version.plain]
        case .draftEdited(let id, let version): ["draft": id.plain, "version": version.plain]
        case .submitted(let id), .withdrawn(let id), .dispatched(let id): ["draft": id.plain]
        case .abandoned(let id, let reason): ["draft": id.plain, "reason": reason.plain]
        case .approved(let id, let version), .signed(let id, let version): ["draft": id.plain, "version": version.plain]
        case .remarked(let id, let version, let remark): ["draft": id.plain, "version": version.plain, "remark": remark.plain]
        case .remarkAnswered(let id, let reasons): ["draft": id.plain, "reasons": reasons.plain]
        case .signingDeclined(let id, let version, let reason):
            ["draft": id.plain, "version": version.plain, "reason": reason.plain]
        case .draftRegistered(let id, let mark): ["draft": id.plain, "mark": mark.plain]
        case .delivered(let id, let addressee, let verdict), .bounced(let id, let addressee, let verdict):
            ["draft": id.plain, "addressee": addressee.plain, "verdict": verdict.plain]
        case .resent(let id, let addressee, let channel):
            ["draft": id.plain, "addressee": addressee.plain, "channel": channel.plain]
        case .handedOver(let id, let addressee, let way, let day):
            ["draft": id.plain, "addressee": addressee.plain, "way": way.plain, "on": day.plain]
        case .controlRemoved(let note): ["note": note.plain]
        case .closed(let caseFile, let note): ["caseFile": caseFile.plain, "note": note.plain]
        }
    }

    package init(plain: PlainValue) throws(PlainValueError) {
        let kind: DeedKind = try plain.field("kind")
        self =
            switch kind {
            case .accepted: .accepted(try plain.field("mark"))
            case .refused: .refused(try plain.field("ground"), explanation: try plain.field("explanation"))
            case .forwarded: .forwarded(to: try plain.field("to"), lateReason: try plain.optional("lateReason"))
            case .sentBack:
                .sentBack(explanation: try plain.field("explanation"), lateReason: try plain.optional("lateReason"))
            case .setAside: .setAside(reason: try plain.field("reason"))
            case .cancelled: .cancelled(reason: try plain.field("reason"))
            case .resolved: .resolved(try plain.field("resolution"))
            case .taskAccepted: .taskAccepted(try plain.field("task"))
            case .reported: .reported(try plain.field("task"), text: try plain.field("text"))
            case .extensionRequested:
                .extensionRequested(
                    try plain.field("task"), until: try plain.field("until"), reason: try plain.field("reason"))
            case .extensionGranted: .extensionGranted(try plain.field("task"), basis: try plain.optional("basis"))
            case .extensionDeclined: .extensionDeclined(try plain.field("task"), reason: try plain.field("reason"))
            case .draftOpened, .draftEdited, .submitted, .withdrawn, .abandoned, .approved, .remarked, .remarkAnswered, .signed,
                .signingDeclined, .draftRegistered, .dispatched, .delivered, .bounced, .resent, .handedOver:
                try Deed(kind, of: try plain.field("draft"), plain)
            case .controlRemoved: .controlRemoved(note: try plain.field("note"))
            case .reopened: .reopened(reason: try plain.field("reason"))
            case .closed: .closed(caseFile: try plain.field("caseFile"), note: try plain.field("note"))
            }
    }

    private init(_ kind: DeedKind, of id: DraftID, _ plain: PlainValue) throws(PlainValueError) {
        self =
            switch kind {
            case .draftOpened:
                .draftOpened(
                    id, purpose: try plain.field("purpose"), tasks: try plain.list("tasks"), version: try plain.field("version"))
            case .draftEdited: .draftEdited(id, version: try plain.field("version"))
            case .submitted: .submitted(id)
            case .withdrawn: .withdrawn(id)
            case .abandoned: .abandoned(id, reason: try plain.field("reason"))
            case .approved: .approved(id, version: try plain.field("version"))
            case .remarked: .remarked(id, version: try plain.field("version"), remark: try plain.field("remark"))
            case .remarkAnswered: .remarkAnswered(id, reasons: try plain.field("reasons"))
            case .signed: .signed(id, version: try plain.field("version"))
            case .signingDeclined:
                .signingDeclined(id, version: try plain.field("version"), reason: try plain.field("reason"))
            case .draftRegistered: .draftRegistered(id, try plain.field("mark"))
            case .dispatched: .dispatched(id)
            case .delivered:
                .delivered(id, addressee: try plain.field("addressee"), verdict: try plain.field("verdict"))
            case .bounced: .bounced(id, addressee: try plain.field("addressee"), verdict: try plain.field("verdict"))
            case .resent: .resent(id, addressee: try plain.field("addressee"), channel: try plain.field("channel"))
            case .handedOver:
                .handedOver(
                    id, addressee: try plain.field("addressee"), way: try plain.field("way"), on: try plain.field("on"))
            default: throw PlainValueError(place: "kind", expected: "an act on a draft")
            }
    }
}
