// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Reads a letter: what kind it is, who sends it, who asks, what is to be done by when, and what a clerk must know of it.
///
/// Pure and total: any text gives facts, in time proportional to its length; the same letter always gives the same.
package struct LetterReader: Sendable {
    private let tasks: TaskReading

    package init(calendar: WorkCalendar, kinds: KindTable) {
        tasks = TaskReading(calendar: calendar, kinds: kinds)
    }

    package func read(_ source: LetterSource) -> LetterFacts {
        let main = MainText(source)
        let evidence = LetterEvidence(main, source: source)
        let kind = KindReading(evidence)
        let correspondent = CorrespondentReading(main, source: source, kind: kind)
        let applicant = ApplicantReading(evidence, kind, sender: correspondent.sender)
        let flags = FlagReading(evidence, kind, applicant)
        var facts = LetterFacts(kind: kind.kind)
        facts.secondaryKind = kind.secondary
        facts.applicant = applicant.applicant
        facts.flags = flags.flags
        facts.replyChannel = ReplyChannel.fact(evidence)
        add(correspondent, to: &facts, kind)
        // What no office registers obliges nobody, whatever dates it names.
        if kind.machine == nil { addTasks(to: &facts, main, source, isRelayed: kind.isRelayed) }
        return facts
    }

    private func add(_ correspondent: CorrespondentReading, to facts: inout LetterFacts, _ kind: KindReading) {
        facts.sender = correspondent.sender
        facts.outNumber = correspondent.outNumber
        facts.outDate = correspondent.outDate
        facts.inReplyTo = correspondent.inReplyTo
        facts.basis = correspondent.basis
        facts.subject = correspondent.subject
        facts.signatory = correspondent.signatory
        facts.contact = correspondent.contact
        facts.attachmentsNamed = correspondent.attachmentsNamed
        facts.viaAuthority = kind.isRelayed ? correspondent.viaAuthority ?? correspondent.highestBody : nil
    }

    private func addTasks(to facts: inout LetterFacts, _ main: MainText, _ source: LetterSource, isRelayed: Bool) {
        let result = tasks.tasks(
            in: main.layout, part: main.part, kind: facts.kind.value, secondaryKind: facts.secondaryKind?.value,
            flags: Set(facts.flags.map(\.value)), isRelayed: isRelayed, letterDate: facts.outDate?.value,
            receivedAt: source.receivedAt)
        facts.tasks = result.tasks
        facts.cardDeadline = result.cardDeadline
        let isOffices = ApplicantReading.Asks(facts.kind.value) == .office || isRelayed
        // Control is told from the whole letter (``FlagReading``).
        for flag in result.flags where flag.value != .control && (isOffices || flag.value == .urgent) {
            guard !facts.flags.contains(where: { $0.value == flag.value }) else { continue }
            facts.flags.append(flag)
        }
    }
}
