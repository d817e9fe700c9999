// SPDX-License-Identifier: Apache-2.0

/// The words of a text by their beginnings, so that a list of phrases need not look at each word.
struct WordIndex: Sendable {
    /// By token the number of its beginning, ``WordBeginning/count`` for a number and a mark.
    let beginnings: [UInt16]
    /// By beginning the first word with it, −1 where there is none.
    private var first: [Int32] = []
    /// By token the next word with the same beginning, −1 behind the last.
    private var next: [Int32] = []

    /// Whether the text is too short to have one.
    var isEmpty: Bool { first.isEmpty }

    init(_ tokens: [Token]) {
        beginnings = tokens.map { $0.kind == .word ? $0.beginning.number : UInt16(WordBeginning.count) }
        guard tokens.count >= Self.fewest else { return }
        first = Array(repeating: -1, count: WordBeginning.count)
        next = Array(repeating: -1, count: tokens.count)
        for place in tokens.indices.reversed() where tokens[place].kind == .word {
            let beginning = Int(beginnings[place])
            next[place] = first[beginning]
            first[beginning] = Int32(place)
        }
    }

    /// Positions of the words of a range that have one of the beginnings, in ascending order.
    func places(of beginnings: [Int], in range: Range<Int>) -> [Int] {
        var places: [Int] = []
        for beginning in beginnings {
            var place = Int(first[beginning])
            while place >= 0, place < range.upperBound {
                if place >= range.lowerBound { places.append(place) }
                place = Int(next[place])
            }
        }
        return places.sorted()
    }

    /// Tokens of the shortest text that has one: to look through fewer costs less than the index.
    private static let fewest = 100
}
