// SPDX-License-Identifier: Apache-2.0

/// The epoch of a mailbox's UIDs: when it changes, every UID known before is void (RFC 9051 §2.3.1.1). Never 0.
package struct UIDValidity: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt32

    /// Answers `nil` for 0, which RFC 9051 does not allow.
    package init?(rawValue: UInt32) {
        guard rawValue != 0 else { return nil }
        self.rawValue = rawValue
    }
}

extension UIDValidity: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
