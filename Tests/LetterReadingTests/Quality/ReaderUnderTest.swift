// SPDX-License-Identifier: Apache-2.0
import Foundation
import LetterReading
import Settings

/// The reader as the quality tests call it, with the calendar and the kinds the program is shipped with.
enum ReaderUnderTest {
    private static let reader: LetterReader = {
        do {
            let settings = try DeadlineSettings.load(folder: LetterSets.root.appending(path: "Config").path)
            return LetterReader(calendar: settings.calendar, kinds: settings.kinds)
        } catch {
            fatalError("the shipped calendar and kinds: \(error)")
        }
    }()

    static func facts(_ source: LetterSource) -> LetterFacts { reader.read(source) }

    static func read(_ letter: JudgedLetter) -> CardReading {
        guard let source = letter.source else { return CardReading(kind: "") }
        return CardReading(reader.read(source))
    }
}
