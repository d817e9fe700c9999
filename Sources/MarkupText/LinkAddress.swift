// SPDX-License-Identifier: Apache-2.0

/// An address a reader may follow: `http`, `https`, `mailto` or `tel`, complete, without control characters.
struct LinkAddress {
    /// As browsers read it: outer blanks, tabs and line ends removed.
    let octets: [UInt8]

    private static let prefixes = ["https://", "http://", "mailto:", "tel:"].map { Array($0.utf8) }

    /// - Returns: `nil` for any other scheme, for an address that needs a base, and for one longer than `maximumOctets`.
    init?(_ value: [UInt8], maximumOctets: Int) {
        var octets = value.filter { $0 != 0x09 && $0 != 0x0a && $0 != 0x0d }
        octets.trimPrefix { $0 <= 0x20 }
        while let last = octets.last, last <= 0x20 { octets.removeLast() }
        guard octets.count <= maximumOctets, !octets.contains(where: { $0 < 0x20 || $0 == 0x7f }) else { return nil }
        let folded = octets.prefix(8).map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
        guard let prefix = Self.prefixes.first(where: { folded.starts(with: $0) }), octets.count > prefix.count else {
            return nil
        }
        self.octets = octets
    }

    /// Whether `words` already give the address, be it without scheme, `www.` or closing slash.
    func isSaid(by words: ArraySlice<UInt8>) -> Bool {
        let said = Self.core(words)
        guard !said.isEmpty else { return true }
        let mine = Self.core(octets[...])
        return said == mine || (octets[0] | 0x20 == UInt8(ascii: "t") && Self.digits(said) == Self.digits(mine))
    }

    private static func core(_ address: ArraySlice<UInt8>) -> [UInt8] {
        var core = address.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
        core.removeAll { $0 <= 0x20 }
        for prefix in prefixes where core.starts(with: prefix) { core.removeFirst(prefix.count) }
        if core.starts(with: Array("www.".utf8)) { core.removeFirst(4) }
        if core.last == UInt8(ascii: "/") { core.removeLast() }
        return core
    }

    private static func digits(_ number: [UInt8]) -> [UInt8] { number.filter { $0 >= 0x30 && $0 <= 0x39 } }
}

extension Array {
    fileprivate mutating func trimPrefix(while predicate: (Element) -> Bool) {
        removeFirst(prefix(while: predicate).count)
    }
}
