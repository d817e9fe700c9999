// SPDX-License-Identifier: Apache-2.0

/// Writes a document as a person would see it in a mail program without pictures.
///
/// White space collapses as in a browser; blocks stand on lines of their own, paragraphs apart by one empty line; quotations
/// begin with `> `, list items with a dash or their number; cells of a row are separated by tabs.
final class TextWriter: MarkupConsumer {
    private struct Link {
        let address: [UInt8]
        let start: Int
    }

    private struct List {
        var next: Int?
    }

    private let maximumLinkOctets: Int
    private var output: [UInt8] = []
    /// Line ends owed before the next character: 2 make an empty line. 0 inside a line.
    private var owedLines = 0
    private var owedSpaces = 0
    private var owedTabs = 0
    private var owedMarker: [UInt8] = []
    /// A line that holds no-break spaces only counts as an empty line.
    private var hasBareSpace = false
    /// White space was met that takes in any more of its kind.
    private var hasBlank = false
    /// At the front of a cell, where a paragraph starts no new line.
    private var isCellFront = false
    private var quoteDepth = 0
    private var shallowestQuote = 0
    private var preDepth = 0
    private var lists: [List] = []
    private var links: [Link] = []
    private var rows: [RowLayout] = []
    /// Whether each open `p` had a margin.
    private var marginless: [Bool] = []

    init(maximumLinkOctets: Int, capacity: Int) {
        self.maximumLinkOctets = maximumLinkOctets
        output.reserveCapacity(capacity)
    }

    var result: String { String(decoding: output, as: UTF8.self) }

    func start(_ element: MarkupElement, _ attributes: MarkupAttributes) {
        switch element {
        case .br: breakLine()
        case .hr:
            startBlock(1)
            write(TextWriter.rule)
            startBlock(1)
        case .img: writeAlternative(attributes)
        case .a: links.append(Link(address: attributes[.href] ?? [], start: output.count))
        case .tr, .td, .th, .table: startTablePart(element, attributes)
        case .li:
            startBlock(1)
            owedMarker = marker()
        case .p:
            let isWord = attributes[.class].map { $0.starts(with: TextWriter.wordClass) } ?? false
            marginless.append(isWord)
            startBlock(isWord ? 1 : 2)
        default:
            if element.isBlock { startBlock(element.hasMargin && !(isList(element) && !lists.isEmpty) ? 2 : 1) }
            startState(of: element, attributes)
        }
    }

    func end(_ element: MarkupElement) {
        switch element {
        case .a: endLink()
        case .td, .th: endCell()
        case .tr:
            owedTabs = 0
            startBlock(1)
        case .table:
            rows.removeLast()
            startBlock(1)
        case .li:
            owedMarker = []
            startBlock(1)
        case .p: startBlock(marginless.popLast() == true ? 1 : 2)
        default:
            switch element {
            case .blockquote:
                quoteDepth -= 1
                shallowestQuote = min(shallowestQuote, quoteDepth)
            case .pre, .xmp: preDepth -= 1
            case .ol, .ul: lists.removeLast()
            default: break
            }
            if element.isBlock { startBlock(element.hasMargin && !(isList(element) && !lists.isEmpty) ? 2 : 1) }
        }
    }

    func text(_ octets: Span<UInt8>) {
        var position = 0
        while position < octets.count {
            switch TextOctet.kind(of: octets[position]) {
            case .plain:
                let first = position
                repeat {
                    position += 1
                } while position < octets.count && continues(octets, position)
                write(octets.extracting(first..<position))
            case .blank:
                addBlank(octets[position])
                position += 1
            case .control: position += 1
            case .lead: position += addSpecial(octets, position)
            }
        }
    }

    private func continues(_ octets: Span<UInt8>, _ position: Int) -> Bool {
        let octet = octets[position]
        if TextOctet.kind(of: octet) == .plain { return true }
        return octet == 0x20 && position + 1 < octets.count && TextOctet.kind(of: octets[position + 1]) == .plain
    }
}

// MARK: - Characters

extension TextWriter {
    private static let rule = Array("---".utf8)
    /// Deeper quotations and lists are shown no deeper, or a short document could make a text a hundred times as long.
    private static let deepestShown = 20
    private static let wordClass = Array("Mso".utf8)

    private func addBlank(_ octet: UInt8) {
        if preDepth > 0 {
            switch octet {
            case 0x0a: breakLine()
            case 0x0d: break
            default: addSpace()
            }
        } else if !hasBlank && (hasBareSpace || (owedLines == 0 && owedTabs == 0 && !output.isEmpty && !isCellFront)) {
            owedSpaces += 1
            hasBlank = true
        }
    }

    private func addSpace() {
        owedSpaces = min(owedSpaces + 1, 120)
        (hasBareSpace, hasBlank) = (true, false)
    }

