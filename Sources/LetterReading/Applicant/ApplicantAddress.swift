// SPDX-License-Identifier: Apache-2.0

/// Where the applicant lives: the fields of a form, the block with his name, what he says of himself; never a place that only is broken.
struct ApplicantAddress: Sendable {
    let evidence: LetterEvidence
    let name: ApplicantName
    let asks: ApplicantReading.Asks
    let isCollective: Bool
    /// Whether an office asks, so that its letterhead has its address.
    let isOfOffice: Bool

    private var text: NormalizedText { evidence.text }

    var fact: Fact<String>? {
        if let fields = inForm(.address) { return fields }
        for block in name.blocks {
            if let found = inBlock(block) { return withFlat(found) }
        }
        if let bare = behindName { return bare }
        if let above = aboveName ?? beforeName { return withFlat(above) }
        if asks != .lawyer, let stated = Residence.stated(in: text, ofDwellers: asks != .councillor) { return fact(stated) }
        if let head = headBlock, let address = PostalAddress.firstWhole(in: text, head) { return withFlat(address) }
        if let beside = besideTelephone { return beside }
        if let told = HouseOfFlat(text, blocks: name.blocks)?.address { return fact(told) }
        return inForm(.registeredAddress)
    }

    // MARK: - Places

    private func inForm(_ key: FormFields.Key) -> Fact<String>? {
        if key == .address, let parts = FormAddress(evidence.form, text) {
            return evidence.fact(parts.text, parts.tokens, .sure, "fields of the form")
        }
        guard let value = evidence.form[key] else { return nil }
        if let address = PostalAddress.first(in: text, evidence.form.extent(of: key, in: text) ?? value)
            ?? PostalAddress.bare(in: text, value)
        {
            return fact(address)
        }
        return value.count > 2 ? evidence.fact(written(value), value, .likely, "a field of the form") : nil
    }

    /// Where one lives now counts, not where one is registered.
    private func inBlock(_ block: Range<Int>) -> PostalAddress? {
        (Residence.present(in: text, block) ?? PostalAddress.firstWhole(in: text, block)).map {
            Residence.completed($0, in: text, block).completed(bySameHouseIn: text, 0..<block.lowerBound).completed(
                byPlaceIn: text, block
            ).completed(byWordIn: text, behind: name.mention?.tokens.upperBound ?? 0)
        }
    }

    private var behindName: Fact<String>? {
        for block in name.blocks {
            for mention in NameMention.all(in: text, block, atMost: 2) {
                let after = mention.tokens.upperBound..<min(mention.tokens.upperBound + Self.behindNameTokens, text.tokens.count)
                guard let address = PostalAddress.bare(in: text, after) else { continue }
                return evidence.fact(
                    address.text, address.tokens, .unsure, "words behind the name that look like a street and a house")
            }
        }
        return nil
    }

    /// «39802, Лугостав, вул. Січових Стрільців, 31 / Гудима Степанія»: lines of their own above the name.
    private var aboveName: PostalAddress? {
        guard let mention = name.mention else { return nil }
        let lines = evidence.main.layout.lines
        var first = evidence.main.layout.line(ofToken: mention.tokens.lowerBound)
        guard !lines.isEmpty, mention.tokens.lowerBound == lines[first].tokens.lowerBound else { return nil }
        let last = first
        while first > 0, last - first < Self.maximumLinesAbove, !lines[first].startsBlock,
            AddressStart.isParticulars(lines[first - 1], text)
        {
            first -= 1
        }
        // Under the name of an office the address is the office's.
        guard first < last, first == 0 || lines[first].startsBlock, lines[first].role != .body, lines[first].role != .addressee
        else {
            return nil
        }
        return PostalAddress.firstWhole(in: text, lines[first].tokens.lowerBound..<mention.tokens.lowerBound)
    }

    /// «… адресу забула: вул. Прорізна, 20, кв. 33, Лугостав. Мельник Леся Андріївна, 093…»: the address that ends where the name begins.
    private var beforeName: PostalAddress? {
        guard let mention = name.mention, asks == .citizen || asks == .requester else { return nil }
        let before = max(0, mention.tokens.lowerBound - Self.beforeNameTokens)..<mention.tokens.lowerBound
        return PostalAddress.firstWhole(in: text, before).flatMap { address in
            let said = max(before.lowerBound, address.tokens.lowerBound - Self.saidTokens)..<address.tokens.lowerBound
            let isNear = address.tokens.upperBound + 2 >= mention.tokens.lowerBound
            return isNear && Self.said.isMet(in: said, of: text) ? address : nil
        }
    }

