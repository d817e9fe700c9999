// SPDX-License-Identifier: Apache-2.0

/// The names of bodies at the top of a letter, from the highest down, broken lines put together.
struct Letterhead {
    /// Each name as written; one in brackets is another name of the body above it.
    private(set) var names: [String] = []
    private(set) var tokens = 0..<0
    /// Whether somebody asks under the addressee, so that a body above is addressed, not the sender.
    private(set) var hasApplicant = false
    private var hasNumber = false
    private var hasAddressee = false

    init(_ layout: LetterLayout) {
        var previous: LetterLine?
        for line in layout.head {
            switch line.role {
            case .body: add(line, after: previous, layout)
            case .applicant: hasApplicant = true
            case .registration: hasNumber = hasNumber || RegistrationForm(layout.text, line.tokens).map { $0.numbers > 0 } == true
            case .addressee: hasAddressee = true
            case .contacts, .mark, .reference, .title, .documentName, .salutation, .annexes, .signature, .text: break
            }
            if !line.isColumn { previous = line }
        }
        // The coat of arms' caption is no body.
        names.removeAll { $0.lowercased().trimming { !$0.isLetter } == "україна" }
    }

    /// Whether the names are the sender's: a letterhead over nothing but who asks is the addressee's.
    var isSender: Bool { !names.isEmpty && (!hasApplicant || hasNumber) }

    private mutating func add(_ line: LetterLine, after previous: LetterLine?, _ layout: LetterLayout) {
        guard !line.isColumn || names.isEmpty else { return }
        let written = layout.written(line).trimming(\.isWhitespace)
        tokens = tokens.isEmpty ? line.tokens : tokens.lowerBound..<line.tokens.upperBound
        guard previous?.role == .body, let last = names.indices.last, !Self.beginsName(line, layout, after: names[last]) else {
            names.append(written)
            return
        }
        names[last] += " " + written
    }

    /// Whether a line names a body of its own; else it goes on with the name above: «З НАДЗВИЧАЙНИХ СИТУАЦІЙ», «НАДДНІПРЯНСЬКОЇ ОБЛАСТІ».
    private static func beginsName(_ line: LetterLine, _ layout: LetterLayout, after above: String) -> Bool {
        if layout.text.tokens[line.tokens.lowerBound].isMark("(") { return true }
        if above.lowercased().trimming({ !$0.isLetter }) == "україна" { return true }
        let words = layout.text.tokens[line.tokens].filter { $0.kind == .word }
        guard let first = words.first else { return false }
        if above.hasSuffix(",") || above.hasSuffix("-") || endsOpen(above) { return false }
        if LineWords.joints.meaning(of: first, in: layout.text) != nil { return false }
        if SenderReading.forms.meaning(of: first, in: layout.text) != nil { return true }
        if OfficeNoun.nominative(layout.text.text(of: first).lowercased().replacing("'", with: "’")) != nil { return true }
        guard let noun = OfficeNoun.first(in: words.prefix(5), of: layout.text) else { return isTitled(words, layout) }
        // Adjectives before the noun stand in its case: «ЛУГОСТАВСЬКИЙ РАЙОННИЙ ВІДДІЛ», but not «НАДДНІПРЯНСЬКОЇ ОБЛАСТІ».
        return words.prefix { $0.range != noun.token.range }.allSatisfy { word in
            noun.noun.genitiveAdjective(layout.text.text(of: word).lowercased()) != nil
        }
    }

    private static func isTitled(_ words: [Token], _ layout: LetterLayout) -> Bool {
        LineWords.bodies.meaning(of: words[0], in: layout.text) != nil && !["україни"].contains(layout.text.folded(words[0]))
    }

    /// A quotation that is still open, or a legal form that waits for its name.
    private static func endsOpen(_ name: String) -> Bool {
        let opened = name.count { $0 == "«" || $0 == "“" }
        let closed = name.count { $0 == "»" || $0 == "”" }
        if opened > closed { return true }
        return Abbreviation.form(name.trimming(\.isWhitespace) + " ") != name.trimming(\.isWhitespace) + " "
            && Abbreviation.isFormOnly(name)
    }
}
