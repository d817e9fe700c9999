// SPDX-License-Identifier: Apache-2.0

/// Acts upon the writer, and the second act of one request.
extension RequestedAct.Reading {
    func withSecond(_ first: String, _ verb: Int, _ stop: Int) -> RequestedAct {
        guard let second = secondAct(stop) else { return RequestedAct(first, verb..<stop) }
        // «або надати місце в іншому садку».
        let isOr = stop < end && text.reads(text.tokens[stop], "або")
        return RequestedAct(first + (isOr ? " або " : " та ") + second.words, verb..<second.end)
    }

    /// «… та відновити водопропускну трубу»: the second act of the sentence.
    func secondAct(_ joint: Int) -> (words: String, end: Int)? {
        let verb = behindJoint(joint)
        guard verb > joint, verb + 1 < end, let act = VerbalNoun.act(of: text.tokens[verb], in: text) else { return nil }
        if act == .help { return help(verb).map { ($0, clause.end(from: verb + 1)) } }
        if act == .make, isDoing(behindAside(verb + 1)) {
            let (start, stop) = (behindAside(verb + 1), clause.end(from: behindAside(verb + 1)))
            return stop > start ? (clause.words(start..<stop), stop) : nil
        }
        if act == .permit, case .found(let permit) = permitted(verb) {
            return (String(permit.summary.dropFirst(4)), permit.tokens.upperBound)
        }
        guard case .noun(let noun) = act else { return nil }
        let start = behindAside(verb + 1)
        guard start + 1 < end, text.tokens[start].kind == .word else { return nil }
        if case .found(let act) = personal(noun, verb, start) {
            return (String(act.summary.dropFirst(4)), act.tokens.upperBound)
        }
        if Self.pronouns.knows(text.tokens[start], in: text) {
            guard case .found(let act) = pronoun(noun, verb, start) else { return nil }
            return (String(act.summary.dropFirst(4)), act.tokens.upperBound)
        }
        guard !beginsFurther(start), !Self.emptyObjects.knows(text.tokens[start], in: text) else { return nil }
        let stop = clause.end(from: start)
        return genitive(start..<stop).map { ("\(noun) \($0)", stop) }
    }

    /// Behind «та», «, а також».
    func behindJoint(_ start: Int) -> Int {
        var index = start
        // «1) встановити навіс; 2) завести світло».
        if index + 3 < end, text.tokens[index].isMark(";"),
            text.tokens[index + 1].kind == .number || text.tokens[index + 1].isMark("-")
        {
            index += text.tokens[index + 2].kind == .mark ? 3 : 2
        } else if index + 1 < end, text.tokens[index].isMark(";"), text.tokens[index + 1].kind == .word {
            index += 1
        }
        while index < min(end, start + 4),
            text.tokens[index].isMark(",") || Self.joints.knows(text.tokens[index], in: text)
                || text.reads(text.tokens[index], ["також", "або"])
        {
            index += 1
        }
        return index
    }

    /// «моєму сину » of «виділити моєму сину путівку».
    func relative(_ asides: Range<Int>) -> String {
        let words = asides.filter { Self.relatives.knows(text.tokens[$0], in: text) }
        guard let first = words.first, let last = words.last else { return "" }
        return clause.words(first..<last + 1) + " "
    }

    /// «поновити мене у черзі», «звільнити мене від сплати»: the aside was its object.
    func personal(_ noun: String, _ verb: Int, _ start: Int) -> RequestedAct.Step? {
        guard start > verb + 1, start + 1 < end,
            text.tokens[verb + 1..<start].contains(where: { text.reads($0, ["мене", "нас"]) }), isWhereto(start, noun)
        else { return nil }
        let stop = clause.end(from: start)
        let name = noun == Self.setting && text.reads(text.tokens[start], "на") ? Self.taking : noun
        return stop > start + 1 ? .found(RequestedAct("Про \(name) " + clause.words(start..<stop), verb..<stop)) : nil
    }

    /// «у черзі», «від сплати», «питною водою».
    func isWhereto(_ index: Int, _ noun: String) -> Bool {
        guard index + 1 < end, !DeadlineWord.terms.knows(text.tokens[index + 1], in: text) else { return false }
        return Self.places.knows(text.tokens[index], in: text)
            || noun == "забезпечення" && Self.instrumentals.fits(text.tokens[index], in: text)
    }

    /// «забезпечити його послугою догляду» is «забезпечення послугою догляду»; «перевірте його» says nothing.
    func pronoun(_ noun: String, _ verb: Int, _ start: Int) -> RequestedAct.Step {
        let stop = clause.end(from: start + 1)
        guard start + 1 < end, stop > start + 1, isWhereto(start + 1, noun) else { return .passed(max(stop, start + 1)) }
        return .found(RequestedAct("Про \(noun) " + clause.words(start + 1..<stop), verb..<stop))
    }
}
