// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Facts for machines on standard output: stable keys in alphabetical order, UTF-8, instants in ISO 8601 UTC.
enum JSONOutput {
    /// Prints `value` and a line break; `compact` puts one value on one line.
    static func print(_ value: some Encodable, compact: Bool = false) throws {
        StandardOutput.line(try text(of: value, compact: compact))
    }

    /// The text that ``print(_:compact:)`` prints.
    static func text(of value: some Encodable, compact: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            compact ? [.sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
