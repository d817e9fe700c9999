// SPDX-License-Identifier: Apache-2.0
import Glibc
package import MailTransport
import Synchronization

/// Raw letters and files, kept for ever under their SHA-256 as `ab/cdef…` (2 and 62 hexadecimal digits).
///
/// A file has its name only when its octets are durable, so a name is a promise. Several processes may use one vault. Blocks the
/// calling thread; keep it off the cooperative pool.
package final class Vault: Sendable {
    /// What a test throws from to cut a commit before a durable step; the text names the step.
    package typealias StepHook = @Sendable (_ step: String) throws -> Void

    /// The folder, as given.
    package var directory: String { folder.path }
    let folder: VaultFolder
    let beforeDurableStep: StepHook?
    private let prefix: String
    private let counter = Atomic<UInt64>(0)
    private let spareBuffers = Mutex<[[UInt8]]>([])

    /// Opens the vault, makes it (mode 0700) when missing, and sweeps what a crash left half written if no living process uses it.
    package init(directory: String, beforeDurableStep: StepHook? = nil) throws(VaultError) {
        self.beforeDurableStep = beforeDurableStep
        var generator = SystemRandomNumberGenerator()
        prefix = "\(getpid())-\(String(generator.next(), radix: 36))-"
        folder = try VaultFolder(path: directory)
        try makeSubfolders()
        try sweep()
    }

    /// An empty file to be filled. Its octets are nobody's until ``commit(_:)``.
    package func deposit() throws(VaultError) -> VaultDeposit {
        let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
        return VaultDeposit(vault: self, name: prefix + String(number), buffer: takeBuffer())
    }

    /// Whether the vault has these octets.
    package func contains(_ digest: MessageDigest) -> Bool { size(of: digest) != nil }

    /// The size in octets, or `nil` when the vault has no such letter.
    package func size(of digest: MessageDigest) -> Int? { folder.size(of: VaultFolder.place(of: digest)) }

    /// The octets for reading, without taking memory for all of them.
    package func map(_ digest: MessageDigest) throws(VaultError) -> MappedOctets {
        try MappedOctets(folder: folder, place: VaultFolder.place(of: digest))
    }

    /// The octets in memory; for small files.
    package func octets(of digest: MessageDigest) throws(VaultError) -> [UInt8] {
        let mapped = try map(digest)
        return mapped.withSpan { span in span.withUnsafeBufferPointer { Array($0) } }
    }

    /// The octets free for us on the file system.
    package func freeSpace() throws(VaultError) -> Int {
        var facts = statvfs()
        guard fstatvfs(folder.root, &facts) == 0 else {
            throw VaultError(errno: errno, path: directory, step: "ask for free space")
        }
        return Int(facts.f_bavail) * Int(facts.f_frsize)
    }

    func takeBuffer() -> [UInt8] { spareBuffers.withLock { $0.popLast() } ?? [] }

    /// Takes a buffer back for the next deposit: a letter then costs no fresh pages.
    func returnBuffer(_ buffer: [UInt8]) {
        var buffer = buffer
        buffer.removeAll(keepingCapacity: true)
        spareBuffers.withLock { spare in
            if spare.count < 4 { spare.append(buffer) }
        }
    }

    private func makeSubfolders() throws(VaultError) {
        guard access("\(directory)/ff", F_OK) != 0 else { return }
        for number in 0..<256 {
            let name = String(number + 256, radix: 16).suffix(2)
            guard mkdirat(folder.root, String(name), 0o700) == 0 || errno == EEXIST else {
                throw VaultError(errno: errno, path: "\(directory)/\(name)", step: "make folder")
            }
        }
        guard fsync(folder.root) == 0 else { throw .notDurable(errno: errno, path: directory) }
    }

    /// Every process holds a shared lock while it uses the vault; who gets it alone may throw away what is half written.
    private func sweep() throws(VaultError) {
        if flock(folder.temporary, LOCK_EX | LOCK_NB) == 0 {
            for name in try folder.names(in: VaultFolder.temporaryName) { folder.removeTemporary(name) }
        }
        while flock(folder.temporary, LOCK_SH) != 0 {
            guard errno == EINTR else { throw VaultError(errno: errno, path: directory, step: "lock") }
        }
    }
}
