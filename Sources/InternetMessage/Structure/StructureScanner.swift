// SPDX-License-Identifier: Apache-2.0

/// The one forward pass over a letter: headers, delimiters and the stack of open containers. No recursion.
struct StructureScanner {
    /// Defects kept for one letter; a broken 100 MB header must not fill the memory with complaints.
    static let maximumDefects = 1_000
    private static let advanceStep = 8 << 20

    /// A multipart or a nested message whose end has not come yet.
    struct Container {
        let part: Int
        /// nil for `message/rfc822`, which ends with its own container.
        let boundary: [UInt8]?
        let childPrefix: String
        let isDigest: Bool
        var delimiterSeen = false
        var isClosed = false
        var childCount = 0
    }

    /// A line that begins or ends a part of an open multipart.
    struct Delimiter {
        let level: Int
        let isClosing: Bool
        /// Whether the line holds nothing else.
        let isWholeLine: Bool
        let lineStart: Int
        let next: Int
    }

    private(set) var parts: [BodyPart] = []
    private(set) var defects: [Defect] = []
    var stack: [Container] = []
    let limits: Limits
    /// LF, or CR in letters whose lines end with CR alone.
    let newline: UInt8
    private let onAdvance: ((Int) -> Void)?
    private var reported = 0

    init(_ octets: Span<UInt8>, limits: Limits, onAdvance: ((Int) -> Void)?) {
        self.limits = limits
        self.onAdvance = onAdvance
        newline = Self.lineEnd(of: octets)
        parts.reserveCapacity(4)
    }

    /// CR alone ends lines only where the beginning of the letter has a CR and no LF at all.
    private static func lineEnd(of octets: Span<UInt8>) -> UInt8 {
        let start = 0..<min(octets.count, 1 << 16)
        guard octets.firstOffset(of: .lineFeed, in: start) == nil,
            octets.firstOffset(of: .carriageReturn, in: start) != nil
        else { return .lineFeed }
        return .carriageReturn
    }

    mutating func note(_ kind: Defect.Kind, at offset: Int) {
        if defects.count < Self.maximumDefects { defects.append(Defect(kind, at: offset)) }
    }

    mutating func scan(_ octets: Span<UInt8>) {
        if newline == .carriageReturn { note(.bareCarriageReturns, at: 0) }
        var position: Int? = 0
        while let start = position {
            if parts.count == limits.maximumParts {
                addRest(from: start, in: octets)
                break
            }
            position = readPart(at: start, in: octets)
        }
        onAdvance?(octets.count)
    }

    /// Reads the part whose header section begins at `start`.
    /// - Returns: where the next part begins, or nil at the end of the letter.
    private mutating func readPart(at start: Int, in octets: Span<UInt8>) -> Int? {
        let header = readHeader(at: start, in: octets)
        let index = parts.count
        let boundary = addPart(header, in: octets)
        if let delimiter = header.delimiter { return close(at: delimiter, leaf: index, in: octets) }
        if parts[index].mediaType.isMessage, !parts[index].isOpaque {
            // Otherwise it calls itself a message and is none: kept whole, as a file.
            if beginsHeader(at: header.bodyStart, in: octets) {
                push(index, boundary: nil)
                return header.bodyStart
            }
            note(.missingBlankLine, at: header.bodyStart)
            parts[index].isOpaque = true
        }
        if let boundary {
            push(index, boundary: boundary)
            if header.goesOnWithPart { return header.bodyStart }
        }
        guard let delimiter = nextDelimiter(from: header.bodyStart, in: octets) else {
            return finish(leaf: index, at: octets.count, in: octets)
        }
        return close(at: delimiter, leaf: index, in: octets)
    }

    private mutating func push(_ index: Int, boundary: [UInt8]?) {
        let part = parts[index]
        let prefix: String
        if part.path.hasSuffix("TEXT") { prefix = String(part.path.dropLast(4)) } else { prefix = part.path + "." }
        stack.append(
            Container(
                part: index, boundary: boundary, childPrefix: prefix,
                isDigest: part.mediaType.type == "multipart" && part.mediaType.subtype == "digest"))
    }

    /// Ends what lies above the delimiter's container; behind a closing one looks on for the next of an outer container.
    private mutating func close(at first: Delimiter, leaf: Int, in octets: Span<UInt8>) -> Int? {
        var delimiter = first
        var leaf: Int? = leaf
        while true {
            var end = endOfBody(before: delimiter.lineStart, in: octets)
            if let open = leaf {
                setEnd(of: open, to: end)
                // An empty body may begin behind the line end that belongs to the delimiter.
                end = parts[open].body.upperBound
            }
            leaf = nil
            while stack.count > delimiter.level + 1 { pop(at: end) }
            stack[delimiter.level].delimiterSeen = true
            if !delimiter.isClosing {
                let isFirst = parts[stack[delimiter.level].part].children.isEmpty
                if delimiter.next < octets.count || isFirst { return delimiter.next }
                // The last line of a letter cut off: no part begins behind it.
                return finish(leaf: nil, at: octets.count, in: octets)
            }
            stack[delimiter.level].isClosed = true
            guard let next = nextDelimiter(from: delimiter.next, in: octets) else {
                return finish(leaf: nil, at: octets.count, in: octets)
            }
            delimiter = next
        }
    }

