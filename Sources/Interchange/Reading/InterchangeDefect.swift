// SPDX-License-Identifier: Apache-2.0

/// What a message does otherwise than the schema asks; it is read all the same.
package struct InterchangeDefect: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// An attribute the schema demands is not there.
        case missingAttribute(String)
        /// An element the schema demands is not there.
        case missingElement(String)
        /// An element or attribute has a value that is none of those the schema allows, or no date; it counts as not given.
        case badValue(of: String, String)
        /// A date is not written `YYYY-MM-DD`, and was understood.
        case unusualDate(String)
        /// A file or signature is not clean base64.
        case badBase64
        /// An element that has no place there; it is passed over.
        case unexpectedElement(String)
        /// A version of the format other than 1.5, or none.
        case version(String)
        /// The encoding declared is not the one the message is written in.
        case encoding(String)
        /// A text is longer than ``InterchangeReader/maximumTextOctets`` and was cut.
        case longText(String)
    }

    package let kind: Kind
    /// The element it was met in.
    package let element: String
    /// From 1.
    package let line: Int

    package var description: String {
        let words =
            switch kind {
            case .missingAttribute(let name): "the attribute “\(name)” is missing"
            case .missingElement(let name): "the element “\(name)” is missing"
            case .badValue(let name, let value): "“\(name)” has the value “\(value)”, which is not allowed"
            case .unusualDate(let value): "the date “\(value)” is not written YYYY-MM-DD"
            case .badBase64: "the content is not clean base64"
            case .unexpectedElement(let name): "the element “\(name)” has no place here"
            case .version(let version): "the version of the format is “\(version)”, not 1.5"
            case .encoding(let name): "the encoding is not the declared “\(name)”"
            case .longText(let name): "the text of “\(name)” was cut"
            }
        return "line \(line), \(element): \(words)"
    }
}
