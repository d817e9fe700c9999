// SPDX-License-Identifier: Apache-2.0

/// Compares the reader's card with the clerk's, field by field, by the rules of `Tests/Fixtures/letters/README.md`.
struct LetterJudge {
    let letter: JudgedLetter
    let found: CardReading
    private var expected: CardReading { letter.expected }
    private var tolerated: Tolerance { letter.tolerated ?? .nothing }

    var judgements: [Judgement] { core + texts + [basis, flags, attachments].compactMap(\.self) + tasks + applicant }

    private func one(
        _ field: Judgement.Field, _ expected: String?, _ found: String?, isTolerated: Bool = false,
        _ agree: (String, String) -> Bool = { $0 == $1 }
    ) -> Judgement? {
        Judgement(letter.id, field, expected: expected, found: found, isTolerated: isTolerated, agree)
    }

    // MARK: Core

    private var core: [Judgement] {
        let sameNumber: (String, String) -> Bool = { FoldedText.number($0) == FoldedText.number($1) }
        let numbers = (tolerated.outNumber ?? []).map(FoldedText.number)
        let replies = (tolerated.inReplyTo ?? []).map(FoldedText.number)
        return [
            one(.kind, expected.kind, found.kind, isTolerated: tolerated.kind?.contains(found.kind) == true),
            one(
                .outNumber, expected.outNumber, found.outNumber,
                isTolerated: found.outNumber.map { numbers.contains(FoldedText.number($0)) } ?? false, sameNumber),
            one(.outDate, expected.outDate, found.outDate),
            one(
                .inReplyTo, expected.inReplyTo.map(Self.line), found.inReplyTo.map(Self.line),
                isTolerated: found.inReplyTo.map { replies.contains(FoldedText.number($0.number)) } ?? false, sameNumber),
            one(.cardDeadline, expected.cardDeadline, found.cardDeadline, isTolerated: isOtherKind),
        ].compactMap(\.self)
    }

    /// Another kind that is right too has terms of its own.
    private var isOtherKind: Bool { found.kind != expected.kind && tolerated.kind?.contains(found.kind) == true }

    private static func line(_ reference: CardReading.Reference) -> String { "\(reference.number) \(reference.date ?? "–")" }

    // MARK: Texts

    private var texts: [Judgement] {
        let kinds = one(.secondaryKind, expected.secondaryKind, found.secondaryKind)
        let via = one(
            .viaAuthority, expected.viaAuthority, found.viaAuthority, isTolerated: tolerated.viaAuthority != nil, isSameOffice)
        let signatory = isStated(.signatory) ? one(.signatory, expected.signatory, found.signatory, isSamePerson) : nil
        let contact = isStated(.contact) ? one(.contact, expected.contact, found.contact, isSameContact) : nil
        let channel = isStated(.replyChannel) ? one(.replyChannel, expected.replyChannel, found.replyChannel) : nil
        return [kinds, via, sender, subject, signatory, contact, channel].compactMap(\.self)
    }

    private func isStated(_ key: CardReading.CodingKeys) -> Bool { expected.statedKeys.contains(key) }

    /// A value in brackets says where a person would look: not judged.
    private func isPlaceholder(_ text: String?) -> Bool { text?.hasPrefix("(") == true }

    private var sender: Judgement? {
        guard !isPlaceholder(expected.sender) else { return nil }
        let others = tolerated.sender ?? []
        let isTolerated =
            found.sender.map { name in others.contains { isSameOffice($0, name) } } ?? (tolerated.senderOptional == true)
        return one(.sender, expected.sender, found.sender, isTolerated: isTolerated, isSameOffice)
    }

    private var subject: Judgement? {
        guard !isPlaceholder(expected.subject) else { return nil }
        let others = tolerated.subject ?? []
        let isTolerated = found.subject.map { text in others.contains { isSameMatter($0, text) } } ?? false
        return one(.subject, expected.subject, found.subject, isTolerated: isTolerated, isSameMatter)
    }

    /// Three of five of the clerk's words are there, and two of five of the reader's are the clerk's: a higher or a lower office, or
    /// one of another name, is none of the two.
    private func isSameOffice(_ expected: String, _ found: String) -> Bool {
        if expected.contains("@") || found.contains("@") { return expected.lowercased() == found.lowercased() }
        let (wanted, got) = (FoldedText.contentWords(expected), FoldedText.contentWords(found))
        return FoldedText.overlap(of: wanted, in: got) >= 0.6 && FoldedText.overlap(of: got, in: wanted) >= 0.4
    }

