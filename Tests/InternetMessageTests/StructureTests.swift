// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct StructureTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let lines: [String]
        /// Media types nested in brackets, leaves with their text.
        let tree: String
        let defects: [Defect.Kind]

        init(_ testDescription: String, _ lines: [String], tree: String, defects: [Defect.Kind] = []) {
            self.testDescription = testDescription
            self.lines = lines
            self.tree = tree
            self.defects = defects
        }
    }

    private static func mixed(_ boundary: String) -> String { "Content-Type: multipart/mixed; boundary=\"\(boundary)\"" }

    static let delimiters: [Row] = [
        Row("two parts", [mixed("b"), "", "--b", "", "1", "--b", "", "2", "--b--", ""], tree: "mixed('1' '2')"),
        Row(
            "text before the first and behind the last delimiter is none of the parts",
            [mixed("b"), "", "before", "--b", "", "1", "--b--", "behind", "--b", "", "2"], tree: "mixed('1')"),
        Row("blanks behind a delimiter", [mixed("b"), "", "--b \t", "", "1", "--b-- ", ""], tree: "mixed('1')"),
        Row("a delimiter with something behind it", [mixed("b"), "", "--b;x", "", "1", "--b--x"], tree: "mixed('1')"),
        Row(
            "a delimiter within a line is text", [mixed("b"), "", "--b", "", "1--b", " --b", "--b--"], tree: "mixed('1--b| --b')"),
        Row("dashes alone are text", [mixed("b"), "", "--b", "", "--", "-- ", "----", "--b--"], tree: "mixed('--|-- |----')"),
        Row("the boundary is compared as it is written", [mixed("B"), "", "--B", "", "--b", "--B--"], tree: "mixed('--b')"),
        Row("an empty body", [mixed("b"), "", "--b", "", "--b", "", "--b--"], tree: "mixed('' '')"),
    ]

    static let nesting: [Row] = [
        Row(
            "a multipart in a multipart",
            [mixed("a"), "", "--a", mixed("b"), "", "--b", "", "1", "--b--", "--a", "", "2", "--a--"],
            tree: "mixed(mixed('1') '2')"),
        Row(
            "the outer delimiter ends an inner multipart",
            [mixed("a"), "", "--a", mixed("b"), "", "--b", "", "1", "--a", "", "2", "--a--"],
            tree: "mixed(mixed('1') '2')", defects: [.missingClosingDelimiter]),
        Row(
            "an inner boundary that begins with the outer one",
            [mixed("a"), "", "--a", mixed("ab"), "", "--ab", "", "1", "--ab--", "--ab--", "--a", "", "2", "--a--"],
            tree: "mixed(mixed('1') '2')"),
        Row(
            "the inner multipart comes first where its boundary is the beginning of the outer one",
            [mixed("ab"), "", "--ab", mixed("a"), "", "--a", "", "1", "--ab", "", "2"], tree: "mixed(mixed('1' '2'))",
            defects: [.missingClosingDelimiter, .missingClosingDelimiter]),
        Row(
            "a letter in a letter",
            ["Content-Type: message/rfc822", "", "Subject: inner", mixed("b"), "", "--b", "", "1", "--b--"],
            tree: "rfc822(mixed('1'))"),
        Row(
            "a letter without fields in a letter", ["Content-Type: message/rfc822", "", "", "text"], tree: "rfc822('text')"),
        Row(
            "what calls itself a letter and is none is a file",
            [mixed("b"), "", "--b", "Content-Type: message/rfc822", "", "sorry, no letter", "--b--"],
            tree: "mixed('sorry, no letter')",
            defects: [.missingBlankLine]),
        Row(
            "parts of a digest are letters",
            ["Content-Type: multipart/digest; boundary=b", "", "--b", "", "Subject: 1", "", "text", "--b--"],
            tree: "digest(rfc822('text'))"),
    ]

    static let missingPieces: [Row] = [
        Row("a letter of nothing", [], tree: "''"),
        Row("no closing delimiter", [mixed("b"), "", "--b", "", "1"], tree: "mixed('1')", defects: [.missingClosingDelimiter]),
        Row(
            "a letter cut off behind a delimiter", [mixed("b"), "", "--b", "", "1", "--b"], tree: "mixed('1')",
            defects: [.missingClosingDelimiter]),
        Row("no delimiter at all", [mixed("b"), "", "text"], tree: "'text'", defects: [.delimiterNotFound]),
        Row(
            "no boundary named", ["Content-Type: multipart/mixed", "", "--b", "", "1", "--b--"], tree: "mixed('1')",
            defects: [.missingBoundary]),
        Row(
            "parts of fields alone", [mixed("b"), "", "--b", "X: 1", "--b", "X: 2", "--b--"], tree: "mixed('' '')",
            defects: [.missingBlankLine, .missingBlankLine]),
        Row(
            "a part without fields and empty line", [mixed("b"), "", "--b", "text", "more", "--b--"], tree: "mixed('text|more')",
            defects: [.missingBlankLine]),
        Row(
            "no empty line before the first delimiter of an inner multipart",
            [mixed("a"), "", "--a", mixed("b"), "--b", "", "1", "--b--", "--a--"], tree: "mixed(mixed('1'))",
            defects: [.missingBlankLine]),
        Row(
            "no empty line and no delimiter before the first part of an inner multipart",
            [mixed("a"), "", "--a", mixed("b"), "Content-Type: text/plain", "", "1", "--b", "", "2", "--b--", "--a--"],
            tree: "mixed(mixed('1' '2'))", defects: [.missingBlankLine]),
        Row(
            "folded lines that lost their blanks",
            ["DKIM-Signature: v=1; b=", "abcd/efgh+", "ijkl==", "Subject: here", "", "text"], tree: "'text'",
            defects: [.strayHeaderLine, .strayHeaderLine]),
        Row(
            "folded lines that lost their blanks, the last ones before the empty line",
            ["Received: from a", "by b; today", "X-Score: 1", "Received: from c", "by d; today", "", "text"], tree: "'text'",
            defects: [.strayHeaderLine, .strayHeaderLine]),
        Row(
            "the closing delimiter glued to the last line", [mixed("b"), "", "--b", "", "1", "--b", "", "text--b--", ""],
            tree: "mixed('1' 'text')", defects: [.missingClosingDelimiter]),
        Row(
            "text right behind the fields stays text",
            ["Subject: here", "Dear council,", "two words", "To do: nothing", "", "more"],
            tree: "'Dear council,|two words|To do: nothing||more'", defects: [.missingBlankLine]),
    ]

    private static func describe(_ message: ParsedMessage, _ index: Int, _ octets: [UInt8]) -> String {
        let part = message.parts[index]
        if !part.isLeaf {
            return "\(part.mediaType.subtype)(\(part.children.map { describe(message, $0, octets) }.joined(separator: " ")))"
        }
        let text = message.text(of: part, in: octets.span).replacing("\r\n", with: "\n")
        return "'\(text.replacing("\n", with: "|"))'"
    }

    @Test(arguments: delimiters + nesting + missingPieces, ["\n", "\r\n", "\r"]) func aLetterIsDividedAs(
        row: Row, lineEnd: String
    ) {
        let octets = Array(row.lines.joined(separator: lineEnd).utf8)
        let message = ParsedMessage(octets.span)
        let tree = Self.describe(message, 0, octets).replacing("\r", with: "|")
        #expect(tree == row.tree)
        #expect(message.defects.map(\.kind).filter { $0 != .bareCarriageReturns } == row.defects)
    }

    @Test func anEmptyLetterHasARootOfPlainText() {
        let octets: [UInt8] = []
        let message = ParsedMessage(octets.span)
        #expect(message.parts.count == 1)
        #expect(message.root.mediaType == .plainText)
    }

    @Test func proseUnderTheNameOfBase64IsShownAsItIsInOnePieceAndInMany() {
        for (body, expected) in [
            ("... audio goes here ...", "... audio goes here ..."), ("SGVs*bG8=", "Hello"), ("SGVsbG8= end", "Hello"),
        ] {
            let octets = Array("Content-Transfer-Encoding: base64\n\n\(body)".utf8)
            let message = ParsedMessage(octets.span)
            #expect(message.text(of: message.root, in: octets.span) == expected)
            var pieces: [UInt8] = []
            message.decodeBody(of: message.root, in: octets.span) { piece in
                for offset in piece.indices { pieces.append(piece[offset]) }
            }
            #expect(String(decoding: pieces, as: UTF8.self) == expected)
        }
    }
}
