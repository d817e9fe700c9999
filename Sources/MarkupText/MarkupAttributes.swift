// SPDX-License-Identifier: Apache-2.0

/// The attributes that are read; every other one is dropped unseen.
enum MarkupAttribute: String, CaseIterable, Sendable {
    case align, alt, border, `class`, colspan, dir, height, hidden, href, lang, rowspan, src, start, style, title, type, valign
    case width

    private static let byName: [UInt64: MarkupAttribute] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue.utf8.reduce(into: NameKey()) { $0.add($1) }.value, $0) })

    init?(named key: NameKey) {
        guard let attribute = Self.byName[key.value] else { return nil }
        self = attribute
    }
}

/// The attributes of one tag, values with character references decoded. Of a name given twice the first counts.
struct MarkupAttributes: Sendable {
    private(set) var values: [(name: MarkupAttribute, value: [UInt8])] = []

    subscript(name: MarkupAttribute) -> [UInt8]? { values.first { $0.name == name }?.value }

    mutating func add(_ name: MarkupAttribute, _ value: [UInt8]) {
        guard self[name] == nil else { return }
        values.append((name, value))
    }

    /// Whether a mail program would not show the element: mailers hide the line meant for the list of letters this way.
    var isHiding: Bool {
        if self[.hidden] != nil { return true }
        guard let style = self[.style] else { return false }
        let folded = style.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
        return Self.hidingStyles.contains { folded.contains($0) }
    }

    private static let hidingStyles: [[UInt8]] = ["display:none", "visibility:hidden", "mso-hide:all"].map { Array($0.utf8) }
}

/// Takes in a document as a row of starts, ends and texts that nest properly.
protocol MarkupConsumer: AnyObject {
    /// An element starts. Void elements have no ``end(_:)``.
    func start(_ element: MarkupElement, _ attributes: MarkupAttributes)
    func end(_ element: MarkupElement)
    /// Characters in UTF-8, valid during the call; never cut inside a character.
    func text(_ octets: Span<UInt8>)
}
