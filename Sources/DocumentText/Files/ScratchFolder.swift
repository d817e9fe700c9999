// SPDX-License-Identifier: Apache-2.0
import CConfine
import Glibc

/// Where files lie that have no name and vanish with their last holder, whatever ends the process.
package struct ScratchFolder: Hashable, Sendable {
    /// A folder of a real disk: `/tmp` lies in memory on many machines, `/var/tmp` does not, and `PrivateTmp=yes` covers both.
    package let path: String

    package init(path: String = "/var/tmp") {
        self.path = path
    }

    /// A new empty file open for reading and writing, or nil where the folder takes none.
    func makeFile() -> Int32? {
        let descriptor = unsafe path.withCString { unsafe chancery_make_nameless_file($0) }
        return descriptor >= 0 ? descriptor : nil
    }

    /// Writes all octets at the file's position; false when the disk refuses.
    static func write(_ octets: Span<UInt8>, to descriptor: Int32) -> Bool {
        unsafe octets.withUnsafeBytes { octets in
            var written = 0
            while written < octets.count {
                guard let start = octets.baseAddress else { return true }
                let count = unsafe Glibc.write(descriptor, start + written, octets.count - written)
                if count < 0, errno != EINTR { return false }
                written += max(0, count)
            }
            return true
        }
    }
}
