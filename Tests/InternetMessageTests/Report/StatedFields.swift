// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What a letter's report fields say, read from its raw lines without the parser under test.
struct StatedFields {
    /// Addresses of `Final-Recipient` and `Original-Recipient`, in order, lower case.
    var final: [String] = []
    var original: [String] = []
    var statuses: [String] = []
    var actions: [String] = []

    init(_ octets: [UInt8]) {
        let text = String(decoding: octets, as: UTF8.self).replacing("\r\n", with: "\n")
        guard let part = Self.statusPart(text) else { return }
        for line in part.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let body = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            switch line[..<colon].lowercased() {
            case "final-recipient": final += Self.address(body)
            case "original-recipient": original += Self.address(body)
            case "status": statuses += body.split(separator: " ").prefix(1).map(String.init).filter(Self.isStatus)
            case "action": actions.append(body.lowercased())
            default: continue
            }
        }
    }

    /// From the part's own header section to the next delimiter.
    private static func statusPart(_ text: String) -> Substring? {
        guard let type = text.range(of: "message/delivery-status", options: .caseInsensitive),
            let start = text.range(of: "\n\n", range: type.upperBound..<text.endIndex)
        else { return nil }
        guard !text[type.upperBound..<start.lowerBound].contains("base64") else { return nil }
        let end = text.range(of: "\n--", range: start.upperBound..<text.endIndex)?.lowerBound ?? text.endIndex
        return text[start.upperBound..<end]
    }

    private static func address(_ body: String) -> [String] {
        let value = (body.split(separator: ";", maxSplits: 1).last ?? "").trimmingCharacters(
            in: CharacterSet(charactersIn: " <>"))
        guard value.contains("@"), !value.hasPrefix("|"), !value.hasPrefix("/"), !value.contains("=?") else { return [] }
        return [(value.split(separator: ":").last.map(String.init) ?? value).lowercased()]
    }

    private static func isStatus(_ word: String) -> Bool {
        let pieces = word.split(separator: ".")
        return pieces.count == 3 && pieces.allSatisfy { Int($0) != nil }
    }
}
