// SPDX-License-Identifier: Apache-2.0

/// A value of a YAML file with its place.
struct ConfigNode {
    enum Content {
        /// `isPlain` when it stands without quotes.
        case scalar(String, isPlain: Bool)
        case list([ConfigNode])
        case mapping([Entry])
    }

    struct Entry {
        let key: String
        let keyPlace: ConfigPlace
        let value: ConfigNode
    }

    let place: ConfigPlace
    let content: Content

    /// Whether nothing was written: `key:`, `~` or `null`.
    var isNull: Bool {
        if case .scalar(let text, isPlain: true) = content { ["", "~", "null", "Null", "NULL"].contains(text) } else { false }
    }

    /// What it is, for a sentence.
    var sort: String {
        switch content {
        case .scalar: isNull ? "nothing" : "a single value"
        case .list: "a list"
        case .mapping: "a group of keys"
        }
    }
}
