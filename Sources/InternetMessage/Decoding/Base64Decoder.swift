// SPDX-License-Identifier: Apache-2.0

/// Decodes base64 (RFC 2045 §6.8) run by run, with what is left of a group carried over.
///
/// Octets outside the alphabet are passed over; data may go on behind padding in whole groups, as in joined files.
struct Base64Decoder {
    /// Groups of four letters share one look-up each: the table of a place holds the letter's bits where they belong
    /// in the little-endian word of three octets. ``invalid`` marks octets outside the alphabet.
    private static let invalid: UInt32 = 0x0100_0000
    private static let tables: [UInt32] = makeTables()

    private var bits: UInt32 = 0
    private var letters = 0
    private var isPadded = false
    /// Octets outside the alphabet, line ends and padding apart, or a cut group.
    private(set) var isDamaged = false

    private static func makeTables() -> [UInt32] {
        var tables = [UInt32](repeating: invalid, count: 1024)
        for value in 0..<64 {
            let letter = Int(alphabet[value])
            let bits = UInt32(value)
            tables[letter] = bits << 2
            tables[256 + letter] = (bits >> 4) | ((bits & 0xF) << 12)
            tables[512 + letter] = ((bits >> 2) << 8) | ((bits & 3) << 22)
            tables[768 + letter] = bits << 16
        }
        return tables
    }

    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Whether the first line of `body` can be base64. Prose under the name of base64, which is shown as it is, begins with an octet
    /// outside the alphabet or has some more of them, and more than one in ten; blanks and padding do not count.
    static func isPlausible(_ body: Span<UInt8>) -> Bool {
        var (letters, others) = (0, 0)
        var beginsOutside = false
        for offset in 0..<min(body.count, 1_000) {
            let octet = body[offset]
            if octet == .lineFeed || octet == .carriageReturn {
                if letters + others > 0 { break }
            } else if octet.isDigit || (octet | 0x20 >= 0x61 && octet | 0x20 <= 0x7A) || octet == 0x2B || octet == 0x2F {
                letters += 1
            } else if !octet.isBlank, octet != 0x3D {
                if letters == 0 { beginsOutside = true }
                others += 1
            }
        }
        return others * 10 <= letters || !(beginsOutside || others > 2)
    }

    /// Octets that decoding `count` more letters can need, with room for the fast path's last store.
    static func capacity(for count: Int) -> Int { count / 4 * 3 + 8 }

    /// Decodes `source` behind `written` octets of `target`, which must have ``capacity(for:)`` more.
    mutating func decode(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>, written: inout Int
    ) {
        guard let input = source.baseAddress, let output = target.baseAddress else { return }
        let count = source.count
        precondition(target.count - written >= Self.capacity(for: count))
        unsafe Self.tables.withUnsafeBufferPointer { tables in
            guard let table = tables.baseAddress else { return }
            var offset = 0
            while offset < count {
                if letters == 0 {
                    unsafe Self.decodeGroups(input, count, &offset, output, &written, table)
                    guard offset < count else { return }
                }
                let octet = unsafe input[offset]
                offset += 1
                if octet == .lineFeed || octet == .carriageReturn { continue }
                unsafe step(octet, value: table[768 + Int(octet)], output, &written)
            }
        }
    }

    /// Whole groups from `offset` on, line by line, until something else than a letter or a line end comes.
    private static func decodeGroups(
        _ input: UnsafePointer<UInt8>, _ count: Int, _ offset: inout Int,
        _ output: UnsafeMutablePointer<UInt8>, _ written: inout Int, _ table: UnsafePointer<UInt32>
    ) {
        var at = offset
        var to = written
        while at &+ 4 <= count {
            let word = unsafe UInt32(
                littleEndian: UnsafeRawPointer(input + at).loadUnaligned(as: UInt32.self))
            let group =
                unsafe table[Int(word & 0xFF)] | table[256 &+ Int((word &>> 8) & 0xFF)]
                | table[512 &+ Int((word &>> 16) & 0xFF)] | table[768 &+ Int(word &>> 24)]
            if group >= invalid {
                // A line end between groups is the usual case; anything else goes the slow way.
                if word & 0xFFFF == 0x0A0D {
                    at &+= 2
                } else if word & 0xFF == 0x0A {
                    at &+= 1
                } else {
                    break
                }
                continue
            }
            // Four octets are stored, three count: capacity(for:) has the room.
            unsafe UnsafeMutableRawPointer(output + to).storeBytes(of: group.littleEndian, as: UInt32.self)
            at &+= 4
            to &+= 3
        }
        offset = at
        written = to
    }

    private mutating func step(
        _ octet: UInt8, value: UInt32, _ output: UnsafeMutablePointer<UInt8>, _ written: inout Int
    ) {
        if octet == 0x3D {
            isPadded = true
            unsafe flush(output, &written)
        } else if value >= Self.invalid {
            if !octet.isBlank { isDamaged = true }
        } else {
            bits = bits << 6 | value >> 16
            letters += 1
            if letters == 4 { unsafe flush(output, &written) }
        }
    }

    /// Writes the whole octets of the group at hand.
    private mutating func flush(_ output: UnsafeMutablePointer<UInt8>, _ written: inout Int) {
        let octets = letters * 6 / 8
        if letters == 1 { isDamaged = true }
        let aligned = bits << UInt32((4 - letters) * 6)
        for place in 0..<octets {
            unsafe output[written] = UInt8(truncatingIfNeeded: aligned >> UInt32(16 - 8 * place))
            written += 1
        }
        bits = 0
        letters = 0
    }

    /// Writes what a group without its padding still holds.
    mutating func finish(_ target: UnsafeMutableBufferPointer<UInt8>, written: inout Int) {
        guard let output = target.baseAddress, letters > 0 else { return }
        isDamaged = true
        // Behind padding only whole groups count: the rest is a word somebody added.
        guard !isPadded else { return }
        unsafe flush(output, &written)
    }
}
