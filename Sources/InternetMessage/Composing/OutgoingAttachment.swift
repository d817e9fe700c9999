// SPDX-License-Identifier: Apache-2.0

/// A file that goes with a letter.
package struct OutgoingAttachment: Hashable, Sendable {
    /// The file name; a path before it is not sent, see ``FileName/forDisplay(_:)``.
    package let name: String
    /// `type/subtype`, parameters allowed. Not a multipart.
    package let mediaType: String
    package let octets: [UInt8]
    package let disposition: BodyPart.Disposition

    package init(name: String, mediaType: String, octets: [UInt8], disposition: BodyPart.Disposition = .attachment) {
        self.name = name
        self.mediaType = mediaType
        self.octets = octets
        self.disposition = disposition
    }
}
