// SPDX-License-Identifier: Apache-2.0

/// A list of MAPI properties as TNEF packs it ([MS-OXTNEF] §2.1.3.4).
enum MessageProperties {
    struct Property {
        let identifier: Int
        let type: Int
        let values: [Range<Int>]

        var isUnicode: Bool { type == 0x1F }
        var isObject: Bool { type == 0x0D }
    }

    /// Values of one property; those of letters have one.
    private static let maximumValues = 1_024

    /// Hands over the properties in order; ends where the list is damaged.
    static func read(_ octets: Span<UInt8>, _ range: Range<Int>, _ take: (Property) -> Void) {
        var input = LittleEndianInput(range)
        guard let count = input.number(octets, 4) else { return }
        for _ in 0..<count {
            guard let property = property(octets, &input) else { return }
            take(property)
        }
    }

    private static func property(_ octets: Span<UInt8>, _ input: inout LittleEndianInput) -> Property? {
        guard let rawType = input.number(octets, 2), let identifier = input.number(octets, 2) else { return nil }
        if identifier >= 0x8000, !skipName(octets, &input) { return nil }
        let isMultiple = rawType & 0x1000 != 0
        let type = rawType & 0x0fff
        let isSized = [0x0D, 0x1E, 0x1F, 0x102].contains(type)
        guard let count = isMultiple || isSized ? input.number(octets, 4) : 1, count <= maximumValues else { return nil }
        var values: [Range<Int>] = []
        for _ in 0..<count {
            guard let length = isSized ? input.number(octets, 4) : size(of: type), let value = input.range(length) else {
                return nil
            }
            // Each value fills whole words of four.
            guard input.range((4 - length % 4) % 4) != nil || input.isAtEnd else { return nil }
            values.append(value)
        }
        return Property(identifier: identifier, type: type, values: values)
    }

    /// A property beyond the usual ones has a name: the set it belongs to, and a number or a text in it.
    private static func skipName(_ octets: Span<UInt8>, _ input: inout LittleEndianInput) -> Bool {
        guard input.range(16) != nil, let kind = input.number(octets, 4), let value = input.number(octets, 4) else {
            return false
        }
        guard kind == 1 else { return true }
        return input.range(value + (4 - value % 4) % 4) != nil
    }

    /// Octets of a value of fixed size, before filling.
    private static func size(of type: Int) -> Int? {
        switch type {
        case 0x01, 0x02, 0x03, 0x04, 0x0A, 0x0B: 4
        case 0x05, 0x06, 0x07, 0x14, 0x40: 8
        case 0x48: 16
        default: nil
        }
    }
}
