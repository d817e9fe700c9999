// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension TaskReading {
    /// One letter under the terms of its kind: which deadlines bind, the letter's or the law's.
    struct Letter {
        let context: DeadlineContext
        /// Nil when the kinds' file has no row.
        let terms: KindTerms?
        let kind: String
        let flags: Set<LetterFlag>
        let isRelayed: Bool

        /// Controlled whatever the letter says.
        var isControlled: Bool { isRelayed || terms?.isControlled ?? false }

        private var obeys: KindTerms.Obedience { terms?.obeys ?? .letter }
        private var shifts: Bool { terms?.shiftsAfterHours ?? false }

        func tasks(from demands: Demands) -> [Fact<LetterTask>] {
            switch obeys {
            case .nothing: return []
            case .law:
                if let special = special() { return special }
                return withEarlierDate(statutory(demands), demands)
            case .letter:
                let stated = stated(demands)
                let binding = stated.contains { if case .event = $0.value.due.form { false } else { true } }
                return binding ? stated : statutory(demands) + stated
            }
        }

        /// What the law orders for letters that are not answered on the merits (law 393/96, art. 5, 7, 8).
        private func special() -> [Fact<LetterTask>]? {
            guard let terms else { return nil }
            if flags.contains(.anonymous), terms.duty("anonymous") == nil, terms.duty("return") != nil { return [] }
            let duties: [(LetterFlag, String, String)] = [
                (.forwardByCompetence, "forward", "another body is competent"),
                (.missingAddress, "return", "the place of residence is missing"),
            ]
            for (flag, code, reason) in duties where flags.contains(flag) {
                guard let duty = terms.duty(code) else { continue }
                return [draft(duty.name.ukrainian, term: duty.term, basis: duty.basis, because: reason).fact]
            }
            return nil
        }

        /// The task the law gives a letter of this kind.
        ///
        /// - Parameter isSecond: whether it is for the information a letter of another kind asks for besides.
        func statutory(_ demands: Demands, isSecond: Bool = false) -> [Fact<LetterTask>] {
            guard let terms else { return [] }
            if obeys == .letter, terms.term == nil || demands.isOnlyTelling { return withoutTerm(demands) }
            guard let term = terms.term else { return [] }
            if let urgent = urgentDuty(demands, terms) { return [urgent] }
            var drafted = draft(
                words(demands, terms.task.ukrainian, isSecond), term: term, basis: terms.basis, because: "the term of this kind")
            if obeys == .law, let target = terms.duty("target") {
                drafted.due.target15days =
                    context.reckoning.dates(
                        of: .term(target.term), receivedAt: context.receivedAt, shifts: shifts)?.legal
            }
            if demands.asksHours, terms.duty("hours") != nil { drafted.due.needsReview = true }
            return [drafted.fact]
        }

        /// What is asked: «розглянути, надати відповідь: зрізати суху тополю»; a request for papers stands for itself.
        private func words(_ demands: Demands, _ task: String, _ isSecond: Bool) -> String {
            if isSecond { return demands.request.ofInformation ?? task }
            guard let request = demands.request.text else {
                return (isRelayed ? demands.request.matter : nil).map { task + ": " + $0 } ?? task
            }
            if obeys == .letter { return request }
            if isRelayed {
                let asked = (demands.request.ofOthers ?? demands.request.matter).map { task + ": " + $0 } ?? task
                return demands.request.ofWriter.map { asked + "; " + $0 } ?? asked
            }
            guard demands.request.isConcrete else { return task }
            guard task.begins(with: Self.considering), request != demands.request.ofInformation else { return request }
            return task + ": " + demands.request.whole(request)
        }

        private static let considering = "розглянути"

        /// A request of a kind the law gives no term: the card has a task without a day.
        private func withoutTerm(_ demands: Demands) -> [Fact<LetterTask>] {
            // Who is called to a hearing or a meeting is to come; what else the letter says of it is no task.
            guard terms?.term == nil, demands.events.isEmpty, !demands.request.isAdvice, let request = demands.request.text else {
                return []
            }
            return [
                Fact(
                    LetterTask(text: request, due: Deadline(.none)), at: demands.request.place, .likely,
                    because: "a request without a term")
            ]
        }

        /// Shorter terms: 48 hours for a reasoned motion, «Терміново», a telegram.
        private func urgentDuty(_ demands: Demands, _ terms: KindTerms) -> Fact<LetterTask>? {
            let candidates: [(code: String, holds: Bool, reason: String)] = [
                ("hours", demands.asksHours && demands.urgency.hasReasonForHours, "a reasoned motion for 48 hours"),
                ("telegram", demands.urgency.isTelegram, "a telegram"),
                ("urgent", demands.urgency.isMarkedUrgent, "marked urgent"),
            ]
            for candidate in candidates where candidate.holds {
                guard let duty = terms.duty(candidate.code) else { continue }
                var drafted = draft(
                    words(demands, obeys == .letter ? duty.name.ukrainian : terms.task.ukrainian, false), term: duty.term,
                    basis: duty.basis, because: candidate.reason)
                drafted.due.isUrgent = true
                return drafted.fact
            }
            return nil
        }

        /// The deadlines the letter states, and the events it tells of.
        private func stated(_ demands: Demands) -> [Fact<LetterTask>] {
            var tasks: [Fact<LetterTask>] = []
            for demand in terms?.term == nil ? demands.all : demands.underTheLaw {
                guard var due = due(of: demand.mention) else { continue }
                if let basis = terms?.basis, case .statutory = demand.mention?.form ?? .none { due.basis = basis }
                due.warnFrom = warning(due)
                tasks.append(
                    Fact(
                        LetterTask(text: demand.text, due: due), at: demand.place, due.needsReview ? .likely : .sure,
                        because: demand.reason))
            }
            return tasks
                + demands.events.map { event in
                    Fact(LetterTask(text: event.text, due: Deadline(.event(at: event.at))), at: event.place, because: "an event")
                }
        }

        /// The deadline of a mention; nil for «у встановлений строк» where the law sets none.
        private func due(of mention: DeadlineMention?) -> Deadline? {
            guard let mention else { return Deadline(.none) }
            if case .statutory = mention.form {
                guard let term = terms?.term else { return nil }
                var due = Deadline(.term(term))
                due.reckon(.term(term), context, shifts: shifts)
                return due
            }
            var due = Deadline(mention, context, shifts: shifts)
            // On a card a day is a day, whatever words named it.
            switch due.form {
            case .relative, .period: due.form = .explicit
            case .manual: due.needsReview = true
            default: break
            }
            return due
        }

        /// An authority that relays a letter may set an earlier day than the law.
        private func withEarlierDate(_ tasks: [Fact<LetterTask>], _ demands: Demands) -> [Fact<LetterTask>] {
            guard let task = tasks.first else { return tasks }
            let limit = task.value.due.legal
            for demand in demands.all where isRelayed || demand.mention?.isHeading ?? false {
                // «Просить підвозити воду щодня» is what the citizen wants.
                if case .recurring = demand.mention?.form { continue }
                guard let mention = demand.mention, mention.rule != nil, let due = due(of: mention), let legal = due.legal else {
                    continue
                }
                guard limit.map({ legal < $0 }) ?? true else { continue }
                var relayed = due
                relayed.warnFrom = warning(due)
                return [
                    Fact(
                        LetterTask(text: task.value.text, due: relayed), at: demand.place,
                        because: "the authority sets an earlier day")
                ]
            }
            return tasks
        }

        private func warning(_ due: Deadline) -> CivilDate? {
            guard let terms, let own = due.internal else { return nil }
            return context.reckoning.warning(before: own, kind: terms)
        }

        private struct Draft {
            let text: String
            var due: Deadline
            let reason: String

            var fact: Fact<LetterTask> { Fact(LetterTask(text: text, due: due), because: reason) }
        }

        private func draft(_ text: String, term: Term, basis: String, because reason: String) -> Draft {
            var due = Deadline(.term(term))
            due.reckon(.term(term), context, shifts: shifts)
            due.basis = basis
            due.warnFrom = warning(due)
            return Draft(text: text, due: due, reason: reason)
        }
    }
}
