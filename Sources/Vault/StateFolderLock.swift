// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The right to be the one daemon on a state folder. Ends with the object or the process, also after a kill.
package final class StateFolderLock: Sendable {
    /// The file in the state folder; it holds the process number and what it does, for people.
    package static let fileName = "chancery.lock"
    private let file: Int32

    /// Takes the folder.
    ///
    /// - Parameter holder: what this process does, such as `chancery run`.
    /// - Throws: ``VaultError`` with code ``VaultError/Code/held`` that names the process which has it.
    package init(directory: String, holder: String) throws(VaultError) {
        let path = "\(directory)/\(Self.fileName)"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw VaultError(errno: errno, path: path, step: "open") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            let other = Self.content(of: file)
            Glibc.close(file)
            guard number == EWOULDBLOCK else { throw VaultError(errno: number, path: path, step: "lock") }
            throw VaultError(
                .held, path: path, step: "lock", reason: "held by \(other.isEmpty ? "another process" : other)",
                advice: "Stop that process first, or give this one a state folder of its own.")
        }
        self.file = file
        let content = Array("process \(getpid()), \(holder)\n".utf8)
        // For people only; the lock holds without it, on a full disk too.
        ftruncate(file, 0)
        _ = pwrite(file, content, content.count, 0)
    }

    deinit { Glibc.close(file) }

    private static func content(of file: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 200)
        let count = pread(file, &buffer, buffer.count, 0)
        guard count > 0 else { return "" }
        return String(decoding: buffer.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
