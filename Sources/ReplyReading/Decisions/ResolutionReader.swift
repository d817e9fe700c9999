// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Reads resolutions: «Шевченко до 15.12 підготувати відповідь», «Ткачуку В. П., Савчук І. О. — …», «До відома: Мельнику».
///
/// Each line that begins with a name is a resolution of its own; lines below it that begin with an order continue it.
struct ResolutionReader {
    private let context: ReplyContext
    private let names: ResolutionNames

    init(_ context: ReplyContext) {
        self.context = context
        names = ResolutionNames(context.people)
    }

    /// Nil when the first line names nobody at its beginning.
    func read(_ lines: [Words], from start: Int) -> ReplyReader.Outcome? {
        guard let first = lines.first else { return nil }
        do {
            var items: [ResolutionDraft] = []
            for (number, line) in lines.enumerated().flatMap({ number, line in names.sentences(of: line).map { (number, $0) } }) {
                if number > 0, Courtesies.isCourtesy(line, people: context.people) { continue }
                if line.characters.contains("?") { throw ResolutionFailure.question(.notUnderstood) }
                try take(line, from: number == 0 ? start : 0, into: &items)
            }
            return .decision(.resolve(try ResolutionDraft.resolutions(of: items)))
        } catch ResolutionFailure.question(let question) {
            if question == .nobodyNamed, !looksLikeResolution(first, from: start) { return nil }
            return .question(question)
        } catch {
            return .question(.notUnderstood)
        }
    }

    private func looksLikeResolution(_ line: Words, from start: Int) -> Bool {
        line.words.dropFirst(start).contains { OrderWords.isOrder($0.folded) }
    }

    private func take(_ line: Words, from start: Int, into items: inout [ResolutionDraft]) throws {
        var index = start
        Self.skipNumberAndVerb(line, at: &index)
        let part = ResolutionWords.takePrefix(line, at: &index)
        let beginning = index
        let named = try names.names(line, at: &index)
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

    private func begin(_ named: [(id: String, isMain: Bool)], _ line: Words, _ index: Int, _ items: inout [ResolutionDraft])
        throws
    {
        let ids = named.map(\.id)
        let names = line.words[..<index].map(\.original).joined(separator: " ")
        guard index < line.words.count else {
            // A name alone: the writer's own is a signature, others below an order join it, else the order follows.
            if !items.isEmpty, ids == [context.author] { return }
            items.append(ResolutionDraft(people: ids, names: names, main: named.first(where: \.isMain)?.id ?? ids.first))
            return
        }
        var item = ResolutionDraft(people: ids, names: names, main: named.first(where: \.isMain)?.id ?? ids.first)
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
        _ named: [(id: String, isMain: Bool)], _ informed: Bool, _ line: Words, _ index: Int, _ items: inout [ResolutionDraft]
    ) throws {
        guard index == line.words.count else { throw ResolutionFailure.question(.notUnderstood) }
        let ids = named.map(\.id)
        if informed { return try addInformed(ids, to: &items, line.words.map(\.original).joined(separator: " ")) }
        guard !items.isEmpty else { throw ResolutionFailure.question(.nobodyNamed) }
        items[items.count - 1].coExecutors += ids
    }

    private func addInformed(_ ids: [String], to items: inout [ResolutionDraft], _ names: String) throws {
        if items.isEmpty { items.append(ResolutionDraft(names: names)) }
        items[items.count - 1].informed += ids
    }

    private func takeContinuation(_ line: Words, from index: Int, hasPrefix: Bool, into items: inout [ResolutionDraft]) throws {
        guard var item = items.popLast() else { throw ResolutionFailure.question(.nobodyNamed) }
        guard !hasPrefix, index < line.words.count else { throw ResolutionFailure.question(.notUnderstood) }
        let word = line.words[index]
        let isOrder = ResolutionWords.beginsOrder(line, at: index) || ResolutionWords.continuations.contains(word.folded)
        guard isOrder, item.main != nil else { throw ResolutionFailure.question(.notUnderstood) }
        try add(line, from: index, to: &item, isContinuation: true)
        items.append(item)
    }

    private func add(_ line: Words, from index: Int, to item: inout ResolutionDraft, isContinuation: Bool = false) throws {
        let words = Words(line.text(from: index))
        if words.folded.contains(where: ResolutionWords.doubtful.contains) { throw ResolutionFailure.question(.withReservation) }
        var text = String(words.characters)
        switch TermReader(today: context.today).term(in: words) {
        case .none: break
        case .unreadable(let text): throw ResolutionFailure.question(.termUnreadable(text))
        case .found(let day, let range):
            guard item.term == nil || item.term == day else {
                throw ResolutionFailure.question(.termUnreadable(String(line.characters).trimmed))
            }
            item.term = day
            let start = range.lowerBound == 0 ? words.before.count : words.words[range.lowerBound - 1].end
            text = String(words.characters[..<start]) + String(words.characters[words.words[range.upperBound - 1].end...])
        }
        let order = Words(Self.trimmed(text))
        guard !order.words.isEmpty else { return }
        if item.text.isEmpty, !isContinuation || !ResolutionWords.continuations.contains(order.folded[0]) {
            guard ResolutionWords.beginsOrder(order, at: 0) else {
                throw ResolutionFailure.question(isContinuation ? .notUnderstood : .orderMissing(item.names))
            }
        }
        item.text.append(String(order.characters))
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.trimmed[...]
        while let first = rest.first, ",:;-–—.*".contains(first) || first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, ",:;-–—*".contains(last) || last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
