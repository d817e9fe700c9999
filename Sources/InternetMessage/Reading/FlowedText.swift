// SPDX-License-Identifier: Apache-2.0

/// Text of a plain part as a reader wants it: one paragraph a line (RFC 3676).
package enum FlowedText {
    /// `text` with line ends of LF. Where the media type says `format=flowed`, lines broken for the way are joined, `DelSp` is obeyed,
    /// stuffed blanks are gone, and a quoted line begins with as many `>` as it is deep, and a blank.
    ///
    /// Other text keeps its lines. Total: any text gives a text.
    package static func unwrapped(_ text: String, mediaType: MediaType) -> String {
        let lines = normalized(text)
        guard mediaType.isText, mediaType["format"]?.lowercased() == "flowed" else {
            return String(decoding: lines, as: UTF8.self)
        }
        let deletesSpace = mediaType["delsp"]?.lowercased() == "yes"
        return String(decoding: joined(lines, deletesSpace: deletesSpace), as: UTF8.self)
    }

    /// CRLF and CR made LF.
    private static func normalized(_ text: String) -> [UInt8] {
        let octets = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(octets.count)
        var start = 0
        while let end = octets.span.firstOffset(of: .carriageReturn, in: start..<octets.count) {
            result += octets[start..<end]
            result.append(.lineFeed)
            start = end + 1
            if start < octets.count, octets[start] == .lineFeed { start += 1 }
        }
        result += octets[start...]
        return result
    }

    private static func joined(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        // Depth of the paragraph whose last line was flowed; nil between paragraphs.
        var open: Int?
        var start = 0
        while start < text.count {
            let end = text.span.firstOffset(of: .lineFeed, in: start..<text.count) ?? text.count
            let line = Line(text, start..<end)
            if let depth = open, depth == line.depth, !line.isSignature(text) {
                // A paragraph goes on.
            } else {
                if open != nil { result.append(.lineFeed) }
                result += [UInt8](repeating: 0x3E, count: line.depth)
                if line.depth > 0, !line.content.isEmpty { result.append(.space) }
            }
            let isFlowed = line.isFlowed(text)
            result += text[isFlowed && deletesSpace ? line.content.dropLast() : line.content]
            open = isFlowed ? line.depth : nil
            if !isFlowed, end < text.count { result.append(.lineFeed) }
            start = end + 1
        }
        if open != nil, text.last == .lineFeed { result.append(.lineFeed) }
        return result
    }

    /// One line without quote marks and stuffing.
    private struct Line {
        let depth: Int
        let content: Range<Int>

        init(_ text: [UInt8], _ range: Range<Int>) {
            var start = range.lowerBound
            while start < range.upperBound, text[start] == 0x3E { start += 1 }
            depth = start - range.lowerBound
            if start < range.upperBound, text[start] == .space { start += 1 }
            content = start..<range.upperBound
        }

        /// `-- ` is a line of its own (RFC 3676 §4.3).
        func isSignature(_ text: [UInt8]) -> Bool {
            content.count == 3 && text[content.lowerBound] == 0x2D && text[content.lowerBound + 1] == 0x2D
                && text[content.lowerBound + 2] == .space
        }

        func isFlowed(_ text: [UInt8]) -> Bool {
            !content.isEmpty && text[content.upperBound - 1] == .space && !isSignature(text)
        }
    }
}
