// SPDX-License-Identifier: Apache-2.0
import InternetMessage

/// One file inside an archive.
struct ArchiveMember: Hashable {
    /// Folders separated by `/`; neither at the start nor at the end. For showing, and for finding the parts of a document.
    let name: String
    let isEncrypted: Bool

    /// The longest name kept, in octets; hostile ones are longer.
    private static let maximumNameOctets = 1_024

    init(rawName: [UInt8], isEncrypted: Bool) {
        name = Self.readable(rawName)
        self.isEncrypted = isEncrypted
    }

    /// Zip files made on Windows have names in the code page of DOS, and nothing in them says so.
    private static func readable(_ raw: [UInt8]) -> String {
        let octets = Array(raw.prefix(maximumNameOctets))
        let decoded = Charset.text(of: octets.span, label: "cp866").text
        let scalars = decoded.unicodeScalars.map { $0 == "\\" ? "/" : $0 }.filter { $0.value >= 0x20 && $0.value != 0x7f }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let steps = String(text).split(separator: "/").filter { $0 != "." && $0 != ".." }
        return steps.joined(separator: "/")
    }
}
