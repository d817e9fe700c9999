// SPDX-License-Identifier: Apache-2.0
import Glibc
import MailTransport

/// What the kernel said to a refused call.
struct SystemError: Error, Hashable {
    let number: Int32

    static var latest: SystemError { SystemError(number: errno) }

    var words: String { String(cString: strerror(number)) }
}

/// Calls `body` again while a signal interrupts it.
@discardableResult
func checked<Number: SignedInteger>(_ body: () -> Number) throws(SystemError) -> Number {
    while true {
        let result = body()
        if result >= 0 { return result }
        if errno != EINTR { throw .latest }
    }
}

/// An open file or folder, closed with its last holder.
final class OpenFile: Sendable {
    let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    init(_ path: String, _ flags: Int32) throws(SystemError) {
        descriptor = try checked { open(path, flags | O_CLOEXEC, 0o600) }
    }

    init(_ name: String, in folder: OpenFile, _ flags: Int32) throws(SystemError) {
        descriptor = try checked { openat(folder.descriptor, name, flags | O_CLOEXEC, 0o600) }
    }

    deinit { close(descriptor) }

    /// Returns once what was written is on the disk.
    func synchronize() throws(SystemError) {
        try checked { fsync(descriptor) }
    }

    func status() throws(SystemError) -> stat {
        var status = stat()
        try checked { fstat(descriptor, &status) }
        return status
    }

    func write(_ octets: [UInt8]) throws(SystemError) {
        var written = 0
        while written < octets.count {
            written += try checked {
                octets.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, octets.count - written) }
            }
        }
    }

    /// Fills the front of `buffer`; 0 at the end of the file.
    func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
        let count = buffer.count
        return try checked { buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, count) } }
    }
}

extension MailError {
    /// Puts a refused system call into words. `path` names the folder at fault.
    init(_ error: SystemError, path: String, step: String) {
        let (code, advice, isTransient): (Code, String, Bool) =
            switch error.number {
            case ENOENT, ENOTDIR: (.noSuchMailbox, "Check that the folder exists and holds new, cur and tmp.", false)
            case EACCES, EPERM, EROFS: (.storageFailed, "Let the service's user read and write this folder.", false)
            case ENOSPC, EDQUOT: (.storageFull, "Free space on this disk; nothing was lost, it is tried again.", true)
            case EMFILE, ENFILE: (.storageFailed, "Raise the limit of open files; it is tried again.", true)
            default: (.storageFailed, "Check the disk and its mount; it is tried again.", true)
            }
        self.init(code, server: "maildir:\(path)", step: step, reply: error.words, advice: advice, isTransient: isTransient)
    }
}
