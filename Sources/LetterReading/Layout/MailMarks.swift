// SPDX-License-Identifier: Apache-2.0

/// The beginnings of what mail programs put into a mail: hardly a line has one, and only those that have are read.
///
/// Compared folded (``Letter``), what is no letter as one sign: a line that only looks like a mark so is told apart where it is read.
///
/// A class, as tables are (``StemTable``).
final class MailMarks: Sendable {
    /// Up to ten letters of a mark, which a line has where the bits of the mask are set.
    private typealias Head = (letters: UInt64, mask: UInt64)

    /// In the order of their first letters.
    private let heads: [Head]
    /// By code of the first letter where those with it begin in ``heads``; at the end their count.
    private let starts: [Int]

    init(_ marks: [String]) {
        let heads = marks.map { Self.head($0.utf8.span, 0..<$0.utf8.count) }.sorted { $0.letters < $1.letters }
        starts = (0...Letter.count).map { code in
            heads.firstIndex { Self.first($0.letters) >= code } ?? heads.count
        }
        self.heads = heads
    }

    /// Whether a line may begin with a mark, in any letter case.
    func mayBegin(_ octets: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let first = Self.first(Self.head(octets, line, length: 1).letters)
        let sharing = starts[first]..<starts[first + 1]
        guard !sharing.isEmpty else { return false }
        let letters = Self.head(octets, line).letters
        for place in sharing where letters & heads[place].mask == heads[place].letters { return true }
        return false
    }

    private static func first(_ letters: UInt64) -> Int { Int(letters >> 58) }

    private static func head(_ octets: Span<UInt8>, _ line: Range<Int>, length: Int = WordBeginning.length) -> Head {
        var beginning = WordBeginning(letters: 0)
        var (count, place) = (0, line.lowerBound)
        while place < line.upperBound, count < length {
            let (code, length) = Letter.common(octets, at: place, end: line.upperBound)
            beginning.add(code, number: count)
            count += 1
            place += length
        }
        return (beginning.letters, WordBeginning.mask(count))
    }
}
