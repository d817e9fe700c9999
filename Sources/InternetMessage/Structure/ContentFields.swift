// SPDX-License-Identifier: Apache-2.0

/// The `Content-` fields of one header section that decide how its body is read; the first of each kind counts.
struct ContentFields {
    var type: Range<Int>?
    var transferEncoding: Range<Int>?
    var disposition: Range<Int>?
    var identifier: Range<Int>?

    /// Whether `name` is one of the four. Nearly every other field fails on its length or its first letter.
    static func isOne(_ name: Range<Int>, in octets: Span<UInt8>) -> Bool {
        switch name.count {
        case 10: octets.matches("content-id", at: name)
        case 12: octets.matches("content-type", at: name)
        case 19: octets.matches("content-disposition", at: name)
        case 25: octets.matches("content-transfer-encoding", at: name)
        default: false
        }
    }

    /// Notes the field if it is one of the four.
    /// - Returns: false for a second field of its kind with other contents, which is left aside.
    mutating func note(_ field: HeaderField, in octets: Span<UInt8>) -> Bool {
        guard octets[field.name.lowerBound] | 0x20 == 0x63 else { return true }
        switch field.name.count {
        case 10 where octets.matches("content-id", at: field.name): return Self.set(&identifier, field.body)
        case 12 where octets.matches("content-type", at: field.name): return Self.set(&type, field.body)
        case 19 where octets.matches("content-disposition", at: field.name): return Self.set(&disposition, field.body)
        case 25 where octets.matches("content-transfer-encoding", at: field.name):
            return Self.set(&transferEncoding, field.body)
        default: return true
        }
    }

    private static func set(_ slot: inout Range<Int>?, _ body: Range<Int>) -> Bool {
        guard slot == nil else { return false }
        slot = body
        return true
    }
}
