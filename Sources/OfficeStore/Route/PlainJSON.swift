// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office

/// A ``PlainValue`` as JSON text: texts, lists and objects with keys in ascending order, so that the same record is the same octets.
enum PlainJSON {
    /// How deep a record of ours goes is far below; what is deeper was not written by us.
    static let maximumDepth = 32

    static func text(_ value: PlainValue) -> String {
        switch value {
        case .text(let text): FlatJSON.quoted(text)
        case .list(let elements): "[" + elements.map(Self.text).joined(separator: ",") + "]"
        case .fields(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }.map { "\(FlatJSON.quoted($0.key)):\(Self.text($0.value))" }.joined(
                    separator: ",")
                + "}"
        }
    }

    /// Nil for anything ``text(_:)`` does not write.
    static func value(_ text: String) -> PlainValue? {
        (try? JSONDecoder().decode(Node.self, from: Data(text.utf8)))?.value
    }

    private struct Node: Decodable {
        let value: PlainValue

        init(from decoder: any Decoder) throws {
            guard decoder.codingPath.count <= PlainJSON.maximumDepth else {
                throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "too deep"))
            }
            let single = try decoder.singleValueContainer()
            if let text = try? single.decode(String.self) {
                value = .text(text)
            } else if let list = try? single.decode([Node].self) {
                value = .list(list.map(\.value))
            } else {
                value = .fields(try single.decode([String: Node].self).mapValues(\.value))
            }
        }
    }
}
