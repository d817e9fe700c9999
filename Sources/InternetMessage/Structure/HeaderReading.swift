// SPDX-License-Identifier: Apache-2.0

/// What reading one header section found.
struct HeaderReading {
    var section = HeaderSection()
    var content = ContentFields()
    var bodyStart: Int
    /// Set where the section ended at a delimiter of an open multipart.
    var delimiter: StructureScanner.Delimiter?

    /// Set where the fields of the first part stand right behind those of its multipart: `bodyStart` is where they begin.
    var goesOnWithPart = false

    /// Set once a second `Content-Type` was met.
    var isTypeRepeated = false
    /// Set once the section has gone over its limit.
    var isOverLimit = false

    init(start: Int) {
        section.range = start..<start
        bodyStart = start
    }
}

/// One line: its text without the line end, and where the next line begins.
private struct Line {
    let text: Range<Int>
    let next: Int
}

extension StructureScanner {
    /// Reads the header section at `start`, up to the empty line, a delimiter, or a line that cannot be of a header.
    mutating func readHeader(at start: Int, in octets: Span<UInt8>) -> HeaderReading {
        var reading = HeaderReading(start: start)
        var position = start
        let limit = start + limits.maximumHeaderOctets
        var open: HeaderField?
        // Strays were seen to be followed by a field that begins here.
        var strayEnd = start
        reading.section.fields.reserveCapacity(16)
        while position < octets.count {
            let line = line(at: position, in: octets)
            if line.text.isEmpty {
                position = line.next
                break
            }
            let first = octets[position]
            if position < strayEnd {
                note(.strayHeaderLine, at: position)
            } else if first.isBlank, let field = open {
                open = HeaderField(name: field.name, body: field.body.lowerBound..<line.text.upperBound)
            } else if first == 0x2D, let delimiter = delimiter(at: position, in: octets), delimiter.isWholeLine {
                reading.delimiter = delimiter
                note(.missingBlankLine, at: position)
                break
            } else if let field = field(in: line.text, octets) {
                add(open, to: &reading, limit: limit, in: octets)
                if beginsFirstPart(field, of: &reading, in: octets) {
                    note(.missingBlankLine, at: position)
                    reading.goesOnWithPart = true
                    open = nil
                    break
                }
                open = field
            } else if reading.section.fields.isEmpty, open == nil, isEnvelopeLine(line.text, in: octets) {
                // "From sender date" as mbox files and some gateways put it before the fields.
            } else if first != 0x2D,
                let next = nextField(
                    behind: line, follows: open != nil || position == 0, hasStrays: strayEnd > start, in: octets)
            {
                note(.strayHeaderLine, at: position)
                strayEnd = next
            } else {
                note(.missingBlankLine, at: position)
                break
            }
            position = line.next
        }
        add(open, to: &reading, limit: limit, in: octets)
        reading.section.range = start..<min(position, octets.count)
        reading.bodyStart = reading.section.range.upperBound
        return reading
    }

    /// Whether a second `Content-Type`, behind that of an inner multipart, is that of its first part: blank line and delimiter are missing.
    ///
    /// Not so in a letter's own header section, where the fields that would be cut off are the letter's.
    private func beginsFirstPart(_ field: HeaderField, of reading: inout HeaderReading, in octets: Span<UInt8>) -> Bool {
        guard !stack.isEmpty, let type = reading.content.type, octets.matchesAnyCase("Content-Type", at: field.name) else {
            return false
        }
        // Asked once a section: the first field may be long, and the repeated ones many.
        guard !reading.isTypeRepeated else { return false }
        reading.isTypeRepeated = true
        let read = MediaType.read(octets.copy(type), limits: limits)
        return read.mediaType.isMultipart && read.boundary != nil
    }

    private func line(at start: Int, in octets: Span<UInt8>) -> Line {
        guard let end = octets.firstOffset(of: newline, in: start..<octets.count) else {
            return Line(text: start..<octets.count, next: octets.count)
        }
        let hasReturn = newline == .lineFeed && end > start && octets[end - 1] == .carriageReturn
        return Line(text: start..<(hasReturn ? end - 1 : end), next: end + 1)
    }

