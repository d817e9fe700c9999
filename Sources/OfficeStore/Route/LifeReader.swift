// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import OfficeCalendar
import Storage

/// Reads openings and acts, inside one transaction or one reading.
struct LifeReader {
    let sql: any SQL

    /// The card's life as recorded; nil when it was never opened.
    func life(of id: CardID) throws -> CardLife? {
        guard let opening = try opening(of: id) else { return nil }
        let acts = try acts(of: id)
        do throws(OfficeRefusal) {
            return try CardLife(opening, replaying: acts)
        } catch {
            throw BrokenRecord(card: id, reason: error.sentence(in: .english, staff: .nobody))
        }
    }

    func acts(of id: CardID) throws -> [Act] {
        try sql.all("SELECT act FROM card_act WHERE card_id = $1 ORDER BY ordinal", [.card(id)]).map { row in
            try Self.read(try row.text(0), of: id)
        }
    }

    private func opening(of id: CardID) throws -> CardOpening? {
        try sql.first("SELECT opening FROM card_opening WHERE card_id = $1", [.card(id)]).map { row in
            try Self.read(try row.text(0), of: id)
        }
    }

    private static func read<Value: PlainRepresentable>(_ text: String, of id: CardID) throws -> Value {
        guard let plain = PlainJSON.value(text) else { throw BrokenRecord(card: id, reason: "it is no record of an act") }
        do throws(PlainValueError) {
            return try Value(plain: plain)
        } catch {
            throw BrokenRecord(card: id, reason: error.description)
        }
    }
}

extension StaffDirectory {
    /// Names nobody: for sentences about records alone.
    static let nobody = StaffDirectory(departments: [], people: [], substitutes: [], routes: [])
}
