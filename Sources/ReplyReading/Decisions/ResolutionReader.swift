// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Reads resolutions: «Шевченко до 15.12 підготувати відповідь», «Ткачуку В. П., Савчук І. О. — …», «До відома: Мельнику».
///
/// Each line that begins with a name is a resolution of its own; lines below it that begin with an order continue it.
struct ResolutionReader {
    /// A resolution under way.
    private struct Item {
        var people: [String] = []
        var names: String
        var main: String?
        var informed: [String] = []
        var coExecutors: [String] = []
        var text: [String] = []
        var term: CivilDate?
    }

    private enum Failure: Error {
        case question(ReplyQuestion)
    }

    private enum Part {
        case main, coExecutors, informed
    }

    private static let prefixes: [(words: [String], part: Part)] = [
        (["до", "відома"], .informed), (["для", "відома"], .informed), (["для", "інформації"], .informed), (["копія"], .informed),
        (["fyi"], .informed), (["for", "information"], .informed), (["співвиконавці"], .coExecutors),
        (["співвиконавець"], .coExecutors),
        (["головний", "виконавець"], .main), (["відповідальний", "виконавець"], .main), (["відповідальний"], .main),
        (["відповідальна"], .main), (["виконавець"], .main), (["виконавці"], .main),
    ]
    private static let marksOfMain: Set<String> = [
        "скликання", "головний", "головна", "відповідальний", "відповідальна", "свод", "зведення",
    ]
    private static let joiners: Set<String> = ["та", "і", "й", "і", "and", "и", "разом", "спільно", "з", "із"]
    private static let doubtful: Set<String> = [
        "якщо", "якби", "мабуть", "можливо", "напевно", "може", "умови", "если", "if", "maybe", "perhaps", "чи", "б", "би",
        "треба", "потрібно", "варто", "надо", "нужно",
    ]
    private static let adverbs: Set<String> = [
        "терміново", "невідкладно", "негайно", "спільно", "разом", "особисто", "детально", "ретельно", "срочно", "також", "будь",
        "ласка",
        "прошу", "доручаю", "urgently", "please", "to", "оперативно", "письмово", "комплексно", "належно", "обов'язково",
        "додатково",
    ]
    private static let nouns: Set<String> = [
        "розгляду", "виконання", "роботи", "опрацювання", "підготовки", "відома", "участі", "організації", "врахування",
        "надання", "вжиття",
        "відповіді", "контролю", "контроль", "розгляд", "виконання", "опрацювання", "керівництва", "використання", "узагальнення",
    ]
    private static let nounMarkers: Set<String> = ["до", "для", "на", "в"]
    /// What a line that continues a resolution may begin with, beside an order.
    private static let continuations: Set<String> = [
        "до", "для", "строк", "термін", "контроль", "про", "та", "і", "з", "а", "також", "не", "відповідь", "проєкт",
        "результати", "інформацію",
    ]

    private let context: ReplyContext
    private let finder: NameFinder

    init(_ context: ReplyContext) {
        self.context = context
        finder = NameFinder(context.people)
    }

    /// Nil when the first line names nobody at its beginning.
    func read(_ lines: [Words], from start: Int) -> ReplyReader.Outcome? {
        guard let first = lines.first else { return nil }
        do {
            var items: [Item] = []
            for (number, line) in lines.enumerated().flatMap({ number, line in sentences(of: line).map { (number, $0) } }) {
                if number > 0, Courtesies.isCourtesy(line, people: context.people) { continue }
                if line.characters.contains("?") { throw Failure.question(.notUnderstood) }
                try take(line, from: number == 0 ? start : 0, into: &items)
            }
            return .decision(.resolve(try resolutions(of: items)))
        } catch Failure.question(let question) {
            if question == .nobodyNamed, !looksLikeResolution(first, from: start) { return nil }
            return .question(question)
        } catch {
            return .question(.notUnderstood)
        }
    }

    private func looksLikeResolution(_ line: Words, from start: Int) -> Bool {
        line.words.dropFirst(start).contains { OrderWords.isOrder($0.folded) }
    }

    private func take(_ line: Words, from start: Int, into items: inout [Item]) throws {
        var index = start
        Self.skipNumberAndVerb(line, at: &index)
        let part = Self.takePrefix(line, at: &index)
        let beginning = index
        let named = try names(line, at: &index)
        guard !named.isEmpty else { return try takeContinuation(line, from: beginning, hasPrefix: part != nil, into: &items) }
        switch part {
        case .informed?, .coExecutors?: try attach(named, part == .informed, line, index, &items)
        case .main?, nil: try begin(named, line, index, &items)
        }
    }

    /// «2. Доручаю Кравцю …»
    private static func skipNumberAndVerb(_ line: Words, at index: inout Int) {
        if index < line.words.count, line.words[index].isNumber,
            line.words[index].after.hasPrefix(".") || line.words[index].after.hasPrefix(")")
        {
            index += 1
        }
        if index + 1 < line.words.count, ["прошу", "доручаю"].contains(line.words[index].folded),
            line.words[index + 1].isCapitalised
        {
            index += 1
        }
    }

