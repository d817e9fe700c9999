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
        if evidence.writer.writer == .council, !isSignedByPerson { return applicant }
        if isPassedOn || isOfAuthority, !evidence.form.isForm, let relayed = RelayedCitizen(evidence) {
            return self.applicant(relayed)
        }
        let isRepresented = collective != nil && asks == .citizen
        applicant.name = nameFact(sender: sender, isRepresented: isRepresented)
        applicant.address =
            ApplicantAddress(evidence: evidence, name: name, asks: asks, isCollective: isRepresented, isOfOffice: isOfOffice).fact
        applicant.phone = ApplicantPhone(evidence, blocks: name.blocks, isPassedOn: isPassedOn).fact
        if asks == .lawyer, let lawyer = LawyerName(evidence, signature: name.mention) {
            let own = LawyerName.particulars(evidence, of: lawyer.mention)
            applicant.address =
                applicant.address
                ?? PostalAddress.firstWhole(in: text, own).map {
                    evidence.fact($0.text, $0.tokens, .likely, "the lawyer's address")
                }
            applicant.phone =
                applicant.phone
                ?? PhoneNumber.first(in: text, own).map { evidence.fact($0.text, $0.tokens, .likely, "the lawyer's telephone") }
        }
        if !isPassedOn, applicant.phone == nil { applicant.phone = TrailerSignature.phone(evidence) }
        // A council that passes on its councillor's request writes from a mailbox of its own.
        if asks != .councillor || !isOfOffice {
            applicant.email =
                ApplicantEmail(
                    evidence, block: name.block, isPassedOn: isPassedOn, ofOffice: asks == .councillor || asks == .lawyer
                ).fact
        }
        if name.mention == nil, asks == .citizen || asks == .requester, !isOfOffice, let below = TrailerSignature(evidence) {
            applicant.name = below.name
            applicant.address = applicant.address ?? below.address
            applicant.phone = applicant.phone ?? below.phone
        }
        applicant.signatories = collective.flatMap { found in
            found.signatories.map { evidence.fact($0, found.tokens, .sure, "the number of signatures") }
        }
        return applicant
    }

    /// «Лугоставська міська рада / Мельничук Станіслав Орестович, м. Лугостав, …»: the council above the name is the addressee.
    private var isSignedByPerson: Bool {
        guard let mention = name.mention, mention.name.extent >= .surnameAndGiven else { return false }
        return name.blocks.contains {
            PostalAddress.first(in: text, $0) != nil || PhoneNumber.first(in: text, $0) != nil
        } || [.citizen, .requester].contains(asks) && evidence.mainBody.contains(where: isSelf)
    }

    private func isSelf(_ index: Int) -> Bool {
        Self.selves.knows(text.tokens[index], in: text)
            && !(index + 1 < text.tokens.count && text.tokens[index + 1].isMark("."))
    }

    /// An authority that writes about a citizen's letter has him in its words, not in its signature.
    private var isOfAuthority: Bool {
        asks == .citizen && [.authority, .parliament, .lawEnforcement].contains(evidence.writer.writer)
    }

    private func applicant(_ relayed: RelayedCitizen) -> Applicant {
        var applicant = Applicant()
        let fields = [FormFields.Key.address, .phone].compactMap { evidence.form.extent(of: $0, in: text) }
        let ranges = [relayed.details] + relayed.otherDetails + fields
        applicant.name = evidence.fact(
            relayed.mention.name.text, relayed.mention.tokens, certainty(of: relayed.mention),
            "the office names whose letter it is")
        // «Копія: …, вул. Кобзарська, 16»: the house says more than a street the letter speaks of.
        let addresses = ranges.lazy.compactMap { PostalAddress.firstWhole(in: text, $0) }
        applicant.address = (addresses.first ?? ranges.lazy.compactMap { PostalAddress.first(in: text, $0) }.first).map {
            evidence.fact($0.text, $0.tokens, $0.isCertain ? .sure : .likely, "the citizen's address")
        }
        applicant.phone = ranges.lazy.compactMap { PhoneNumber.first(in: text, $0) }.first.map {
            evidence.fact($0.text, $0.tokens, .sure, "the citizen's telephone")
        }
        applicant.email = EmailAddress.all(in: text, octets(relayed.details)).first.map {
            Fact(
                $0.text, at: FactPlace(part: evidence.main.part, range: text.originalRange(of: $0.range)), .sure,
                because: "written in the letter")
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
        if asks == .requester, isOfOffice, let sender, !isNamed(in: sender.value) {
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

    /// «Редакція «Вісті» / кореспондент Гордій Ростислав» read as one body: who asks is the person.
    private func isNamed(in sender: String) -> Bool { name.mention.map { sender.contains($0.name.text) } ?? false }

    /// «Kind regards, / Anna Schmidt»: the line below the closing words of a letter in Latin script.
    private var latinName: Fact<String>? {
        let lines = evidence.main.layout.lines
        for (line, below) in zip(lines, lines.dropFirst()).suffix(Self.latinLines) {
            guard text.utf8[line.range.lowerBound] < 0x80 else { continue }
            guard LatinWords.isClosing(text, line.tokens) else { continue }
            let name = text.words(below.tokens)
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

    private var lawyerName: Fact<String>? {
        guard let lawyer = LawyerName(evidence, signature: name.mention) else { return fromFieldName }
        return evidence.fact(lawyer.text, lawyer.mention.tokens, certainty(of: lawyer.mention), "the lawyer's letterhead")
    }

    /// Separate fields of a form for surname, given name and patronymic.
    private var formName: Fact<String>? {
        let parts = [evidence.form[.surname], evidence.form[.givenName], evidence.form[.patronymic]].compactMap(\.self)
        if let first = parts.first {
            return evidence.fact(parts.map(text.words).joined(separator: " "), first, .likely, "fields of the form")
        }
        guard let value = evidence.form[.applicant] else { return nil }
        let words = value.prefix(Self.maximumNameTokens).prefix { !text.tokens[$0].isMark(",") && !text.tokens[$0].isMark(";") }
        guard let first = words.first, let last = words.last, text.tokens[first].kind != .number else { return nil }
        return evidence.fact(text.words(first..<last + 1), first..<last + 1, .likely, "a field of the form")
    }

    /// The display name, where it is a name of a person and the mail is his own.
    private var fromFieldName: Fact<String>? {
        guard !isPassedOn, !evidence.source.senderName.isEmpty else { return nil }
        let from = NormalizedText(evidence.source.senderName)
        guard let mention = NameMention.first(in: from, from.tokens.indices, ignoringCase: true),
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

    // MARK: - Facts

    private func octets(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return text.tokens[first].range.lowerBound..<text.tokens[last].range.upperBound
    }

    private static let maximumNameTokens = 14
    /// How a person speaks of himself; a council says «ми».
    private static let selves = StemTable<Bool>([("я мене мені хочу хотів хотіла", true)])
    /// Lines at the end of a letter that may hold its signature.
    private static let latinLines = 12
    private static let hiding = PhraseBook<Bool>([
        (
            """
            анонімно | анонимно | дані не вказу* | своїх даних не | прізвища не вказу* | прізвище не вказу* | ім'я не вказу* | не вказую свої | не вказую своє | данные не указыва* | не хочу називати себе | не буду називати | не називаю себе | залишитись анонім* | залишитися анонім*
            | побажав залишитися | себе не називаю | не представляюсь | не підписуюсь | не подписываюсь | своє ім'я не | не називатиму | адресу не вказую
            """, true
        )
    ])
}
