// SPDX-License-Identifier: Apache-2.0

/// Puts together what a letter says of its applicant.
struct ApplicantBuilder {
    let evidence: LetterEvidence
    let name: ApplicantName
    let asks: ApplicantReading.Asks
    /// Whether an office or a machine sent the letter on, so that the From field is not the applicant's.
    let isPassedOn: Bool

    private var text: NormalizedText { evidence.text }

    func applicant(sender: Fact<String>?, collective: Collective?) -> Applicant {
        var applicant = Applicant()
        if evidence.writer.writer == .council { return applicant }
        if isPassedOn, !evidence.form.isForm, let relayed = RelayedCitizen(evidence) {
            applicant.name = evidence.fact(
                relayed.mention.name.text, relayed.mention.tokens, certainty(of: relayed.mention),
                "the office names whose letter it is")
            applicant.address = PostalAddress.first(in: text, relayed.details).map(addressFact)
            applicant.phone = PhoneNumber.first(in: text, relayed.details).map(phoneFact)
            applicant.email = EmailAddress.all(in: text, octets(relayed.details)).first.map(emailFact)
            return applicant
        }
        let isRepresented = collective != nil && asks == .citizen
        applicant.name = nameFact(sender: sender, isRepresented: isRepresented)
        applicant.address = address(isCollective: isRepresented)
        applicant.phone = phone()
        applicant.email = ApplicantEmail(evidence, block: name.block, isPassedOn: isPassedOn).fact
        applicant.signatories = collective.flatMap { found in
            found.signatories.map { evidence.fact($0, found.tokens, .sure, "the number of signatures") }
        }
        return applicant
    }

    // MARK: - Name

    private func nameFact(sender: Fact<String>?, isRepresented: Bool) -> Fact<String>? {
        if asks == .requester, isOfOffice, let office = formName,
            name.mention.map({ !(evidence.form[.applicant] ?? 0..<0).contains($0.tokens.lowerBound) }) ?? true
        {
            let person = name.mention.map { " (\($0.name.text))" } ?? ""
            return Fact(Self.quoted(office.value) + person, at: office.place, .likely, because: "an organisation asks")
        }
        if asks == .requester, isOfOffice, let sender {
            let person = name.mention.map { " (\($0.name.text))" } ?? ""
            return Fact(sender.value + person, at: sender.place, .likely, because: "an organisation asks")
        }
        if asks == .lawyer { return lawyerName }
        if let mention = name.mention {
            let suffix = isRepresented ? " (представник)" : ""
            return evidence.fact(mention.name.text + suffix, mention.tokens, name.certainty, name.reason)
        }
        if let fields = formName { return fields }
        return hidesName ? nil : latinName ?? fromFieldName
    }

    /// «Kind regards, / Anna Schmidt»: the line below the closing words of a letter in Latin script.
    private var latinName: Fact<String>? {
        let lines = evidence.main.layout.lines
        for (line, below) in zip(lines, lines.dropFirst()).suffix(Self.latinLines) {
            guard LatinWords.closings.contains(where: written(line.tokens).lowercased().hasPrefix) else { continue }
            let name = written(below.tokens)
            guard LatinWords.isName(name) else { continue }
            return evidence.fact(name, below.tokens, .likely, "the signature")
        }
        return nil
    }

    /// Straight quotation marks as a card has them.
    private static func quoted(_ name: String) -> String {
        var isOpen = false
        return String(
            name.map { character in
                guard character == "\"" else { return character }
                isOpen.toggle()
                return isOpen ? "«" : "»"
            })
    }

    private var isOfOffice: Bool { [.association, .organization, .authority, .council].contains(evidence.writer.writer) }

    private func certainty(of mention: NameMention) -> Certainty { mention.name.isCertain ? .sure : .unsure }

    /// «Лисенко Олег Вікторович (адвокат) в інтересах Кравця Миколи Івановича».
    private var lawyerName: Fact<String>? {
        guard let lawyer = lawyerMention else { return fromFieldName }
        var value = "\(lawyer.name.text) (адвокат)"
        if let interest = evidence.cues.first(.inInterestOf),
            let client = NameMention.all(in: text, interest.upperBound..<min(interest.upperBound + 10, text.tokens.count)).first
        {
            value += " в інтересах " + written(client.tokens)
        }
        return evidence.fact(value, lawyer.tokens, certainty(of: lawyer), "the lawyer's letterhead")
    }

    private var lawyerMention: NameMention? {
        let head = evidence.headEnd
        let names = NameMention.all(in: text, 0..<head).filter { $0.name.extent >= .surnameAndGiven && $0.name.cases != .dative }
        return names.first ?? name.mention
    }

