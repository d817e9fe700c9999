// SPDX-License-Identifier: Apache-2.0

/// The words above a letter that was pasted into a mail whole: «Доброго дня, колеги! / Надсилаємо до виконання.» over a letterhead with
/// its number. What asks or names a day above it is a letter of its own.
struct CoveringWords {
    /// The line of the letterhead, a position among the lines.
    let end: Int

    init?(_ lines: [LetterLine], _ text: NormalizedText) {
        guard let first = lines.first, !Self.isLetterhead(first, text),
            let head = lines.indices.dropFirst().prefix(Self.longest).first(where: {
                lines[$0].startsBlock && Self.isLetterhead(lines[$0], text)
            }),
            lines[..<head].allSatisfy({ Self.isPlain($0, text) }),
            lines[..<head].contains(where: { Self.handing.isMet(in: $0.tokens, of: text) }),
            lines[head...].prefix(Self.longestHead).contains(where: { RegistrationForm.role(text, $0.tokens) == .registration })
        else { return nil }
        end = head
    }

    /// The name of a body in capitals.
    private static func isLetterhead(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        let words = text.tokens[line.tokens.prefix(longestName)].filter { $0.kind == .word }
        guard LetterCase.isCapitals(words) else { return false }
        return OfficeNoun.first(in: words.prefix(6), of: text) != nil
            || words.first.map { SenderReading.forms.knows($0, in: text) } == true
    }

    private static func isPlain(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        line.tokens.allSatisfy { text.tokens[$0].kind != .number && !asking.knows(text.tokens[$0], in: text) }
    }

    private static let asking = StemTable<Bool>([
        ("прошу просимо просим прохання вимагаю вимагаємо пропоную пропонуємо доручаю доручаємо зобов'язую запрошуємо", true)
    ])
    private static let handing = StemTable<Bool>([
        (
            """
            надсилаємо надсилаю направляємо направляю пересилаємо пересилаю скеровуємо скеровую перенаправляємо перенаправляю передаємо передаю \
            надаємо нижче доводимо
            """, true
        )
    ])
    /// Lines of the words.
    private static let longest = 6
    /// Lines of the letterhead down to its number.
    private static let longestHead = 12
    private static let longestName = 24
}
