// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Logging
import MailTransport
package import Office
import OfficeCalendar
import OfficeStore
import ReplyReading
package import Vault

/// Decides the answers the intake filed: each becomes acts on its card, a remark with one question back, or a letter that says why it
/// decides nothing.
///
/// An answer is due until its end is recorded. A crash behind the acts finds them on the card, with this letter as their proof.
package struct AnswerSettling: Sendable {
    /// Answers taken at a time.
    private static let batch = 50
    /// Letters about refused acts to one person at one step.
    private static let maximumRefusals = 2

    let acts: OfficeActs
    let filer: LetterFiler
    let vault: Vault
    let messageIDs: MessageIDSource
    /// The journal of outgoing letters and the index in it.
    let registration: RegistrationRule
    private let journals: JournalList
    private let logger: Logger
    private let work = BlockingWork(label: "chancery.answers")

    package init(
        acts: OfficeActs, filer: LetterFiler, vault: Vault, journals: JournalList, messageIDs: MessageIDSource, logger: Logger
    ) {
        self.acts = acts
        self.filer = filer
        self.vault = vault
        self.journals = journals
        self.messageIDs = messageIDs
        self.logger = logger
        registration = RegistrationRule(journals: journals, staff: acts.office.staff)
    }

    /// Decides what is due, in the order of arrival.
    /// - Returns: how many.
    @discardableResult
    package func pass() async throws -> Int {
        var count = 0
        while true {
            let due = try await acts.store.dueAnswers(limit: Self.batch)
            for answer in due {
                let settlement = try await settlement(of: answer)
                try await acts.store.settle(settlement, at: acts.clock.now())
                logger.info(
                    "answer decided",
                    metadata: [
                        "letter": "\(answer.letter.digest)", "outcome": "\(settlement.outcome.rawValue)",
                        "card": "\(settlement.card.map(\.description) ?? "-")",
                    ])
            }
            count += due.count
            if due.count < Self.batch { return count }
        }
    }

    private func settlement(of answer: DueAnswer) async throws -> AnswerSettlement {
        let (filer, staff) = (filer, try await acts.staff())
        let letter = try await work.run { try filer.reply(in: answer.letter) }
        let case_ = AnswerCase(
            digest: answer.letter.digest, letter: letter, person: answer.person, staff: staff, moment: acts.moment,
            language: acts.office.language, messageIDs: messageIDs)
        guard let grant = try await grant(for: answer.person, among: letter.tokens) else {
            return try await withoutToken(case_)
        }
        guard let life = try await acts.store.life(of: grant.card) else { return case_.declined(.unknown) }
        let step = StepRequest(person: answer.person, subject: grant.subject, version: grant.version)
        if life.acts.contains(where: { $0.proof == case_.proof }) { return case_.decided(step, on: life) }
        if let refusal = case_.refusal(of: grant, on: life) { return refusal }
        return try await settlement(of: case_, step, grant.digest, on: life)
    }

    /// The first token that was sent to the person, else the first that was sent to anybody.
    private func grant(for person: PersonID, among tokens: [TokenDigest]) async throws -> TokenGrant? {
        var first: TokenGrant?
        for token in tokens {
            guard let grant = try await acts.store.grant(token) else { continue }
            if grant.person == person { return grant }
            first = first ?? grant
        }
        return first
    }

    /// A mail program left out what carries the token: it cannot be known which copy was read.
    private func withoutToken(_ answer: AnswerCase) async throws -> AnswerSettlement {
        let row = try await acts.store.answeredRow(answer.letter.answered, sentTo: answer.letter.address)
        return answer.declined(.unknown, card: row?.card)
    }

    private func settlement(
        of answer: AnswerCase, _ step: StepRequest, _ token: TokenDigest, on life: CardLife
    ) async throws -> AnswerSettlement {
        let verbs = life.replyVerbs(for: step.person, about: step.subject, staff: answer.staff, at: answer.moment)
        switch answer.reading(verbs: verbs.isEmpty ? Set(ReplyVerb.allCases) : verbs) {
        case .automatic: return answer.settlement(.automatic, step, on: life)
        case .question(let question, let remark):
            let asked = try await acts.store.answerCount(
                .remark, of: step.person, card: life.opening.card, about: step.subject, version: step.version)
            return answer.remark(remark, question, step, on: life, asks: asked == 0)
        case .decision(let decision): return try await perform(decision, answer, step, token, on: life)
        }
    }

    private func perform(
        _ decision: ReplyDecision, _ answer: AnswerCase, _ step: StepRequest, _ token: TokenDigest, on life: CardLife
    ) async throws -> AnswerSettlement {
        let files =
            if case .draft = decision { try await FileDeposit(vault: vault).deposit(answer.letter.files) } else {
                [NewDraftFile]()
            }
        let (journals, registration, day) = (journals, registration, answer.moment.date)
        let deeds = ReplyDeeds(step: step, decision: decision, staff: answer.staff, moment: answer.moment, files: files) {
            card, _ in
            guard let journal = journals[.outgoing] else { throw OfficeRefusal.numberMissing }
            return registration.request(for: nil, in: journal, on: day)
        }
        do {
            let outcome = try await acts.perform(
                on: life.opening.card, by: step.person, proof: answer.proof, token: token, files: files
            ) { try deeds.deeds(on: $0, $1) }
            return answer.decided(step, on: outcome.life)
        } catch let refusal as OfficeRefusal {
            return try await refused(refusal.sentence(in: answer.language, staff: answer.staff), answer, step, on: life)
        } catch let refusal as TokenRefusal {
            return answer.declined(refusal, card: life.opening.card)
        } catch let refusal as FileDeposit.Refusal {
            return try await refused(refusal.description, answer, step, on: life)
        }
    }

    /// An act that is refused; a machine that repeats itself is told twice and no more.
    private func refused(
        _ reason: String, _ answer: AnswerCase, _ step: StepRequest, on life: CardLife
    ) async throws -> AnswerSettlement {
        let told = try await acts.store.answerCount(
            .declined, of: step.person, card: life.opening.card, about: step.subject, version: step.version)
        return answer.declined(reason, step, on: life, tells: told < Self.maximumRefusals)
    }
}
