// SPDX-License-Identifier: Apache-2.0

/// The group `log`.
package struct LogSettings: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case debug, info, warning, error
    }

    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// Text on a terminal, else logfmt.
        case auto
        case text, logfmt, json
    }

    package let level: Level
    package let format: Format

    init(_ section: SectionReader) {
        level = section.value(
            "level", .word(.info), default: .info, SettingHelp(uk: "що записувати до журналу подій", en: "what is logged"))
        format = section.value(
            "format", .word(.auto), default: .auto,
            SettingHelp(
                uk: "вигляд записів; auto — text у терміналі, інакше logfmt",
                en: "form of the lines; auto: text on a terminal, else logfmt"))
    }
}
