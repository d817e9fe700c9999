// SPDX-License-Identifier: Apache-2.0
import InternetMessage

/// What a file is read as.
enum DocumentKind {
    case word, spreadsheet, presentation, openDocument, richText, portable
    case oldWord, oldWorkbook, oldSlides, encryptedOffice
    case plainText, html, markup, message, transport, signed, signatureContainer
    case archive(ArchiveFormat)
    case picture
    /// Neither text nor a container.
    case other

    /// Judges by the octets first, then by what the letter and the name say.
    static func judge(_ octets: FileOctets, name: String, mediaType: String) -> (kind: DocumentKind, mediaType: String) {
        let sniffed = octets.withSpan { MediaTypeSniffer.mediaType(of: $0) ?? Self.sniffed($0) }
        let ending = ending(of: name)
        if ["p7s", "p7m"].contains(ending), sniffed == nil || sniffed == "text/plain" || sniffed == "application/pkcs7-signature"
        {
            return (.signed, "application/pkcs7-signature")
        }
        let type =
            sniffed ?? (mediaType == "application/octet-stream" || mediaType.isEmpty ? endings[ending] : mediaType) ?? mediaType
        if type == "application/x-ole-storage" || oldOfficeTypes.contains(type) { return oldOffice(octets, type) }
        if type == "text/plain", ending == "eml" || mediaType == "message/rfc822" { return (.message, "message/rfc822") }
        return (kind(of: type), type.isEmpty ? "application/octet-stream" : type)
    }

    static func kind(of type: String) -> DocumentKind {
        if let kind = kinds[type] { return kind }
        if type.hasPrefix("application/vnd.oasis.opendocument.") { return .openDocument }
        if let format = ArchiveFormat(mediaType: type) { return .archive(format) }
        if type.hasPrefix("image/") { return .picture }
        if type.hasPrefix("text/") { return .plainText }
        if type.hasSuffix("+xml") { return .markup }
        return .other
    }

    private static let office = "application/vnd.openxmlformats-officedocument."

    private static let kinds: [String: DocumentKind] = [
        office + "wordprocessingml.document": .word, office + "wordprocessingml.template": .word,
        "application/vnd.ms-word.document.macroenabled.12": .word, office + "spreadsheetml.sheet": .spreadsheet,
        "application/vnd.ms-excel.sheet.macroenabled.12": .spreadsheet, office + "presentationml.presentation": .presentation,
        "application/vnd.ms-powerpoint.presentation.macroenabled.12": .presentation, "application/rtf": .richText,
        "text/rtf": .richText, "application/pdf": .portable, "text/html": .html, "application/xhtml+xml": .html,
        "application/xml": .markup, "text/xml": .markup, "message/rfc822": .message, "message/global": .message,
        "application/vnd.ms-tnef": .transport, "application/ms-tnef": .transport, "application/pkcs7-signature": .signed,
        "application/pkcs7-mime": .signed, "application/x-pkcs7-signature": .signed,
        "application/vnd.etsi.asic-e+zip": .signatureContainer, "application/vnd.etsi.asic-s+zip": .signatureContainer,
    ]

    private static let endings = [
        "txt": "text/plain", "csv": "text/csv", "log": "text/plain", "htm": "text/html", "html": "text/html",
        "rtf": "application/rtf",
        "eml": "message/rfc822", "xml": "application/xml", "tar": "application/x-tar",
    ]

    private static func ending(of name: String) -> String {
        let pieces = name.split(separator: ".")
        return pieces.count > 1 ? pieces[pieces.count - 1].lowercased() : ""
    }

    /// Kinds the sniffer of mail leaves to others.
    private static func sniffed(_ octets: Span<UInt8>) -> String? {
        guard octets.count >= 4 else { return nil }
        if octets[0] == 0x42, octets[1] == 0x5A, octets[2] == 0x68, (0x31...0x39).contains(octets[3]) {
            return "application/x-bzip2"
        }
        if octets.count >= 262, octets.octets(in: 257..<262) == Array("ustar".utf8) { return "application/x-tar" }
        return nil
    }

    // MARK: Containers whose head does not tell

    private static let oldOfficeTypes: Set<String> = [
        "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.ms-outlook",
    ]

    /// An OLE file by the names of its streams, wherever its directory lies. A document under a password is one stream of its own.
    private static func oldOffice(_ octets: FileOctets, _ type: String) -> (DocumentKind, String) {
        octets.withSpan { span in
            guard span.count > 8, span[0] == 0xD0, span[1] == 0xCF else { return (kind(of: type), type) }
            let names = StreamNames.found(in: span)
            if names.contains("EncryptedPackage") { return (.encryptedOffice, "application/x-ole-storage") }
            if names.contains("__properties_version1.0") { return (.other, "application/vnd.ms-outlook") }
            if names.contains("WordDocument") { return (.oldWord, "application/msword") }
            if names.contains("PowerPoint Document") { return (.oldSlides, "application/vnd.ms-powerpoint") }
            if names.contains("Workbook") || names.contains("Book") { return (.oldWorkbook, "application/vnd.ms-excel") }
            return (.other, type)
        }
    }

    /// A zip file by the names of its members.
    static func ofZip(_ names: Set<String>) -> (kind: DocumentKind, mediaType: String)? {
        if names.contains("[Content_Types].xml") {
            if names.contains("word/document.xml") || names.contains("word/document2.xml") {
                return (.word, office + "wordprocessingml.document")
            }
            if names.contains("xl/workbook.xml") { return (.spreadsheet, office + "spreadsheetml.sheet") }
            if names.contains("ppt/presentation.xml") { return (.presentation, office + "presentationml.presentation") }
        }
        if names.contains("content.xml"), names.contains("META-INF/manifest.xml") {
            return (.openDocument, "application/vnd.oasis.opendocument.text")
        }
        if names.contains(where: { $0.hasPrefix("META-INF/") && ($0.hasSuffix(".p7s") || $0.lowercased().contains("signature")) })
        {
            return (.signatureContainer, "application/vnd.etsi.asic-e+zip")
        }
        return nil
    }
}

/// Names in the directory of an OLE file ([MS-CFB] §2.6.1), found by their letters in UTF-16.
private enum StreamNames {
    private static let wanted = [
        "EncryptedPackage", "__properties_version1.0", "WordDocument", "PowerPoint Document", "Workbook", "Book",
    ]

    /// Directory entries stand at multiples of 128.
    static func found(in octets: Span<UInt8>) -> Set<String> {
        var found: Set<String> = []
        var at = 512
        while at + 128 <= octets.count {
            if octets[at] < 0x80, octets[at + 1] == 0, octets[at] >= 0x42 {
                for name in wanted where !found.contains(name) && matches(octets, at, name) { found.insert(name) }
            }
            at += 128
        }
        return found
    }

    private static func matches(_ octets: Span<UInt8>, _ start: Int, _ name: String) -> Bool {
        var at = start
        for letter in name.utf8 {
            guard octets[at] == letter, octets[at + 1] == 0 else { return false }
            at += 2
        }
        return octets[at] == 0 && octets[at + 1] == 0
    }
}
