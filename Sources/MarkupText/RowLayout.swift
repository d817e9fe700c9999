// SPDX-License-Identifier: Apache-2.0

/// How a row of a table has come out so far. Rows of figures become one line with tabs; rows that only lay out a page, whose
/// cells hold several lines, become one cell under another.
struct RowLayout {
    /// A table with visible borders keeps the tabs of empty leading cells.
    let isFramed: Bool
    var cells = 0
    private(set) var hasContent = false
    private(set) var isMultiline = false
    private var measuredTo = 0

    init(isFramed: Bool) {
        self.isFramed = isFramed
    }

    /// A row starts where `position` octets are written.
    mutating func begin(at position: Int) {
        (cells, hasContent, isMultiline, measuredTo) = (0, false, false, position)
    }

    /// Looks at what was written since the last time: every octet is looked at once for each table around it.
    mutating func measure(_ output: [UInt8]) {
        guard !isMultiline else { return }
        for octet in output[min(measuredTo, output.count)...] {
            if octet == 0x0a {
                isMultiline = isMultiline || hasContent
            } else {
                hasContent = true
            }
        }
        measuredTo = output.count
    }
}
