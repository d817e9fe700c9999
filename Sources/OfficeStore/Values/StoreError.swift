// SPDX-License-Identifier: Apache-2.0
package import MailTransport
package import Office

/// Why the store refused an act; nothing was changed.
package enum StoreError: Error, Hashable, Sendable {
    case unknownCard(CardID)
    case unknownOutboxRow(OutboxID)
    /// The letter is not in the register, or has a card already.
    case notFiledAsMachine(MessageDigest)
    /// The act does not fit the card's state.
    case wrongState(CardID, is: CardState)
    case wrongOutboxState(OutboxID, is: OutboxState)
    /// A row holds what this version cannot read, such as a state it does not know.
    case unreadableRow(table: String, column: String)
    /// The database was made by a later version.
    case newerSchema(found: Int, known: Int)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownCard(let card): "There is no card \(card). Look it up with `chancery card list`."
        case .unknownOutboxRow(let row): "There is no letter \(row) in the outbox. Look it up with `chancery queue list`."
        case .notFiledAsMachine(let letter):
            "Letter \(letter.hex) is not in the register without a card. Look it up with `chancery inbox list`."
        case .wrongState(let card, let state):
            "Card \(card) is \(state.rawValue), which this act does not fit. See `chancery card show \(card)`."
        case .wrongOutboxState(let row, let state):
            "Letter \(row) of the outbox is \(state.rawValue), which this act does not fit. See `chancery queue show \(row)`."
        case .unreadableRow(let table, let column):
            "The register holds a value in \(table).\(column) that this version cannot read. Run `chancery doctor`."
        case .newerSchema(let found, let known):
            "The register has schema \(found); this version knows \(known). Install the version that wrote it, or a later one."
        }
    }
}
