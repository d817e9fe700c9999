// SPDX-License-Identifier: Apache-2.0

/// RTF as Outlook compresses it ([MS-OXRTFCP]): LZ77 over a ring of 4,096 octets that begins with what RTF usually begins with.
enum CompressedRichText {
    private static let ringSize = 4_096
    /// §2.1.2.1.
    private static let preset =
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial"
        + "Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
    /// What is unpacked at most, in octets; nine octets can become a hundred and thirty-six.
    private static let maximumOctets = 64 << 20

    /// The RTF, as far as it can be unpacked; nil where it is none.
    static func octets(_ packed: [UInt8]) -> [UInt8]? {
        guard packed.count >= 16 else { return nil }
        switch packed[8..<12] {
        case [0x4D, 0x45, 0x4C, 0x41]: return Array(packed[16...])
        case [0x4C, 0x5A, 0x46, 0x75]: return unpacked(packed[16...])
        default: return nil
        }
    }

    private static func unpacked(_ packed: ArraySlice<UInt8>) -> [UInt8] {
        var ring = Array(preset.utf8)
        var place = ring.count
        ring += [UInt8](repeating: 0, count: ringSize - ring.count)
        var output: [UInt8] = []
        var at = packed.startIndex
        while at < packed.endIndex, output.count < maximumOctets {
            let control = packed[at]
            at += 1
            for bit in 0..<8 {
                guard at < packed.endIndex else { return output }
                if control >> bit & 1 == 0 {
                    put(packed[at], &output, &ring, &place)
                    at += 1
                    continue
                }
                guard at + 1 < packed.endIndex else { return output }
                let reference = Int(packed[at]) << 8 | Int(packed[at + 1])
                at += 2
                let start = reference >> 4
                // A reference to the place being written ends the text.
                if start == place { return output }
                for step in 0..<(reference & 0xf) + 2 { put(ring[(start + step) % ringSize], &output, &ring, &place) }
            }
        }
        return output
    }

    private static func put(_ octet: UInt8, _ output: inout [UInt8], _ ring: inout [UInt8], _ place: inout Int) {
        output.append(octet)
        ring[place] = octet
        place = (place + 1) % ringSize
    }
}
