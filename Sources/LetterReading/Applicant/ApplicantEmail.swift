// SPDX-License-Identifier: Apache-2.0

/// The address an answer to the applicant may go to.
struct ApplicantEmail: Sendable {
    let fact: Fact<String>?

    /// - Parameter ofOffice: whether a councillor or a lawyer asks, whose mailbox may be of our own domain.
    init(_ evidence: LetterEvidence, block: Range<Int>?, isPassedOn: Bool, ofOffice: Bool) {
        let text = evidence.text
        let own = evidence.source.senderAddress.inLowerCase
        let isOwn =
            !own.isEmpty && !isPassedOn && !SenderMailbox(evidence.source).isMachine && evidence.writer.writer != .hotline
            && evidence.writer.writer != .portal && (!evidence.main.isForwarded || Self.isOfSender(evidence))
            && (ofOffice || !evidence.source.isFromOwnDomain)
        let written = Self.written(evidence, block)
        // A typist's Cyrillic letter in the text breaks the address; the From field cannot be so broken.
        if let written, written.isPlain || !isOwn {
            let octets = text.originalRange(of: written.address.range)
            fact = Fact(
                written.address.text, at: FactPlace(part: evidence.main.part, range: octets), written.isPlain ? .sure : .unsure,
                because: "written in the letter")
        } else if isOwn {
            fact = Fact(own, at: FactPlace(part: "from", range: 0..<own.utf8.count), .sure, because: "the From field")
        } else {
            fact = nil
        }
    }

    /// Whether the writer forwards a letter of his own: the line «Від:» above it names the mailbox the mail comes from.
    private static func isOfSender(_ evidence: LetterEvidence) -> Bool {
        guard let given = evidence.source.parts.first(where: { $0.name == evidence.main.part })?.text else { return false }
        let own = evidence.source.senderAddress.inLowerCase
        return given.parts(at: "\n").prefix(forwardedLines).contains { line in
            let lowered = String(line).trimmed.inLowerCase
            return ["від:", "from:", "от:"].contains { lowered.begins(with: $0) } && lowered.holds(own)
        }
    }

    /// Lines above the letter that was passed on.
    private static let forwardedLines = 60

    /// The address the letter gives as its author's: in a field, in the block with the name, above or below the text, behind «пошта».
    private static func written(_ evidence: LetterEvidence, _ block: Range<Int>?) -> (address: EmailAddress, isPlain: Bool)? {
        let text = evidence.text
        let found = EmailAddress.all(in: text, 0..<text.utf8.count).filter { !evidence.source.ownAddresses.contains($0.text) }
        guard !found.isEmpty else { return nil }
        let ranges = [evidence.form[.email], evidence.form[.phone], block].compactMap { $0.map { octets($0, text) } }
        let chosen =
            found.first { address in ranges.contains { $0.contains(address.range.lowerBound) } }
            ?? found.first { $0.text == evidence.source.senderAddress.inLowerCase }
            ?? found.first { address in
                let token = text.tokenIndex(atOrAfter: address.range.lowerBound)
                return token < evidence.headEnd || token >= evidence.footStart || isAnnounced(token, text)
            }
        return chosen.map { ($0, text.text($0.range).utf8.allSatisfy { $0 < 0x80 }) }
    }

    private static func isAnnounced(_ token: Int, _ text: NormalizedText) -> Bool {
        (max(0, token - 6)..<min(token, text.tokens.count)).contains { announcing.knows(text.tokens[$0], in: text) }
    }

    private static func octets(_ tokens: Range<Int>, _ text: NormalizedText) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last, last < text.tokens.count else { return 0..<0 }
        return text.tokens[first].range.lowerBound..<text.tokens[last].range.upperBound
    }

    private static let announcing = StemTable<Bool>([
        ("моя мій пошт* email mail e мейл скриньк* відповідь ел почт* мыло адрес*", true)
    ])
}
