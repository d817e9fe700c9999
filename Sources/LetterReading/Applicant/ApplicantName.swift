// SPDX-License-Identifier: Apache-2.0

/// The names in a letter that may be its author's, the best first.
struct ApplicantName: Sendable {
    /// The author's name where it stands; nil in a letter that gives none.
    let mention: NameMention?
    /// The block that names the author: from the name to the end of what belongs to it.
    let block: Range<Int>?
    /// That block and the others with the same surname: what one leaves out another may say.
    let blocks: [Range<Int>]
    let certainty: Certainty
    let reason: String

    init(_ evidence: LetterEvidence, isCollective: Bool) {
        let reader = AuthorCandidates(evidence)
        var candidates = reader.form() + reader.head() + reader.introductions() + reader.closing()
        // Of a list of signatures the first is the representative; else the last name is the signature.
        candidates +=
            isCollective
            ? reader.representative() + reader.listed() + reader.signature().reversed()
            : reader.signature() + reader.representative(score: 2)
        candidates += reader.withParticulars(ignoringCase: false)
        if candidates.isEmpty { candidates = reader.carelessSignature() }
        if candidates.isEmpty { candidates = reader.withParticulars(ignoringCase: true) }
        if candidates.isEmpty {
            candidates = [UnknownName(text: reader.text, layout: reader.layout, headEnd: evidence.headEnd).candidate].compactMap(
                \.self)
        }
        guard
            let best = candidates.enumerated().max(by: { ($0.element.score, -$0.offset) < ($1.element.score, -$1.offset) })?
                .element
        else {
            (mention, block, blocks, certainty, reason) = (nil, nil, [], .unsure, "no name")
            return
        }
        // A signature has the surname with initials; the block above the text has the name in full.
        let same = candidates.filter { $0.mention == best.mention || $0.isOfSamePerson(as: best) }
        let fuller = same.max { $0.mention.name.extent < $1.mention.name.extent }
        let chosen = fuller.map { $0.mention.name.extent > best.mention.name.extent ? $0 : best } ?? best
        // «Шевця Валерія» above the text, «В. Швець» below it: the signature shows what the genitive hides.
        let name = candidates.reduce(chosen.mention.name) { $0.spelt(as: $1.mention.name) }
        mention = NameMention(name: name, tokens: chosen.mention.tokens)
        block = best.block
        blocks = [best.block] + same.map(\.block).filter { $0 != best.block }
        let isWhole = name.extent >= .surnameAndGiven
        certainty = !name.isCertain ? .unsure : isWhole && best.score >= 4 ? .sure : .likely
        reason = best.reason
    }
}
