// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// To whom an outgoing letter goes, and by what channel.
package struct Addressee: Hashable, Sendable {
    /// As the letter is headed: an institution, or a person in the dative.
    package let name: String
    /// An addr-spec, or what the other channel needs: a postal address, a code of the exchange system.
    package let address: String

    package init(name: String, address: String) {
        self.name = name
        self.address = address
    }

    /// Whether a letter reaches them by mail; otherwise the front office posts it or hands it over.
    package var hasMailAddress: Bool { address.contains("@") }
}

/// The particulars the correspondent gave their letter.
package struct LetterReference: Hashable, Sendable {
    /// Empty when the letter has none.
    package let number: String
    package let date: CivilDate?

    package init(number: String, date: CivilDate?) {
        self.number = number
        self.date = date
    }

    /// The line of the letterhead: «На № 01-15/234 від 20.11.2026»; without a number «На б/н від …», empty when nothing is known.
    package var ukrainian: String {
        guard !number.isEmpty || date != nil else { return "" }
        return (number.isEmpty ? "На б/н" : "На № \(number)") + (date.map { " від \($0.ukrainianDigits)" } ?? "")
    }
}
