// SPDX-License-Identifier: Apache-2.0

/// A message's unique identifier inside one mailbox and one ``UIDValidity`` (RFC 9051 §2.3.1.1). Never 0.
package struct UID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: UInt32

    /// Answers `nil` for 0, which names no message.
    package init?(rawValue: UInt32) {
        guard rawValue != 0 else { return nil }
        self.rawValue = rawValue
    }

    package static func < (one: UID, other: UID) -> Bool { one.rawValue < other.rawValue }
}

extension UID: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
