// SPDX-License-Identifier: Apache-2.0

/// One part of a letter: the root, a child of a multipart, or the message inside `message/rfc822` (RFC 2045, 2046).
package struct BodyPart: Sendable {
    /// `Content-Disposition` (RFC 2183); unknown kinds count as attachment.
    package enum Disposition: String, Hashable, Sendable { case inline, attachment }

    /// Index of the container in ``ParsedMessage/parts``; nil for the root.
    package let parent: Int?
    /// 0 for the root.
    package let depth: Int
    /// IMAP section (RFC 9051 §6.4.5.1): `1`, `2.1`; `TEXT` or `2.TEXT` for a message that is a multipart.
    package let path: String
    package let header: HeaderSection
    package let mediaType: MediaType
    package let disposition: Disposition?
    /// Decoded from whatever encoding it came in; the last path component, no control characters. For showing only.
    package let fileName: String?
    /// Without angle brackets.
    package let contentID: String?
    package let transferEncoding: TransferEncoding
    /// The label as written, lower case; nil where there is none.
    package let charset: String?
    /// The transfer-encoded octets, without the line end that belongs to the delimiter behind them.
    package internal(set) var body: Range<Int>
    /// A container left closed at a limit or because it is encoded, what calls itself a message and is none, or the rest behind the
    /// last part allowed. Shown as an attachment.
    package internal(set) var isOpaque: Bool
    /// Indices of the parts directly inside, in order.
    package internal(set) var children: [Int] = []

    /// A part in which there are no others.
    package var isLeaf: Bool { children.isEmpty }
}
