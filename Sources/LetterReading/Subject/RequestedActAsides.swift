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
                index = behindCompany(index + 1) ?? index + 2
            } else if index + 3 < end, text.reads(text.tokens[index], "за"), text.reads(text.tokens[index + 2], "адресою"),
                text.tokens[index + 3].kind == .word
            {
                index += 3
            } else if let next = behindPerson(index) {
                index = next
            } else if Self.asides.knows(text.tokens[index], in: text)
                || Self.relatives.knows(text.tokens[index], in: text)
            {
                index = behindCompany(index) ?? index + 1
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

    /// Behind «мене та членів моєї сім’ї (дружина …)», «мною й моїм неповнолітнім сином»: with whom, not what.
    private func behindCompany(_ writer: Int) -> Int? {
        guard writer + 2 < end, Self.writers.knows(text.tokens[writer], in: text),
            text.reads(text.tokens[writer + 1], ["та", "і", "й", "з", "із", "зі", "разом"])
        else { return nil }
        let near = writer + 2..<min(end, writer + Self.longestCompany)
        let words = near.prefix { text.tokens[$0].kind == .word && !Self.places.knows(text.tokens[$0], in: text) }
        guard let family = words.last(where: { Self.family.knows(text.tokens[$0], in: text) }) else { return nil }
        return behindManner(family + 1)
    }

    private static let writers = StemTable<Bool>([("мене нас мені нам мною нами", true)])
    private static let family = StemTable<Bool>([
        ("сім* родин* дит* діт* син* чолов* дружин* доньк* дочк* матір* мамою маму батьк* онук* брат* сестр*", true)
    ])
    private static let longestCompany = 8

    /// «визнати за моєю донькою, Головко Златою Ігорівною, 2016 року народження, статус дитини»: whose, not what.
    private func behindPerson(_ start: Int) -> Int? {
        guard start + 2 < end, text.reads(text.tokens[start], "за") else { return nil }
        var index = Self.possessives.knows(text.tokens[start + 1], in: text) ? start + 2 : start + 1
        guard Self.kin.knows(text.tokens[index], in: text) else { return nil }
        index += 1
        let limit = min(end, start + Self.longestPerson)
        while index < limit, text.tokens[index].capitals == .first || isOfBirth(index) { index += 1 }
        return index < limit ? index : nil
    }

    /// A comma, a day, «року народження»: what stands between a name and what is asked for.
    private func isOfBirth(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.kind == .number || token.isMark(",") || token.isMark(".") || token.isMark("(") || token.isMark(")")
            || token.isMark("-") || Self.births.knows(token, in: text)
    }

    private static let possessives = StemTable<Bool>([("моєю моїм моїми нашою нашим нашими своєю своїм", true)])
    private static let kin = StemTable<Bool>([
        (
            """
            донькою дочкою сином дитиною дітьми дружиною чоловіком матір'ю мамою батьком онукою онуком внуком внучкою бабусею дідусем сестрою братом \
            родиною сім'єю племінником племінницею опікуном підопічним підопічною
            """, true
        )
    ])
    private static let births = StemTable<Bool>([("року р рр рн н народження", true)])
    /// Tokens of a person with his day of birth.
    private static let longestPerson = 24

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
