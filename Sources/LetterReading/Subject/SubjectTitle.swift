// SPDX-License-Identifier: Apache-2.0

/// The summary a letter gives itself: its title above the text, or the name of the document with its clause.
struct SubjectTitle {
    let main: MainText
    let head: [LetterLine]
    var layout: LetterLayout { main.layout }
    var text: NormalizedText { main.layout.text }

    init(_ main: MainText, _ heading: SubjectHeading) {
        self.main = main
        head = heading.head
    }

    /// Nil for a letter without a title.
    var fact: Fact<String>? { titled() ?? quoted() ?? namedWithClause() ?? ruling() ?? strayed() }

    /// What a document calls itself and sums its matter up with: «Депутатський запит» of a text on «щодо якості води».
    ///
    /// - Parameter mail: the Subject field, which names it where the text does not.
    func leadingName(_ mail: String) -> String? {
        let lowered = mail.inLowerCase
        if lowered.begins(with: "депутатське звернення") || lowered.begins(with: "деп. звернення") {
            return "Депутатське звернення"
        }
        if lowered.begins(with: "депутатський запит") { return "Депутатський запит" }
        if lowered.begins(with: "звернення народн"), lowered.contains("депутат") { return "Депутатське звернення" }
        return namedDocument ?? spelledDocument ?? advocates
    }

    /// «Д Е П У Т А Т С Ь К Е   З В Е Р Н Е Н Н Я».
    private var spelledDocument: String? {
        for line in layout.lines.prefix(Self.strayReach) where text.tokens[line.tokens].allSatisfy({ $0.letters.count == 1 }) {
            switch text.tokens[line.tokens].map({ text.folded($0) }).joined() {
            case "депутатськезвернення": return "Депутатське звернення"
            case "депутатськийзапит": return "Депутатський запит"
            case "адвокатськийзапит": return "Адвокатський запит"
            default: continue
            }
        }
        return nil
    }

    /// What a letter that begins with «Адвокат …» is, named or not.
    private var advocates: String? {
        guard let first = layout.lines.first, text.reads(text.tokens[first.tokens.lowerBound], "адвокат") else { return nil }
        return "Адвокатський запит"
    }

    private var namedDocument: String? {
        for line in head where line.role == .documentName {
            guard let name = DocumentName(text, line.tokens) else { continue }
            if name.isCollective { return collective(line) }
            switch name.kind {
            case .deputyAppeal: return "Депутатське звернення"
            case .deputyRequest: return "Депутатський запит"
            case .lawyerRequest: return "Адвокатський запит"
            case .telegram:
                return text.tokens[line.tokens].first.map { LetterCase.capitalized(text.folded($0)) }
            default: continue
            }
        }
        return nil
    }

    /// «Колективне звернення»; a complaint goes on with what is asked.
    private func collective(_ line: LetterLine) -> String? {
        let words = text.tokens[line.tokens].prefix(2).filter { $0.kind == .word }.map { text.folded($0) }
        guard words.count == 2 else { return nil }
        return LetterCase.capitalized(words.joined(separator: " ")) + (words[1] == "скарга" ? " з проханням" : "")
    }

    /// «Запит на отримання публічної інформації», which may take two lines; nil for another document.
    var informationRequest: String? {
        guard let index = head.firstIndex(where: { $0.role == .documentName }),
            let kind = DocumentName(text, head[index].tokens)?.kind
        else { return nil }
        let written = layout.written(head[index]).prefix { $0 != "(" }.trimmed
        var name = LetterCase.lowerUnlessProper(written).onOneLine
        if kind == .request, let next = head[(index + 1)...].first ?? layout.lines.dropFirst(index + 1).first,
            isFormula(next.tokens)
        {
            name += " " + layout.written(next).onOneLine
        } else if kind != .informationRequest {
            return nil
        }
        return LetterCase.capitalized(name)
    }

    /// The title's lines, with the name of the document before a clause in small letters: «Депутатське звернення щодо ремонту дороги».
    private func titled() -> Fact<String>? {
        guard let first = head.firstIndex(where: beginsTitle) else { return nil }
        let lines = titleLines(from: first)
        guard let last = lines.last else { return nil }
        let range = head[first].tokens.lowerBound..<last.tokens.upperBound
        var value = joined(lines.map { layout.written($0) })
        if value.first?.isLowercase == true, first > head.startIndex, head[first - 1].role == .documentName {
            value = LetterCase.capitalized(name(head[first - 1])) + " " + value
            value = withCase(value)
        } else if LetterCase.isCapitals(value) {
            value = LetterCase.nameWords(value).joined(separator: " ")
        }
        return Fact(LetterCase.capitalized(value), at: main.place(of: range), .sure, because: "the title above the text")
    }