    /// «Шевченко — розглянути. Кравцю — надати дані.» are two: a name behind the end of a sentence begins another.
    private func sentences(of line: Words) -> [Words] {
        var cuts = [0]
        for index in line.words.indices.dropFirst() {
            let before = line.words[index - 1]
            var next = index
            let isPrefix = before.endsSegment && Self.takePrefix(line, at: &next) != nil
            guard isPrefix || before.original.count > 1 && before.after.contains(where: { ".;".contains($0) }) else { continue }
            let isNamed = finder.find(line, at: &next) != .none || isStranger(line, at: next, after: false)
            if isNamed { cuts.append(index) }
        }
        return cuts.indices.map { number in
            let start = cuts[number] == 0 ? 0 : line.words[cuts[number] - 1].end
            let end = number + 1 < cuts.count ? line.words[cuts[number + 1] - 1].end : line.characters.count
            return Words(String(line.characters[start..<end]))
        }
    }

    private static func takePrefix(_ line: Words, at index: inout Int) -> Part? {
        for prefix in prefixes where line.folded[index...].starts(with: prefix.words) {
            index += prefix.words.count
            return prefix.part
        }
        return nil
    }

    /// The list of names at a place of a line; a capitalised stranger among them is a question, never a word of the order.
    private func names(_ line: Words, at index: inout Int) throws -> [(id: String, isMain: Bool)] {
        var found: [(id: String, isMain: Bool)] = []
        while index < line.words.count {
            switch finder.find(line, at: &index) {
            case .found(let person):
                var isMain = false
                if index < line.words.count, Self.marksOfMain.contains(line.words[index].folded),
                    line.words[index - 1].after.contains("(")
                {
                    isMain = true
                    index += 1
                }
                found.append((person.id, isMain))
            case .ambiguous(let name, let people): throw Failure.question(.nameAmbiguous(name, people.map(\.id)))
            case .stranger(let name): throw Failure.question(.nameUnknown(name))
            case .none:
                if isStranger(line, at: index, after: !found.isEmpty) {
                    throw Failure.question(.nameUnknown(line.words[index].original))
                }
                return found
            }
            guard let next = Self.nextName(line, index) else { return found }
            index = next
        }
        return found
    }

    /// Where the next name of a list would begin; nil where the list ends.
    private static func nextName(_ line: Words, _ index: Int) -> Int? {
        guard index < line.words.count else { return nil }
        let after = line.words[index - 1].after
        if after.contains(where: { "—–:.".contains($0) }), !after.contains(","), !isPointOfInitial(line.words[index - 1]) {
            return nil
        }
        if after.contains(" - ") { return nil }
        var next = index
        while next < line.words.count, joiners.contains(line.words[next].folded) { next += 1 }
        guard next < line.words.count else { return nil }
        let isListed = after.contains(where: { ",;&+".contains($0) }) || next > index
        return isListed && line.words[next].isCapitalised ? next : nil
    }

    private static func isPointOfInitial(_ word: Word) -> Bool {
        word.original.count == 1 && word.after.hasPrefix(".") && !word.after.contains { "—–:".contains($0) }
    }

    /// A capitalised word in the place of a name that is neither an order nor a known word.
    private func isStranger(_ line: Words, at index: Int, after hasNames: Bool) -> Bool {
        guard index < line.words.count, line.words[index].isCapitalised else { return false }
        let word = line.words[index]
        if beginsOrder(line, at: index) || Self.continuations.contains(word.folded) { return false }
        if hasNames { return true }
        // «Петренку — підготувати …», «Петренку до 15.12 …», «Петренко В. П.»
        let next = index + 1 < line.words.count ? line.words[index + 1] : nil
        let after = word.after
        return after.contains(where: { "—–:,".contains($0) }) || after.contains(" - ") || next?.folded == "до"
            || next.map { $0.original.count == 1 && $0.isCapitalised || OrderWords.isOrder($0.folded) } ?? false
    }

    private func begin(_ named: [(id: String, isMain: Bool)], _ line: Words, _ index: Int, _ items: inout [Item]) throws {
        let ids = named.map(\.id)
        let names = line.words[..<index].map(\.original).joined(separator: " ")
        guard index < line.words.count else {
            // A name alone: the writer's own is a signature, others below an order join it, else the order follows.
            if !items.isEmpty, ids == [context.author] { return }
            items.append(Item(people: ids, names: names, main: named.first(where: \.isMain)?.id ?? ids.first))
            return
        }
        var item = Item(people: ids, names: names, main: named.first(where: \.isMain)?.id ?? ids.first)
        if try isForInformation(line, from: index) {
            try addInformed(ids, to: &items, names)
            return
        }
        try add(line, from: index, to: &item)
        items.append(item)
    }

