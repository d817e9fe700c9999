// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// Takes what stands in one XML part of a document, in its order.
protocol MarkupPart: AnyObject {
    /// Asked after each event; false ends the reading, which is no fault.
    var wantsMore: Bool { get }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag)
    func endElement(_ name: XMLName)
    /// Text between tags, in pieces as they come; references are resolved.
    func characters(_ text: String)
}

extension MarkupPart {
    /// Reads the part from XML in memory.
    /// - Returns: the first fault; what stood before it was handed over.
    func read(_ octets: Span<UInt8>, maximumOctets: Int) -> XMLError? {
        var events = PartEvents(part: self)
        do throws(XMLError) {
            guard let utf8 = XMLEncoding.utf8(fromUTF16: octets) else {
                try XMLEventReader(limits: XMLLimits(maximumOctets: maximumOctets)).read(octets, into: &events)
                return nil
            }
            try XMLEventReader(limits: XMLLimits(maximumOctets: 2 * maximumOctets)).read(utf8.span, into: &events)
            return nil
        } catch {
            return error
        }
    }
}

/// Hands the events of the reader on to a part.
private struct PartEvents: XMLEventConsumer {
    let part: any MarkupPart

    var isSatisfied: Bool { !part.wantsMore }

    mutating func start(_ tag: XMLStartTag) { part.startElement(tag.name, tag) }
    mutating func text(_ run: XMLTextRun, of octets: Span<UInt8>) { part.characters(run.text(in: octets)) }
    mutating func end(_ name: XMLName) { part.endElement(name) }
}
