// SPDX-License-Identifier: Apache-2.0

/// What reading one header section found.
struct HeaderReading {
    var section = HeaderSection()
    var content = ContentFields()
    var bodyStart: Int
    /// Set where the section ended at a delimiter of an open multipart.
    var delimiter: StructureScanner.Delimiter?

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
        reading.section.fields.reserveCapacity(16)
        while position < octets.count {
            let line = line(at: position, in: octets)
            if line.text.isEmpty {
                position = line.next
                break
            }
            let first = octets[position]
            if first.isBlank, let field = open {
                open = HeaderField(name: field.name, body: field.body.lowerBound..<line.text.upperBound)
            } else if first == 0x2D, let delimiter = delimiter(at: position, in: octets) {
                reading.delimiter = delimiter
                note(.missingBlankLine, at: position)
                break
            } else if let field = field(in: line.text, octets) {
                add(open, to: &reading, limit: limit, in: octets)
                open = field
            } else if reading.section.fields.isEmpty, open == nil, isEnvelopeLine(line.text, in: octets) {
                // "From sender date" as mbox files and some gateways put it before the fields.
            } else if first != 0x2D, isFieldLine(at: line.next, in: octets), open != nil || position == 0 {
                note(.strayHeaderLine, at: position)
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

    private func isFieldLine(at start: Int, in octets: Span<UInt8>) -> Bool {
        guard start < octets.count else { return false }
        return field(in: line(at: start, in: octets).text, octets) != nil
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
