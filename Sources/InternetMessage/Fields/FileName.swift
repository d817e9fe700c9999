// SPDX-License-Identifier: Apache-2.0

/// File names as letters carry them, which are words of a stranger and never a path.
package enum FileName {
    /// Characters of a name shown; longer ones lose their middle, not their extension.
    package static let maximumCharacters = 200

    /// The last path component of `name` without control and direction characters; nil where nothing is left.
    package static func forDisplay(_ name: String) -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x2F, 0x5C: scalars.removeAll(keepingCapacity: true)
            // Direction marks let "exe.pdf" read as "fdp.exe".
            case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
            default: scalars.append(scalar)
            }
        }
        var text = String(scalars)
        while let first = text.first, first == " " { text.removeFirst() }
        while let last = text.last, last == " " { text.removeLast() }
        guard !text.isEmpty, text != ".", text != ".." else { return nil }
        guard text.count > maximumCharacters else { return text }
        return text.prefix(maximumCharacters - 32) + "…" + text.suffix(31)
    }
}
