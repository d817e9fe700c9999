// SPDX-License-Identifier: Apache-2.0

/// An effective value on its way to being shown as YAML. Secrets never become one: their place of keeping does.
indirect enum ShownValue: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        let key: String
        let value: ShownValue
        let isDefault: Bool
    }

    case scalar(String)
    case list([ShownValue])
    case mapping([Entry])

    /// As a block of YAML, lines indented by so many spaces; each ends in a line feed.
    func block(indentation: Int = 0) -> String {
        let margin = String(repeating: " ", count: indentation)
        switch self {
        case .scalar, .list([]), .mapping([]):
            return margin + inline + "\n"
        case .list(let values):
            return values.map { value in
                // The first line of the element stands behind the dash.
                margin + "- " + value.block(indentation: indentation + 2).dropFirst(indentation + 2)
            }.joined()
        case .mapping(let entries):
            return entries.map { entry in
                let comment = entry.isDefault ? "  # default" : ""
                guard entry.value.isNested else { return "\(margin)\(entry.key): \(entry.value.inline)\(comment)\n" }
                return "\(margin)\(entry.key):\(comment)\n" + entry.value.block(indentation: indentation + 2)
            }.joined()
        }
    }

    /// On one line.
    var inline: String {
        switch self {
        case .scalar(let text): Self.quoted(text)
        case .list(let values): "[" + values.map(\.inline).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", ") + "}"
        }
    }

    /// Whether it needs lines of its own: groups with groups or many keys in them.
    private var isNested: Bool {
        switch self {
        case .scalar: false
        case .list(let values): values.contains { if case .mapping = $0 { true } else { false } }
        case .mapping(let entries): entries.count > 1
        }
    }

    /// Plain where YAML cannot take it for something else.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter || $0 == "/" } ?? false
            && text.last != " "
            && text.allSatisfy { $0.isLetter || $0.isNumber || " ._-/@$—№".contains($0) || $0 == "\u{2019}" }
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        if isPlain || (!text.isEmpty && text.allSatisfy(\.isASCIIDigit) && (text.count == 1 || text.first != "0")) { return text }
        let isMeasure = text.wholeMatch(of: /[0-9]+ [A-Za-z]+/) != nil
        if isMeasure { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