    /// A title in quotation marks of its own.
    private func quoted() -> Fact<String>? {
        let lines = layout.lines
        for index in lines.indices.prefix(Self.quotedReach) {
            let first = lines[index].tokens.lowerBound
            guard text.tokens[first].isMark("\""), lines[index].startsBlock, beginsAsTitle(lines[index]),
                let close = lines[index...].prefix(Self.longestQuoted).firstIndex(where: { endsQuoted($0) })
            else { continue }
            let value = Self.unquoted(joined(lines[index...close].map { layout.written($0) }))
            return Fact(
                LetterCase.capitalized(value), at: main.place(of: first..<lines[close].tokens.upperBound), .sure,
                because: "the title above the text")
        }
        return nil
    }

    private func endsQuoted(_ line: LetterLine) -> Bool {
        text.tokens[line.tokens].last.map { $0.isMark("\"") } ?? false
    }

    /// «Про депутатський запит» is a title although it names a document.
    private func beginsTitle(_ line: LetterLine) -> Bool {
        if line.role == .title { return true }
        return line.role == .documentName
            && LineWords.titles.knows(text.tokens[line.tokens.lowerBound], in: text)
    }

    /// The lines of the title's own column and block; a line of the other column may stand between.
    private func titleLines(from first: Int) -> [LetterLine] {
        var lines = [head[first]]
        for line in head[(first + 1)...] {
            if line.startsBlock && line.isColumn == head[first].isColumn { break }
            if line.isColumn != head[first].isColumn { continue }
            let isDeputys = text.tokens[head[first].tokens].contains { Self.deputys.knows($0, in: text) }
            let isLow = text.tokens[line.tokens.lowerBound].capitals == .none && line.tokens.count <= Self.fewWords
            let goesOn =
                line.role == .title || isDeputys && (line.role == .applicant || line.role == .documentName)
                || isLow && line.role == .addressee
            guard goesOn, !isDated(line) else { break }
            lines.append(line)
        }
        return lines
    }

    /// «13 листопада 2026 року м. Лугостав» under the title of a ruling.
    private func isDated(_ line: LetterLine) -> Bool {
        guard text.tokens[line.tokens.lowerBound].kind == .number else { return false }
        return WrittenDate(text, at: line.tokens.lowerBound, end: line.tokens.upperBound) != nil
    }

    /// A document's name in small letters: «УХВАЛА», «У Х В А Л А».
    func name(_ line: LetterLine) -> String {
        LetterCase.lowerUnlessProper(layout.written(line))
    }

    /// «Скарга / на дії працівників КП «Парк»».
    private func namedWithClause() -> Fact<String>? {
        let names = head.drop { $0.role != .documentName }.prefix { $0.role == .documentName }
        guard let name = names.first, let last = names.last else { return nil }
        let value: String
        if names.count == 1 {
            guard let clause = clause(of: name) else { return nil }
            let title = text.originalText(name.range.lowerBound..<text.tokens[clause].range.lowerBound).inLowerCase
            value = title + text.originalText(text.tokens[clause].range.lowerBound..<name.range.upperBound)
        } else {
            let second = names[names.startIndex + 1].tokens
            guard text.tokens[second.lowerBound].kind == .word, !isFormula(second),
                !Self.grounds.knows(text.tokens[second.lowerBound], in: text)
            else { return nil }
            let clause = joined(names.dropFirst().map { layout.written($0) })
            value = self.name(name) + " " + clause
        }
        let named = joined([value])
        // The second line of «… (Закон «Про адвокатуру / та адвокатську діяльність»)».
        if named.contains(")"), !named.contains("(") { return nil }
        return Fact(
            LetterCase.capitalized(named.contains("№") ? named : withCase(named)),
            at: main.place(of: name.tokens.lowerBound..<last.tokens.upperBound), .sure,
            because: "the name of the document")
    }

