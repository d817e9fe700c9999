// SPDX-License-Identifier: Apache-2.0

/// Makes Message-IDs that never repeat: 128 random bits at the office's own domain (RFC 5322 §3.6.4).
package struct MessageIDSource: Sendable {
    private let domain: String
    private let random: @Sendable () -> UInt64

    /// - Parameter officeAddress: the addr-spec whose domain stands on the right.
    package init(officeAddress: String, random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }) {
        let domain = officeAddress.split(separator: "@").last.map(String.init) ?? ""
        // A domain in Cyrillic cannot stand in a Message-ID that old servers must carry.
        self.domain = domain.utf8.allSatisfy { $0 < 0x80 } && !domain.isEmpty ? domain : "chancery.invalid"
        self.random = random
    }

    /// A new one, with angle brackets.
    package func next() -> String {
        "<\(String(random(), radix: 36)).\(String(random(), radix: 36))@\(domain)>"
    }
}
