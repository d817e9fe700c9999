// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file of the vault for reading: a large one in the address space, resident only where it was read lately; a small one in memory,
/// since to map and unmap it would cost more than to read it.
package final class MappedOctets: Sendable {
    /// Of the largest file that is read rather than mapped.
    package static let largestRead = 64 << 10

    /// In octets.
    package let count: Int
    /// The start of the mapping; a number, so that threads may share it. The octets never change. 0 where there is none.
    private let address: UInt
    /// Of a small file.
    private let octets: [UInt8]

    init(folder: VaultFolder, place: String) throws(VaultError) {
        let file = try folder.openFile(place)
        defer { Glibc.close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw VaultError(errno: errno, path: "\(folder.path)/\(place)", step: "stat") }
        count = Int(facts.st_size)
        guard count > Self.largestRead else {
            address = 0
            octets = try Self.read(count, from: file, path: "\(folder.path)/\(place)")
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw VaultError(errno: errno, path: "\(folder.path)/\(place)", step: "map")
        }
        address = UInt(bitPattern: start)
        octets = []
        madvise(start, count, MADV_SEQUENTIAL)
    }

    private static func read(_ count: Int, from file: Int32, path: String) throws(VaultError) -> [UInt8] {
        var problem: Int32 = 0
        let octets = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let more = pread(file, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(filled))
                if more > 0 {
                    filled += more
                } else if more == 0 || errno != EINTR {
                    problem = more == 0 ? EIO : errno
                    return
                }
            }
        }
        guard problem == 0 else { throw VaultError(errno: problem, path: path, step: "read") }
        return octets
    }

    deinit {
        if let start = UnsafeMutableRawPointer(bitPattern: address) { munmap(start, count) }
    }

    /// Lends all octets for the time of the call.
    package func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard address != 0 else {
            let octets = octets
            return try body(octets.span)
        }
        let mapping = UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
        return try body(Span<UInt8>(_unsafeBytes: mapping))
    }

    /// Says that octets before `offset` are not needed soon: they leave memory and come back from the disk if read again.
    package func release(upTo offset: Int) {
        guard let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
        let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
        let whole = min(max(offset, 0), count) / pageSize * pageSize
        if whole > 0 { madvise(start, whole, MADV_DONTNEED) }
    }
}
