// SPDX-License-Identifier: Apache-2.0

/// A name in quotation marks behind a legal form: `КП «Благоустрій»`, `ТОВ "Фірма "Дім"`.
enum QuotedName {
    /// Behind the closing mark of the name that begins within three tokens; nil where none does.
    static func end(_ text: NormalizedText, from form: Int, to end: Int) -> Int? {
        guard let open = (form..<min(end, form + 4)).first(where: { text.tokens[$0].isMark("\"") }) else { return nil }
        var close = open + 1
        while close < min(end, open + maximumTokens) {
            if text.tokens[close].isMark("\""), text.tokens[close].isGlued {
                // `"Фірма "Дім"`: two marks that open, one that closes; a mark with a space before it opens.
                return close + 1 < end && text.tokens[close + 1].isMark("\"") && text.tokens[close + 1].isGlued
                    ? close + 2 : close + 1
            }
            close += 1
        }
        return nil
    }

    private static let maximumTokens = 24
}
