// SPDX-License-Identifier: Apache-2.0

/// Reads HTML: as text for people and for the reading of letters, and as HTML that is safe to show.
///
/// Total: any octets give a result. A value without state, used from any number of threads.
package struct MarkupReader: Sendable {
    package let limits: MarkupLimits

    package init(limits: MarkupLimits = .standard) {
        self.limits = limits
    }

    /// The document as readable text: LF line ends, none at the end; empty when there is nothing to read.
    ///
    /// Blocks stand on lines of their own, quotations begin with `> `, list items with `- ` or their number, cells of a row are
    /// separated by tabs, and the address of a link follows in parentheses unless the link's text is the address. Scripts,
    /// styles, heads and hidden lines are left out.
    /// - Parameter octets: HTML in UTF-8, whatever charset it declares itself; octets that are not UTF-8 become U+FFFD.
    package func text(of octets: Span<UInt8>) -> MarkupReading {
        withSound(octets) { sound, notes in
            let text =
                readText(sound, notes: &notes, by: LibraryParser.read)
                ?? readText(sound, notes: &notes, by: MarkupTokenizer.read)
            if let text, !text.isEmpty { return text }
            let shown = readText(sound, notes: &notes, honoursHiding: false, by: MarkupTokenizer.read) ?? ""
            if !shown.isEmpty { notes.insert(.hiddenTextShown) }
            return shown
        }
    }

    /// The document as an HTML fragment of allow-listed elements and attributes, which reads back as itself.
    ///
    /// Links keep `http`, `https`, `mailto` and `tel` addresses; pictures keep `cid:` only. It is safe in any HTML context that
    /// takes flow content; the page around it should still forbid scripts by its Content-Security-Policy.
    /// - Parameter octets: as in ``text(of:)``.
    package func safeHTML(of octets: Span<UInt8>) -> MarkupReading {
        withSound(octets) { sound, notes in
            let writer = SafeMarkupWriter(maximumLinkOctets: limits.maximumLinkOctets, capacity: sound.count)
            let elements = OpenElements(consumer: writer, maximumDepth: limits.maximumDepth, honoursHiding: true)
            MarkupTokenizer.read(sound, into: elements)
            if elements.isTooDeep { notes.insert(.nestedTooDeep) }
            return writer.result
        }
    }

    private func readText(
        _ octets: Span<UInt8>, notes: inout Set<MarkupNote>, honoursHiding: Bool = true,
        by parse: (Span<UInt8>, OpenElements) -> Bool
    ) -> String? {
        let writer = TextWriter(maximumLinkOctets: limits.maximumLinkOctets, capacity: octets.count)
        let elements = OpenElements(consumer: writer, maximumDepth: limits.maximumDepth, honoursHiding: honoursHiding)
        guard parse(octets, elements) else { return nil }
        if elements.isTooDeep { notes.insert(.nestedTooDeep) }
        return writer.result
    }

    /// Cuts to the limit between characters, and repairs what is not UTF-8 or is NUL: the parsers rely on it.
    private func withSound(
        _ octets: Span<UInt8>, _ body: (Span<UInt8>, inout Set<MarkupNote>) -> String
    ) -> MarkupReading {
        var notes: Set<MarkupNote> = []
        var count = octets.count
        if count > limits.maximumOctets {
            notes.insert(.cutAtLimit)
            count = limits.maximumOctets
            // At most 3 octets of a character lie before its last one.
            for _ in 0..<3 where count > 0 && octets[count] & 0xc0 == 0x80 { count -= 1 }
        }
        let kept = octets.extracting(0..<count)
        if Self.isSound(kept) {
            let text = body(kept, &notes)
            return MarkupReading(text: text, notes: notes)
        }
        let copy = unsafe kept.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        if unsafe kept.withUnsafeBufferPointer({ unsafe !$0.elementsEqual(copy.utf8) }) { notes.insert(.repairedEncoding) }
        let repaired = copy.utf8.filter { $0 != 0 }
        let text = body(repaired.span, &notes)
        return MarkupReading(text: text, notes: notes)
    }

    private static func isSound(_ octets: Span<UInt8>) -> Bool {
        for index in octets.indices where octets[index] == 0 { return false }
        return (try? UTF8Span(validating: octets)) != nil
    }
}
