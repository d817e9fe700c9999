// SPDX-License-Identifier: Apache-2.0

/// The `Content-` fields of a part, decoded.
struct DecodedContentFields {
    var mediaType = MediaType.plainText
    var boundary: [UInt8]?
    var transferEncoding = TransferEncoding.identity
    var disposition: BodyPart.Disposition?
    var fileName: String?
    var contentID: String?
    var defects: [Defect] = []

    static let none = DecodedContentFields()

    private init() {}

    init(_ fields: ContentFields, isInDigest: Bool, limits: Limits, in octets: Span<UInt8>) {
        if let type = fields.type {
            let read = MediaType.read(octets.copy(type), limits: limits)
            mediaType = read.mediaType
            boundary = read.boundary
            if read.isOverLimit { defects.append(Defect(.tooManyParameters, at: type.lowerBound)) }
        } else if isInDigest {
            mediaType = MediaType(type: "message", subtype: "rfc822")
        }
        if let encoding = fields.transferEncoding {
            let (known, isKnown) = TransferEncoding.read(octets.copy(encoding))
            transferEncoding = known
            if !isKnown { defects.append(Defect(.unknownTransferEncoding, at: encoding.lowerBound)) }
        }
        var name: String?
        if let body = fields.disposition {
            let read = MediaType.read(octets.copy(body), limits: limits)
            if read.isOverLimit { defects.append(Defect(.tooManyParameters, at: body.lowerBound)) }
            disposition = Self.disposition(named: read.mediaType.type)
            name = read.mediaType["filename"] ?? read.mediaType["name"]
        }
        fileName = (name ?? mediaType["name"] ?? mediaType["filename"]).flatMap(FileName.forDisplay)
        contentID = fields.identifier.flatMap { MessageIdentifiers.read(octets.copy($0)).first }
    }

    private static func disposition(named name: String) -> BodyPart.Disposition? {
        switch name {
        case "": nil
        case "inline": .inline
        default: .attachment
        }
    }
}