    /// Three of five of the clerk's words, and no number the letter does not have. What the clerk put in brackets helps him find the
    /// card again; it may be missing.
    private func isSameMatter(_ expected: String, _ found: String) -> Bool {
        FoldedText.overlap(
            of: FoldedText.contentWords(expected.replacing(/\([^)]*\)/, with: "")), in: FoldedText.contentWords(found)) >= 0.6
            && numbers(in: found).isSubset(of: numbers(in: "\(letter.text) \(letter.envelope.subject) \(expected)"))
    }

    private func numbers(in text: String) -> Set<String> { Set(FoldedText.words(text).filter { $0.contains(where: \.isNumber) }) }

    /// All names and initials of the clerk's, and at most two words more (a rank, a degree).
    private func isSamePerson(_ expected: String, _ found: String) -> Bool {
        let (wanted, got) = (FoldedText.words(expected), FoldedText.words(found))
        return Set(wanted).isSubset(of: got) && got.count <= wanted.count + 2
    }

    /// The telephone, and one of the names.
    private func isSameContact(_ expected: String, _ found: String) -> Bool {
        let (wanted, got) = (Set(FoldedText.words(expected)), Set(FoldedText.words(found)))
        let names = wanted.filter { $0.count > 2 && $0 != "тел" && !$0.contains(where: \.isNumber) }
        return FoldedText.phone(found).hasSuffix(FoldedText.phone(expected).suffix(6))
            && (names.isEmpty || !names.isDisjoint(with: got))
    }

    // MARK: Lists

    private var flags: Judgement {
        let open = Set(tolerated.flags ?? [])
        let (wanted, got) = (expected.flags.subtracting(open), found.flags.subtracting(open))
        let verdict: Verdict =
            wanted == got ? .right : wanted.isSubset(of: got) ? .invented : got.isSubset(of: wanted) ? .missing : .wrong
        let line: (Set<String>) -> String = { $0.isEmpty ? "–" : $0.sorted().joined(separator: " ") }
        return Judgement(letter.id, .flags, verdict, expected: line(wanted), found: line(got))
    }

    /// Numbers and dates are the same set; of the bodies half of the clerk's words are there.
    private var basis: Judgement? {
        let open = Set((tolerated.basis ?? []).map(FoldedText.number))
        let got = found.basis.filter { !open.contains(FoldedText.number($0.number)) }
        let line: ([CardReading.Basis]) -> String = { list in
            list.isEmpty ? "–" : list.map { "\($0.body) № \($0.number) \($0.date ?? "–")" }.joined(separator: "; ")
        }
        if expected.basis.isEmpty && got.isEmpty { return nil }
        let stray = got.filter { one in !expected.basis.contains { isSame($0, one) } }
        let lost = expected.basis.filter { one in !got.contains { isSame(one, $0) } }
        if tolerated.basisOptional == true && stray.isEmpty { return nil }
        let verdict: Verdict =
            stray.isEmpty && lost.isEmpty ? .right : expected.basis.isEmpty ? .invented : got.isEmpty ? .missing : .wrong
        return Judgement(letter.id, .basis, verdict, expected: line(expected.basis), found: line(got))
    }

    private func isSame(_ wanted: CardReading.Basis, _ got: CardReading.Basis) -> Bool {
        FoldedText.number(wanted.number) == FoldedText.number(got.number) && wanted.date == got.date
            && FoldedText.overlap(of: FoldedText.contentWords(wanted.body), in: FoldedText.contentWords(got.body)) >= 0.5
    }

    /// As many as the clerk named, each by three of five of its words and with its numbers.
    private var attachments: Judgement? {
        guard isStated(.attachmentsNamed), !expected.attachmentsNamed.isEmpty || !found.attachmentsNamed.isEmpty else {
            return nil
        }
        let lines = (expected.attachmentsNamed.joined(separator: "; "), found.attachmentsNamed.joined(separator: "; "))
        let verdict: Verdict
        if expected.attachmentsNamed.isEmpty {
            verdict = .invented
        } else if found.attachmentsNamed.isEmpty {
            verdict = .missing
        } else {
            let all = expected.attachmentsNamed.allSatisfy { name in found.attachmentsNamed.contains { isSameMatter(name, $0) } }
            verdict = all && found.attachmentsNamed.count == expected.attachmentsNamed.count ? .right : .wrong
        }
        return Judgement(letter.id, .attachmentsNamed, verdict, expected: lines.0, found: lines.1)
    }

    private var tasks: [Judgement] {
        let judged = TaskJudge(letter: letter.id, allowsEvents: tolerated.events == true).judge(expected.tasks, found.tasks)
        return isOtherKind ? judged.filter { $0.verdict == .right } : judged
    }

    private var applicant: [Judgement] {
        ApplicantJudge(letter: letter.id, tolerated: tolerated).judge(expected.applicant, found.applicant)
    }
}
