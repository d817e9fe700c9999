// SPDX-License-Identifier: Apache-2.0
private import Crypto
package import MailTransport

/// SHA-256 of octets that come piece by piece: of letters, and of attachments as they are decoded.
package struct OctetHasher: Sendable {
    private var state = SHA256()

    package init() {}

    package mutating func update(_ octets: RawSpan) {
        octets.withUnsafeBytes { state.update(bufferPointer: $0) }
    }

    /// The digest of all octets so far; more may follow.
    package func finalize() -> MessageDigest { Self.digest(state.finalize()) }

    /// The digest of octets that are all there.
    package static func digest(of octets: RawSpan) -> MessageDigest {
        octets.withUnsafeBytes { digest(SHA256.hash(data: $0)) }
    }

    private static func digest(_ value: SHA256.Digest) -> MessageDigest {
        value.withUnsafeBytes { octets in
            func word(_ index: Int) -> UInt64 {
                UInt64(bigEndian: octets.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
            }
            return MessageDigest(word(0), word(1), word(2), word(3))
        }
    }
}
