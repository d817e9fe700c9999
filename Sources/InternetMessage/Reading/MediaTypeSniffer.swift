// SPDX-License-Identifier: Apache-2.0

/// What a file is by its first octets, whatever its name and its label say.
package enum MediaTypeSniffer {
    /// Octets looked at, at most.
    package static let maximumOctets = 4_096

    /// The media type of a file that begins with `head`, or nil where the octets do not tell. Only the first 4,096 octets count;
    /// a shorter head is taken for the whole file. `application/zip` and `application/x-ole-storage` stand for containers whose kind
    /// is not seen in the head.
    package static func mediaType(of head: Span<UInt8>) -> String? {
        let octets = head.copy(0..<min(head.count, maximumOctets))
        guard !octets.isEmpty else { return nil }
        if octets.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ZipHead.mediaType(octets) }
        if octets.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return "application/zip" }
        if octets.starts(with: OleHead.signature) { return OleHead.mediaType(octets) }
        for signature in Signature.all where signature.matches(octets) { return signature.mediaType }
        return container(octets) ?? program(octets) ?? signedData(octets) ?? TextHead.mediaType(octets)
    }

    /// Formats whose first octets name a frame and whose kind stands behind it.
    private static func container(_ octets: [UInt8]) -> String? {
        if octets.starts(with: "RIFF".utf8), octets.count >= 12 {
            switch String(decoding: octets[8..<12], as: UTF8.self) {
            case "WEBP": return "image/webp"
            case "WAVE": return "audio/wav"
            case "AVI ": return "video/x-msvideo"
            default: return nil
            }
        }
        if octets.count >= 12, octets[4..<8].elementsEqual("ftyp".utf8) {
            return brands[String(decoding: octets[8..<12], as: UTF8.self)] ?? "video/mp4"
        }
        if octets.count >= 26, octets.starts(with: "BM".utf8), octets[6..<10].allSatisfy({ $0 == 0 }),
            [12, 40, 52, 56, 64, 108, 124].contains(octets[14]), octets[15..<18].allSatisfy({ $0 == 0 })
        {
            return "image/bmp"
        }
        // A frame of layer III whose bit rate and sampling rate exist.
        if octets.count >= 4, octets[0] == 0xFF, octets[1] & 0xE6 == 0xE2, octets[1] & 0x18 != 0x08,
            octets[2] >> 4 != 0, octets[2] >> 4 != 15, octets[2] & 0x0C != 0x0C
        {
            return "audio/mpeg"
        }
        return nil
    }

    private static let brands = [
        "heic": "image/heic", "heix": "image/heic", "hevc": "image/heic", "heim": "image/heic", "heis": "image/heic",
        "mif1": "image/heif", "msf1": "image/heif", "avif": "image/avif", "avis": "image/avif", "qt  ": "video/quicktime",
        "M4A ": "audio/mp4", "M4B ": "audio/mp4", "3gp4": "video/3gpp", "3gp5": "video/3gpp", "3gp6": "video/3gpp",
    ]

    /// Programs of DOS and Windows. Text may begin with the same two letters, so a NUL must follow somewhere in the first header.
    private static func program(_ octets: [UInt8]) -> String? {
        guard octets.starts(with: "MZ".utf8), octets.prefix(64).contains(0) else { return nil }
        return "application/vnd.microsoft.portable-executable"
    }

    /// CMS signed data (RFC 5652 §5): a sequence that begins with the object identifier 1.2.840.113549.1.7.2.
    private static func signedData(_ octets: [UInt8]) -> String? {
        for label in ["-----BEGIN PKCS7-----", "-----BEGIN CMS-----"] where octets.starts(with: label.utf8) {
            return "application/pkcs7-signature"
        }
        guard octets.count > 2, octets[0] == 0x30 else { return nil }
        let lengthOctets = octets[1] < 0x80 ? 0 : Int(octets[1] & 0x7F)
        guard lengthOctets <= 4 else { return nil }
        let identifier: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
        return octets.dropFirst(2 + lengthOctets).starts(with: identifier) ? "application/pkcs7-signature" : nil
    }
}

/// Octets at the very start that stand for one format.
private struct Signature {
    let octets: [UInt8]
    let mediaType: String

    init(_ octets: [UInt8], _ mediaType: String) {
        self.octets = octets
        self.mediaType = mediaType
    }

    init(_ text: StaticString, _ mediaType: String) {
        self.init(Array("\(text)".utf8), mediaType)
    }

    func matches(_ head: [UInt8]) -> Bool { head.starts(with: octets) }

    static let all: [Signature] = [
        Signature("%PDF-", "application/pdf"),
        Signature([0xEF, 0xBB, 0xBF, 0x25, 0x50, 0x44, 0x46, 0x2D], "application/pdf"),
        Signature("%!PS", "application/postscript"),
        Signature("{\\rtf", "application/rtf"),
        Signature([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        Signature([0xFF, 0xD8, 0xFF], "image/jpeg"),
        Signature("GIF87a", "image/gif"),
        Signature("GIF89a", "image/gif"),
        Signature([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        Signature([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        Signature([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "application/vnd.rar"),
        Signature([0x1F, 0x8B, 0x08], "application/gzip"),
        Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "application/x-xz"),
        Signature([0x78, 0x9F, 0x3E, 0x22], "application/vnd.ms-tnef"),
        Signature([0x7F, 0x45, 0x4C, 0x46], "application/x-elf"),
        Signature([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], "application/x-ms-shortcut"),
        Signature([0x49, 0x44, 0x33, 0x02], "audio/mpeg"),
        Signature([0x49, 0x44, 0x33, 0x03], "audio/mpeg"),
        Signature([0x49, 0x44, 0x33, 0x04], "audio/mpeg"),
        Signature("OggS", "application/ogg"),
    ]
}
