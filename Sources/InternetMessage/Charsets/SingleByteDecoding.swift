// SPDX-License-Identifier: Apache-2.0

extension SingleByteCharset {
    /// For each charset and octet: its UTF-8 octets in the lower three, their number in the upper one.
    private static let tables: [SingleByteCharset: [UInt32]] = {
        var tables: [SingleByteCharset: [UInt32]] = [:]
        for charset in allCases { tables[charset] = makeTable(charset) }
        return tables
    }()

    private static func makeTable(_ charset: SingleByteCharset) -> [UInt32] {
        var table = (0..<128).map { UInt32($0) | 1 << 24 }
        for scalar in charset.upperHalf.unicodeScalars {
            var entry: UInt32 = 0
            var place: UInt32 = 0
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                entry |= UInt32(unit) << place
                place += 8
            }
            table.append(entry | (place / 8) << 24)
        }
        return table
    }

    /// The character of each of the octets 128…255.
    package var upperScalars: [Unicode.Scalar] { Array(upperHalf.unicodeScalars) }

    func utf8(of octets: Span<UInt8>) -> [UInt8] {
        guard octets.hasHighOctet(in: 0..<octets.count), let table = Self.tables[self] else {
            return octets.copy(0..<octets.count)
        }
        // Room for the worst case and for the last store, which is four octets wide.
        return unsafe [UInt8](unsafeUninitializedCapacity: octets.count * 3 + 8) { target, written in
            unsafe octets.withUnsafeBufferPointer { source in
                unsafe table.withUnsafeBufferPointer { table in
                    written = unsafe Self.convert(source, table, target)
                }
            }
        }
    }

    private static func convert(
        _ source: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt32>,
        _ target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        guard let input = source.baseAddress, let table = table.baseAddress,
            let output = target.baseAddress
        else { return 0 }
        let raw = unsafe UnsafeRawPointer(input)
        let sink = UnsafeMutableRawPointer(output)
        let count = source.count
        var at = 0
        var to = 0
        while at < count {
            if at &+ 8 <= count {
                let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    unsafe sink.storeBytes(of: word, toByteOffset: to, as: UInt64.self)
                    at &+= 8
                    to &+= 8
                    continue
                }
            }
            let end = min(count, at &+ 8)
            while at < end {
                let entry = unsafe table[Int(input[at])]
                unsafe sink.storeBytes(of: entry.littleEndian, toByteOffset: to, as: UInt32.self)
                at &+= 1
                to &+= Int(entry &>> 24)
            }
        }
        return to
    }
}
