// SPDX-License-Identifier: Apache-2.0

/// The names in the lines of a resolution.
struct ResolutionNames {
    private let finder: NameFinder

    init(_ people: [NamedPerson]) { finder = NameFinder(people) }

    /// «Шевченко — розглянути. Кравцю — надати дані.» are two: a name behind the end of a sentence begins another.
    func sentences(of line: Words) -> [Words] {
        var cuts = [0]
        for index in line.words.indices.dropFirst() {
            let before = line.words[index - 1]
            var next = index
            let isPrefix = before.endsSegment && ResolutionWords.takePrefix(line, at: &next) != nil
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

    /// The list of names at a place of a line; a capitalised stranger among them is a question, never a word of the order.
    func names(_ line: Words, at index: inout Int) throws(ResolutionFailure) -> [(id: String, isMain: Bool)] {
        var found: [(id: String, isMain: Bool)] = []
        while index < line.words.count {
            switch finder.find(line, at: &index) {
            case .found(let person):
                var isMain = false
                if index < line.words.count, ResolutionWords.marksOfMain.contains(line.words[index].folded),
                    line.words[index - 1].after.contains("(")
                {
                    isMain = true
                    index += 1
                }
                found.append((person.id, isMain))
            case .ambiguous(let name, let people): throw ResolutionFailure.question(.nameAmbiguous(name, people.map(\.id)))
            case .stranger(let name): throw ResolutionFailure.question(.nameUnknown(name))
            case .none:
                if isStranger(line, at: index, after: !found.isEmpty) {
                    throw ResolutionFailure.question(.nameUnknown(line.words[index].original))
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
        while next < line.words.count, ResolutionWords.joiners.contains(line.words[next].folded) { next += 1 }
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
        if ResolutionWords.beginsOrder(line, at: index) || ResolutionWords.continuations.contains(word.folded) { return false }
        if hasNames { return true }
        // «Петренку — підготувати …», «Петренку до 15.12 …», «Петренко В. П.»
        let next = index + 1 < line.words.count ? line.words[index + 1] : nil
        let after = word.after
        return after.contains(where: { "—–:,".contains($0) }) || after.contains(" - ") || next?.folded == "до"
            || next.map { $0.original.count == 1 && $0.isCapitalised || OrderWords.isOrder($0.folded) } ?? false
    }
}

/// Why the writer must be asked.
enum ResolutionFailure: Error {
    case question(ReplyQuestion)
}
