// SPDX-License-Identifier: Apache-2.0

/// Whether a line above the text names a body, and whose body it is: the sender's or the addressee's.
extension LineForm {
    /// The name of a body: a noun of one among its first words, in the nominative.
    var isLetterhead: Bool {
        if isProfession || isLatin || isOfPlace || isMilitaryUnit { return true }
        // «49ООО м. Дніпроград»: an index with letters for noughts.
        guard !isBrokenIndex else { return false }
        // A body below the line of registration is who stamped the letter as received.
        guard !stage.isPastLetterhead || isBesideAddressee, !(stage.hasBody && stage.hasRegistration), words.count <= 18,
            let word = words.first,
            !isRequest
        else { return false }
        guard isCapitals || (word.capitals != .none && (!endsAsSentence || last.isMark(",")) && !isFiniteSentence) else {
            return false
        }
        // Below «Доброго дня!» most lines are text.
        if stage.hasSalutation, words.count > Self.longestName { return false }
        if LineWords.bodies.knows(word, in: text) { return true }
        // «ПОДГІРСЬКА ОБЛАСНА / ВІЙСЬКОВА АДМІНІСТРАЦІЯ», «НАДДНІПРЯНСЬКА ОДА».
        if isCapitals && Letterhead.isWithoutNoun(text.text(line.range)) || namesAdministration
            || Letterhead.namesNetworks(words, text)
        {
            return true
        }
        if !stage.hasBody, LineWords.press.knows(word, in: text) { return true }
        guard let noun = OfficeNoun.first(in: words.prefix(6), of: text)?.noun else { return false }
        // «ГОЛОВА ВЕРХОВНОЇ РАДИ УКРАЇНИ» heads a letter of his own.
        return !noun.isOfficer || !stage.hasBody && isCapitals && words.count > 1 && line.startsLetter
    }

    /// «Голуб Ярина Орестівна – адвокатка. …» above everything: who writes by profession.
    var isProfession: Bool {
        guard line.startsLetter, isFullNameFirst, let mark = line.tokens.dropFirst(3).first, mark + 1 < line.tokens.upperBound,
            text.tokens[mark].isMark(",") || text.tokens[mark].isMark("-")
        else { return false }
        return LineWords.offices.knows(text.tokens[mark + 1], in: text)
    }

    /// «ENERGY-RESILIENT CITIES»: a project from abroad.
    var isLatin: Bool {
        line.startsLetter && isCapitals && words.count > 1 && text.isLatin(line.tokens)
    }

    /// «ЛУГОСТАВСЬКИЙ ДЕКАНАТ» at the top: a body by its place, whatever it is.
    var isOfPlace: Bool {
        line.startsLetter && isCapitals && (2...8).contains(words.count)
            && ["ський", "цький", "ська", "цька", "ське", "цьке"].contains(where: text.folded(words[0]).ends)
            && LetterCase.isPlaceAdjective(text.folded(words[0]))
    }

    /// «ВІЙСЬКОВА ЧАСТИНА А0000» at the top.
    private var isMilitaryUnit: Bool {
        line.startsLetter && words.count > 2 && words.count <= 6 && text.reads(words[0], "військова")
            && text.reads(words[1], "частина") && words[0].capitals != .none
    }

    private var isBrokenIndex: Bool {
        first.kind == .number && line.tokens.count > 1 && text.tokens[line.tokens.lowerBound + 1].isGlued
            && text.tokens[line.tokens.lowerBound + 1].kind == .word
    }

    var isFullNameFirst: Bool {
        words.count > 3 && words.prefix(3).allSatisfy { $0.capitals != .none } && Patronymic(text.text(of: words[2])) != nil
    }

    /// A letterhead in the right column, the addressee at the left.
    var isBesideAddressee: Bool {
        Self.isRight(line) && isCapitals && stage.left == .addressee && (stage.right == nil || stage.right == .body)
            && !stage.hasRegistration
    }

    var namesAdministration: Bool {
        words.count <= 4 && words.contains { $0.capitals == .all && LineWords.administrations.knows($0, in: text) }
    }

    /// «З НАДЗВИЧАЙНИХ СИТУАЦІЙ», «У М. СТЕПОВОМУ»: no name, and nothing but the rest of one.
    var goesOnWithName: Bool {
        after == .body && isCapitals && isShort && words.first.map { LineWords.joints.knows($0, in: text) } == true
            && !text.tokens[line.tokens].contains { $0.kind == .number }
    }

    /// «Степової обласної державної адміністрації» under «ДЕПАРТАМЕНТ ЕКОНОМІКИ».
    var isGenitiveBody: Bool {
        guard let word = words.first, text.text(of: word).ends(with: "ої"), words.count <= 8, !isRequest else { return false }
        return words.dropFirst().contains { OfficeNoun.genitive(LetterCase.lowered(text.text(of: $0))) != nil }
    }

    /// «Виконавчий комітет Озерської / міської ради» below the line of registration: addressed in the nominative.
    var isReceiver: Bool {
        guard stage.hasBody, stage.hasRegistration, !stage.isPastLetterhead, !stage.hasAddressee, line.startsBlock, !isCapitals,
            words.count <= Self.longestName, !isRequest, !endsAsSentence, !isFiniteSentence, words.first?.capitals == .first
        else { return false }
        // «Листом від 16.11.2026 управління просило …» is a sentence.
        guard let noun = OfficeNoun.first(in: words.prefix(4), of: text), !noun.noun.isOfficer,
            !text.tokens[line.tokens].contains(where: { $0.kind == .number })
        else { return false }
        return words.prefix { $0.range != noun.token.range }.allSatisfy {
            noun.noun.genitiveAdjective(text.text(of: $0).inLowerCase) != nil
        }
    }
}
