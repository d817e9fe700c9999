// SPDX-License-Identifier: Apache-2.0

/// Reads the second data block and the footer of a TZif file (RFC 9636 §3).
struct TimeZoneFileReader {
    struct Contents {
        var transitions: [Int64] = []
        var offsets: [Int32] = []
        var earliestOffset: Int32 = 0
        var footer: String?
    }

    /// The six counts of a header, in the order of the file.
    private struct Header {
        var version: UInt8
        var isUTCount, isStandardCount, leapCount, timeCount, typeCount, characterCount: Int

        func length(ofTimes width: Int) -> Int {
            timeCount * (width + 1) + typeCount * 6 + characterCount + leapCount * (width + 4) + isStandardCount + isUTCount
        }
    }

    /// More than this no real zone has, by far; the sum of all counts then cannot overflow.
    private static let maximumCount = 100_000

    private let octets: [UInt8]
    private var position = 0

    init(_ octets: [UInt8]) { self.octets = octets }

    mutating func contents() throws(TimeZoneFileError) -> Contents {
        let first = try header()
        guard first.version >= UInt8(ascii: "2") else { throw .oldVersion }
        try skip(first.length(ofTimes: 4))
        let header = try header()
        guard header.typeCount > 0 else { throw .damaged }
        var contents = Contents()
        for _ in 0..<header.timeCount {
            let time = Int64(bitPattern: try number(octetCount: 8))
            guard contents.transitions.last.map({ $0 < time }) ?? true else { throw .damaged }
            contents.transitions.append(time)
        }
        var types: [Int] = []
        for _ in 0..<header.timeCount { types.append(Int(try number(octetCount: 1))) }
        var offsets: [Int32] = []
        for _ in 0..<header.typeCount {
            let offset = Int32(bitPattern: UInt32(truncatingIfNeeded: try number(octetCount: 4)))
            guard abs(Int64(offset)) < 86_400 * 2 else { throw .damaged }
            offsets.append(offset)
            try skip(2)
        }
        guard types.allSatisfy({ $0 < offsets.count }) else { throw .damaged }
        contents.offsets = types.map { offsets[$0] }
        contents.earliestOffset = offsets[0]
        try skip(header.characterCount + header.leapCount * 12 + header.isStandardCount + header.isUTCount)
        contents.footer = try footer()
        return contents
    }

    private mutating func header() throws(TimeZoneFileError) -> Header {
        guard octets.count - position >= 44 else { throw position == 0 ? .notTimeZoneFile : .damaged }
        guard octets[position..<position + 4].elementsEqual("TZif".utf8) else {
            throw position == 0 ? .notTimeZoneFile : .damaged
        }
        let version = octets[position + 4]
        position += 20
        var counts: [Int] = []
        for _ in 0..<6 {
            let count = Int(try number(octetCount: 4))
            guard count <= Self.maximumCount else { throw .damaged }
            counts.append(count)
        }
        return Header(
            version: version, isUTCount: counts[0], isStandardCount: counts[1], leapCount: counts[2], timeCount: counts[3],
            typeCount: counts[4], characterCount: counts[5])
    }

    /// The text between the two line feeds at the end; nil when it is empty.
    private mutating func footer() throws(TimeZoneFileError) -> String? {
        guard position < octets.count, octets[position] == UInt8(ascii: "\n"),
            let end = octets[(position + 1)...].firstIndex(of: UInt8(ascii: "\n"))
        else { throw .damaged }
        let text = String(decoding: octets[position + 1..<end], as: UTF8.self)
        return text.isEmpty ? nil : text
    }

    private mutating func number(octetCount: Int) throws(TimeZoneFileError) -> UInt64 {
        guard octets.count - position >= octetCount else { throw .damaged }
        defer { position += octetCount }
        return octets[position..<position + octetCount].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func skip(_ count: Int) throws(TimeZoneFileError) {
        guard octets.count - position >= count else { throw .damaged }
        position += count
    }
}
