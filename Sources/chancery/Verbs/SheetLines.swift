// SPDX-License-Identifier: Apache-2.0
import Office
import Workflows

/// A fact sheet for people: a line a fact, with a mark before what the reader is not sure of.
struct SheetLines {
    /// Before a fact a clerk should look at.
    static let doubt = "?"
    let lines: [String]

    init(_ sheet: FactSheet) {
        var page = Page(doubtful: Set(sheet.doubtful.map(\.fact)))
        page.add("kind", "Kind", [sheet.kind, Self.name(of: sheet.kind)].compactMap(\.self).joined(separator: "  "))
        page.add("secondaryKind", "Second kind", sheet.secondaryKind)
        page.add("sender", "Correspondent", sheet.sender)
        page.add("viaAuthority", "Relayed by", sheet.viaAuthority)
        page.add("outNumber", "Their number", Self.reference(sheet.outNumber, sheet.outDate))
        page.add("inReplyTo", "Answers our", sheet.inReplyTo.flatMap { Self.reference($0.number, $0.date) })
        for (index, basis) in sheet.basis.enumerated() {
            page.add(
                "basis.\(index + 1)", "Basis",
                [basis.body, Self.reference(basis.number, basis.date)].compactMap(\.self).joined(separator: " "))
        }
        page.add("subject", "Summary", sheet.subject)
        page.add("applicant.name", "Applicant", sheet.applicant?.name)
        page.add("applicant.address", "Address", sheet.applicant?.address)
        page.add("applicant.phone", "Telephone", sheet.applicant?.phone)
        page.add("applicant.email", "E-mail", sheet.applicant?.email)
        page.add("applicant.category", "Category", sheet.applicant?.category)
        page.add("applicant.signatories", "Signed by", sheet.applicant?.signatories.map { "\($0) people" })
        for (index, task) in sheet.tasks.enumerated() {
            page.add("tasks.\(index + 1)", "Task \(index + 1)", "\(task.text) — \(Self.words(task.due))")
        }
        page.add("cardDeadline", "Due", sheet.cardDeadline)
        page.add(
            "attachmentsNamed.1", "Annexes", sheet.attachmentsNamed.isEmpty ? nil : sheet.attachmentsNamed.joined(separator: "; ")
        )
        page.add("signatory", "Signatory", sheet.signatory)
        page.add("contact", "Contact", sheet.contact)
        page.add("replyChannel", "Answer by", sheet.replyChannel)
        page.add("flags", "Flags", sheet.flags.isEmpty ? nil : sheet.flags.joined(separator: ", "))
        lines = page.lines
    }

    private struct Page {
        let doubtful: Set<String>
        var lines: [String] = []

        mutating func add(_ key: String, _ label: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            let padding = String(repeating: " ", count: max(1, 14 - label.count))
            lines.append("\(doubtful.contains(key) ? SheetLines.doubt : " ") \(label)\(padding)\(value)")
        }
    }

    private static func name(of kind: String) -> String? {
        DocumentKind.known.first { $0.kind.rawValue == kind }?.ukrainian
    }

    private static func reference(_ number: String?, _ date: String?) -> String? {
        switch (number, date) {
        case (let number?, let date?): "№ \(number) of \(date)"
        case (let number?, nil): "№ \(number)"
        case (nil, let date?): date
        case (nil, nil): nil
        }
    }

    private static func words(_ due: FactSheet.Due) -> String {
        var words = [due.type]
        if let at = due.at { words.append("at \(at)") }
        if let legal = due.legal { words.append("by \(legal)\(due.time.map { " \($0)" } ?? "")") }
        if let inside = due.internal, inside != due.legal { words.append("for the office by \(inside)") }
        if let rrule = due.rrule { words.append(rrule) }
        if let rule = due.rule { words.append(rule) }
        if let bound = due.upperBound { words.append("at the latest \(bound)") }
        if due.needsReview == true { words.append("to be confirmed by a person") }
        if due.overdueOnArrival == true { words.append("past when it came") }
        return words.joined(separator: ", ")
    }
}
