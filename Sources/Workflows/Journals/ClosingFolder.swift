// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import OfficeStore

/// The files of closed days: `JOURNAL/YYYY-MM-DD.txt`. The register has the same text, so a file that is lost can be written again.
struct ClosingFolder: Sendable {
    let path: String

    /// Writes the file of a closing where there is none; one that is there is left as it is, changed or not.
    func write(_ closing: ClosedDay) throws {
        let file = file(of: closing)
        guard !FileManager.default.fileExists(atPath: file) else { return }
        try FileManager.default.createDirectory(
            atPath: "\(path)/\(closing.journal)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(closing.text.utf8).write(to: URL(filePath: file), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }

    /// Nil when there is no such file.
    func octets(of closing: ClosedDay) throws -> [UInt8]? {
        let file = file(of: closing)
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return Array(try Data(contentsOf: URL(filePath: file)))
    }

    private func file(of closing: ClosedDay) -> String { "\(path)/\(closing.journal)/\(closing.day).txt" }
}
