// SPDX-License-Identifier: Apache-2.0

/// Keeps count of parentheses and quotation marks in a response that comes line by line.
struct Nesting {
    private(set) var depth = 0
    private(set) var isQuoted = false
    /// The first octet not looked at yet.
    var position = 0

    /// Looks at the rest of `line`.
    mutating func scan(_ line: [UInt8]) throws(GrammarError) {
        while position < line.count {
            switch line[position] {
            case UInt8(ascii: "\\") where isQuoted: position += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "(") where !isQuoted: depth += 1
            case UInt8(ascii: ")") where !isQuoted: depth -= 1
            default: break
            }
            guard depth <= ResponseReader.maximumNesting else { throw .nestingTooDeep }
            position += 1
        }
    }
}
