// SPDX-License-Identifier: Apache-2.0

/// Citizens a member of parliament writes for: «Гаврилюк Н. М. та інші (41 особа)».
struct RelayedGroup: Sendable {
    let applicant: Applicant

    init?(_ evidence: LetterEvidence) {
        let text = evidence.text
        let body = evidence.headEnd..<max(evidence.headEnd, text.tokens.count)
        for hit in Self.appealed.hits(in: text, body) {
            let end = min(hit.tokens.upperBound + Self.maximumDistance, body.upperBound)
            guard hit.tokens.upperBound < end, let mention = NameMention.first(in: text, hit.tokens.upperBound..<end) else {
                continue
            }
            applicant = Self.applicant(evidence, mention)
            return
        }
        guard let mention = Self.complainant(evidence, body) ?? Self.described(text, body) else { return nil }
        applicant = Self.applicant(evidence, mention)
    }

    /// «Надсилаю копію листа Самборської Ольги Іванівни (м. Лугостав, …; 063 …)»: a full name with an address or a telephone behind it.
    static func described(_ text: NormalizedText, _ body: Range<Int>) -> NameMention? {
        NameMention.all(in: text, body).first { mention in
            let end = min(mention.tokens.upperBound + near, body.upperBound)
            let behind = mention.tokens.upperBound..<max(end, mention.tokens.upperBound)
            guard mention.name.extent == .full,
                behind.contains(where: { text.tokens[$0].isMark("(") || text.tokens[$0].isMark(",") })
            else {
                return false
            }
            let rest = mention.tokens.upperBound..<min(mention.tokens.upperBound + behindName, body.upperBound)
            let start =
                PostalAddress.firstWhole(in: text, rest)?.tokens.lowerBound
                ?? PhoneNumber.first(in: text, rest)?.tokens.lowerBound
            return start.map { behind.contains($0) } ?? false
        }
    }

    /// «Жителі вул. Польової — Гаврилюк Н. М. та інші — скаржаться …».
    private static func complainant(_ evidence: LetterEvidence, _ body: Range<Int>) -> NameMention? {
        let text = evidence.text
        guard let verb = complaints.first(in: text, body),
            let sentence = text.sentences.first(where: { $0.contains(verb.tokens.lowerBound) })
        else { return nil }
        return NameMention.all(in: text, sentence.lowerBound..<verb.tokens.lowerBound).last { $0.name.extent >= .initials }
    }

    private static func applicant(_ evidence: LetterEvidence, _ mention: NameMention) -> Applicant {
        let text = evidence.text
        var applicant = Applicant()
        let rest = mention.tokens.upperBound..<min(mention.tokens.upperBound + behindName, text.tokens.count)
        var value = mention.name.text
        if let others = groups.first(in: text, rest),
            let number = others.tokens.first(where: { text.tokens[$0].kind == .number })
        {
            value += " та інші (\(text.text(of: text.tokens[number])) \(people(text.tokens[number].value)))"
        } else {
            applicant.address = (PostalAddress.first(in: text, rest) ?? inBrackets(text, from: rest.lowerBound)).map {
                evidence.fact($0.text, $0.tokens, .likely, "the citizen the deputy writes for")
            }
            applicant.phone = PhoneNumber.first(in: text, rest).map {
                evidence.fact($0.text, $0.tokens, .likely, "the citizen's telephone")
            }
        }
        applicant.name = evidence.fact(
            value, mention.tokens, mention.name.isCertain ? .sure : .unsure, "the deputy writes for him")
        return applicant
    }

    /// «… повідомити мене та заявницю (м. Лугостав, вул. Ткацька, 15)».
    private static func inBrackets(_ text: NormalizedText, from start: Int) -> PostalAddress? {
        for index in start..<max(start, text.tokens.count - 1)
        where text.tokens[index + 1].isMark("(") && writers.knows(text.tokens[index], in: text) {
            let end = min(text.tokens.count, index + behindName)
            if let address = PostalAddress.first(in: text, index + 2..<max(index + 2, end)) { return address }
        }
        return nil
    }

    private static let writers = StemTable<Bool>([("заявник* заявниц*", true)])

    private static func people(_ count: Int) -> String {
        if (11...14).contains(count % 100) { return "осіб" }
        return switch count % 10 {
        case 1: "особа"
        case 2, 3, 4: "особи"
        default: "осіб"
        }
    }

    /// Tokens between a name and what describes him.
    private static let near = 5
    private static let maximumDistance = 24
    /// Tokens behind the name with his address and telephone, or the number of the others.
    private static let behindName = 24
    private static let appealed = PhraseBook<Bool>([
        (
            """
            до мене звернул* | до мене звернувс* | звернулис* мешкан* | звернулас* громадян* | звернувс* громадян* | до мене як | до мене надійш* | звернення громадян* | звернення мешкан* \
            | звернулас* мешкан* | звернувс* мешкан* | звернувс* | звернулас* | звернулис* | надійшл* звернення | надійшл* заява | надійшл* скарга | надійшов лист | надійшло звернення | надійшла заява \
            | надійшла скарга | звернення гр | заява гр | заяву гр | скаргу гр
            """, true
        )
    ])
    private static let complaints = PhraseBook<Bool>([
        ("скаржаться | скаржиться | просять | повідомляють | порушують питання", true)
    ])
    private static let groups = PhraseBook<Bool>([
        ("та інші всього # | всього # | загалом # | та інші # | та ще # | разом # | усього # | інші загалом #", true)
    ])
}
