// SPDX-License-Identifier: Apache-2.0

/// What stands between the verb of a request and its object: whom, when, how, where to.
extension RequestedAct.Reading {
    /// Behind «мені», «суду», «належним чином», «протягом 5 днів», «на адресу x@y.example» before an object.
    func behindAside(_ start: Int) -> Int {
        var index = start
        while index < end {
            let next = behindManner(behindAddress(clause.behindTerm(index)))
            if next > index {
                index = next
            } else if index + 1 < end, text.reads(text.tokens[index], "за"),
                Self.forMe.knows(text.tokens[index + 1], in: text)
            {
                index += 2
            } else if index + 3 < end, text.reads(text.tokens[index], "за"), text.reads(text.tokens[index + 2], "адресою"),
                text.tokens[index + 3].kind == .word
            {
                index += 3
            } else if Self.asides.knows(text.tokens[index], in: text)
                || Self.relatives.knows(text.tokens[index], in: text)
            {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    /// «надати у відкритому форматі (xlsx) перелік», «надішліть, будь ласка, список»: how, not what.
    func behindManner(_ start: Int) -> Int {
        guard start + 1 < end else { return start }
        if text.tokens[start].isMark("("),
            let close = (start..<min(end, start + Self.longestAddress)).first(where: { text.tokens[$0].isMark(")") })
        {
            return close + 1
        }
        if text.tokens[start].isMark(","), text.reads(text.tokens[start + 1], ["будь", "пожалуйста", "прошу"]) {
            let comma = (start + 2..<min(end, start + 5)).first { text.tokens[$0].isMark(",") }
            return comma.map { $0 + 1 } ?? start
        }
        guard Self.mannerLeads.knows(text.tokens[start], in: text) else { return start }
        for index in start + 1..<min(end, start + Self.longestManner) {
            if Self.manners.knows(text.tokens[index], in: text) { return index + 1 }
            guard text.tokens[index].kind == .word else { break }
        }
        return start
    }

    /// «подати на електронну адресу x@y.example перелік …»: where to is no part of what.
    func behindAddress(_ start: Int) -> Int {
        let limit = min(end, start + Self.longestAddress)
        guard start + 1 < limit, text.reads(text.tokens[start], "на") else { return start }
        if let at = (start..<limit).first(where: { text.tokens[$0].isMark("@") }) {
            var index = at + 1
            while index < limit, text.tokens[index].isGlued { index += 1 }
            return index
        }
        for index in start + 1..<min(limit, start + 4) where Self.addresses.knows(text.tokens[index], in: text) {
            return index + 1
        }
        return start
    }
}
