// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension StaffDirectory {
    /// A person in a capacity on a day: as themselves, or for somebody absent.
    ///
    /// Who is absent does nothing: the powers are with the one who stands in, until the order ends.
    package func actor(_ id: PersonID, for absent: PersonID? = nil, on day: CivilDate) throws(OfficeRefusal) -> ActingPerson {
        guard let person = person(id) else { throw .unknownPerson(id) }
        let substitution = Substitution(substitutes)
        if let link = substitution.chain(for: id, on: day).first { throw .isAbsent(link) }
        guard let absent, absent != id else { return ActingPerson(person: id, roles: person.roles) }
        guard let represented = self.person(absent) else { throw .unknownPerson(absent) }
        let chain = substitution.chain(for: absent, on: day)
        guard chain.last?.acting == id else { throw .doesNotStandIn(id, for: absent) }
        return ActingPerson(
            person: id, roles: person.roles, standIn: StandIn(absent: absent, roles: represented.roles, chain: chain))
    }

    /// Every capacity a person has on a day, their own first; none while they are absent.
    package func capacities(of id: PersonID, on day: CivilDate) -> [ActingPerson] {
        ([nil] + people.map(\.id).filter { $0 != id }).compactMap { (absent: PersonID?) -> ActingPerson? in
            do throws(OfficeRefusal) { return try actor(id, for: absent, on: day) } catch { return nil }
        }
    }

    /// The capacity in which a person can do something on a card: their own where it is enough, else the first that is.
    package func actor(
        _ id: PersonID, doing act: OpenAct, on card: CardLife, at moment: WallTime, by proof: ActProof
    ) throws(OfficeRefusal) -> ActingPerson {
        let own = try actor(id, on: moment.date)
        let able = capacities(of: id, on: moment.date).first { actor in
            card.openActs(to: actor, at: moment, by: proof).contains(act)
        }
        return able ?? own
    }

    /// For whom and on what ground an act was done: «за Шевченко О. П. (відпустка, розпорядження № 57-к)»; empty for one's own.
    package func wording(of standIn: StandIn?, in language: Language = .ukrainian) -> String {
        guard let standIn, let link = standIn.chain.first else { return "" }
        let name = person(standIn.absent)
        let ground = [link.reason?.wording(in: language) ?? "", link.basis].filter { !$0.isBlank }.joined(separator: ", ")
        let absent =
            switch language {
            case .ukrainian: "за " + (name.map { $0.shortNameInAccusative } ?? standIn.absent.rawValue)
            case .english: "for " + (name?.shortName ?? standIn.absent.rawValue)
            }
        return ground.isEmpty ? absent : "\(absent) (\(ground))"
    }
}
