// SPDX-License-Identifier: Apache-2.0

/// The group `trust`: whose word counts on who wrote a letter.
package struct TrustSettings: Hashable, Sendable {
    /// The authserv-ids (RFC 8601 §2.5) of our own mail servers. Empty: no sender is ever proven.
    package let authenticationResultsFrom: [String]

    init(_ section: SectionReader) {
        authenticationResultsFrom = section.value(
            "authenticationResultsFrom", .list(of: .text("name of a server", where: SettingForm<String>.isHost)), default: [],
            SettingHelp(
                uk: "сервери, чиєму полю Authentication-Results вірити; порожньо — жоден відправник не вважається підтвердженим",
                en: "servers whose Authentication-Results field is believed; empty: no sender counts as proven"))
    }
}
