// SPDX-License-Identifier: Apache-2.0

/// Requests whose matter stands in a clause of its own: «вжити заходів щодо …», «розглянути питання про …», «сприяти у вирішенні …».
extension RequestedAct.Reading {
    /// «вжити (всіх необхідних) заходів щодо відлову собак», «заходів для усунення …».
    func measures(_ verb: Int) -> RequestedAct.Step? {
        for index in verb + 1..<max(verb + 1, min(end, verb + Self.near)) {
            if Self.regarding.knows(text.tokens[index], in: text) || text.reads(text.tokens[index], "для") {
                return taken("Щодо ", from: index + 1)
            }
            // «заходів до погашення боргу».
            if index + 1 < end, text.reads(text.tokens[index], "до"), Self.processes.fits(text.tokens[index + 1], in: text) {
                return taken("Щодо ", from: index + 1)
            }
        }
        return nil
    }

    /// «сприяти у вирішенні питання відновлення …», «допомогти у встановленні …».
    func helped(_ verb: Int) -> RequestedAct.Step? {
        for index in verb + 1..<max(verb + 1, min(end, verb + Self.near)) where text.tokens[index].kind == .word {
            let word = text.originalText(text.tokens[index].range).inLowerCase
            // «сприяти відкриттю групи».
            let isDative = index == verb + 1 && ["енню", "анню", "ттю", "інню"].contains { word.ends(with: $0) }
            guard isDative || word.ends(with: "енні") || word.ends(with: "анні") else { continue }
            if Self.solving.knows(text.tokens[index], in: text) { return matter(index + 1) }
            let stop = clause.end(from: index + 1)
            let noun = String(word.dropLast()) + "я"
            let rest = stop > index + 1 ? " " + clause.words(index + 1..<stop) : ""
            return .found(withSecond("Про \(noun)\(rest)", index, stop))
        }
        return nil
    }

    /// «дозволити (мені) встановити пам’ятник» is «дозвіл на встановлення пам’ятника».
    func permitted(_ verb: Int) -> RequestedAct.Step? {
        let start = behindAside(verb + 1)
        guard start + 1 < end, case .noun(let noun) = VerbalNoun.act(of: text.tokens[start], in: text),
            case .found(let act) = nominal(noun, start), act.summary.begins(with: "Про ")
        else { return nil }
        return .found(RequestedAct("Про дозвіл на " + act.summary.dropFirst(4), verb..<act.tokens.upperBound, act.worth))
    }

    /// «розглянути питання про …», «вирішити проблему з …», «розглянути можливість …»; «розглянути звернення» says nothing.
    func considered(_ verb: Int) -> RequestedAct.Step {
        let start = behindAside(verb + 1)
        guard start < end else { return .passed(verb + 1) }
        if let found = matter(start) { return found }
        if Self.possibilities.knows(text.tokens[start], in: text) {
            let stop = clause.end(from: start + 1)
            guard stop > start + 1 else { return .passed(stop) }
            return .found(RequestedAct("Щодо можливості " + clause.words(start + 1..<stop), start..<stop))
        }
        return .passed(start + 1)
    }

    func attention(_ verb: Int) -> RequestedAct.Step? {
        for index in verb + 1..<max(verb + 1, min(end, verb + Self.near)) where text.reads(text.tokens[index], "на") {
            return taken("Про ", from: index + 1)
        }
        return nil
    }

    /// «питання щодо …», «питання відновлення …», «проблему з …».
    func matter(_ start: Int) -> RequestedAct.Step? {
        guard start + 1 < end, let noun = Self.matters.meaning(of: text.tokens[start], in: text) else { return nil }
        let next = text.tokens[start + 1]
        if Self.regarding.knows(next, in: text) { return taken("Щодо ", from: start + 2) }
        if text.reads(next, "про") { return taken("Про ", from: start + 2) }
        if text.reads(next, "з") || text.reads(next, "із") {
            let stop = clause.end(from: start + 1)
            return .found(RequestedAct("Про \(noun) " + clause.words(start + 1..<stop), start..<stop))
        }
        return taken("Щодо ", from: start + 1)
    }
}
