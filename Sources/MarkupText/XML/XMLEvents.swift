// SPDX-License-Identifier: Apache-2.0

/// The name of an element or attribute.
package struct XMLName: Hashable, Sendable {
    /// Without prefix.
    package let local: String
    /// The address the prefix stands for; empty when there is none, or none is declared for it.
    package let namespace: String

    package init(_ local: String, namespace: String = "") {
        self.local = local
        self.namespace = namespace
    }
}

/// An attribute of an element; declarations of namespaces are none.
package struct XMLAttribute: Hashable, Sendable {
    package let name: XMLName
    /// References undone; tabs and line ends are spaces (XML 1.0 §3.3.3).
    package let value: String

    package init(name: XMLName, value: String) {
        self.name = name
        self.value = value
    }
}

/// A start tag, or an empty-element tag, whose end is announced all the same.
package struct XMLStartTag: Hashable, Sendable {
    package let name: XMLName
    /// In the order written.
    package let attributes: [XMLAttribute]
    /// Of the sign `<`; from 1.
    package let line: Int

    package init(name: XMLName, attributes: [XMLAttribute], line: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
    }

    /// The value of the first attribute of that local name, in whatever namespace.
    package subscript(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }
}

/// Text between two tags, comments or sections: where it stands, not what it says, as it may be a file of 100 MB.
package struct XMLTextRun: Hashable, Sendable {
    /// In the octets given to the reader.
    package let range: Range<Int>
    /// Within `<![CDATA[…]]>`, where nothing is a reference.
    package let isSection: Bool
    package let encoding: XMLEncoding

    /// What the run says: references undone, line ends as LF, characters that XML does not allow as U+FFFD.
    /// - Parameter octets: those given to the reader.
    package func text(in octets: Span<UInt8>) -> String {
        XMLCharacters.text(octets, range, isSection ? .section : .content, encoding)
    }
}

/// Takes the events of a document in the order they are read.
package protocol XMLEventConsumer {
    /// Once true, reading ends without error, whatever follows.
    var isSatisfied: Bool { get }

    mutating func start(_ tag: XMLStartTag)
    /// Called within the root element only, also for white space; text with a comment inside comes in parts.
    /// - Parameter octets: those given to the reader.
    mutating func text(_ run: XMLTextRun, of octets: Span<UInt8>)
    mutating func end(_ name: XMLName)
}

extension XMLEventConsumer {
    package var isSatisfied: Bool { false }
}
