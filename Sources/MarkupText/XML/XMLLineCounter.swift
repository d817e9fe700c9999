// SPDX-License-Identifier: Apache-2.0

/// Counts lines as reading goes on; each octet is looked at once.
struct XMLLineCounter {
    private var line = 1
    private var counted = 0

    /// The line of `position`, which is never before the last one asked for.
    mutating func line(at position: Int, in octets: Span<UInt8>) -> Int {
        guard position > counted else { return line }
        let passed = octets.extracting(counted..<position)
        var count = 0
        for index in passed.indices where passed[index] == 0x0a { count += 1 }
        line += count
        counted = position
        return line
    }
}
