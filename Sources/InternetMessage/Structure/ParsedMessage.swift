// SPDX-License-Identifier: Apache-2.0

/// The structure of a letter: its parts as positions in its octets, which it does not keep (RFC 5322, 2045, 2046).
///
/// Total: any octets give at least a root part. Decoding is asked for part by part, with the same octets.
package struct ParsedMessage: Sendable {
    /// In preorder; `parts[0]` is the root.
    package let parts: [BodyPart]
    /// In order of discovery.
    package let defects: [Defect]

    /// Reads the structure in one forward pass.
    /// - Parameter onAdvance: called about every 8 MiB with an offset behind which nothing is read again,
    ///   so that the owner of mapped octets can let go of their pages.
    package init(_ octets: Span<UInt8>, limits: Limits = .standard, onAdvance: ((Int) -> Void)? = nil) {
        var scanner = StructureScanner(octets, limits: limits, onAdvance: onAdvance)
        scanner.scan(octets)
        parts = scanner.parts
        defects = scanner.defects
    }

    /// The root part.
    package var root: BodyPart { parts[0] }
}
