// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import LetterReading
import Office
import OfficeCalendar
import OfficeStore
import ReplyReading

/// Gives a request its token as it leaves, and the lines that say what a reply may decide.
///
/// Each copy of a letter has a token of its own: the register keeps digests only, so the first one cannot be written again.
package struct RequestTokens: Sendable {
    /// What a request needs beside its template's own values.
    struct Matter: Sendable {
        /// Nil where a reply can decide nothing.
        var token: DecisionToken?
        var hadToken = false
        /// For the template: `mayApprove`, `expires`, ….
        var values: [String: String] = [:]

        /// As the office keeps the letter.
        var withoutToken: Matter {
            var matter = self
            matter.hadToken = token != nil
            matter.token = nil
            return matter
        }

        /// Stands where the line with the token was.
        func closedLine(in language: Language) -> String {
            guard hadToken else { return "" }
            return language == .ukrainian ? "— Код запиту не зберігається —\n\n" : "— The request code is not kept —\n\n"
        }
    }

    /// Characters of the letter's own text that go along; the whole is with the card.
    private static let maximumText = 20_000

    private let acts: OfficeActs
    private let random: @Sendable () -> UInt64

    /// - Parameter random: of the system; 64 bits at a time.
    package init(acts: OfficeActs, random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }) {
        self.acts = acts
        self.random = random
    }

    /// The matter of a row about to leave; what its token lets decide is in the register when this returns. Nil for rows that are no
    /// letters to people of the council about a card.
    func matter(of row: OutboxRow, card: Card?) async throws -> Matter? {
        guard let card, let step = StepRequest(parameters: row.parameters), NoticeKind(rawValue: row.kind) != nil else {
            return nil
        }
        var matter = Matter()
        if row.parameters["files"] == "card" {
            matter.values = try await texts(of: card, due: row.parameters["due"].flatMap { CivilDate($0) })
        }
        guard StepRequest(row: row) != nil, let life = try await acts.store.life(of: card.id) else { return matter }
        let moment = acts.moment
        let verbs = life.replyVerbs(for: step.person, about: step.subject, staff: try await acts.staff(), at: moment)
        let isSignature = row.kind == NoticeKind.signatureRequest.rawValue
        if isSignature, !verbs.contains(.sign) { matter.values["mustSignAtDesk"] = "1" }
        // A version that no longer counts decides nothing: its reader is told by the letter about the newer one.
        guard !verbs.isEmpty, step.version == nil || step.version == life.currentVersion(of: step.subject),
            let token = DecisionToken(octets: octets()), let digest = token.digest
        else { return matter }
        let grant = TokenGrant(
            digest: digest, card: card.id, person: step.person, subject: step.subject,
            version: step.version ?? life.currentVersion(of: step.subject),
            sentOn: moment.date)
        try await acts.store.grant(grant, sentOn: moment.date)
        matter.token = token
        matter.values["mayReply"] = "1"
        matter.values["expires"] = grant.expires.description
        for verb in verbs { matter.values[verb.templateName] = "1" }
        return matter
    }

    /// The letter's own words and how its term was reckoned.
    private func texts(of card: Card, due: CivilDate?) async throws -> [String: String] {
        let text = try await acts.store.text(of: card.id)?.bodyText ?? ""
        var values = ["letter": String(text.prefix(Self.maximumText))]
        if let sheet = try await acts.store.factSheet(of: card.id).flatMap({ FactSheet(jsonText: $0) }) {
            values["taskText"] = sheet.tasks.map(\.text).joined(separator: "; ")
            let law = acts.office.law
            values["dueExplanation"] = DueReasons(reckoning: law.reckoning, kinds: law.kinds, timeZone: acts.clock.timeZone)
                .words(for: sheet, of: card, due: due, in: acts.office.language)
        }
        return values
    }

    private func octets() -> [UInt8] {
        [random(), random()].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    }
}

extension CardLife {
    /// The version that counts of what a step is about; nil where there is no draft.
    func currentVersion(of subject: ActSubject) -> VersionDigest? {
        if case .draft(let id) = subject { self[draft: id]?.current.digest } else { nil }
    }
}

extension ReplyVerb {
    /// The section of a template that says how it is written.
    var templateName: String {
        switch self {
        case .approve: "mayApprove"
        case .sendBack: "maySendBack"
        case .sign: "maySign"
        case .resolve: "mayResolve"
        case .accept: "mayAccept"
        case .extend: "mayExtend"
        case .draft: "mayDraft"
        case .sendOut: "maySendOut"
        }
    }
}
