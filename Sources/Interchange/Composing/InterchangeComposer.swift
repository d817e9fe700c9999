// SPDX-License-Identifier: Apache-2.0
package import MarkupText

/// Writes messages of order No. 1207, and lets none out that the official schema or our own reader would object to.
package struct InterchangeComposer: Sendable {
    /// Why a message was not composed: what was put in is not enough for the schema.
    package enum Fault: Error, Hashable, Sendable {
        /// Longer than ``InterchangeReader/maximumOctets``.
        case tooLarge
        case invalid([XMLFinding])
        /// Our own reader refuses it, or finds a defect.
        case unreadable(String)
    }

    private let reader: InterchangeReader

    package init(schema: XMLSchema) { reader = InterchangeReader(schema: schema) }

    /// The message as an XML document in UTF-8, laid out as the official samples are.
    /// - Parameter source: for content that stands in a message read, the octets of that reading.
    package func octets(of message: InterchangeMessage, source: [UInt8] = []) throws(Fault) -> [UInt8] {
        var writer = XMLWriter()
        writer.write(message, source: source)
        let octets = writer.octets
        guard octets.count <= InterchangeReader.maximumOctets else { throw .tooLarge }
        let reading: InterchangeReading
        do throws(InterchangeRefusal) { reading = try reader.read(octets) } catch { throw .unreadable("\(error)") }
        if case .invalid(let findings) = reading.validity { throw .invalid(findings) }
        if let defect = reading.defects.first { throw .unreadable(defect.description) }
        return octets
    }
}
