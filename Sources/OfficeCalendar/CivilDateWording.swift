// SPDX-License-Identifier: Apache-2.0

extension CivilDate {
    /// As a Ukrainian letter writes it, in the genitive: «23 листопада 2026 року».
    package var ukrainianWords: String { "\(day) \(CivilDate.ukrainianMonths[month - 1]) \(year) року" }

    /// As Ukrainian registers and stamps write it (ДСТУ 4163:2020 §5.10): `23.11.2026`.
    package var ukrainianDigits: String {
        CivilDate.padded(day, to: 2) + "." + CivilDate.padded(month, to: 2) + "." + CivilDate.padded(year, to: 4)
    }

    /// As an English letter writes it: `23 November 2026`.
    package var englishWords: String { "\(day) \(CivilDate.englishMonths[month - 1]) \(year)" }

    /// Names of the months in the Ukrainian genitive, January first.
    package static let ukrainianMonths = [
        "січня", "лютого", "березня", "квітня", "травня", "червня",
        "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
    ]

    static let englishMonths = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}
