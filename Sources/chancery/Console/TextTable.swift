// SPDX-License-Identifier: Apache-2.0

/// Rows as aligned columns on a terminal, tab-separated in a pipe.
struct TextTable {
    private let heading: [String]
    private var rows: [[String]] = []

    init(_ heading: String...) {
        self.heading = heading
    }

    /// Adds one row; a line break inside a cell becomes a space.
    mutating func add(_ cells: String...) {
        rows.append(cells.map { $0.replacing("\n", with: " ").replacing("\t", with: " ") })
    }

    /// The lines. In a pipe there is no heading and no padding, so that `cut` and `awk` can work.
    func lines(forTerminal: Bool) -> [String] {
        guard forTerminal else { return rows.map { $0.joined(separator: "\t") } }
        let all = [heading] + rows
        let widths = heading.indices.map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return all.enumerated().map { number, row in
            let padded = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            let line = padded.joined(separator: "  ")
            return number == 0 ? "\u{1B}[1m\(line)\u{1B}[0m" : line
        }
    }

    /// Prints them.
    func print() {
        for line in lines(forTerminal: StandardOutput.isTerminal) { StandardOutput.line(line) }
    }
}
