// SPDX-License-Identifier: Apache-2.0

/// The words of a bounce that comes as HTML alone, well enough to search for phrases and addresses. Not for showing.
enum PlainFromHTML {
    private static let entities: [(name: [UInt8], octet: UInt8)] = [
        (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&amp;".utf8), 0x26), (Array("&nbsp;".utf8), 0x20),
        (Array("&quot;".utf8), 0x22), (Array("&#39;".utf8), 0x27), (Array("&#64;".utf8), 0x40),
    ]

    /// Tags become line ends, the common entities their characters.
    static func text(_ html: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var isTag = false
        var at = 0
        while at < html.count {
            let octet = html[at]
            at += 1
            if isTag {
                isTag = octet != 0x3E
            } else if octet == 0x3C {
                isTag = true
                if text.last != .lineFeed { text.append(.lineFeed) }
            } else if octet == 0x26, let entity = entity(html, at: at - 1) {
                text.append(entity.octet)
                at += entity.name.count - 1
            } else {
                text.append(octet)
            }
        }
        return text
    }

    private static func entity(_ html: [UInt8], at start: Int) -> (name: [UInt8], octet: UInt8)? {
        entities.first { html[start...].starts(with: $0.name) }
    }
}