    /// «Тел. для зв’язку 067 000 60 39, Лугостав, вул. Лісова, 11»: the last words of a citizen's letter.
    private var besideTelephone: Fact<String>? {
        guard asks == .citizen || asks == .requester, !isOfOffice else { return nil }
        let lines = evidence.main.layout.lines.suffix(Self.lastLines)
        for line in lines where line.tokens.lowerBound >= evidence.headEnd && line.tokens.count <= Self.longestLast {
            guard let phone = PhoneNumber.first(in: text, line.tokens), phone.tokens.upperBound < line.tokens.upperBound,
                let address = PostalAddress.firstWhole(in: text, phone.tokens.upperBound..<line.tokens.upperBound),
                address.tokens.lowerBound <= phone.tokens.upperBound + 1
            else { continue }
            return withFlat(address)
        }
        return nil
    }

    private static let lastLines = 5
    private static let longestLast = 30

    private func fact(_ stated: Residence) -> Fact<String> {
        if isCollective { return withFlat(stated.address) }
        let whole = name.blocks.reduce(stated.address) { $0.completed(byPlaceIn: text, $1) }
        return evidence.fact(whole.text, whole.tokens, stated.certainty, "where the author says to live")
    }

    /// The lines between the addressee and the text, for letters of groups that name nobody there; the letterhead of an office.
    private var headBlock: Range<Int>? {
        if asks == .lawyer || asks == .requester && isOfOffice { return 0..<evidence.headEnd }
        guard asks == .citizen || asks == .requester, !isOfOffice else { return nil }
        let end = evidence.headEnd
        let lines = evidence.main.layout.lines.prefix(30)
        // «КОЛЕКТИВНА СКАРГА / мешканців житлового комплексу …»: below the name of the document too.
        let title = lines.first { $0.tokens.lowerBound == end && $0.role == .documentName }
        let author = lines.filter { $0.tokens.lowerBound < (title.map { $0.tokens.upperBound + 1 } ?? end) }.first {
            Self.authors.knows(text.tokens[$0.tokens.lowerBound], in: text)
        }
        return author.map { $0.tokens.lowerBound..<max(end, $0.tokens.upperBound) }
    }

    // MARK: - Facts

    /// «від мешканців будинку по вул. Лісовій, 30 (представник: …, кв. 12)»: the representative's flat completes the address.
    private func withFlat(_ address: PostalAddress) -> Fact<String> {
        // «мешканців вулиці Садової м. Лугостав»: the group's town is the representative's.
        let address = isCollective ? address.completed(byPlaceIn: text, 0..<evidence.headEnd) : address
        guard isCollective, let mention = name.mention, address.parts.flat == nil else { return fact(address) }
        let after = mention.tokens.upperBound..<min(mention.tokens.upperBound + 5, text.tokens.count)
        guard
            let flat = after.lazy.compactMap({ AddressMark(text, at: $0, end: after.upperBound) }).first(where: {
                $0.kind == .flat
            }),
            let number = HouseNumber(text, at: flat.end, end: after.upperBound)
        else { return fact(address) }
        return evidence.fact(
            "\(address.text), кв. \(number.text)", address.tokens, .likely,
            "the address of the house with the representative's flat")
    }

    private func fact(_ address: PostalAddress) -> Fact<String> {
        evidence.fact(address.text, address.tokens, address.isCertain ? .sure : .likely, "the author's address")
    }

    private func written(_ tokens: Range<Int>) -> String { text.words(tokens) }

    private static let behindNameTokens = 14
    private static let beforeNameTokens = 30
    private static let said = StemTable<Bool>([("адреса адресу адрес адресою прописк*", true)])
    /// Tokens of «адресу забула, вибачте:».
    private static let saidTokens = 6
    private static let maximumLinesAbove = 4
    private static let authors = StemTable<Bool>([
        ("від вiд гр громадян* мешкан* жител* от заявник* запитувач* співвласник* власник* батьків", true)
    ])
}

extension NormalizedText {
    /// Tokens as they were written, with one space where there were several or a line end.
    func words(_ tokens: Range<Int>) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return originalText(self.tokens[first].range.lowerBound..<self.tokens[last].range.upperBound)
            .onOneLine
    }
}
