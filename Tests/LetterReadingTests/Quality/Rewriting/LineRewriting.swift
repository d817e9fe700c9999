// SPDX-License-Identifier: Apache-2.0

/// Long lines broken at a column, as mailers break them; what is laid out in columns or quoted stays.
struct LineRewriting {
    private let width: Int

    init(width: Int) { self.width = width }

    init(with random: inout SeededNumbers) { width = [60, 72, 90].randomElement(using: &random) ?? 72 }

    func rewritten(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { broken(String($0)) }.joined(separator: "\n")
    }

    private func broken(_ line: String) -> String {
        guard line.count > width, !line.contains("   "), !line.hasPrefix(">"), !line.contains(": ") || line.count > 2 * width
        else {
            return line
        }
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.count + word.count + 1 > width {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " \(word)"
        }
        return (lines + [current]).joined(separator: "\n")
    }
}
