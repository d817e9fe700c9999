// SPDX-License-Identifier: Apache-2.0

/// What a letter may ask of the reader before the rest of it is left undivided.
///
/// Reaching a limit is never an error: the rest becomes an opaque part and a ``Defect`` says so.
package struct Limits: Hashable, Sendable {
    /// Deepest part that is still divided; the root has depth 0. A container at this depth stays an opaque leaf.
    package var maximumDepth: Int
    /// Parts told apart; the rest of the letter follows them as one opaque part.
    package var maximumParts: Int
    /// Octets of one header section of which all fields are kept; behind them only the `Content-` fields count.
    package var maximumHeaderOctets: Int
    /// Parameters of one field; the rest of the field is skipped.
    package var maximumParameters: Int

    /// Depth 50, 1,000 parts, header sections of 1 MiB, 128 parameters.
    package static let standard = Limits(
        maximumDepth: 50, maximumParts: 1_000, maximumHeaderOctets: 1 << 20, maximumParameters: 128)

    package init(maximumDepth: Int, maximumParts: Int, maximumHeaderOctets: Int, maximumParameters: Int) {
        self.maximumDepth = maximumDepth
        self.maximumParts = maximumParts
        self.maximumHeaderOctets = maximumHeaderOctets
        self.maximumParameters = maximumParameters
    }
}
