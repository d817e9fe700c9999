// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage

/// What is compared of a letter, in a form both our reading and the expected JSON can be brought to.
struct LetterFacts: Equatable {
    var subject = ""
    /// Per field: `name <address>`, groups with their names.
    var addresses: [String] = []
    /// Nesting and media types.
    var tree = ""
    /// Decoded octets of each leaf, in order.
    var leaves: [[UInt8]] = []

    static let addressFields: [(json: String, name: StaticString)] = [
        ("from", "From"), ("to", "To"), ("cc", "Cc"), ("bcc", "Bcc"), ("reply_to", "Reply-To"), ("sender", "Sender"),
    ]

    // MARK: Ours

    init(parsing octets: [UInt8]) {
        let message = ParsedMessage(octets.span)
        self.init(message, root: 0, octets)
    }

    init(_ message: ParsedMessage, root: Int, _ octets: [UInt8]) {
        let header = message.parts[root].header
        subject = header.text(of: "Subject", in: octets.span) ?? ""
        for field in Self.addressFields {
            for found in header.all(field.name, in: octets.span) {
                let list = AddressList(fieldBody: Array(octets[found.body]))
                addresses.append(field.json + ": " + Self.describe(list))
            }
        }
        walk(message, root, octets)
    }

    static func describe(_ list: AddressList) -> String {
        list.addresses.map { "\($0.group.map { "[\($0)] " } ?? "")\($0.name ?? "-") <\($0.addrSpec ?? "-")>" }.joined(
            separator: ", ")
    }

    private mutating func walk(_ message: ParsedMessage, _ index: Int, _ octets: [UInt8]) {
        let part = message.parts[index]
        if part.mediaType.isMultipart, !part.children.isEmpty {
            tree += "\(part.mediaType.name)("
            for child in part.children { walk(message, child, octets) }
            tree += ")"
        } else if part.mediaType.isMessage, let child = part.children.first {
            tree += "message("
            walk(message, child, octets)
            tree += ")"
        } else if part.mediaType.isMessage, part.isOpaque {
            let inner = LetterFacts(parsing: message.decodedBody(of: part, in: octets.span))
            tree += "message(\(inner.tree))"
            leaves += inner.leaves
        } else {
            tree += "leaf "
            if part.mediaType.isText {
                leaves.append(Array(message.text(of: part, in: octets.span).utf8))
            } else {
                leaves.append(message.decodedBody(of: part, in: octets.span))
            }
        }
    }

    // MARK: Theirs

    init(json: [String: Any]) {
        guard let parts = json["parts"] as? [[String: Any]], let root = parts.first else { return }
        for header in root["headers"] as? [[String: Any]] ?? [] {
            guard let name = header["name"] as? String, let value = header["value"] as? [String: Any] else { continue }
            if name == "subject" { subject = value["Text"] as? String ?? "" }
        }
        for field in Self.addressFields {
            for header in root["headers"] as? [[String: Any]] ?? [] where header["name"] as? String == field.json {
                guard let value = (header["value"] as? [String: Any])?["Address"] as? [String: Any] else {
                    addresses.append(field.json + ": ")
                    continue
                }
                addresses.append(field.json + ": " + Self.describe(json: value))
            }
        }
        walk(parts, 0)
    }

    static func describe(json: [String: Any]) -> String {
        func one(_ address: [String: Any], _ group: String?) -> String {
            "\(group.map { "[\($0)] " } ?? "")\(address["name"] as? String ?? "-") <\(address["address"] as? String ?? "-")>"
        }
        if let list = json["List"] as? [[String: Any]] { return list.map { one($0, nil) }.joined(separator: ", ") }
        var all: [String] = []
        for group in json["Group"] as? [[String: Any]] ?? [] {
            for address in group["addresses"] as? [[String: Any]] ?? [] { all.append(one(address, group["name"] as? String)) }
        }
        return all.joined(separator: ", ")
    }

    private mutating func walk(_ parts: [[String: Any]], _ index: Int) {
        let part = parts[index]
        guard let body = part["body"] as? [String: Any], let kind = body.keys.first else { return }
        switch kind {
        case "Multipart":
            tree += "\(Self.mediaType(of: part))("
            for child in body[kind] as? [Int] ?? [] { walk(parts, child) }
            tree += ")"
        case "Message":
            guard let message = body[kind] as? [String: Any], let inner = message["parts"] as? [[String: Any]] else { return }
            tree += "message("
            walk(inner, 0)
            tree += ")"
        default:
            tree += "leaf "
            if let text = body[kind] as? String { leaves.append(Array(text.utf8)) }
            if let octets = body[kind] as? [Int] { leaves.append(octets.map { UInt8(truncatingIfNeeded: $0) }) }
        }
    }

    private static func mediaType(of part: [String: Any]) -> String {
        for header in part["headers"] as? [[String: Any]] ?? [] where header["name"] as? String == "content_type" {
            guard let value = (header["value"] as? [String: Any])?["ContentType"] as? [String: Any] else { continue }
            return "\(value["c_type"] as? String ?? "")/\(value["c_subtype"] as? String ?? "")".lowercased()
        }
        return "?"
    }
}
