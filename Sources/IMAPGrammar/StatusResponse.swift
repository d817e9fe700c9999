// SPDX-License-Identifier: Apache-2.0

/// OK, NO, BAD, BYE or PREAUTH with its code and text (RFC 9051 §7.1), tagged or not.
package struct StatusResponse: Hashable, Sendable {
    package enum Condition: String, Hashable, Sendable, CaseIterable {
        case ok = "OK", no = "NO", bad = "BAD", bye = "BYE", preauth = "PREAUTH"
    }

    package let condition: Condition
    /// The response code in capitals, such as `TRYCREATE`; empty when there is none.
    package let code: String
    /// What follows the code inside its brackets; may be empty.
    package let argument: String
    /// For people.
    package let text: String

    package init(_ condition: Condition, code: String = "", argument: String = "", text: String) {
        self.condition = condition
        self.code = code
        self.argument = argument
        self.text = text
    }

    /// Reads `resp-cond-state` from `position` to the end of the line; `nil` when no condition stands there.
    init?(_ cursor: ResponseCursor) {
        var cursor = cursor
        guard let word = cursor.atom(), let condition = Condition(rawValue: cursor.capitals(word)) else { return nil }
        self.condition = condition
        cursor.skipSpaces()
        var code = ""
        var argument = ""
        if cursor.take(UInt8(ascii: "[")), let end = cursor.firstIndex(of: UInt8(ascii: "]")) {
            let inside = cursor.string(cursor.position..<end)
            let words = inside.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            code = words.first.map { $0.uppercased() } ?? ""
            argument = words.count > 1 ? String(words[1]) : ""
            cursor.position = end + 1
            cursor.skipSpaces()
        }
        self.code = code
        self.argument = argument
        text = cursor.string(cursor.position..<cursor.octets.count)
    }

    /// Whether the server means that the same command may do later (RFC 5530).
    package var isOutage: Bool { ["UNAVAILABLE", "INUSE", "SERVERBUG", "CONTACTADMIN", "LIMIT"].contains(code) }

    /// The text, with the code in front where there is one.
    package var words: String {
        guard !code.isEmpty else { return text }
        return "[\(code)\(argument.isEmpty ? "" : " \(argument)")] \(text)"
    }
}