    /// Separate fields of a form for surname, given name and patronymic.
    private var formName: Fact<String>? {
        let parts = [evidence.form[.surname], evidence.form[.givenName], evidence.form[.patronymic]].compactMap(\.self)
        if let first = parts.first {
            return evidence.fact(parts.map(written).joined(separator: " "), first, .likely, "fields of the form")
        }
        guard let value = evidence.form[.applicant] else { return nil }
        let words = value.prefix(Self.maximumNameTokens).prefix { !text.tokens[$0].isMark(",") && !text.tokens[$0].isMark(";") }
        guard let first = words.first, let last = words.last, text.tokens[first].kind != .number else { return nil }
        return evidence.fact(written(first..<last + 1), first..<last + 1, .likely, "a field of the form")
    }

    /// The display name, where it is a name of a person and the mail is his own.
    private var fromFieldName: Fact<String>? {
        guard !isPassedOn, !evidence.source.senderName.isEmpty else { return nil }
        let from = NormalizedText(evidence.source.senderName)
        guard let mention = NameMention.all(in: from, from.tokens.indices, ignoringCase: true).first,
            mention.name.cases.contains(.nominative)
        else {
            return nil
        }
        let octets = evidence.source.senderName.utf8.count
        return Fact(
            mention.name.text, at: FactPlace(part: "from", range: 0..<octets),
            mention.name.extent >= .surnameAndGiven ? .likely : .unsure,
            because: "the From field; the text has no name")
    }

    /// «Свої дані не вказуємо», «пишу анонімно».
    var hidesName: Bool { !Self.hiding.hits(in: text).isEmpty }

    // MARK: - Address, telephone

    private func address(isCollective: Bool) -> Fact<String>? {
        if let value = evidence.form[.address] {
            if let address = PostalAddress.first(in: text, value) { return addressFact(address) }
            if value.count > 2 { return evidence.fact(written(value), value, .likely, "a field of the form") }
        }
        if let block = name.block {
            if let present = Residence.present(in: text, block) { return addressFact(present) }
            if let address = PostalAddress.firstWhole(in: text, block) { return withFlat(address, isCollective) }
        }
        if let mention = name.mention {
            let after = mention.tokens.upperBound..<min(mention.tokens.upperBound + 12, text.tokens.count)
            if let address = PostalAddress.bare(in: text, after) {
                return evidence.fact(
                    address.text, address.tokens, .unsure, "words behind the name that look like a street and a house")
            }
        }
        if asks != .lawyer, let stated = Residence.stated(in: text) {
            return isCollective
                ? withFlat(stated.address, isCollective)
                : evidence.fact(stated.address.text, stated.address.tokens, stated.certainty, "where the author says to live")
        }
        guard let head = headBlock, let address = PostalAddress.firstWhole(in: text, head) else { return nil }
        return withFlat(address, isCollective)
    }

    /// «від мешканців будинку по вул. Лісовій, 30 (представник: …, кв. 12)»: the representative's flat completes the address.
    private func withFlat(_ address: PostalAddress, _ isCollective: Bool) -> Fact<String> {
        guard isCollective, let mention = name.mention, !address.text.contains("кв. ") else { return addressFact(address) }
        let after = mention.tokens.upperBound..<min(mention.tokens.upperBound + 5, text.tokens.count)
        guard let mark = after.first(where: { text.folded(text.tokens[$0]) == "кв" }),
            let number = (mark..<min(mark + 3, text.tokens.count)).first(where: { text.tokens[$0].kind == .number })
        else { return addressFact(address) }
        return evidence.fact(
            "\(address.text), кв. \(text.text(of: text.tokens[number]))", address.tokens, .likely,
            "the address of the house with the representative's flat")
    }

    /// The lines between the addressee and the text, for letters of groups that name nobody there.
    private var headBlock: Range<Int>? {
        if asks == .lawyer { return 0..<evidence.headEnd }
        guard asks == .citizen || asks == .requester, !isOfOffice else { return nil }
        let end = evidence.headEnd
        let author = evidence.main.layout.lines.prefix(30).filter { $0.tokens.lowerBound < end }.first {
            Self.authors.meaning(of: text.tokens[$0.tokens.lowerBound], in: text) != nil
        }
        return author.map { $0.tokens.lowerBound..<max(end, $0.tokens.upperBound) }
    }

    private func phone() -> Fact<String>? {
        let fields = [evidence.form[.phone], name.block].compactMap(\.self)
        for range in fields { if let phone = PhoneNumber.first(in: text, range) { return phoneFact(phone) } }
        if let value = evidence.form[.email], let phone = PhoneNumber.first(in: text, value) { return phoneFact(phone) }
        guard !isPassedOn else { return nil }
        let head = 0..<evidence.headEnd
        if let phone = PhoneNumber.first(in: text, head) { return phoneFact(phone) }
        return ownPhone.map(phoneFact)
    }

