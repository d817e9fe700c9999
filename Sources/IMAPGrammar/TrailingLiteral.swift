// SPDX-License-Identifier: Apache-2.0

/// The announcement of a literal at the end of a line: `{5}`, `{5+}`, `~{5}` (RFC 9051 §4.3, RFC 3516).
struct TrailingLiteral {
    /// No server has a message of a tebibyte; more is read as text.
    static let maximumCount = 1 << 40

    /// Where it starts in the line, with its `~`.
    let start: Int
    /// Octets to come.
    let count: Int

    /// Answers `nil` when the line does not end in one.
    init?(_ line: [UInt8]) {
        guard line.last == UInt8(ascii: "}"), let brace = line.suffix(24).lastIndex(of: UInt8(ascii: "{")), brace > 0 else {
            return nil
        }
        var cursor = ResponseCursor(octets: line, position: brace + 1)
        guard let count = cursor.number(), count <= Self.maximumCount else { return nil }
        _ = cursor.take(UInt8(ascii: "+"))
        guard cursor.position == line.count - 1 else { return nil }
        start = line[brace - 1] == UInt8(ascii: "~") ? brace - 1 : brace
        guard start > 0, line[start - 1] == 0x20 || line[start - 1] == UInt8(ascii: "(") else { return nil }
        self.count = count
    }

    /// Whether what stands before it names the whole message. `line` ends where the literal starts.
    func followsWholeBodyName(in line: [UInt8]) -> Bool {
        let name = line.dropLast().reversed().prefix { $0 != 0x20 && $0 != UInt8(ascii: "(") }.reversed()
        return line.last == 0x20 && Array(name).isWholeBodyName
    }
}
