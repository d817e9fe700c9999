// SPDX-License-Identifier: Apache-2.0

/// What bounds the reading of an XML document; beyond a bound it is refused.
package struct XMLLimits: Hashable, Sendable {
    /// Default 128 MiB. Checked before anything is read.
    package let maximumOctets: Int
    /// Open elements at once. Default 256.
    package let maximumDepth: Int
    /// Attributes of one element, declarations of namespaces included. Default 256.
    package let maximumAttributes: Int
    /// The value of one attribute. Default 1 MiB.
    package let maximumValueOctets: Int

    package static let standard = XMLLimits()

    package init(
        maximumOctets: Int = 128 << 20, maximumDepth: Int = 256, maximumAttributes: Int = 256, maximumValueOctets: Int = 1 << 20
    ) {
        self.maximumOctets = maximumOctets
        self.maximumDepth = maximumDepth
        self.maximumAttributes = maximumAttributes
        self.maximumValueOctets = maximumValueOctets
    }
}
