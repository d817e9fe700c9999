// SPDX-License-Identifier: Apache-2.0

/// Encodes base64 (RFC 2045 §6.8), six octets by one word of the machine.
enum Base64Encoder {
    /// Groups of three octets on a line of 76.
    static let groupsOfLine = 19
    /// The two letters of twelve bits, in the order they stand in memory.
    private static let pairs: [UInt16] = (0..<4_096).map {
        UInt16(Base64Decoder.alphabet[$0 >> 6]) | UInt16(Base64Decoder.alphabet[$0 & 63]) << 8
    }

    /// Octets that `count` octets take, in lines of `lineGroups` groups with a CRLF behind each, or in no lines.
    static func encodedCount(_ count: Int, lineGroups: Int? = groupsOfLine) -> Int {
        let letters = (count + 2) / 3 * 4
        guard let lineGroups else { return letters }
        let lineOctets = lineGroups * 4
        return letters + (letters + lineOctets - 1) / lineOctets * 2
    }

    /// Appends `octets` encoded.
    static func append(_ octets: [UInt8], to result: inout [UInt8], lineGroups: Int? = groupsOfLine) {
        guard !octets.isEmpty else { return }
        let capacity = encodedCount(octets.count, lineGroups: lineGroups)
        // Uninitialised: filling twenty megabytes with zeros first costs as much as encoding them.
        result += unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
            unsafe octets.withUnsafeBufferPointer { source in
                guard let input = source.baseAddress, let output = target.baseAddress else { return }
                unsafe encode(input, source.count, output, lineOctets: lineGroups.map { $0 * 3 })
                written = capacity
            }
        }
    }

    private static func encode(
        _ input: UnsafePointer<UInt8>, _ count: Int, _ output: UnsafeMutablePointer<UInt8>, lineOctets: Int?
    ) {
        unsafe pairs.withUnsafeBufferPointer { pairs in
            guard let table = pairs.baseAddress else { return }
            var at = 0
            var to = 0
            while at < count {
                let end = min(count, at &+ (lineOctets ?? count))
                // Eight octets are loaded, six count: the load stays inside the input.
                while at &+ 6 <= end, at &+ 8 <= count {
                    let word = unsafe UInt64(bigEndian: UnsafeRawPointer(input + at).loadUnaligned(as: UInt64.self))
                    let first = unsafe UInt64(table[Int(word &>> 52)]) | UInt64(table[Int(word &>> 40 & 0xFFF)]) &<< 16
                    let last = unsafe UInt64(table[Int(word &>> 28 & 0xFFF)]) | UInt64(table[Int(word &>> 16 & 0xFFF)]) &<< 16
                    unsafe UnsafeMutableRawPointer(output + to).storeBytes(
                        of: (first | last &<< 32).littleEndian, as: UInt64.self)
                    at &+= 6
                    to &+= 8
                }
                while at < end {
                    unsafe encodeGroup(input + at, min(3, end - at), output + to)
                    at &+= 3
                    to &+= 4
                }
                if lineOctets != nil {
                    unsafe output[to] = .carriageReturn
                    unsafe output[to &+ 1] = .lineFeed
                    to &+= 2
                }
            }
        }
    }

    /// One group of one to three octets, padded.
    private static func encodeGroup(_ input: UnsafePointer<UInt8>, _ count: Int, _ output: UnsafeMutablePointer<UInt8>) {
        let second = unsafe count > 1 ? Int(input[1]) : 0
        let third = unsafe count > 2 ? Int(input[2]) : 0
        let bits = unsafe Int(input[0]) << 16 | second << 8 | third
        unsafe output[0] = Base64Decoder.alphabet[bits >> 18]
        unsafe output[1] = Base64Decoder.alphabet[bits >> 12 & 63]
        unsafe output[2] = count > 1 ? Base64Decoder.alphabet[bits >> 6 & 63] : 0x3D
        unsafe output[3] = count > 2 ? Base64Decoder.alphabet[bits & 63] : 0x3D
    }
}
