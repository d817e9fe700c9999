// SPDX-License-Identifier: Apache-2.0

/// An element with all that lies in it: the tree of a document whose shape is known and small.
///
/// Text is kept as positions: the element does not grow with a file it encloses.
package struct XMLElement: Hashable, Sendable {
    /// Elements, attributes and runs of text in one tree, together.
    package static let maximumNodes = 200_000

    package let name: XMLName
    /// In the order written.
    package let attributes: [XMLAttribute]
    /// Of its start tag; from 1.
    package let line: Int
    package fileprivate(set) var children: [XMLElement] = []
    /// The text directly in it; where it stood between the children is not kept.
    package fileprivate(set) var runs: [XMLTextRun] = []

    fileprivate init(_ tag: XMLStartTag) {
        name = tag.name
        attributes = tag.attributes
        line = tag.line
    }

    /// Reads the root element of a document.
    /// - Parameter octets: as for ``XMLEventReader/read(_:into:)``.
    package static func read(
        _ octets: Span<UInt8>, limits: XMLLimits = .standard, maximumNodes: Int = maximumNodes
    ) throws(XMLError) -> XMLElement {
        var builder = XMLTreeBuilder(maximumNodes: maximumNodes)
        try XMLEventReader(limits: limits).read(octets, into: &builder)
        if let line = builder.lineBeyondLimit { throw XMLError(.tooManyNodes(limit: maximumNodes), line: line) }
        guard let root = builder.root else { throw XMLError(.notXML, line: 1) }
        return root
    }

    /// The value of the first attribute of that local name.
    package subscript(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }

    /// The text directly in it.
    /// - Parameters:
    ///   - octets: those it was read from.
    ///   - maximumOctets: later runs, and the rest of a longer run, are left out.
    package func text(in octets: Span<UInt8>, maximumOctets: Int) -> String {
        var (text, left) = ("", maximumOctets)
        for run in runs where left > 0 {
            text += run.first(left).text(in: octets)
            left -= run.range.count
        }
        return text
    }
}

extension XMLTextRun {
    func first(_ count: Int) -> XMLTextRun {
        XMLTextRun(range: range.prefix(count), isSection: isSection, encoding: encoding)
    }
}

private struct XMLTreeBuilder: XMLEventConsumer {
    private let maximumNodes: Int
    private var open: [XMLElement] = []
    private var count = 0
    private(set) var root: XMLElement?
    private(set) var lineBeyondLimit: Int?

    init(maximumNodes: Int) { self.maximumNodes = maximumNodes }

    var isSatisfied: Bool { lineBeyondLimit != nil }

    mutating func start(_ tag: XMLStartTag) {
        add(1 + tag.attributes.count, at: tag.line)
        open.append(XMLElement(tag))
    }

    mutating func text(_ run: XMLTextRun, of octets: Span<UInt8>) {
        guard !run.range.isEmpty, let last = open.indices.last else { return }
        // Indentation: most text of a message is that.
        if !run.isSection, run.range.count < 64, run.range.allSatisfy({ XMLCharacters.isSpace(octets[$0]) }) { return }
        add(1, at: open[last].line)
        open[last].runs.append(run)
    }

    mutating func end(_ name: XMLName) {
        guard let closed = open.popLast() else { return }
        if let last = open.indices.last { open[last].children.append(closed) } else { root = closed }
    }

    private mutating func add(_ nodes: Int, at line: Int) {
        count += nodes
        if count > maximumNodes, lineBeyondLimit == nil { lineBeyondLimit = line }
    }
}
