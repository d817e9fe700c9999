// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar

/// The way of a card as `card show` prints it: who stands in its places, its tasks, and everything that was done.
struct RouteDetails: Encodable {
    struct Task: Encodable {
        let id: Int
        let text: String
        let due: String?
        let owner: String?
        let state: String
        /// The day asked for, while nobody has decided.
        let extensionAskedUntil: String?
        let formerDues: [String]
    }

    struct Resolution: Encodable {
        let id: Int
        let parent: Int?
        let author: String
        let main: String?
        let coExecutors: [String]
        let informed: [String]
        let text: String
        let term: String?
    }

    struct Act: Encodable {
        /// On the council's wall: `2026-11-23 09:05:00`.
        let at: String
        let by: String
        /// `за Шевченко О. П. (відпустка)`; empty for one's own.
        let onBehalf: String
        let proof: String
        let kind: String
        /// In the office's language: «погодити проєкт».
        let words: String
        let details: String
    }

    let stage: String
    let review: [String]
    let approvers: [[String]]
    let signatory: [String]
    let signing: String
    let tasks: [Task]
    let resolutions: [Resolution]
    let drafts: [DraftDetails]
    let acts: [Act]
    /// «До справи № …»
    let filing: String?

    init(_ life: CardLife, _ staff: StaffDirectory) {
        func people(_ seat: Seat) -> [String] { seat.holders.map(\.rawValue) }
        let route = life.opening.route
        stage = life.stage.rawValue
        review = people(route.review)
        approvers = route.approvers.map(people)
        signatory = people(route.signatory)
        signing = route.signing.rawValue
        tasks = life.tasks.map { task in
            Task(
                id: task.id.rawValue, text: task.text, due: task.due?.description, owner: task.owner?.rawValue,
                state: Self.words(task.state), extensionAskedUntil: task.pendingExtension?.until.description,
                formerDues: task.formerDues.map(\.description))
        }
        resolutions = life.resolutions.nodes.map { node in
            Resolution(
                id: node.resolution.id.rawValue, parent: node.resolution.parent?.rawValue, author: node.author.rawValue,
                main: node.resolution.main?.rawValue, coExecutors: node.resolution.coExecutors.map(\.rawValue),
                informed: node.resolution.informed.map(\.rawValue), text: node.resolution.text,
                term: node.resolution.term?.description)
        }
        drafts = life.drafts.map { DraftDetails($0, staff) }
        acts = life.acts.map { act in
            Act(
                at: "\(act.at)", by: act.actor.person.rawValue, onBehalf: staff.wording(of: act.actor.standIn),
                proof: act.proof.description, kind: act.deed.act.kind.rawValue, words: act.deed.act.kind.ukrainian,
                details: Self.words(act.deed))
        }
        filing = life.filing?.ukrainian
    }

    /// For people.
    var lines: [String] {
        var lines = ["", "Route  \(stage)"]
        let places = [review] + approvers + [signatory]
        lines.append("  " + places.map { $0.joined(separator: "/") }.joined(separator: " → "))
        lines += tasks.map { task in
            ["  task \(task.id)", task.state, task.owner ?? "nobody's", task.due.map { "due \($0)" } ?? "", task.text]
                .filter { !$0.isEmpty }.joined(separator: "  ")
        }
        lines += resolutions.map { resolution in
            let people = ([resolution.main].compactMap(\.self) + resolution.coExecutors + resolution.informed.map { "(\($0))" })
            return "  resolution \(resolution.id)  \(resolution.author): \(people.joined(separator: ", ")) — \(resolution.text)"
                + (resolution.term.map { ", \($0)" } ?? "")
        }
        for draft in drafts { lines += draft.lines.dropLast(draft.text.isEmpty ? 1 : 3).map { "  \($0)" } }
        lines += acts.map { act in
            ["  \(act.at)", act.by, act.onBehalf, act.words, act.details, "[\(act.proof)]"].filter { !$0.isEmpty }
                .joined(separator: "  ")
        }
        return lines + (filing.map { ["  \($0)"] } ?? [])
    }

    private static func words(_ state: CardTask.State) -> String {
        switch state {
        case .unassigned: "unassigned"
        case .assigned: "assigned"
        case .accepted: "accepted"
        case .done(let day): "done \(day)"
        }
    }

    private static func words(_ deed: Deed) -> String {
        switch deed {
        case .accepted(let mark), .draftRegistered(_, let mark): "№ \(mark.index)"
        case .refused(let ground, let explanation): "\(ground.rawValue) \(explanation)"
        case .forwarded(let body, _): body
        case .sentBack(let text, _), .setAside(let text), .cancelled(let text), .reported(_, let text), .abandoned(_, let text),
            .extensionDeclined(_, let text), .remarked(_, _, let text), .remarkAnswered(_, let text),
            .signingDeclined(_, _, let text), .controlRemoved(let text), .reopened(let text):
            text
        case .resolved(let resolution): resolution.main?.rawValue ?? ""
        case .extensionRequested(_, let until, let reason): "\(until) \(reason)"
        case .extensionGranted(_, let basis): basis ?? ""
        case .delivered(_, _, let verdict), .bounced(_, _, let verdict): verdict
        case .resent(_, _, let channel): channel
        case .handedOver(_, _, let way, let day): "\(way), \(day)"
        case .closed(let caseFile, let note): "\(caseFile) \(note)"
        case .taskAccepted, .draftOpened, .draftEdited, .submitted, .withdrawn, .approved, .signed, .dispatched: ""
        }
    }
}
