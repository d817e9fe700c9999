// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct MediaTypeSnifferTests {
    private struct Sample: CustomTestStringConvertible {
        let name: String
        let octets: [UInt8]
        let mediaType: String?
        var testDescription: String { name }

        init(_ name: String, _ octets: [UInt8], _ mediaType: String?) {
            (self.name, self.octets, self.mediaType) = (name, octets, mediaType)
        }

        init(_ name: String, _ text: String, _ mediaType: String?) { self.init(name, Array(text.utf8), mediaType) }
    }

    private static func member(_ name: String, _ content: String = "", method: UInt8 = 0) -> [UInt8] {
        var octets: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, method, 0] + [UInt8](repeating: 0, count: 8)
        let size = content.utf8.count
        for _ in 0..<2 { octets += [UInt8(size & 255), UInt8(size >> 8), 0, 0] }
        return octets + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8) + Array(content.utf8)
    }

    private static func ole(_ stream: String) -> [UInt8] {
        var octets: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        octets[30] = 9
        octets[48] = 1
        octets += [UInt8](repeating: 0, count: 512 + 128)
        var name: [UInt8] = []
        for letter in stream.utf8 { name += [letter, 0] }
        name += [0, 0]
        octets += name
        octets += [UInt8](repeating: 0, count: 64 - name.count)
        octets += [UInt8(name.count), 0]
        return octets + [UInt8](repeating: 0, count: 512)
    }

    private static let office = "application/vnd.openxmlformats-officedocument."
    private static let samples: [Sample] = [
        Sample("pdf", "%PDF-1.7\n", "application/pdf"),
        Sample("zip", member("a.txt", "x"), "application/zip"),
        Sample(
            "docx", member("[Content_Types].xml", "x", method: 8) + member("word/document.xml"),
            office + "wordprocessingml.document"),
        Sample("xlsx", member("_rels/.rels") + member("xl/workbook.xml"), office + "spreadsheetml.sheet"),
        Sample("pptx", member("docProps/app.xml") + member("ppt/presentation.xml"), office + "presentationml.presentation"),
        Sample("folder named word", member("word/a.txt"), "application/zip"),
        Sample(
            "odt", member("mimetype", "application/vnd.oasis.opendocument.text") + member("x"),
            "application/vnd.oasis.opendocument.text"),
        Sample("asice", member("mimetype", "application/vnd.etsi.asic-e+zip"), "application/vnd.etsi.asic-e+zip"),
        Sample("asics", member("mimetype", "application/vnd.etsi.asic-s+zip"), "application/vnd.etsi.asic-s+zip"),
        Sample("epub", member("mimetype", "application/epub+zip"), "application/epub+zip"),
        Sample("mimetype of another kind", member("mimetype", "text/html"), "application/zip"),
        Sample("doc", ole("WordDocument"), "application/msword"),
        Sample("xls", ole("Workbook"), "application/vnd.ms-excel"),
        Sample("other ole", ole("Other"), "application/x-ole-storage"),
        Sample("rtf", "{\\rtf1", "application/rtf"),
        Sample("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        Sample("jpeg", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
        Sample("webp", "RIFF1234WEBP", "image/webp"),
        Sample("heic", [0, 0, 0, 24] + Array("ftypheic".utf8), "image/heic"),
        Sample("mov", [0, 0, 0, 24] + Array("ftypqt  ".utf8), "video/quicktime"),
        Sample("mp4", [0, 0, 0, 24] + Array("ftypisom".utf8), "video/mp4"),
        Sample("mp3", [0xFF, 0xFB, 0x90, 0x64], "audio/mpeg"),
        Sample("svg", "\u{FEFF} <?xml version='1.0'?><!-- a -->\n<svg xmlns='x'/>", "image/svg+xml"),
        Sample("xml", "<?xml version='1.0'?><a/>", "application/xml"),
        Sample("html", "  <!DOCTYPE html><p>", "text/html"),
        Sample(
            "signature", [0x30, 0x82, 1, 2, 6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2], "application/pkcs7-signature"),
        Sample("signature as text", "-----BEGIN PKCS7-----\n", "application/pkcs7-signature"),
        Sample("tnef", [0x78, 0x9F, 0x3E, 0x22], "application/vnd.ms-tnef"),
        Sample("program", Array("MZ".utf8) + [0x90, 0, 3], "application/vnd.microsoft.portable-executable"),
        Sample("elf", [0x7F, 0x45, 0x4C, 0x46], "application/x-elf"),
        Sample("letter", "Received: from a\r\n by b\r\nSubject: x\r\n\r\n", "message/rfc822"),
        Sample("text", "Шановний голово,\r\n", "text/plain"),
        Sample("text of two letters", "MZ", "text/plain"),
        Sample("control character", "abc\u{1}", nil),
        Sample("windows-1251", [0xCF, 0xF0, 0xE8], nil),
        Sample("nothing", [], nil),
    ]

    @Test(arguments: samples)
    private func filesAreKnownByTheirFirstOctets(_ sample: Sample) {
        #expect(MediaTypeSniffer.mediaType(of: sample.octets.span) == sample.mediaType)
    }

    @Test func everyPrefixOfEverySampleIsReadWithoutATrap() {
        for sample in Self.samples {
            for end in 0...sample.octets.count { _ = MediaTypeSniffer.mediaType(of: Array(sample.octets[..<end]).span) }
        }
    }

    @Test func aCharacterCutAtTheEndOfTheHeadIsNoReasonToDoubt() {
        let text = Array(("x" + String(repeating: "ї", count: 4_000)).utf8)
        #expect(MediaTypeSniffer.mediaType(of: text.span) == "text/plain")
    }
}
