// SPDX-License-Identifier: Apache-2.0

/// The same letter with other numbers, names, dates, line ends and signs, and the card changed with it. What a reader makes of it must
/// be worth the same.
struct LetterRewriter {
    let seed: UInt64

    func rewritten(_ letter: JudgedLetter) -> JudgedLetter {
        var random = SeededNumbers(seed: seed, for: letter.id)
        var letter = letter
        letter.id += "~\(seed)"
        let numbers = NumberRewriting(of: letter, with: &random)
        letter.mapTexts(numbers.rewritten)
        let names = NameRewriting(with: &random)
        // The card of a Russian letter has the Ukrainian form of its names: the tables cannot change both.
        if !letter.text.lowercased().contains(where: { "ыэъ".contains($0) }) { letter.mapTexts(names.rewritten) }
        if let dates = DateRewriting(of: letter, with: &random) {
            letter.mapTexts(dates.rewritten)
            dates.rewriteDates(of: &letter)
        }
        letter.text = LineRewriting(with: &random).rewritten(letter.text)
        letter.text = SignRewriting(with: &random).rewritten(letter.text)
        return letter
    }
}

extension JudgedLetter {
    /// Everything that repeats words of the letter.
    mutating func mapTexts(_ change: (String) -> String) {
        text = change(text)
        envelope.subject = change(envelope.subject)
        envelope.attachments = envelope.attachments.map(change)
        expected.mapTexts(change)
        tolerated?.mapTexts(change)
    }
}

extension CardReading {
    mutating func mapTexts(_ change: (String) -> String) {
        viaAuthority = viaAuthority.map(change)
        sender = sender.map(change)
        outNumber = outNumber.map(change)
        if let reply = inReplyTo { inReplyTo?.number = change(reply.number) }
        basis = basis.map { Basis(body: change($0.body), number: change($0.number), date: $0.date) }
        subject = subject.map(change)
        for place in tasks.indices { tasks[place].text = change(tasks[place].text) }
        if let name = applicant?.name { applicant?.name = change(name) }
        if let address = applicant?.address { applicant?.address = change(address) }
        attachmentsNamed = attachmentsNamed.map(change)
        signatory = signatory.map(change)
        contact = contact.map(change)
    }
}

extension Tolerance {
    mutating func mapTexts(_ change: (String) -> String) {
        sender = sender?.map(change)
        outNumber = outNumber?.map(change)
        inReplyTo = inReplyTo?.map(change)
        subject = subject?.map(change)
        basis = basis?.map(change)
        applicantName = applicantName?.map(change)
        address = address?.map(change)
    }
}
