// SPDX-License-Identifier: Apache-2.0

/// One field of a machine-readable report.
struct ReportField {
    /// Lower case.
    let name: String
    /// Unfolded and decoded.
    let body: String
}

/// The fields of a machine-readable report in groups divided by empty lines (RFC 3464 §2.1.3).
struct ReportFields {
    let groups: [[ReportField]]

    /// Reads `octets`, which are UTF-8. Lines that are no fields are skipped: some servers write such fields into running text.
    init(_ octets: [UInt8]) {
        var groups: [[ReportField]] = []
        var group: [ReportField] = []
        var open: (name: String, body: [UInt8])?
        func close() {
            guard let field = open else { return }
            group.append(ReportField(name: field.name, body: UnstructuredField.decode(field.body)))
            open = nil
        }
        for line in OctetLines(octets) {
            let text = octets[line]
            if text.allSatisfy(\.isFieldSpace) {
                close()
                if !group.isEmpty { groups.append(group) }
                group = []
            } else if text.first?.isBlank == true, open != nil {
                open?.body += [.space] + text.drop(while: \.isBlank)
            } else {
                close()
                open = Self.field(text)
            }
        }
        close()
        if !group.isEmpty { groups.append(group) }
        self.groups = groups
    }

    /// All fields of that lower-case name, in order.
    func all(_ name: String) -> [String] {
        groups.flatMap { $0.filter { $0.name == name }.map(\.body) }
    }

    /// The first field of that lower-case name that is not empty.
    func first(_ name: String) -> String? {
        for group in groups {
            for field in group where field.name == name && !field.body.isEmpty { return field.body }
        }
        return nil
    }

    private static func field(_ line: ArraySlice<UInt8>) -> (name: String, body: [UInt8])? {
        guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex, colon - line.startIndex <= 60 else { return nil }
        var name = line[..<colon]
        while name.last?.isBlank == true { name.removeLast() }
        guard !name.isEmpty, name.allSatisfy({ $0.isAddressLetter || $0.isDigit || $0 == 0x2D }) else { return nil }
        return (lowercasedText(Array(name)), Array(line[(colon + 1)...]))
    }
}

/// The lines of some octets, without CR and LF, as ranges.
struct OctetLines: Sequence, IteratorProtocol {
    private let octets: [UInt8]
    private var position = 0

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    mutating func next() -> Range<Int>? {
        guard position < octets.count else { return nil }
        let start = position
        while position < octets.count, octets[position] != .lineFeed { position += 1 }
        var end = position
        position += 1
        while end > start, octets[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }
}
