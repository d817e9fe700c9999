// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

@testable import LetterReading

extension LetterSource {
    /// A mail of one text, received on 20 November 2026 unless said otherwise.
    init(
        _ text: String, mail subject: String = "", from sender: String = "", files: [String] = [], received: String = "2026-11-20"
    ) {
        let date = CivilDate(received) ?? CivilDate(dayNumber: 20_000)
        self.init(
            parts: [Part(name: "body", text: text)], subject: subject, senderAddress: sender,
            receivedAt: WallTime(date: date, hour: 10),
            attachmentNames: files)
    }
}

extension CorrespondentReading {
    init(_ source: LetterSource) { self.init(MainText(source), source: source) }
}
