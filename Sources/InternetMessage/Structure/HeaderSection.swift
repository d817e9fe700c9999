// SPDX-License-Identifier: Apache-2.0

/// One header field as it stands in the octets (RFC 5322 §2.2).
package struct HeaderField: Hashable, Sendable {
    /// The field name without blanks; may hold octets above 127.
    package let name: Range<Int>
    /// What stands behind the colon, folded, without the line end.
    package let body: Range<Int>

    package init(name: Range<Int>, body: Range<Int>) {
        self.name = name
        self.body = body
    }
}

/// The fields of one header section in their order, as positions. Decoding happens when asked for.
package struct HeaderSection: Hashable, Sendable {
    package internal(set) var fields: [HeaderField] = []
    /// From the first octet of the section to behind the empty line, or to where it ends without one.
    package internal(set) var range: Range<Int> = 0..<0

    package init() {}

    /// The first field of that name (ASCII, any case).
    package func first(_ name: StaticString, in octets: Span<UInt8>) -> HeaderField? {
        for field in fields where octets.matchesAnyCase(name, at: field.name) { return field }
        return nil
    }

    /// All fields of that name, in order.
    package func all(_ name: StaticString, in octets: Span<UInt8>) -> [HeaderField] {
        var found: [HeaderField] = []
        for field in fields where octets.matchesAnyCase(name, at: field.name) { found.append(field) }
        return found
    }

    /// Octets of the body of the first field of that name, folded.
    package func octets(of name: StaticString, in octets: Span<UInt8>) -> [UInt8]? {
        first(name, in: octets).map { octets.copy($0.body) }
    }

    /// The body of the first field of that name as unstructured text: unfolded, encoded-words and raw octets decoded.
    package func text(of name: StaticString, in octets: Span<UInt8>) -> String? {
        first(name, in: octets).map { UnstructuredField.decode(octets.copy($0.body)) }
    }

    /// All fields as text, in order: for showing and for tests of prefixes such as `List-`.
    package func texts(in octets: Span<UInt8>) -> [(name: String, body: String)] {
        var list: [(name: String, body: String)] = []
        list.reserveCapacity(fields.count)
        for field in fields {
            let name = UnstructuredField.decode(octets.copy(field.name))
            list.append((name, UnstructuredField.decode(octets.copy(field.body))))
        }
        return list
    }
}

extension Span where Element == UInt8 {
    /// Whether the octets of `range` are the ASCII `name`, in any case on both sides.
    func matchesAnyCase(_ name: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { text in
            for place in 0..<range.count {
                let wanted = unsafe text[place]
                if self[range.lowerBound + place].asciiLowercased != wanted.asciiLowercased { return false }
            }
            return true
        }
    }
}
