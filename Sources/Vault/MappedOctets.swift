// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file of the vault in the address space, read only. Resident only where it was read lately.
package final class MappedOctets: Sendable {
    /// In octets.
    package let count: Int
    /// The start of the mapping; a number, so that threads may share it. The octets never change.
    private let address: UInt

    init(folder: VaultFolder, place: String) throws(VaultError) {
        let file = try folder.openFile(place)
        defer { Glibc.close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw VaultError(errno: errno, path: "\(folder.path)/\(place)", step: "stat") }
        count = Int(facts.st_size)
        guard count > 0 else {
            address = 0
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw VaultError(errno: errno, path: "\(folder.path)/\(place)", step: "map")
        }
        address = UInt(bitPattern: start)
        madvise(start, count, MADV_SEQUENTIAL)
    }

    deinit {
        if let start = UnsafeMutableRawPointer(bitPattern: address) { munmap(start, count) }
    }

    /// Lends all octets for the time of the call.
    package func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let octets = UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
        return try body(Span<UInt8>(_unsafeBytes: octets))
    }

    /// Says that octets before `offset` are not needed soon: they leave memory and come back from the disk if read again.
    package func release(upTo offset: Int) {
        guard let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
        let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
        let whole = min(max(offset, 0), count) / pageSize * pageSize
        if whole > 0 { madvise(start, whole, MADV_DONTNEED) }
    }
}