    /// A number in the text: with «мій телефон» before it, or in the last words.
    private var ownPhone: PhoneNumber? {
        for hit in Self.ownNumbers.hits(in: text) {
            let end = min(hit.tokens.upperBound + 8, text.tokens.count)
            if let phone = PhoneNumber.first(in: text, hit.tokens.upperBound..<end) { return phone }
        }
        let tail = max(0, text.tokens.count - Self.tailTokens)..<text.tokens.count
        guard let phone = PhoneNumber.first(in: text, tail) else { return nil }
        let before = max(0, phone.tokens.lowerBound - 4)..<phone.tokens.lowerBound
        return before.contains { Self.foreignNumbers.meaning(of: text.tokens[$0], in: text) != nil } ? nil : phone
    }

    // MARK: - Facts

    private func addressFact(_ address: PostalAddress) -> Fact<String> {
        evidence.fact(address.text, address.tokens, address.isCertain ? .sure : .likely, "the author's address")
    }

    private func phoneFact(_ phone: PhoneNumber) -> Fact<String> {
        evidence.fact(phone.text, phone.tokens, .sure, "the author's telephone")
    }

    private func emailFact(_ email: EmailAddress) -> Fact<String> {
        Fact(
            email.text, at: FactPlace(part: evidence.main.part, range: text.originalRange(of: email.range)), .sure,
            because: "written in the letter")
    }

    private func octets(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return text.tokens[first].range.lowerBound..<text.tokens[last].range.upperBound
    }

    private func written(_ tokens: Range<Int>) -> String {
        let octets = octets(tokens)
        return text.originalText(octets).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Citizens a member of parliament writes for: «Гаврилюк Н. М. та інші (41 особа)».
    static func relayedGroup(_ evidence: LetterEvidence) -> Applicant? {
        let text = evidence.text
        let body = evidence.headEnd..<max(evidence.headEnd, text.tokens.count)
        for hit in appealed.hits(in: text, body) {
            let end = min(hit.tokens.upperBound + maximumDistance, body.upperBound)
            guard hit.tokens.upperBound < end, let mention = NameMention.all(in: text, hit.tokens.upperBound..<end).first else {
                continue
            }
            var applicant = Applicant()
            let rest = mention.tokens.upperBound..<min(mention.tokens.upperBound + 12, text.tokens.count)
            var value = mention.name.text
            if let others = groups.hits(in: text, rest).first,
                let number = others.tokens.first(where: { text.tokens[$0].kind == .number })
            {
                let count = text.tokens[number].value
                value += " та інші (\(text.text(of: text.tokens[number])) \(people(count)))"
            } else {
                applicant.address = PostalAddress.first(in: text, rest).map {
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
        return nil
    }

    private static func people(_ count: Int) -> String {
        if (11...14).contains(count % 100) { return "осіб" }
        return switch count % 10 {
        case 1: "особа"
        case 2, 3, 4: "особи"
        default: "осіб"
        }
    }

    private static let maximumNameTokens = 14
    /// Lines at the end of a letter that may hold its signature.
    private static let latinLines = 12
    private static let maximumDistance = 24
    private static let tailTokens = 40
    private static let appealed = PhraseBook<Bool>([
        (
            "до мене звернул* | до мене звернувс* | звернулис* мешкан* | звернулас* громадян* | звернувс* громадян* | до мене як | до мене надійш* | звернення громадян* | звернення мешкан* | звернулас* мешкан* | звернувс* мешкан* | звернувс* | звернулас* | звернулис*",
            true
        )
    ])
    private static let groups = PhraseBook<Bool>([("та інші всього # | всього # | та інші # | та ще # | разом #", true)])
    private static let authors = StemTable<Bool>([("від вiд гр громадян* мешкан* жител* от заявник* запитувач*", true)])
    private static let ownNumbers = PhraseBook<Bool>([
        (
            "мій телефон | мій тел | мій номер | тел для зв'язку | телефон для зв'язку | контактний телефон | мой телефон | зателефонуйте мені | мій моб | подзвоніть мені | дзвоніть | зв'язатися зі мною | звоните | номер телефону | мої контакти",
            true
        )
    ])
    private static let foreignNumbers = StemTable<Bool>([
        ("диспетчер* гаряч* лінії аварійн* дзвони* звони* номером охорон* водія", true)
    ])
    private static let hiding = PhraseBook<Bool>([
        (
            """
            анонімно | анонимно | дані не вказу* | своїх даних не | прізвища не вказу* | прізвище не вказу* | ім'я не вказу* | не вказую свої | не вказую своє | данные не указыва* | не хочу називати себе | не буду називати | не називаю себе | залишитись анонім* | залишитися анонім*
            | побажав залишитися | себе не називаю | не представляюсь | не підписуюсь | не подписываюсь | своє ім'я не | не називатиму | адресу не вказую
            """, true
        )
    ])
}
