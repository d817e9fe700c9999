// SPDX-License-Identifier: Apache-2.0

/// Boundaries of a letter's multiparts, made from its Message-ID, so that the same letter is the same octets.
struct BoundarySource {
    private static let maximumAttempts = 64
    private let seed: UInt64

    init(_ messageID: String) {
        seed = Self.hash(messageID.utf8, from: 0xCBF2_9CE4_8422_2325)
    }

    /// A boundary for the multipart at `path` that is no part of any line of `contents`.
    ///
    /// `=_` occurs neither in quoted-printable nor in base64: only what goes unencoded need be searched.
    func boundary(at path: String, notIn contents: [[UInt8]]) throws(ComposingFault) -> [UInt8] {
        for attempt in 0..<Self.maximumAttempts {
            let first = Self.hash("\(path)/\(attempt)".utf8, from: seed)
            let second = Self.hash("\(attempt)/\(path)".utf8, from: first)
            let boundary = Array("=_\(Self.text(first))\(Self.text(second))".utf8)
            if !contents.contains(where: { Self.occurs(boundary, in: $0) }) { return boundary }
        }
        throw ComposingFault("Content-Type", .noBoundary)
    }

    private static func occurs(_ boundary: [UInt8], in content: [UInt8]) -> Bool {
        var start = 0
        while let sign = content.span.firstOffset(of: boundary[0], in: start..<content.count) {
            if content[sign...].starts(with: boundary) { return true }
            start = sign + 1
        }
        return false
    }

    /// FNV-1a with a last stirring: no secret, only spread.
    private static func hash(_ octets: some Sequence<UInt8>, from start: UInt64) -> UInt64 {
        var hash = start
        for octet in octets { hash = (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }

    private static func text(_ number: UInt64) -> String {
        let text = String(number, radix: 36)
        return String(repeating: "0", count: 13 - text.count) + text
    }
}