    private mutating func finish(leaf: Int?, at end: Int, in octets: Span<UInt8>) -> Int? {
        if let leaf { setEnd(of: leaf, to: endBeforeGluedDelimiter(leaf, end, in: octets)) }
        while !stack.isEmpty { pop(at: end) }
        return nil
    }

    /// Where the last part of an unclosed multipart ends: some programs glue the closing delimiter to its last line, where it would
    /// be octets of a file.
    private func endBeforeGluedDelimiter(_ leaf: Int, _ end: Int, in octets: Span<UInt8>) -> Int {
        guard !parts[leaf].isOpaque, let boundary = stack.last(where: { $0.boundary != nil && !$0.isClosed })?.boundary else {
            return end
        }
        let body = octets.trimmed(parts[leaf].body.lowerBound..<end)
        let start = body.upperBound - boundary.count - 4
        guard start >= body.lowerBound, octets[start] == 0x2D, octets[start + 1] == 0x2D else { return end }
        guard octets[body.upperBound - 2] == 0x2D, octets[body.upperBound - 1] == 0x2D else { return end }
        for place in boundary.indices where octets[start + 2 + place] != boundary[place] { return end }
        return start
    }

    private mutating func pop(at end: Int) {
        let container = stack.removeLast()
        setEnd(of: container.part, to: end)
        guard container.boundary != nil, !container.isClosed else { return }
        note(container.delimiterSeen ? .missingClosingDelimiter : .delimiterNotFound, at: parts[container.part].body.lowerBound)
    }

    private mutating func setEnd(of part: Int, to end: Int) {
        let start = parts[part].body.lowerBound
        parts[part].body = start..<max(start, end)
    }

    /// The line end before a delimiter belongs to the delimiter (RFC 2046 §5.1.1).
    private func endOfBody(before lineStart: Int, in octets: Span<UInt8>) -> Int {
        guard lineStart > 0, octets[lineStart - 1] == newline else { return lineStart }
        let end = lineStart - 1
        return newline == .lineFeed && end > 0 && octets[end - 1] == .carriageReturn ? end - 1 : end
    }

    // MARK: Parts

    /// Appends the part of `header`.
    /// - Returns: the boundary to look for, where it is a multipart that is to be divided.
    private mutating func addPart(_ header: HeaderReading, in octets: Span<UInt8>) -> [UInt8]? {
        let parent = stack.last
        let depth = parent.map { parts[$0.part].depth + 1 } ?? 0
        var content = DecodedContentFields(
            header.content, isInDigest: parent?.isDigest ?? false, limits: limits, in: octets)
        for defect in content.defects { note(defect.kind, at: defect.offset) }
        var boundary: [UInt8]?
        var isOpaque = false
        if content.mediaType.type == "multipart" {
            boundary = content.boundary ?? guessedBoundary(at: header.bodyStart, in: octets)
            if content.boundary == nil { note(.missingBoundary, at: header.section.range.lowerBound) }
            if content.transferEncoding.changesOctets { note(.encodedContainer, at: header.section.range.lowerBound) }
        } else if content.mediaType.isMessage, content.transferEncoding.changesOctets {
            isOpaque = true
        }
        if boundary != nil || content.mediaType.isMessage, depth >= limits.maximumDepth {
            boundary = nil
            isOpaque = true
            note(.nestedTooDeep, at: header.section.range.lowerBound)
        }
        if content.mediaType.type == "multipart" { content.transferEncoding = .identity }
        let isContainer = boundary != nil
        append(content, header, depth: depth, isContainer: isContainer, isOpaque: isOpaque)
        return boundary
    }

    private mutating func append(
        _ content: DecodedContentFields, _ header: HeaderReading, depth: Int, isContainer: Bool, isOpaque: Bool
    ) {
        let part = BodyPart(
            parent: stack.last?.part, depth: depth, path: nextPath(isContainer: isContainer), header: header.section,
            mediaType: content.mediaType, disposition: content.disposition, fileName: content.fileName,
            contentID: content.contentID, transferEncoding: content.transferEncoding,
            charset: content.mediaType["charset"].map { $0.lowercased() }, body: header.bodyStart..<header.bodyStart,
            isOpaque: isOpaque)
        if let parent = stack.last { parts[parent.part].children.append(parts.count) }
        parts.append(part)
    }

