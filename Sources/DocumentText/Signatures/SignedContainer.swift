// SPDX-License-Identifier: Apache-2.0

/// The pieces of a CMS SignedData (RFC 5652 §5.1) as places in its octets.
struct SignedContainer {
    /// The signed document, in pieces that follow each other; nil where it lies elsewhere.
    private(set) var content: [Range<Int>]?
    private(set) var certificates: [Range<Int>] = []
    private(set) var signers: [Range<Int>] = []

    /// Octets of everything but the document; certificates, revocation lists and time stamps of a dozen signers are a tenth of it.
    private static let maximumWrapping = 4 << 20
    private static let maximumCertificates = 200
    private static let maximumSigners = 64
    /// 1.2.840.113549.1.7.2
    private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]

    /// - Returns: nil when this is no SignedData, or a damaged one.
    init?(_ octets: Span<UInt8>) {
        var file = EncodedCursor(0..<octets.count)
        guard let outer = file.next(octets, tag: 0x30) else { return nil }
        var information = EncodedCursor(outer.contents)
        guard let type = information.next(octets, tag: 0x06), octets.octets(in: type.contents) == Self.signedData,
            let wrapped = information.next(octets, tag: 0xA0)
        else { return nil }
        var explicit = EncodedCursor(wrapped.contents)
        guard let data = explicit.next(octets, tag: 0x30) else { return nil }
        var fields = EncodedCursor(data.contents)
        guard fields.next(octets, tag: 0x02) != nil, fields.next(octets, tag: 0x31) != nil,
            let encapsulated = fields.next(octets, tag: 0x30)
        else { return nil }
        content = Self.content(octets, encapsulated)
        let contentOctets = content?.reduce(0) { $0 + $1.count } ?? 0
        guard octets.count - contentOctets <= Self.maximumWrapping + contentOctets / 64 else { return nil }
        if let set = fields.next(octets, tag: 0xA0) {
            certificates = Self.elements(octets, set.contents, tag: 0x30, limit: Self.maximumCertificates)
        }
        _ = fields.next(octets, tag: 0xA1)
        guard let set = fields.next(octets, tag: 0x31) else { return nil }
        signers = Self.elements(octets, set.contents, tag: 0x30, limit: Self.maximumSigners)
    }

    private static func content(_ octets: Span<UInt8>, _ encapsulated: EncodedElement) -> [Range<Int>]? {
        var fields = EncodedCursor(encapsulated.contents)
        guard fields.next(octets, tag: 0x06) != nil, let wrapped = fields.next(octets, tag: 0xA0) else { return nil }
        var explicit = EncodedCursor(wrapped.contents)
        guard let string = explicit.next(octets) else { return nil }
        if string.tag == 0x04 { return [string.contents] }
        guard string.tag == 0x24 else { return nil }
        return elements(octets, string.contents, tag: 0x04, limit: .max).map { place in
            var piece = EncodedCursor(place)
            return piece.next(octets)?.contents ?? place
        }
    }

    /// Elements of that tag in the range, whole.
    private static func elements(_ octets: Span<UInt8>, _ range: Range<Int>, tag: UInt8, limit: Int) -> [Range<Int>] {
        var cursor = EncodedCursor(range)
        var found: [Range<Int>] = []
        while found.count < limit, let element = cursor.next(octets) {
            if element.tag == tag { found.append(element.start..<element.end) }
        }
        return found
    }

    /// The signed document, gathered from its pieces.
    func gatherContent(_ octets: Span<UInt8>, scratch: ScratchFolder) -> FileOctets? {
        guard let content else { return nil }
        var collector = OctetCollector(scratch: scratch)
        for piece in content { collector.append(octets.extracting(piece)) }
        return collector.finish()
    }
}
