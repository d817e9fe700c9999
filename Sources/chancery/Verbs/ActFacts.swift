// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import OfficeStore

/// What an act came to, as verbs of the route print it. The keys are fixed: scripts rely on them.
struct ActFacts: Encodable {
    struct DraftFacts: Encodable {
        let id: Int
        let stage: String
        /// SHA-256 of the version that counts.
        let version: String
        let registrationIndex: String?
    }

    let card: Int64
    let registrationIndex: String?
    let state: String
    let stage: String
    let due: String?
    let owners: [String]
    let acts: [String]
    let drafts: [DraftFacts]
    /// Numbers of the letters put in the outbox.
    let letters: [Int64]

    init(_ outcome: ActOutcome) {
        card = outcome.card.id.rawValue
        registrationIndex = outcome.card.registrationIndex
        state = outcome.card.state.rawValue
        stage = outcome.life.stage.rawValue
        due = outcome.life.due?.description
        owners = outcome.life.owners.map(\.rawValue)
        acts = outcome.acts.map(\.deed.act.kind.rawValue)
        drafts = outcome.life.drafts.map {
            DraftFacts(
                id: $0.id.rawValue, stage: $0.stage.rawValue, version: $0.current.digest.rawValue,
                registrationIndex: $0.mark?.index)
        }
        letters = outcome.mail.map(\.rawValue)
    }

    func print(json: Bool) throws {
        if json { return try JSONOutput.print(self) }
        StandardOutput.line(sentence)
    }

    /// `card 1  № 1/01-10  inExecution  due 2026-12-10  draft 1 onApproval  letters in the outbox: 4 5`
    private var sentence: String {
        var words = ["card \(card)", registrationIndex.map { "№ \($0)" } ?? "without a number", stage]
        if let due { words.append("due \(due)") }
        words += drafts.map { draft in "draft \(draft.id) \(draft.stage)" + (draft.registrationIndex.map { " № \($0)" } ?? "") }
        if !letters.isEmpty { words.append("letters in the outbox: " + letters.map(String.init).joined(separator: " ")) }
        return words.joined(separator: "  ")
    }
}
