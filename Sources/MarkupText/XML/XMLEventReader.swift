// SPDX-License-Identifier: Apache-2.0

/// Reads an XML document as a row of events, without a tree and without copying its text.
///
/// Total and linear in the length of the document. Written here and not left to libxml2, because what is handed over are
/// positions in the caller's octets, so that a file of 100 MB inside a message is never copied; and because a reader that knows
/// no document types and no entities cannot be talked into opening a file, a connection or a billion laughs.
package struct XMLEventReader: Sendable {
    package let limits: XMLLimits

    package init(limits: XMLLimits = .standard) {
        self.limits = limits
    }

    /// Reads the document and hands its events over; what was handed over before an error stays with the consumer.
    ///
    /// - Parameter octets: UTF-8 or windows-1251, with or without byte order mark and declaration. A document in UTF-16 goes
    ///   through ``XMLEncoding/utf8(fromUTF16:)`` first.
    /// - Throws: the first fault. No fault are control characters and octets that are no characters, which are read as U+FFFD,
    ///   and `]]>` in text.
    package func read<Consumer: XMLEventConsumer>(
        _ octets: Span<UInt8>, into consumer: inout Consumer
    ) throws(XMLError) {
        guard octets.count <= limits.maximumOctets else { throw XMLError(.tooLarge(limit: limits.maximumOctets), line: 1) }
        let finding = try XMLEncoding.find(in: octets)
        var scanner = XMLScanner(limits: limits, encoding: finding.encoding, start: finding.start)
        do throws(XMLError.Reason) {
            try scanner.scan(octets, into: &consumer)
        } catch {
            throw XMLError(error, line: scanner.lineOfFault(octets))
        }
    }
}
