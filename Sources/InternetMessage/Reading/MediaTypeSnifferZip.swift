// SPDX-License-Identifier: Apache-2.0

/// What a zip file holds, by the names of its first local headers (APPNOTE §4.3.7).
enum ZipHead {
    private struct Entry {
        let name: String
        /// The octets of the member that lie in the head, nil where they are compressed.
        let stored: ArraySlice<UInt8>?
    }

    /// Members read, at most.
    private static let maximumEntries = 64
    /// Kinds that a `mimetype` member may name.
    private static let declared: Set<String> = [
        "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation", "application/vnd.oasis.opendocument.graphics",
        "application/vnd.oasis.opendocument.text-template", "application/vnd.oasis.opendocument.spreadsheet-template",
        "application/vnd.etsi.asic-e+zip", "application/vnd.etsi.asic-s+zip", "application/epub+zip",
    ]
    private static let office = "application/vnd.openxmlformats-officedocument."

    static func mediaType(_ octets: [UInt8]) -> String {
        let entries = entries(octets)
        if let first = entries.first, first.name == "mimetype", let stored = first.stored {
            let name = String(decoding: stored, as: UTF8.self)
            if declared.contains(name) { return name }
        }
        let names = entries.map(\.name)
        if names.contains("META-INF/MANIFEST.MF") { return "application/java-archive" }
        // Any archive may hold a folder "word"; the package parts beside it make it a document (ECMA-376 part 2).
        guard names.contains(where: { $0 == "[Content_Types].xml" || $0 == "_rels/.rels" || $0.hasPrefix("docProps/") }) else {
            return "application/zip"
        }
        let hasMacros = names.contains { $0.hasSuffix("/vbaProject.bin") }
        if names.contains(where: { $0.hasPrefix("word/") }) {
            return hasMacros ? "application/vnd.ms-word.document.macroenabled.12" : office + "wordprocessingml.document"
        }
        if names.contains(where: { $0.hasPrefix("xl/") }) {
            return hasMacros ? "application/vnd.ms-excel.sheet.macroenabled.12" : office + "spreadsheetml.sheet"
        }
        if names.contains(where: { $0.hasPrefix("ppt/") }) {
            return hasMacros
                ? "application/vnd.ms-powerpoint.presentation.macroenabled.12" : office + "presentationml.presentation"
        }
        return "application/zip"
    }

    private static func entries(_ octets: [UInt8]) -> [Entry] {
        var entries: [Entry] = []
        var start = 0
        while entries.count < maximumEntries, start + 30 <= octets.count,
            octets[start...].starts(with: [0x50, 0x4B, 0x03, 0x04])
        {
            let nameEnd = start + 30 + octets.number(at: start + 26, octets: 2)
            let dataStart = nameEnd + octets.number(at: start + 28, octets: 2)
            guard nameEnd <= octets.count else { break }
            let hasDescriptor = octets[start + 6] & 0x08 != 0
            let size = octets.number(at: start + 18, octets: 4)
            var end = dataStart + size
            // Written in one go, sizes stand behind the data: the next header is looked for by its signature.
            if hasDescriptor, size == 0 { end = nextHeader(octets, from: dataStart) }
            let isStored = octets.number(at: start + 8, octets: 2) == 0
            let isWhole = isStored && !hasDescriptor && dataStart <= end && end <= octets.count
            entries.append(
                Entry(
                    name: String(decoding: octets[(start + 30)..<nameEnd], as: UTF8.self),
                    stored: isWhole ? octets[dataStart..<end] : nil))
            start = end
        }
        return entries
    }

    private static func nextHeader(_ octets: [UInt8], from start: Int) -> Int {
        var at = start
        while at + 4 <= octets.count {
            if octets[at...].starts(with: [0x50, 0x4B, 0x03, 0x04]) { return at }
            at += 1
        }
        return octets.count
    }
}

/// What an OLE2 file holds, by the directory entries that lie in the head ([MS-CFB] §2.6).
enum OleHead {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    static func mediaType(_ octets: [UInt8]) -> String {
        let unknown = "application/x-ole-storage"
        guard octets.count >= 512 else { return unknown }
        let shift = octets.number(at: 30, octets: 2)
        guard shift == 9 || shift == 12 else { return unknown }
        var start = (octets.number(at: 48, octets: 4) + 1) << shift
        let end = start + 1 << shift
        while start + 128 <= min(end, octets.count) {
            let length = octets.number(at: start + 64, octets: 2)
            if (2...64).contains(length) {
                let name = octets[start..<(start + length - 2)].enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
                switch String(decoding: name, as: UTF8.self) {
                case "WordDocument": return "application/msword"
                case "Workbook", "Book": return "application/vnd.ms-excel"
                case "PowerPoint Document": return "application/vnd.ms-powerpoint"
                case "__properties_version1.0": return "application/vnd.ms-outlook"
                default: break
                }
            }
            start += 128
        }
        return unknown
    }
}

extension Array where Element == UInt8 {
    /// The little-endian number of that many octets at `offset`, which must lie inside.
    fileprivate func number(at offset: Int, octets: Int) -> Int {
        (0..<octets).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }
}
