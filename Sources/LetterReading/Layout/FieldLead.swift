// SPDX-License-Identifier: Apache-2.0

/// What leads from the label of a form's field to its value: «ПІБ: …», «ПІБ ........ …».
struct FieldLead {
    /// Positions in ``NormalizedText/tokens``: of the colon both, of a row of points its ends.
    let first: Int
    let last: Int

    /// - Parameter limit: tokens a label may have, its colon included.
    init?(_ line: Range<Int>, _ text: NormalizedText, within limit: Int) {
        for index in line.prefix(limit).dropFirst() {
            if text.tokens[index].isMark(":") {
                (first, last) = (index, index)
                return
            }
            let row = (index..<line.upperBound).prefix { text.tokens[$0].isMark(".") || text.tokens[$0].isMark("_") }
            guard row.count >= Self.fewestPoints else { continue }
            (first, last) = (index, row.upperBound - 1)
            return
        }
        return nil
    }

    /// More than the three of an ellipsis.
    private static let fewestPoints = 4
}
