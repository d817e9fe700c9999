// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeStore
import Workflows

extension DraftVerb {
    /// Which version was read.
    struct VersionOption: ParsableArguments {
        @Option(
            help: ArgumentHelp("The version that was read, as `draft show` prints it; else the present one.", valueName: "sha256")
        )
        var version: String?

        var digest: VersionDigest? { version.map { VersionDigest(rawValue: $0) } }
    }

    /// An approver approves.
    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve a draft when it is your turn; the next approver is asked.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption
        @OptionGroup var read: VersionOption

        func run() async throws {
            try await options.act {
                try await DraftApproval(acts: $0.acts).approve(which.id, version: read.digest, on: $1, $2)
            }
        }
    }

    /// An approver or the signatory returns it.
    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Return a draft to its author with a remark; the signatory thereby declines to sign.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption
        @OptionGroup var read: VersionOption
        @Option(help: "What is to be corrected.") var remark: String

        func run() async throws {
            try await options.act {
                try await DraftApproval(acts: $0.acts).sendBack(
                    which.id, remark: remark, version: read.digest, on: $1, $2)
            }
        }
    }

    /// The signatory signs.
    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign a letter that every approver has approved; the front office is asked to send it.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption
        @OptionGroup var read: VersionOption

        func run() async throws {
            try await options.act {
                try await LetterSigning(acts: $0.acts).sign(which.id, version: read.digest, on: $1, $2)
            }
        }
    }

    /// One draft, whole.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the drafts of a card: particulars, versions, files, decisions.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @OptionGroup var which: DraftOption
        @Argument(help: "The card's id or registration index.") var card: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let known = try await CardLookup.card(card, in: house.store)
            let life = try await house.acts.life(of: known.id)
            let staff = try await house.acts.staff()
            let drafts = life.drafts.filter { which.id == nil || $0.id == which.id }.map { DraftDetails($0, staff) }
            if output.json { return try JSONOutput.print(drafts) }
            if drafts.isEmpty { StandardOutput.line("card \(known.id) has no draft; begin one with `chancery draft new`") }
            for draft in drafts { for line in draft.lines { StandardOutput.line(line) } }
        }
    }
}

/// A draft as `draft show` prints it.
struct DraftDetails: Encodable {
    struct File: Encodable {
        let name: String
        let sha256: String
    }

    struct Decision: Encodable {
        let by: String
        /// `за Шевченко О. П. (відпустка)`; empty for one's own.
        let onBehalf: String
        let at: String
        /// Whether an edit has put it away since.
        let isArchived: Bool
    }

    let id: Int
    let stage: String
    let purpose: String
    let author: String
    let turn: [String]
    let version: String
    let versions: [String]
    let registrationIndex: String?
    let addressees: [String]
    let references: [String]
    let subject: String
    let text: String
    let caseFile: String
    let signatory: String
    let executor: String
    let files: [File]
    let decisions: [Decision]
    let remarks: [String]
    let deliveries: [String]

    init(_ draft: Draft, _ staff: StaffDirectory) {
        func name(_ id: PersonID) -> String { staff.person(id)?.shortName ?? id.rawValue }
        let content = draft.current.content
        id = draft.id.rawValue
        stage = draft.stage.rawValue
        purpose = draft.purpose.rawValue
        author = draft.author.rawValue
        turn = draft.turn?.holders.map(\.rawValue) ?? []
        version = draft.current.digest.rawValue
        versions = draft.versions.map(\.digest.rawValue)
        registrationIndex = draft.mark?.index
        addressees = content.addressees.map { "\($0.name) <\($0.address)>" }
        references = content.references.map(\.ukrainian).filter { !$0.isEmpty }
        subject = content.subject
        text = content.text
        caseFile = content.caseFile
        signatory = content.signatory.rawValue
        executor = "\(content.executor.name) \(content.executor.phone)"
        files = content.files.map { File(name: $0.name, sha256: $0.digest) }
        let archived = draft.approval.archive.map { ($0, true) }
        decisions = (archived + draft.approval.decisions.map { ($0, false) }).map { decision, isArchived in
            Decision(
                by: decision.actor.person.rawValue, onBehalf: staff.wording(of: decision.actor.standIn), at: "\(decision.at)",
                isArchived: isArchived)
        }
        remarks = draft.approval.remarks.map { remark in
            "\(name(remark.by.person)): \(remark.text)" + (remark.answer.map { " — \($0)" } ?? "")
        }
        deliveries = draft.deliveries.enumerated().map { index, delivery in
            "\(index + 1). \(delivery.addressee.name): \(Self.words(delivery.state))"
        }
    }

    private static func words(_ state: Delivery.State) -> String {
        switch state {
        case .sent: "sent"
        case .awaitsHand: "no e-mail address: to be posted or handed over"
        case .delivered(let verdict): "delivered (\(verdict))"
        case .bounced(let verdict): "came back (\(verdict))"
        case .resent(let channel): "sent again by \(channel)"
        case .handedOver(let way, let day): "\(way), \(day)"
        }
    }

    /// For people.
    var lines: [String] {
        var lines = [
            "Draft \(id)  \(stage)  \(purpose)" + (registrationIndex.map { "  № \($0)" } ?? ""), "Author     \(author)",
            "To         \(addressees.joined(separator: "; "))",
        ]
        if !references.isEmpty { lines.append("Reference  \(references.joined(separator: "; "))") }
        lines += ["Heading    \(subject)", "Case file  \(caseFile)", "Signatory  \(signatory)", "Executor   \(executor)"]
        if !turn.isEmpty { lines.append("Waits for  \(turn.joined(separator: ", "))") }
        lines.append("Version    \(version) (\(versions.count) so far)")
        lines += files.map { "File       \($0.name)  \($0.sha256.prefix(12))…" }
        lines += decisions.map { decision in
            ["Approved   \(decision.by)", decision.onBehalf, decision.at, decision.isArchived ? "(an earlier version)" : ""]
                .filter { !$0.isEmpty }.joined(separator: "  ")
        }
        lines += remarks.map { "Remark     \($0)" } + deliveries.map { "Sent       \($0)" }
        return lines + (text.isEmpty ? [""] : ["", text, ""])
    }
}
