// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging

/// The three written forms of a log entry. Line breaks in values are escaped: an entry is always one line.
enum LogLine {
    /// `warning: message (key=value, …)`; under systemd the journal adds time and name.
    static func text(level: Logger.Level, message: String, facts: [(String, String)]) -> String {
        let tail = facts.map { "\($0.0)=\(oneLine($0.1))" }.joined(separator: ", ")
        let head = level == .info ? message : "\(level.rawValue): \(message)"
        return tail.isEmpty ? head : "\(head) (\(tail))"
    }

    /// `time=… level=… logger=… msg="…" key=value …`.
    static func logfmt(at time: Date, level: Logger.Level, label: String, message: String, facts: [(String, String)]) -> String {
        let fields = [("time", time.formatted(.iso8601)), ("level", level.rawValue), ("logger", label), ("msg", message)] + facts
        return fields.map { "\($0.0)=\(logfmtValue($0.1))" }.joined(separator: " ")
    }

    /// One JSON object.
    static func json(at time: Date, level: Logger.Level, label: String, message: String, facts: [(String, String)]) -> String {
        let fields =
            [("time", time.formatted(.iso8601)), ("level", level.rawValue), ("logger", label), ("message", message)] + facts
        return "{" + fields.map { "\(jsonString($0.0)):\(jsonString($0.1))" }.joined(separator: ",") + "}"
    }

    private static func oneLine(_ text: String) -> String {
        text.replacing("\n", with: "\\n").replacing("\r", with: "\\r")
    }

    private static func logfmtValue(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=") }
        return isPlain ? text : jsonString(text)
    }

    private static func jsonString(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20: out += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
