// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder of its own for a test or a server; gone with the value.
package final class ServerFolder: Sendable {
    package let path: String

    package init() throws {
        path = "/tmp/chancery-\(UInt32.random(in: 0 ... .max))"
        // Servers started as root read it as their own users.
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and answers its path.
    @discardableResult
    package func write(_ text: String, to name: String, mode: Int = 0o644) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    /// Makes a folder and answers its path.
    @discardableResult
    package func folder(_ name: String, mode: Int = 0o755) throws -> String {
        let folder = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
        return folder
    }
}
