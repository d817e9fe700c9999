// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// A JSON object of texts, keys in ascending order: the same facts give the same octets, which the event chain needs.
enum FlatJSON {
    static func text(_ facts: [String: String]) -> String {
        guard !facts.isEmpty else { return "{}" }
        return text(pairs: facts.sorted { $0.key < $1.key })
    }

    /// For keys already in order.
    static func text(pairs: [(key: String, value: String)]) -> String {
        var octets: [UInt8] = [UInt8(ascii: "{")]
        octets.reserveCapacity(2 + pairs.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 6 })
        for (index, pair) in pairs.enumerated() {
            if index > 0 { octets.append(UInt8(ascii: ",")) }
            appendQuoted(pair.key, to: &octets)
            octets.append(UInt8(ascii: ":"))
            appendQuoted(pair.value, to: &octets)
        }
        octets.append(UInt8(ascii: "}"))
        return String(decoding: octets, as: UTF8.self)
    }

    /// The facts, or `nil` when the text is anything else.
    static func facts(_ text: String) -> [String: String]? {
        text == "{}" ? [:] : try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }

    /// A text as a JSON string, quotation marks included.
    static func quoted(_ text: String) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count + 2)
        appendQuoted(text, to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    private static func appendQuoted(_ text: String, to octets: inout [UInt8]) {
        octets.append(UInt8(ascii: "\""))
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                octets.append(UInt8(ascii: "\\"))
                octets.append(octet)
            case 0..<0x20:
                octets.append(contentsOf: "\\u00\(octet < 16 ? "0" : "")\(String(octet, radix: 16))".utf8)
            default:
                octets.append(octet)
            }
        }
        octets.append(UInt8(ascii: "\""))
    }
}
