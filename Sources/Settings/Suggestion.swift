// SPDX-License-Identifier: Apache-2.0

/// Finds the word a mistyped one was meant to be.
enum Suggestion {
    /// The nearest of the words; nil when none is near: at most a third of the letters, at least one, wrong.
    static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let folded = Array(word.lowercased())
        let limit = max(1, (folded.count + 1) / 3)
        return words.map { (word: $0, distance: distance(folded, Array($0.lowercased()))) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?.word
    }

    /// «did you mean “x”?», or the list of all when it is short, or the other advice.
    static func advice(for word: String, among words: [String], otherwise: String = "") -> String {
        if let near = nearest(to: word, among: words) { return "did you mean “\(near)”?" }
        guard !words.isEmpty, words.count <= 24 else { return otherwise }
        return "it can be one of: " + words.joined(separator: ", ")
    }

    /// Insertions, deletions, changes and swaps of neighbours that make one word of the other (optimal string alignment).
    static func distance(_ one: [Character], _ other: [Character]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in 1...one.count {
            var current = [row]
            for column in 1...other.count {
                let change = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)
                var best = min(change, last[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}
