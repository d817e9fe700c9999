// SPDX-License-Identifier: Apache-2.0

/// How it is known that a person did what an act says.
package enum ActProof: Hashable, Sendable {
    /// A signed-in session of the desk, second factor and all.
    case desk
    /// A letter from the person's own proven address with an unused token.
    /// - Parameter letter: SHA-256 of the raw letter in the vault, 64 hexadecimal digits.
    case reply(letter: String)
    /// A verb on the machine itself, `--as PERSON`; the account of the operating system that ran it.
    case verb(account: String)
    /// Nobody: the office itself learnt it, such as a verdict of delivery.
    case machine
}

extension ActProof: LosslessStringConvertible {
    /// `desk`, `machine`, `reply:…`, `verb:…`.
    package var description: String {
        switch self {
        case .desk: "desk"
        case .reply(let letter): "reply:\(letter)"
        case .verb(let account): "verb:\(account)"
        case .machine: "machine"
        }
    }

    /// Reads what ``description`` wrote.
    package init?(_ description: String) {
        let parts = description.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("desk", 1): self = .desk
        case ("machine", 1): self = .machine
        case ("reply", 2): self = .reply(letter: parts[1])
        case ("verb", 2): self = .verb(account: parts[1])
        default: return nil
        }
    }
}
