// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar

/// How a card belongs to another document.
package struct CardRelation: Hashable, Sendable {
    package enum Relation: String, Hashable, Sendable {
        /// The same letter came before, by another way.
        case duplicate
        /// The same number and date, from somebody who may be the same: a person must look.
        case similar
        /// The letter names a document of ours.
        case answers
    }

    package let relation: Relation
    /// The card of the other document; nil when the register has none under that number.
    package let card: CardID?
    /// The number as the letter writes it.
    package let number: String
    package let date: CivilDate?

    package init(relation: Relation, card: CardID?, number: String, date: CivilDate?) {
        self.relation = relation
        self.card = card
        self.number = number
        self.date = date
    }
}
