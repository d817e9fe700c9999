// SPDX-License-Identifier: Apache-2.0

/// Writes zip files for tests: stored members, and one deflated member of any length that is one octet repeated.
struct ZipWriter {
    private(set) var octets: [UInt8] = []
    private var directory: [UInt8] = []
    private var members = 0

    mutating func add(_ name: String, _ content: [UInt8]) {
        add(name, packed: content, method: 0, size: content.count, crc: Self.crc(content))
    }

    mutating func add(_ name: String, packed: [UInt8], method: Int, size: Int, crc: UInt32) {
        let raw = Array(name.utf8)
        let start = octets.count
        let common =
            Self.little(20, 2) + Self.little(0x800, 2) + Self.little(method, 2) + Self.little(0, 4)
            + Self.little(Int(crc), 4)
            + Self.little(packed.count, 4) + Self.little(size, 4) + Self.little(raw.count, 2)
            + Self.little(0, 2)
        octets += [0x50, 0x4B, 3, 4] + common + raw + packed
        directory += [0x50, 0x4B, 1, 2] + Self.little(20, 2) + common
        directory +=
            Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
            + Self.little(start, 4) + raw
        members += 1
    }

    func finished() -> [UInt8] {
        octets + directory + [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(members, 2)
            + Self.little(members, 2)
            + Self.little(directory.count, 4) + Self.little(octets.count, 4) + Self.little(0, 2)
    }

    static func archive(_ members: [(String, [UInt8])]) -> [UInt8] {
        var writer = ZipWriter()
        for (name, content) in members { writer.add(name, content) }
        return writer.finished()
    }

    static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
        }
    }

    static func crc(_ octets: [UInt8]) -> UInt32 {
        ~octets.reduce(0xFFFF_FFFF) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}

/// Raw deflate (RFC 1951) with fixed codes, for one thing: a prefix, and its last octet again and again, 258 at a time.
struct Deflated {
    private var bits = 0
    private var count = 0
    private(set) var octets: [UInt8] = []

    /// - Returns: the packed octets of `head`, then `repeats` times 258 of its last octet, then `tail`.
    static func run(_ head: [UInt8], repeats: Int, tail: [UInt8] = []) -> [UInt8] {
        var writer = Deflated()
        writer.put(1, 1)
        writer.put(1, 2)
        for octet in head { writer.literal(octet) }
        for _ in 0..<repeats {
            // Length 258 is code 285 = 11000101; distance 1 is code 0 of five bits.
            writer.code(0b1100_0101, 8)
            writer.code(0, 5)
        }
        for octet in tail { writer.literal(octet) }
        writer.code(0, 7)
        writer.put(0, 7)
        return writer.octets
    }

    private mutating func literal(_ octet: UInt8) {
        if octet < 144 { code(0x30 + Int(octet), 8) } else { code(0x190 + Int(octet) - 144, 9) }
    }

    /// Codes go most significant bit first.
    private mutating func code(_ value: Int, _ length: Int) {
        for place in (0..<length).reversed() { put(value >> place & 1, 1) }
    }

    private mutating func put(_ value: Int, _ length: Int) {
        bits |= value << count
        count += length
        while count >= 8 {
            octets.append(UInt8(bits & 0xff))
            bits >>= 8
            count -= 8
        }
    }
}