    /// The field that begins on the line, with the part of its body that stands there.
    private func field(in line: Range<Int>, _ octets: Span<UInt8>) -> HeaderField? {
        var offset = line.lowerBound
        while offset < line.upperBound {
            let octet = octets[offset]
            if octet == 0x3A || octet <= 0x20 { break }
            offset += 1
        }
        let name = line.lowerBound..<offset
        while offset < line.upperBound, octets[offset].isBlank { offset += 1 }
        guard !name.isEmpty, offset < line.upperBound, octets[offset] == 0x3A else { return nil }
        return HeaderField(name: name, body: offset + 1..<line.upperBound)
    }

    /// Where the header section goes on behind a line that is no field: mailers and gateways break fields without indenting the rest.
    ///
    /// Text that begins without an empty line must not be swallowed: any field counts on the next line only, further on and at the
    /// start of a section one with a usual name.
    /// - Parameters:
    ///   - follows: whether the section has begun with a field, or is the letter's first.
    ///   - hasStrays: whether it went on behind such lines before; then its empty line ends them too.
    private func nextField(behind stray: Line, follows: Bool, hasStrays: Bool, in octets: Span<UInt8>) -> Int? {
        var position = stray.next
        for ahead in 0..<(follows ? Self.maximumStrayLines : 1) {
            guard position < octets.count else { return nil }
            let line = line(at: position, in: octets)
            if line.text.isEmpty, hasStrays { return position }
            guard !line.text.isEmpty, octets[position] != 0x2D else { return nil }
            if let field = field(in: line.text, octets), ahead == 0 && follows || Self.isUsual(field.name, in: octets) {
                return position
            }
            position = line.next
        }
        return nil
    }

    /// Lines in a row that are no fields, at most, in a header section that goes on behind them.
    private static let maximumStrayLines = 100
    private static let usualNames: Set<String> = [
        "received", "return-path", "delivered-to", "from", "sender", "reply-to", "to", "cc", "bcc", "date", "subject",
        "message-id",
        "in-reply-to", "references", "mime-version", "auto-submitted", "precedence", "importance", "user-agent", "thread-topic",
        "thread-index", "accept-language",
    ]
    private static let usualBeginnings = ["x-", "content-", "list-", "arc-", "dkim-", "authentication-", "received-", "resent-"]

    private static func isUsual(_ name: Range<Int>, in octets: Span<UInt8>) -> Bool {
        guard name.count <= 64 else { return false }
        let name = lowercasedText(octets.copy(name))
        return usualNames.contains(name) || usualBeginnings.contains { name.hasPrefix($0) }
    }

    /// Whether a header section, or the empty line of one without fields, can begin at `start`.
    func beginsHeader(at start: Int, in octets: Span<UInt8>) -> Bool {
        guard start < octets.count else { return true }
        let line = line(at: start, in: octets)
        if line.text.isEmpty || field(in: line.text, octets) != nil || isEnvelopeLine(line.text, in: octets) { return true }
        if delimiter(at: start, in: octets) != nil { return true }
        return nextField(behind: line, follows: false, hasStrays: false, in: octets) != nil
    }

    private func isEnvelopeLine(_ line: Range<Int>, in octets: Span<UInt8>) -> Bool {
        let start = octets[line.lowerBound] == 0x3E ? line.lowerBound + 1 : line.lowerBound
        guard line.upperBound - start > 5 else { return false }
        return octets.matchesAnyCase("From ", at: start..<start + 5)
    }

    /// Files a finished field. Behind the limit only the fields that decide how the body is read are kept.
    private mutating func add(_ field: HeaderField?, to reading: inout HeaderReading, limit: Int, in octets: Span<UInt8>) {
        guard var field else { return }
        if field.body.upperBound > limit {
            if !reading.isOverLimit { note(.headerSectionTooLong, at: limit) }
            reading.isOverLimit = true
            let isContent = ContentFields.isOne(field.name, in: octets)
            let end = isContent ? field.body.lowerBound + limits.maximumHeaderOctets : limit
            guard isContent || field.body.lowerBound < limit else { return }
            field = HeaderField(name: field.name, body: field.body.lowerBound..<min(field.body.upperBound, end))
        }
        reading.section.fields.append(field)
        if !reading.content.note(field, in: octets) { note(.repeatedContentField, at: field.name.lowerBound) }
    }
}
