// SPDX-License-Identifier: Apache-2.0
package import MailTransport

extension Vault {
    private static let stretch = 4 * 1024 * 1024

    /// Whether the octets still have the digest they are kept under.
    ///
    /// - Throws: ``VaultError`` when they are missing or cannot be opened.
    package func verify(_ digest: MessageDigest) throws(VaultError) -> Bool {
        let mapped = try map(digest)
        var hasher = OctetHasher()
        var offset = 0
        while offset < mapped.count {
            let end = min(offset + Self.stretch, mapped.count)
            mapped.withSpan { hasher.update($0.extracting(offset..<end).bytes) }
            mapped.release(upTo: end)
            offset = end
        }
        return hasher.finalize() == digest
    }

    /// Calls `body` with every digest in the vault, in ascending order, one folder's names in memory at a time. Names that are no
    /// digest are passed over.
    package func forEachDigest(_ body: (MessageDigest) throws -> Void) throws {
        for number in 0..<256 {
            let prefix = String(String(number + 256, radix: 16).suffix(2))
            for digest in try folder.names(in: prefix).compactMap({ MessageDigest(hex: prefix + $0) }).sorted() {
                try body(digest)
            }
        }
    }
}
