// SPDX-License-Identifier: Apache-2.0

/// Finds a person of the staff list named at a place of a line.
struct NameFinder {
    enum Answer: Hashable {
        case none
        case found(NamedPerson)
        /// Several fit; the words that fit them.
        case ambiguous(String, [NamedPerson])
        /// A surname of the list with initials or a given name that is nobody's.
        case stranger(String)
    }

    private let people: [NamedPerson]

    init(_ people: [NamedPerson]) { self.people = people }

    /// Looks for a name that begins at a word, and moves past it when there is one.
    ///
    /// «Шевченко», «Шевченко О. П.», «О. Шевченко», «Шевченко Олені Петрівні», «Олені Шевченко», «Олені Петрівні».
    func find(_ line: Words, at index: inout Int, nominativeOnly: Bool = false) -> Answer {
        let start = index
        var initials = takeInitials(line, at: &index, limit: 2)
        var given: [String] = []
        var fitting = bySurname(line, index, nominativeOnly)
        if fitting.isEmpty, initials.isEmpty, index + 1 < line.words.count, line.words[index].isCapitalised {
            let word = line.words[index].folded
            let next = bySurname(line, index + 1, nominativeOnly).filter { $0.hasGivenName(like: word) }
            if !next.isEmpty {
                given = [word]
                fitting = next
                index += 1
            } else {
                return byGivenName(line, at: &index)
            }
        }
        guard !fitting.isEmpty else {
            index = start
            return .none
        }
        index += 1
        if initials.isEmpty, given.isEmpty {
            initials = takeInitials(line, at: &index, limit: 2)
            if initials.isEmpty { given = takeGivenNames(line, at: &index) }
        }
        let narrowed = fitting.filter { Self.fits($0, initials, given) }
        let words = line.words[start..<index].map(\.original).joined(separator: " ")
        switch narrowed.count {
        case 0: return .stranger(words)
        case 1: return .found(narrowed[0])
        default: return .ambiguous(words, narrowed)
        }
    }

    private func bySurname(_ line: Words, _ index: Int, _ nominativeOnly: Bool) -> [NamedPerson] {
        guard index < line.words.count else { return [] }
        // In lower case a surname may be a common word («лис», «коваль»); in a hurry people write so, and mean the whole first word.
        let word = line.words[index]
        guard word.isCapitalised || index == 0 else { return [] }
        return people.filter { nominativeOnly ? $0.surname.nominative == word.folded : $0.surname.all.contains(word.folded) }
    }

    /// «Олені Петрівні»: both must fit.
    private func byGivenName(_ line: Words, at index: inout Int) -> Answer {
        let (first, second) = (line.words[index], line.words[index + 1])
        let fitting = people.filter {
            $0.hasGivenName(like: first.folded) && !$0.patronymic.isEmpty && $0.hasPatronymic(like: second.folded)
        }
        guard !fitting.isEmpty else { return .none }
        index += 2
        if fitting.count == 1 { return .found(fitting[0]) }
        return .ambiguous("\(first.original) \(second.original)", fitting)
    }

    /// «О. П.»: single capitals with points.
    private func takeInitials(_ line: Words, at index: inout Int, limit: Int) -> [String] {
        var found: [String] = []
        while index < line.words.count, found.count < limit, line.words[index].original.count == 1,
            line.words[index].isCapitalised, line.words[index].after.hasPrefix(".") || !found.isEmpty
        {
            found.append(line.words[index].folded)
            index += 1
        }
        return found
    }

    /// A given name and a patronymic behind the surname, with nothing but a space between.
    private func takeGivenNames(_ line: Words, at index: inout Int) -> [String] {
        var found: [String] = []
        while index < line.words.count, found.count < 2, line.words[index].isCapitalised, !line.words[index - 1].endsSegment,
            people.contains(where: { $0.hasGivenName(likeVocative: line.words[index].folded) })
        {
            found.append(line.words[index].folded)
            index += 1
        }
        return found
    }

    private static func fits(_ person: NamedPerson, _ initials: [String], _ given: [String]) -> Bool {
        for (initial, name) in zip(initials, [person.givenName, person.patronymic])
        where !name.isEmpty && !name.hasPrefix(initial) {
            return false
        }
        guard let first = given.first else { return true }
        return person.hasGivenName(like: first) && (given.count < 2 || person.hasPatronymic(like: given[1]))
    }
}