    /// Characters that are not shown as they stand. Answers how many octets were taken.
    private func addSpecial(_ octets: Span<UInt8>, _ position: Int) -> Int {
        let second = position + 1 < octets.count ? octets[position + 1] : 0
        let third = position + 2 < octets.count ? octets[position + 2] : 0
        switch (octets[position], second, third) {
        case (0xc2, 0xa0, _):
            addSpace()
            return 2
        case (0xc2, 0xad, _), (0xcd, 0x8f, _): return 2
        case (0xc2, 0x80..<0xa0, _):
            write(Array(String(Windows1252.scalar(ofControl: second)).utf8))
            return 2
        // Zero-width fillers; the joiner stays, it holds pictographs together.
        case (0xe2, 0x80, 0x8b), (0xe2, 0x80, 0x8c), (0xe2, 0x81, 0xa0), (0xef, 0xbb, 0xbf): return 3
        default:
            let length = octets[position] < 0xe0 ? 2 : 3
            let end = min(position + length, octets.count)
            write(octets.extracting(position..<end))
            return end - position
        }
    }

    private func write(_ octets: [UInt8]) { write(octets.span) }

    private func write(_ octets: Span<UInt8>) {
        if owedLines > 0 || owedSpaces > 0 || owedTabs > 0 || !owedMarker.isEmpty || output.isEmpty { payDebts() }
        unsafe octets.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    }

    private func payDebts() {
        if owedLines > 0 || output.isEmpty {
            if !output.isEmpty {
                output.append(0x0a)
                if owedLines > 1 {
                    output.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: min(shallowestQuote, Self.deepestShown)))
                    output.append(0x0a)
                }
            }
            for _ in 0..<min(quoteDepth, Self.deepestShown) { output.append(contentsOf: [UInt8(ascii: ">"), 0x20]) }
            let indent = max(0, min(lists.count, Self.deepestShown) - (owedMarker.isEmpty ? 0 : 1))
            output.append(contentsOf: repeatElement(0x20, count: indent * 2))
        }
        output.append(contentsOf: repeatElement(0x09, count: owedTabs))
        output.append(contentsOf: owedMarker)
        output.append(contentsOf: repeatElement(0x20, count: owedSpaces))
        (owedLines, owedSpaces, owedTabs, owedMarker) = (0, 0, 0, [])
        (hasBareSpace, hasBlank, isCellFront, shallowestQuote) = (false, false, false, quoteDepth)
    }

    private func breakLine() {
        owedSpaces = 0
        (hasBareSpace, hasBlank) = (false, false)
        if !isCellFront { owedLines = min(owedLines + 1, 2) }
    }

    /// Owes `lines` line ends, in place of those owed already.
    private func startBlock(_ lines: Int) {
        if hasBareSpace && owedLines > 0 { owedLines = 2 }
        owedSpaces = 0
        (hasBareSpace, hasBlank) = (false, false)
        if !isCellFront { owedLines = max(owedLines, lines) }
    }
}

// MARK: - Elements

extension TextWriter {
    private func isList(_ element: MarkupElement) -> Bool { element == .ul || element == .ol }

    private func startState(of element: MarkupElement, _ attributes: MarkupAttributes) {
        switch element {
        case .blockquote: quoteDepth += 1
        case .pre, .xmp: preDepth += 1
        case .ul: lists.append(List(next: nil))
        case .ol: lists.append(List(next: attributes[.start].flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 1))
        default: break
        }
    }

    private func marker() -> [UInt8] {
        guard let number = lists.last?.next else { return [UInt8(ascii: "-"), 0x20] }
        lists[lists.count - 1].next = number < Int.max ? number + 1 : number
        return Array("\(number). ".utf8)
    }

    private func writeAlternative(_ attributes: MarkupAttributes) {
        guard let words = attributes[.alt], words.contains(where: { $0 > 0x20 }) else { return }
        text([UInt8(ascii: "[")].span)
        text(words.span)
        text([UInt8(ascii: "]")].span)
    }

    private func endLink() {
        guard let link = links.popLast(), output.count > link.start else { return }
        guard let shown = LinkAddress(link.address, maximumOctets: maximumLinkOctets) else { return }
        guard !shown.isSaid(by: output[link.start...]) else { return }
        output.append(contentsOf: [0x20, UInt8(ascii: "(")])
        output.append(contentsOf: shown.octets)
        output.append(UInt8(ascii: ")"))
    }

    private func startTablePart(_ element: MarkupElement, _ attributes: MarkupAttributes) {
        switch element {
        case .table:
            startBlock(1)
            rows.append(RowLayout(isFramed: attributes[.border].map { !$0.isEmpty && $0 != [UInt8(ascii: "0")] } ?? false))
        case .tr:
            startBlock(1)
            if !rows.isEmpty { rows[rows.count - 1].begin(at: output.count) }
        default:
            guard let row = rows.last else { return startBlock(1) }
            if row.cells > 0 {
                if row.isMultiline {
                    startBlock(1)
                } else if row.hasContent || row.isFramed {
                    owedTabs = min(owedTabs + 1, 200)
                }
            }
            rows[rows.count - 1].cells += 1
            isCellFront = !row.isMultiline
        }
    }

    private func endCell() {
        isCellFront = false
        (owedSpaces, hasBareSpace, hasBlank, owedMarker) = (0, false, false, [])
        guard !rows.isEmpty else { return startBlock(1) }
        rows[rows.count - 1].measure(output)
        let row = rows[rows.count - 1]
        if row.hasContent { owedLines = row.isMultiline ? 1 : 0 }
    }
}
