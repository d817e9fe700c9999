// SPDX-License-Identifier: Apache-2.0

/// A place in a file of the configuration, for a person to look up.
package struct ConfigPlace: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// 1 is the first; nil when the file as a whole is meant.
    package let line: Int?
    /// Unicode scalars from the left, the first is 1.
    package let column: Int?

    package init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `/etc/chancery/chancery.yaml:12:5`
    package var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}

/// One mistake in the configuration.
package struct ConfigProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package let place: ConfigPlace
    /// `mailboxes[0].url`; empty when no key is meant.
    package let key: String
    /// A sentence without capital and full stop.
    package let what: String
    /// What to do about it; a sentence likewise.
    package let advice: String

    package init(place: ConfigPlace, key: String, what: String, advice: String) {
        self.place = place
        self.key = key
        self.what = what
        self.advice = advice
    }

    /// `/etc/chancery/chancery.yaml:12:5: mailboxes[0].url: what is wrong; what to do`
    package var description: String {
        "\(place): " + (key.isEmpty ? "" : "\(key): ") + what + (advice.isEmpty ? "" : "; \(advice)")
    }
}

/// All mistakes of a configuration, in the order of its files and lines.
package struct ConfigError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    package let problems: [ConfigProblem]

    package init(problems: [ConfigProblem]) { self.problems = problems }

    /// One line for each.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
