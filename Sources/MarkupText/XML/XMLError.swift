// SPDX-License-Identifier: Apache-2.0

/// Why a document was refused, and on which line.
package struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Error, Hashable, Sendable {
        /// Longer than ``XMLLimits/maximumOctets``.
        case tooLarge(limit: Int)
        /// Elements within elements beyond ``XMLLimits/maximumDepth``.
        case tooDeep(limit: Int)
        /// One element with more attributes than ``XMLLimits/maximumAttributes``.
        case tooManyAttributes(limit: Int)
        /// The value of an attribute is longer than ``XMLLimits/maximumValueOctets``.
        case tooLongValue(limit: Int)
        /// More elements, attributes and runs of text than a tree may hold; the reader of events has no such bound.
        case tooManyNodes(limit: Int)
        /// The document brings a document type declaration, where entities are declared and files of others named.
        case documentType
        /// A reference to an entity other than the five that XML knows itself (XML 1.0 §4.6).
        case entity(String)
        /// An encoding that is not read, by the name the document gives.
        case encoding(String)
        /// Nothing that begins like XML.
        case notXML
        /// The document ends within `element`, or before its first element (empty).
        case cutShort(element: String)
        /// A rule of XML is broken.
        case malformed(XMLFault)
    }

    package let reason: Reason
    /// From 1.
    package let line: Int

    package init(_ reason: Reason, line: Int) {
        self.reason = reason
        self.line = line
    }

    package var description: String { "line \(line): \(reason)" }
}

/// A rule of XML that a document breaks.
package enum XMLFault: String, Hashable, Sendable, CaseIterable {
    case markup = "markup that is neither a tag nor a comment"
    case name = "a name with characters no name may have"
    case attribute = "an attribute without a value in quotation marks"
    case repeatedAttribute = "an attribute that is given twice"
    case lessThan = "the sign “<” within the value of an attribute"
    case reference = "the sign “&” that begins no reference"
    case endTag = "an end tag that does not end the element that is open"
    case outsideRoot = "text or a second element outside the root element"
    case comment = "a comment, section or instruction without an end"
}

extension XMLError.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLarge(let limit): "the document is longer than \(limit) octets"
        case .tooDeep(let limit): "elements lie within each other more than \(limit) deep"
        case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
        case .tooLongValue(let limit): "the value of an attribute is longer than \(limit) octets"
        case .tooManyNodes(let limit): "the document has more than \(limit) elements, attributes and pieces of text"
        case .documentType: "the document declares a document type, which is not accepted"
        case .entity(let name): "the document refers to the entity “\(name)”, and entities are not accepted"
        case .encoding(let name): "the encoding “\(name)” is not read"
        case .notXML: "this is not XML"
        case .cutShort(let element): element.isEmpty ? "the document is cut short" : "the document is cut short within \(element)"
        case .malformed(let fault): fault.rawValue
        }
    }
}
