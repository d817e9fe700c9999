// SPDX-License-Identifier: Apache-2.0

/// What an octet of text asks of the writer.
enum TextOctet: UInt8 {
    /// Written as it stands.
    case plain
    /// White space that collapses.
    case blank
    /// Not shown.
    case control
    /// May begin a character that is not written as it stands: no-break space, soft hyphen, zero-width filler.
    case lead

    private static let kinds: InlineArray<256, TextOctet> = InlineArray { index in
        switch UInt8(index) {
        case 0x20, 0x09, 0x0a, 0x0c, 0x0d: .blank
        case 0x00..<0x20, 0x7f: .control
        case 0xc2, 0xcd, 0xe2, 0xef: .lead
        default: .plain
        }
    }

    @inline(__always)
    static func kind(of octet: UInt8) -> TextOctet { kinds[Int(octet)] }
}