    /// «Мельнику — до відома».
    private func isForInformation(_ line: Words, from index: Int) throws -> Bool {
        let rest = line.folded[index...]
        return [["до", "відома"], ["для", "відома"], ["для", "інформації"]].contains { $0 == Array(rest) }
    }

    private func attach(
        _ named: [(id: String, isMain: Bool)], _ informed: Bool, _ line: Words, _ index: Int, _ items: inout [Item]
    ) throws {
        guard index == line.words.count else { throw Failure.question(.notUnderstood) }
        let ids = named.map(\.id)
        if informed { return try addInformed(ids, to: &items, line.words.map(\.original).joined(separator: " ")) }
        guard !items.isEmpty else { throw Failure.question(.nobodyNamed) }
        items[items.count - 1].coExecutors += ids
    }

    private func addInformed(_ ids: [String], to items: inout [Item], _ names: String) throws {
        if items.isEmpty { items.append(Item(names: names)) }
        items[items.count - 1].informed += ids
    }

    private func takeContinuation(_ line: Words, from index: Int, hasPrefix: Bool, into items: inout [Item]) throws {
        guard var item = items.popLast() else { throw Failure.question(.nobodyNamed) }
        guard !hasPrefix, index < line.words.count else { throw Failure.question(.notUnderstood) }
        let word = line.words[index]
        let isOrder = beginsOrder(line, at: index) || Self.continuations.contains(word.folded)
        guard isOrder, item.main != nil else { throw Failure.question(.notUnderstood) }
        try add(line, from: index, to: &item, isContinuation: true)
        items.append(item)
    }

    private func add(_ line: Words, from index: Int, to item: inout Item, isContinuation: Bool = false) throws {
        let words = Words(line.text(from: index))
        if words.folded.contains(where: Self.doubtful.contains) { throw Failure.question(.withReservation) }
        var text = String(words.characters)
        switch TermReader(today: context.today).term(in: words) {
        case .none: break
        case .unreadable(let text): throw Failure.question(.termUnreadable(text))
        case .found(let day, let range):
            guard item.term == nil || item.term == day else {
                throw Failure.question(.termUnreadable(String(line.characters).trimmed))
            }
            item.term = day
            let start = range.lowerBound == 0 ? words.before.count : words.words[range.lowerBound - 1].end
            text = String(words.characters[..<start]) + String(words.characters[words.words[range.upperBound - 1].end...])
        }
        let order = Words(Self.trimmed(text))
        guard !order.words.isEmpty else { return }
        if item.text.isEmpty, !isContinuation || !Self.continuations.contains(order.folded[0]) {
            guard beginsOrder(order, at: 0) else {
                throw Failure.question(isContinuation ? .notUnderstood : .orderMissing(item.names))
            }
        }
        item.text.append(String(order.characters))
    }

    /// An infinitive or imperative, «до розгляду», perhaps with an adverb before it.
    private func beginsOrder(_ line: Words, at start: Int) -> Bool {
        var index = start
        while index < line.words.count, Self.adverbs.contains(line.words[index].folded) {
            if line.words[index].folded == "to" { return index + 1 < line.words.count }
            index += 1
        }
        guard index < line.words.count else { return false }
        let word = line.words[index].folded
        if OrderWords.isOrder(word) { return true }
        if Self.nounMarkers.contains(word), index + 1 < line.words.count {
            return Self.nouns.contains(line.words[index + 1].folded)
        }
        return false
    }

    private func resolutions(of items: [Item]) throws -> [ReadResolution] {
        var found: [ReadResolution] = []
        for item in items {
            guard Set(item.people).count == item.people.count else { throw Failure.question(.contradictory) }
            let others = item.people.filter { $0 != item.main } + item.coExecutors
            guard let main = item.main else {
                found.append(ReadResolution(main: nil, informed: item.informed))
                continue
            }
            guard item.text.isEmpty else {
                found.append(
                    ReadResolution(
                        main: main, coExecutors: others, informed: item.informed, text: item.text.joined(separator: "\n"),
                        term: item.term))
                continue
            }
            // Names alone below a complete resolution are its co-executors.
            guard !found.isEmpty, item.term == nil, found[found.count - 1].main != nil else {
                throw Failure.question(.orderMissing(item.names))
            }
            found[found.count - 1].coExecutors += item.people
            found[found.count - 1].informed += item.informed
        }
        guard !found.isEmpty else { throw Failure.question(.nobodyNamed) }
        for resolution in found {
            let all = (resolution.main.map { [$0] } ?? []) + resolution.coExecutors + resolution.informed
            guard Set(all).count == all.count else { throw Failure.question(.contradictory) }
        }
        return found
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.trimmed[...]
        while let first = rest.first, ",:;-–—.*".contains(first) || first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, ",:;-–—*".contains(last) || last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
