// SPDX-License-Identifier: Apache-2.0

/// The spelling of mailbox names in IMAP4rev1 (RFC 3501 §5.1.3): printable ASCII stands for itself, `&` is `&-`, all else is
/// UTF-16 in base64 with `,` for `/`, between `&` and `-`.
package enum ModifiedUTF7 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8)

    package static func encode(_ name: String) -> [UInt8] {
        var octets: [UInt8] = []
        var foreign: [UInt16] = []
        for scalar in name.unicodeScalars {
            guard (0x20...0x7E).contains(scalar.value) else {
                foreign.append(contentsOf: String(scalar).utf16)
                continue
            }
            flush(&foreign, to: &octets)
            octets.append(UInt8(scalar.value))
            if scalar == "&" { octets.append(UInt8(ascii: "-")) }
        }
        flush(&foreign, to: &octets)
        return octets
    }

    /// The name; octets that are not modified UTF-7 are read as UTF-8, which IMAP4rev2 servers send.
    package static func decode(_ octets: [UInt8]) -> String {
        var units: [UInt16] = []
        var offset = 0
        while offset < octets.count {
            let octet = octets[offset]
            guard octet < 0x80 else { return String(decoding: octets, as: UTF8.self) }
            offset += 1
            guard octet == UInt8(ascii: "&") else {
                units.append(UInt16(octet))
                continue
            }
            guard let end = octets[offset...].firstIndex(of: UInt8(ascii: "-")), let found = decodeShifted(octets[offset..<end])
            else {
                return String(decoding: octets, as: UTF8.self)
            }
            units.append(contentsOf: end == offset ? [UInt16(UInt8(ascii: "&"))] : found)
            offset = end + 1
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func flush(_ foreign: inout [UInt16], to octets: inout [UInt8]) {
        guard !foreign.isEmpty else { return }
        octets.append(UInt8(ascii: "&"))
        var bits: UInt32 = 0
        var count = 0
        for unit in foreign {
            bits = bits << 16 | UInt32(unit)
            count += 16
            while count >= 6 {
                count -= 6
                octets.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
            bits &= (1 << UInt32(count)) - 1
        }
        if count > 0 { octets.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
        octets.append(UInt8(ascii: "-"))
        foreign.removeAll()
    }

    private static func decodeShifted(_ octets: ArraySlice<UInt8>) -> [UInt16]? {
        var units: [UInt16] = []
        var bits: UInt32 = 0
        var count = 0
        for octet in octets {
            guard let value = alphabet.firstIndex(of: octet) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 16 else { continue }
            count -= 16
            units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
            bits &= (1 << UInt32(count)) - 1
        }
        return units
    }
}