    /// The «на» or «щодо» a name goes on with; nil for «Запит на інформацію», which says no matter.
    private func clause(of name: LetterLine) -> Int? {
        let clause = name.tokens.first { index in
            let token = text.tokens[index]
            return token.capitals == .none && Self.clauses.knows(token, in: text)
        }
        guard let clause, !isFormula(clause..<name.tokens.upperBound), RegistrationForm(text, name.tokens)?.signs == 0 else {
            return nil
        }
        return clause
    }

    /// «на отримання публічної інформації», «про надання інформації».
    static func isFormula(_ words: NormalizedText) -> Bool {
        words.tokens.allSatisfy { $0.kind != .word || formulas.knows($0, in: words) }
    }

    private func isFormula(_ tokens: Range<Int>) -> Bool {
        text.tokens[tokens].allSatisfy { $0.kind != .word || Self.formulas.knows($0, in: text) }
    }

    /// A title the letterhead did not lead to: a block of its own that begins with «Про», ends without a point and asks for nothing.
    private func strayed() -> Fact<String>? {
        let lines = layout.lines
        for index in layout.bodyStart..<min(layout.bodyEnd, layout.bodyStart + Self.strayReach) {
            let line = lines[index]
            guard line.startsBlock, beginsAsTitle(line) else { continue }
            var end = index + 1
            while end < lines.count, !lines[end].startsBlock { end += 1 }
            let tokens = line.tokens.lowerBound..<lines[end - 1].tokens.upperBound
            guard end - index <= 4, end < lines.count, tokens.count < Self.longestStray, isTitle(tokens) else { continue }
            return Fact(
                LetterCase.capitalized(Self.unquoted(joined(lines[index..<end].map { layout.written($0) }))),
                at: main.place(of: tokens),
                .likely,
                because: "a line that reads as a title")
        }
        return nil
    }

    /// «Про …», also in quotation marks; «Пропозиція про спільний аудит».
    private func beginsAsTitle(_ line: LetterLine) -> Bool {
        let isQuoted = text.tokens[line.tokens.lowerBound].isMark("\"") && line.tokens.count > 1
        let first = line.tokens.lowerBound + (isQuoted ? 1 : 0)
        if LineWords.titles.knows(text.tokens[first], in: text) { return true }
        return Self.offers.knows(text.tokens[first], in: text) && line.tokens.count > 2
            && MailMatter(MailSubject(layout.written(line))).worth >= .words
            && text.reads(text.tokens[first + 1], ["про", "щодо", "на", "стосовно"])
    }

    private func isTitle(_ tokens: Range<Int>) -> Bool {
        guard let last = text.tokens[tokens].last, last.kind != .mark || last.isMark("\"") || last.isMark(")") else {
            return false
        }
        return text.tokens[tokens].allSatisfy {
            !SubjectWords.requests.knows($0, in: text) && !SubjectWords.telling.knows($0, in: text)
        }
    }

    /// The lines as one, words broken at a line's end whole again.
    func joined(_ lines: [String]) -> String {
        var result = ""
        for word in lines.joined(separator: "\n").words {
            let isBroken =
                result.ends(with: "-") && !result.ends(with: " -") && word.first?.isLowercase == true && !result.ends(with: "о-")
            if isBroken {
                result.removeLast()
                result += word
            } else {
                result += (result.isEmpty || result.ends(with: "о-") ? "" : " ") + word
            }
        }
        return SubjectReading.withoutPoint(result)
    }

    /// Without the quotation marks round all of it.
    private static func unquoted(_ title: String) -> String {
        guard let first = title.first, "«\"“„".contains(first), let last = title.last, "»\"”".contains(last) else { return title }
        return String(title.dropFirst().dropLast())
    }

    /// «в порядку статті 24» says on what ground, not what of.
    private static let grounds = StemTable<Bool>([("в у відповідно згідно", true)])
    private static let offers = StemTable<Bool>([
        ("скарга заява клопотання пропозиція звернення прохання запит вимога претензія повідомлення", true)
    ])
    private static let deputys = StemTable<Bool>([("депутатськ*", true)])
    private static let clauses = StemTable<Bool>([("про щодо стосовно на з", true)])
    private static let formulas = StemTable<Bool>([
        ("на про щодо отримання надання доступ до публічну публічної інформацію інформації запит", true)
    ])
    /// Words of a title's last line that is taken for something else.
    private static let fewWords = 3
    /// Lines of the text a title may have strayed into.
    private static let strayReach = 16
    private static let quotedReach = 40
    private static let longestQuoted = 4
    private static let longestStray = 40
}
