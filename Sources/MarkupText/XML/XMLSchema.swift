// SPDX-License-Identifier: Apache-2.0
import CXML2

/// What a document has against its schema.
package struct XMLFinding: Hashable, Sendable, CustomStringConvertible {
    /// Of the element it is about; from 1.
    package let line: Int
    /// libxml2's own words, in English, one line. They quote the document: not for logs.
    package let words: String

    package var description: String { "line \(line): \(words)" }
}

/// An XML Schema (XSD 1.0), read once and used from any number of threads.
///
/// libxml2 judges; it is never given the document itself, only the elements that ``XMLEventReader`` has read, so that none of its
/// parser is exposed to letters and nothing in a document can make it open a file or a connection.
@safe package final class XMLSchema: Sendable {
    /// Why a schema cannot be used.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let reason: String
        package var description: String { reason }
    }

    /// Findings told of one document; more are not counted.
    package static let maximumFindings = 100
    /// The octets of one element's text that are compared; of longer text only the front is.
    package static let maximumTextOctets = 64 << 10

    // Made in init, freed in deinit, and between them only read: libxml2 keeps what changes during a validation in a context
    // of its own (xmlSchemaNewValidCtxt), which each call makes for itself.
    private nonisolated(unsafe) let schema: xmlSchemaPtr

    /// libxml2 fills its tables of built-in types on first use, without a lock; a static value is made once, whatever thread comes first.
    private static let initialized: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
    }()

    /// Reads a schema that stands in one file.
    /// - Throws: what is wrong; so also a schema that would bring in others (`import`, `include`, `redefine`).
    package init(_ octets: [UInt8]) throws(Fault) {
        _ = Self.initialized
        try Self.requireAlone(octets)
        let findings = SchemaFindings()
        let read = unsafe Self.read(octets, findings)
        guard let read = unsafe read else {
            throw Fault(reason: findings.all.first?.words ?? "the schema cannot be read")
        }
        unsafe schema = read
    }

    deinit { unsafe xmlSchemaFree(schema) }

    /// What the document has against the schema, in document order; empty when it is valid.
    /// - Parameter octets: those `root` was read from.
    package func findings(on root: XMLElement, in octets: Span<UInt8>) -> [XMLFinding] {
        unsafe SchemaCheck.run(schema, root, octets)
    }

    private static func requireAlone(_ octets: [UInt8]) throws(Fault) {
        let root: XMLElement
        do throws(XMLError) { root = try XMLElement.read(octets.span) } catch { throw Fault(reason: error.description) }
        let others = ["import", "include", "redefine", "override"]
        if let other = root.children.first(where: { others.contains($0.name.local) }) {
            throw Fault(reason: "line \(other.line): the schema brings in another; put it into one file")
        }
    }

    // The buffer outlives the parser context that reads it; the schema owns copies of all it keeps. `findings` lives as long as
    // the call, and the handler runs only inside xmlSchemaParse, on this thread.
    private static func read(_ octets: [UInt8], _ findings: SchemaFindings) -> xmlSchemaPtr? {
        unsafe octets.withUnsafeBytes { buffer in
            guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                let parser = unsafe xmlSchemaNewMemParserCtxt(start, Int32(buffer.count))
            else { return nil }
            defer { unsafe xmlSchemaFreeParserCtxt(parser) }
            unsafe xmlSchemaSetParserStructuredErrors(
                parser, SchemaFindings.handler, Unmanaged.passUnretained(findings).toOpaque())
            return unsafe xmlSchemaParse(parser)
        }
    }
}