    private mutating func nextPath(isContainer: Bool) -> String {
        guard !stack.isEmpty else { return isContainer ? "TEXT" : "1" }
        stack[stack.count - 1].childCount += 1
        let container = stack[stack.count - 1]
        guard container.boundary == nil else { return container.childPrefix + String(container.childCount) }
        return container.childPrefix + (isContainer ? "TEXT" : "1")
    }

    /// The rest of the letter behind the last part allowed.
    private mutating func addRest(from start: Int, in octets: Span<UInt8>) {
        note(.tooManyParts, at: start)
        var content = DecodedContentFields.none
        content.mediaType = MediaType(type: "application", subtype: "octet-stream")
        content.disposition = .attachment
        var header = HeaderReading(start: start)
        header.bodyStart = start
        append(content, header, depth: stack.last.map { parts[$0.part].depth + 1 } ?? 0, isContainer: false, isOpaque: true)
        _ = finish(leaf: parts.count - 1, at: octets.count, in: octets)
    }

    // MARK: Delimiters

    /// The next delimiter line of any open multipart at or behind the line start `start`.
    private mutating func nextDelimiter(from start: Int, in octets: Span<UInt8>) -> Delimiter? {
        guard stack.contains(where: { $0.boundary != nil && !$0.isClosed }) else { return nil }
        var offset = start
        while offset < octets.count {
            let end = min(octets.count, offset + Self.advanceStep)
            let dash = octets.firstOffset(of: 0x2D, in: offset..<end)
            if (dash ?? end) - reported >= Self.advanceStep {
                reported = dash ?? end
                onAdvance?(reported)
            }
            guard let dash else {
                offset = end
                continue
            }
            offset = dash + 1
            if dash == start || octets[dash - 1] == newline, let found = delimiter(at: dash, in: octets) { return found }
        }
        return nil
    }

    /// The delimiter on the line that begins at `lineStart`, if it is one of an open multipart, the innermost first.
    ///
    /// A line that begins with the whole boundary counts, whatever stands behind it (RFC 2046 §5.1.1); delimiters of all
    /// open multiparts count at any depth (§5.1.2).
    func delimiter(at lineStart: Int, in octets: Span<UInt8>) -> Delimiter? {
        guard lineStart + 2 < octets.count, octets[lineStart] == 0x2D, octets[lineStart + 1] == 0x2D else { return nil }
        let lineEnd = octets.firstOffset(of: newline, in: lineStart..<octets.count) ?? octets.count
        var end = lineEnd
        while end > lineStart + 2, octets[end - 1].isFieldSpace { end -= 1 }
        let text = lineStart + 2..<end
        var isRepeated = false
        for level in stack.indices.reversed() {
            guard let match = stack[level].match(text, in: octets) else { continue }
            // Mailers make inner boundaries out of outer ones: what an inner multipart repeats behind its end is not the outer's.
            if stack[level].isClosed {
                isRepeated = isRepeated || match.rest == 0
                continue
            }
            if isRepeated, match.rest > 0 { continue }
            return Delimiter(
                level: level, isClosing: match.isClosing, isWholeLine: match.rest == 0, lineStart: lineStart,
                next: min(lineEnd + 1, octets.count))
        }
        return nil
    }

    /// The first delimiter-like line at the start of a multipart that names no boundary.
    private func guessedBoundary(at start: Int, in octets: Span<UInt8>) -> [UInt8]? {
        var lineStart = start
        for _ in 0..<16 where lineStart < octets.count {
            let lineEnd = octets.firstOffset(of: newline, in: lineStart..<octets.count) ?? octets.count
            let line = octets.trimmed(lineStart..<lineEnd)
            if line.lowerBound == lineStart, line.count > 2, octets[lineStart] == 0x2D, octets[lineStart + 1] == 0x2D {
                return octets.copy(lineStart + 2..<line.upperBound)
            }
            lineStart = lineEnd + 1
        }
        return nil
    }
}

extension StructureScanner.Container {
    /// Whether the text behind `--` begins with this container's boundary, whether `--` follows, and how many octets are left then.
    func match(_ text: Range<Int>, in octets: Span<UInt8>) -> (isClosing: Bool, rest: Int)? {
        guard let boundary, text.count >= boundary.count else { return nil }
        for offset in boundary.indices where octets[text.lowerBound + offset] != boundary[offset] { return nil }
        let behind = text.lowerBound + boundary.count
        let isClosing = behind + 1 < text.upperBound && octets[behind] == 0x2D && octets[behind + 1] == 0x2D
        return (isClosing, text.upperBound - behind - (isClosing ? 2 : 0))
    }
}
