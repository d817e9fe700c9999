// SPDX-License-Identifier: Apache-2.0

/// Message identifiers in `Message-ID`, `In-Reply-To`, `References` and `Content-ID` (RFC 5322 §3.6.4).
package enum MessageIdentifiers {
    /// Identifiers read from one field, at most.
    package static let maximumCount = 1_000

    /// The identifiers without angle brackets, in order. Words outside `<…>` count only if there is no bracket at all.
    package static func read(_ body: [UInt8]) -> [String] {
        var found: [String] = []
        var opened: Int?
        for (offset, octet) in body.enumerated() {
            if octet == 0x3C {
                opened = offset + 1
            } else if octet == 0x3E, let start = opened {
                let text = UnstructuredField.decode(Array(body[start..<offset]))
                if !text.isEmpty { found.append(text) }
                opened = nil
                if found.count == maximumCount { return found }
            }
        }
        if found.isEmpty, !body.contains(0x3C) {
            let text = UnstructuredField.decode(body)
            if !text.isEmpty, text.contains("@") || !text.contains(" ") { found.append(text) }
        } else if let start = opened {
            let text = UnstructuredField.decode(Array(body[start...]))
            if !text.isEmpty { found.append(text) }
        }
        return found
    }
}
