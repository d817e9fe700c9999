// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// A file of equal slots that is made once and written over for ever: what is written is durable when the call returns, and since
/// the file never grows a write costs one flush of the disk and no change of its folder or of its map.
///
/// Made and opened at the first use. One process at a time; blocks the calling thread.
package final class SlotFile: Sendable {
    /// One sector of any disk: a slot is written as a whole or not at all, but a reader must not count on it.
    package static let slotOctets = 512

    /// The file, as given.
    package let path: String
    /// How many slots there are.
    package let count: Int
    private let beforeDurableStep: Vault.StepHook?
    private let file = Mutex<Int32>(-1)

    package init(path: String, count: Int, beforeDurableStep: Vault.StepHook? = nil) {
        self.path = path
        self.count = count
        self.beforeDurableStep = beforeDurableStep
    }

    deinit {
        file.withLock { if $0 >= 0 { Glibc.close($0) } }
    }

    /// Writes one slot; `octets` are at most ``slotOctets``, the rest becomes zero.
    ///
    /// - Throws: ``VaultError``; after one with `isFatal` the process must end. What the step hook throws.
    package func write(_ octets: [UInt8], at slot: Int) throws {
        precondition(slot < count && octets.count <= Self.slotOctets, "a slot has its size")
        let whole = octets + [UInt8](repeating: 0, count: Self.slotOctets - octets.count)
        try file.withLock { file in
            try open(&file)
            try beforeDurableStep?("slot.write")
            try put(whole, at: slot * Self.slotOctets, file)
            guard fdatasync(file) == 0 else { throw VaultError.notDurable(errno: errno, path: path) }
        }
    }

    /// All slots, in order; those never written are zero.
    package func slots() throws -> [ArraySlice<UInt8>] {
        let octets = try file.withLock { file in
            try open(&file)
            var octets = [UInt8](repeating: 0, count: count * Self.slotOctets)
            guard pread(file, &octets, octets.count, 0) >= 0 else { throw VaultError(errno: errno, path: path, step: "read") }
            return octets
        }
        return (0..<count).map { octets[$0 * Self.slotOctets..<($0 + 1) * Self.slotOctets] }
    }

    private func open(_ file: inout Int32) throws {
        guard file < 0 else { return }
        let opened = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw VaultError(errno: errno, path: path, step: "open") }
        do {
            var facts = stat()
            guard fstat(opened, &facts) == 0 else { throw VaultError(errno: errno, path: path, step: "stat") }
            if Int(facts.st_size) < count * Self.slotOctets { try fill(opened, from: Int(facts.st_size)) }
        } catch {
            Glibc.close(opened)
            throw error
        }
        file = opened
    }

    /// Zeros are written, not only set aside: blocks set aside would change the file's map at their first use.
    private func fill(_ file: Int32, from start: Int) throws {
        try beforeDurableStep?("slot.make")
        try put([UInt8](repeating: 0, count: count * Self.slotOctets - start), at: start, file)
        guard fsync(file) == 0 else { throw VaultError.notDurable(errno: errno, path: path) }
        let folderPath = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let folder = Glibc.open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw VaultError(errno: errno, path: folderPath, step: "open folder") }
        defer { Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw VaultError.notDurable(errno: errno, path: folderPath) }
    }

    private func put(_ octets: [UInt8], at offset: Int, _ file: Int32) throws(VaultError) {
        var done = 0
        while done < octets.count {
            let written = octets.withUnsafeBytes {
                pwrite(file, $0.baseAddress.map { $0 + done }, octets.count - done, offset + done)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw VaultError(errno: errno, path: path, step: "write") }
            done += written
        }
    }
}
