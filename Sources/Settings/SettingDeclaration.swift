// SPDX-License-Identifier: Apache-2.0

/// Help for one key, in both languages: a phrase or sentence without line breaks.
package struct SettingHelp: Hashable, Sendable {
    package let ukrainian: String
    package let english: String

    init(uk ukrainian: String, en english: String) {
        self.ukrainian = ukrainian
        self.english = english
    }
}

/// What is known of one key of the configuration.
package struct SettingDeclaration: Hashable, Sendable {
    package enum Presence: Hashable, Sendable {
        case required
        case optional
        /// As it would be written in the file.
        case byDefault(String)
    }

    /// The file it stands in: `chancery.yaml`, `staff.yaml`, `journals.yaml`.
    package let file: String
    /// `mailboxes[].url`
    package let path: String
    /// What a value is, with unit and range: “duration, 10 s … 1 h”.
    package let type: String
    package let presence: Presence
    package let help: SettingHelp
}
