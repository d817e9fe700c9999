// SPDX-License-Identifier: Apache-2.0

extension TaskReading.Demands {
    /// The demands of a letter of a kind the law gives a term; one where the letter sets no other.
    ///
    /// «1. Терміново відновити тепло. 2. Обстежити мережу. 3. Надати відповідь у строк, встановлений законом»: the answer tells of all
    /// that was done.
    var underTheLaw: [Demand] {
        guard all.count > 1, all.allSatisfy({ $0.mention?.isUnderTheLaw ?? true }),
            let answer = all.last(where: { $0.mention?.form == .statutory })
        else { return all }
        return [answer.with(joined(all))]
    }

    /// «1. Усунути порушення. 2. Притягнути винних. / Про результати поінформувати до 05.04»: points without a day of their own are one
    /// task with the report on them.
    func reportedTogether(_ all: [Demand]) -> [Demand]? {
        guard points.count > 1, all.count > 1, let report = all.last, report.mention?.rule != nil,
            let last = points.sentences.last,
            report.sentence == points.further(of: last).upperBound, clauses.isReportOnAll(report.sentence),
            all.dropLast().allSatisfy({ $0.mention == nil && points.contains($0.sentence) })
        else { return nil }
        // The report may have been completed with the points already.
        let own = clauses.text(of: report.sentence, around: report.mention?.tokens)
        return [report.with(joined(all.dropLast() + [report.with(own)]))]
    }

    /// «Просимо виконати рішення у встановлені строки» beside days the letter sets itself means these.
    func withoutPointers(_ all: [Demand]) -> [Demand] {
        guard all.contains(where: { $0.mention?.isOwnTerm ?? false }) else { return all }
        return all.filter { demand in points.contains(demand.sentence) || !(demand.mention.map(clauses.points(back:)) ?? false) }
    }

    private func joined(_ all: [Demand]) -> String { clauses.limited(all.map(\.text).joined(separator: "; ")) }
}

extension DeadlineMention {
    /// It names no term beside the law's.
    fileprivate var isUnderTheLaw: Bool { form == .statutory || isUrgentWord }

    /// A day or a term the letter itself sets.
    var isOwnTerm: Bool { rule != nil && !isUrgentWord }
}

extension TaskClauses {
    /// «у встановлений строк», with no word of a law: beside a term of the letter itself that one is meant.
    func points(back mention: DeadlineMention) -> Bool {
        mention.form == .statutory && !DeadlineWord.laws.isMet(in: mention.tokens, of: text)
    }
}
