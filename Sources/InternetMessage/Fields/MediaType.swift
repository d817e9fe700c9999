// SPDX-License-Identifier: Apache-2.0

/// A parameter of a structured field, decoded.
package struct FieldParameter: Hashable, Sendable {
    /// Lower case, without the asterisks of RFC 2231.
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A media type with its parameters (RFC 2045 §5).
package struct MediaType: Hashable, Sendable {
    /// Lower case; empty where the field names none.
    package let type: String
    /// Lower case; empty where the field names none.
    package let subtype: String
    /// In order, decoded (RFC 2231, and RFC 2047 where a mailer misused it).
    package let parameters: [FieldParameter]

    package init(type: String, subtype: String, parameters: [FieldParameter] = []) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
    }

    /// `text/plain`, which counts where nothing is said (RFC 2045 §5.2).
    package static let plainText = MediaType(type: "text", subtype: "plain")

    /// The first parameter of that name, which is lower case.
    package subscript(name: String) -> String? {
        for parameter in parameters where parameter.name == name { return parameter.value }
        return nil
    }

    /// `type/subtype`.
    package var name: String { type + "/" + subtype }
    package var isText: Bool { type == "text" }
    package var isMultipart: Bool { type == "multipart" }
    /// A whole message inside (RFC 2046 §5.2.1, RFC 6532 §3.7).
    package var isMessage: Bool { type == "message" && (subtype == "rfc822" || subtype == "global" || subtype == "news") }
}

extension MediaType {
    /// Reads the body of a `Content-Type` field. Total: what is missing stays empty.
    package init(fieldBody: [UInt8], limits: Limits = .standard) {
        self = Self.read(fieldBody, limits: limits).mediaType
    }

    /// The media type, and the boundary as octets, since a boundary is compared, not shown.
    static func read(_ body: [UInt8], limits: Limits) -> (mediaType: MediaType, boundary: [UInt8]?, isOverLimit: Bool) {
        var lexer = FieldLexer(body)
        lexer.skipSpaceAndComments()
        let type = lexer.readToken(until: "/;(")
        lexer.skipSpaceAndComments()
        var subtype: [UInt8] = []
        if lexer.current == 0x2F {
            lexer.position += 1
            lexer.skipSpaceAndComments()
            subtype = lexer.readToken(until: ";(")
        }
        let list = ParameterReader.read(&lexer, limit: limits.maximumParameters)
        let mediaType = MediaType(
            type: lowercasedText(type), subtype: lowercasedText(subtype), parameters: list.parameters)
        var boundary = list.boundary
        while boundary?.last?.isFieldSpace == true { boundary?.removeLast() }
        return (mediaType, boundary?.isEmpty == true ? nil : boundary, list.isOverLimit)
    }
}

/// The octets as text in lower case.
func lowercasedText(_ octets: [UInt8]) -> String {
    String(decoding: octets.map(\.asciiLowercased), as: UTF8.self)
}
