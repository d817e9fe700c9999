// SPDX-License-Identifier: Apache-2.0
import LetterReading

/// The reader as the quality tests call it.
enum ReaderUnderTest {
    private static let reader = LetterReader(calendar: SampleKinds.calendar, kinds: SampleKinds.table)

    static func facts(_ source: LetterSource) -> LetterFacts { reader.read(source) }

    static func read(_ letter: JudgedLetter) -> CardReading {
        guard let source = letter.source else { return CardReading(kind: "") }
        return CardReading(reader.read(source))
    }
}
