// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Where the files of the configuration are read from: the system's disk, or a test's table.
package struct FileSource: Sendable {
    package struct Contents: Hashable, Sendable {
        package let octets: [UInt8]
        /// The permission bits: `0o600`.
        package let mode: UInt32

        package init(octets: [UInt8], mode: UInt32) {
            self.octets = octets
            self.mode = mode
        }
    }

    /// Why a file cannot be read, in the system's words: “No such file or directory”.
    package struct Failure: Error, Hashable, Sendable {
        package let reason: String
        package let isMissing: Bool

        package init(reason: String, isMissing: Bool) {
            self.reason = reason
            self.isMissing = isMissing
        }
    }

    /// The whole file at a path.
    package let contents: @Sendable (String) throws(Failure) -> Contents

    package init(_ contents: @escaping @Sendable (String) throws(Failure) -> Contents) { self.contents = contents }

    /// The system's files; at most ``maximumSize`` octets of one.
    package static let system = FileSource { path throws(Failure) in
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure(errorNumber: errno) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(errorNumber: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(reason: "it is not a regular file", isMissing: false)
        }
        return Contents(octets: try octets(from: descriptor), mode: status.st_mode & 0o7777)
    }

    /// No file of a configuration comes near it: 16 MiB.
    package static let maximumSize = 16 << 20

    private static func octets(from descriptor: Int32) throws(Failure) -> [UInt8] {
        var octets: [UInt8] = []
        while true {
            var failure: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                let number = read(descriptor, buffer.baseAddress, buffer.count)
                if number < 0 { failure = errno }
                count = max(number, 0)
            }
            guard failure == 0 || failure == EINTR else { throw Failure(errorNumber: failure) }
            if failure == 0 && piece.isEmpty { return octets }
            octets += piece
            guard octets.count <= maximumSize else { throw Failure(reason: "it is larger than 16 MiB", isMissing: false) }
        }
    }
}

extension FileSource.Failure {
    fileprivate init(errorNumber: Int32) {
        self.init(
            reason: strerror(errorNumber).map { String(cString: $0) } ?? "error \(errorNumber)", isMissing: errorNumber == ENOENT)
    }
}
