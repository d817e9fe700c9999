// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage

/// What is compared of a letter, in a form both our reading and the expected JSON can be brought to.
///
/// What the expected reading cannot judge is put as it has it: x-uuencode, which it does not know, is left encoded on both sides;
/// letters it could not decode and shows as U+FFFD may be any letters but ASCII. Where the trees differ, which is a difference of
/// its own, leaves without octets are left out when octets are compared.
struct LetterFacts: Equatable {
    var subject = ""
    /// One for each address: field, `name <address>`, the group with its name. A field without any counts as one.
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
                addAddresses(Self.describe(list), of: field.json)
            }
        }
        walk(message, root, octets)
    }

    static func describe(_ list: AddressList) -> [String] {
        list.addresses.map { "\($0.group.map { "[\($0)] " } ?? "")\($0.name ?? "-") <\($0.addrSpec ?? "-")>" }
    }

    /// The first address tells that a field begins: two fields are not one.
    private mutating func addAddresses(_ list: [String], of field: String) {
        if list.isEmpty { addresses.append("\(field): ") }
        for (place, address) in list.enumerated() { addresses.append("\(field)\(place == 0 ? ":" : ",") \(address)") }
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
        } else if let inner = Self.innerLetter(message, part, octets) {
            tree += "message(\(inner.tree))"
            leaves += inner.leaves
        } else {
            tree += "leaf "
            if part.transferEncoding == .uuencode {
                let text = String(decoding: octets[part.body], as: UTF8.self)
                leaves.append(Array(text.utf8))
            } else if part.mediaType.isText {
                leaves.append(Array(message.text(of: part, in: octets.span).utf8))
            } else {
                leaves.append(message.decodedBody(of: part, in: octets.span))
            }
        }
    }

    /// An encoded letter, which our structure leaves closed and the expected one opens.
    private static func innerLetter(_ message: ParsedMessage, _ part: BodyPart, _ octets: [UInt8]) -> LetterFacts? {
        guard part.mediaType.isMessage, part.isOpaque else { return nil }
        let inner = message.decodedBody(of: part, in: octets.span)
        let letter = ParsedMessage(inner.span)
        return letter.root.header.fields.isEmpty ? nil : LetterFacts(letter, root: 0, inner)
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
                let value = (header["value"] as? [String: Any])?["Address"] as? [String: Any]
                addAddresses(value.map(Self.describe(json:)) ?? [], of: field.json)
            }
        }
        walk(parts, 0)
    }

    static func describe(json: [String: Any]) -> [String] {
        func one(_ address: [String: Any], _ group: String?) -> String {
            "\(group.map { "[\($0)] " } ?? "")\(address["name"] as? String ?? "-") <\(address["address"] as? String ?? "-")>"
        }
        if let list = json["List"] as? [[String: Any]] { return list.map { one($0, nil) } }
        var all: [String] = []
        for group in json["Group"] as? [[String: Any]] ?? [] {
            for address in group["addresses"] as? [[String: Any]] ?? [] { all.append(one(address, group["name"] as? String)) }
        }
        return all
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

/// How many of the things compared agree.
struct Tally {
    var agreeing = 0
    var compared = 0

    /// Per cent, cut down to a tenth.
    var share: Double { (Double(agreeing) / Double(max(compared, 1)) * 1_000).rounded(.down) / 10 }

    static func += (sum: inout Tally, other: Tally) {
        sum.agreeing += other.agreeing
        sum.compared += other.compared
    }
}

extension LetterFacts {
    /// The agreement piece by piece: the subject, each address, each node of the part tree with its depth, the octets of each leaf, leaf by leaf and weighed.
    /// What only one of the two readings has counts as compared and not agreeing.
    func tallies(against expected: LetterFacts) -> [(aspect: String, tally: Tally)] {
        var (ours, theirs) = (leaves, expected.leaves)
        if tree != expected.tree {
            ours.removeAll(where: \.isEmpty)
            theirs.removeAll(where: \.isEmpty)
        }
        return [
            ("subject", Tally(agreeing: Self.agrees(subject, expected.subject) ? 1 : 0, compared: 1)),
            ("addresses", Self.tally(addresses, expected.addresses) { Self.agrees($0, $1) }),
            ("tree", Self.tally(nodes, expected.nodes, ==)),
            ("leaves", Self.tally(ours, theirs) { Self.agrees($0, $1) }),
            ("octets of leaves", Self.tally(ours, theirs, weight: \.count) { Self.agrees($0, $1) }),
        ]
    }

    /// Each node of the tree: depth and kind.
    private var nodes: [String] {
        var depth = 0
        var nodes: [String] = []
        var name = ""
        for character in tree {
            switch character {
            case "(":
                nodes.append("\(depth) \(name)")
                depth += 1
                name = ""
            case " ":
                nodes.append("\(depth) \(name)")
                name = ""
            case ")": depth -= 1
            default: name.append(character)
            }
        }
        return nodes
    }

    /// The heaviest row of things both have in the same order, out of all that either has.
    private static func tally<Thing>(
        _ ours: [Thing], _ theirs: [Thing], weight: (Thing) -> Int = { _ in 1 }, _ agree: (Thing, Thing) -> Bool
    ) -> Tally {
        var best = [Int](repeating: 0, count: theirs.count + 1)
        for our in ours {
            var diagonal = 0
            for (place, their) in theirs.enumerated() {
                let above = best[place + 1]
                best[place + 1] = max(above, best[place], agree(our, their) ? diagonal + weight(our) : 0)
                diagonal = above
            }
        }
        let common = best[theirs.count]
        let (left, right) = (ours.reduce(0) { $0 + weight($1) }, theirs.reduce(0) { $0 + weight($1) })
        return Tally(agreeing: common, compared: left + right - common)
    }

    /// The aspects in which two readings of a letter differ, each with both readings.
    func differences(from expected: LetterFacts) -> [(aspect: String, text: String)] {
        var found: [(aspect: String, text: String)] = []
        if !Self.agrees(subject, expected.subject) { found.append(("subject", "\(subject) | \(expected.subject)")) }
        if !Self.agrees(addresses.joined(separator: "\n"), expected.addresses.joined(separator: "\n")) {
            found.append(("addresses", "\(addresses) | \(expected.addresses)"))
        }
        if tree != expected.tree { found.append(("tree", "\(tree) | \(expected.tree)")) }
        var (ours, theirs) = (leaves, expected.leaves)
        if tree != expected.tree {
            ours.removeAll(where: \.isEmpty)
            theirs.removeAll(where: \.isEmpty)
        }
        if ours.count != theirs.count || !zip(ours, theirs).allSatisfy(Self.agrees) {
            found.append(("octets", Self.firstDifference(ours, theirs)))
        }
        return found
    }

    private static func agrees(_ ours: [UInt8], _ theirs: [UInt8]) -> Bool {
        if ours == theirs { return true }
        guard let left = String(validating: ours, as: UTF8.self), let right = String(validating: theirs, as: UTF8.self) else {
            return false
        }
        return agrees(left, right)
    }

    /// Equal, but for runs of letters outside ASCII of which the expected reading could not decode some.
    static func agrees(_ ours: String, _ theirs: String) -> Bool {
        if ours == theirs { return true }
        let (left, right) = (runs(ours), runs(theirs))
        return left.count == right.count
            && zip(left, right).allSatisfy { $0.elementsEqual($1) || ($1.contains("\u{FFFD}") && $0.allSatisfy { !$0.isASCII }) }
    }

    /// The text cut into runs of ASCII and of everything else.
    private static func runs(_ text: String) -> [String.UnicodeScalarView] {
        var runs: [String.UnicodeScalarView] = []
        var isASCII: Bool?
        for scalar in text.unicodeScalars {
            if isASCII != scalar.isASCII { runs.append(String.UnicodeScalarView()) }
            isASCII = scalar.isASCII
            runs[runs.count - 1].append(scalar)
        }
        return runs
    }

    private static func firstDifference(_ ours: [[UInt8]], _ theirs: [[UInt8]]) -> String {
        for (index, pair) in zip(ours, theirs).enumerated() where pair.0 != pair.1 {
            let at =
                zip(pair.0, pair.1).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(pair.0.count, pair.1.count)
            let start = max(0, at - 12)
            func excerpt(_ octets: [UInt8]) -> String {
                String(decoding: octets.dropFirst(start).prefix(40), as: UTF8.self).debugDescription
            }
            return "leaf \(index) at \(at): \(excerpt(pair.0)) | \(excerpt(pair.1))"
        }
        return "\(ours.count) leaves | \(theirs.count)"
    }
}
