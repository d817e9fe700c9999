// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The octets of one file, never changed: small ones in memory, large ones in an unlinked file whose pages the kernel may drop.
package final class FileOctets: Sendable {
    private enum Store {
        case memory([UInt8])
        /// `address` is the start of a read-only mapping of `descriptor`; a number, so that threads may share it.
        case file(descriptor: Int32, address: UInt)
    }

    private let store: Store
    /// In octets.
    package let count: Int

    package init(_ octets: [UInt8]) {
        store = .memory(octets)
        count = octets.count
    }

    /// Maps an open regular file, which must not be shortened while this lives. Takes the descriptor over.
    /// - Returns: `nil` when the file cannot be mapped; the descriptor is closed then.
    package init?(descriptor: Int32) {
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0, facts.st_size > 0,
            let start = unsafe mmap(nil, Int(facts.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
            unsafe start != MAP_FAILED
        else {
            close(descriptor)
            return nil
        }
        count = Int(facts.st_size)
        store = unsafe .file(descriptor: descriptor, address: UInt(bitPattern: start))
    }

    deinit {
        guard case .file(let descriptor, let address) = store else { return }
        if let start = unsafe UnsafeMutableRawPointer(bitPattern: address) { unsafe munmap(start, count) }
        close(descriptor)
    }

    /// Lends all octets for the time of the call.
    package func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch store {
        case .memory(let octets): return try body(octets.span)
        case .file(_, let address):
            // The mapping is of that length and lives as long as self.
            let octets = unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
            return try body(unsafe Span<UInt8>(_unsafeBytes: octets))
        }
    }

    /// The octets as an array: a copy where they lie in a file.
    package var array: [UInt8] {
        if case .memory(let octets) = store { return octets }
        return withSpan { $0.octets(in: 0..<$0.count) }
    }

    /// Runs `body` with a descriptor of a file that holds the octets, to be read from its start; nil where there is no room for one.
    func withDescriptor<Result>(scratch: ScratchFolder, _ body: (Int32) -> Result) -> Result? {
        switch store {
        case .file(let descriptor, _):
            // Opened anew, so that two programs at once have a place in the file each.
            let own = unsafe open("/proc/self/fd/\(descriptor)", O_RDONLY | O_CLOEXEC)
            guard own >= 0 else { return nil }
            defer { close(own) }
            return body(own)
        case .memory(let octets):
            guard let descriptor = scratch.makeFile() else { return nil }
            defer { close(descriptor) }
            guard ScratchFolder.write(octets.span, to: descriptor) else { return nil }
            lseek(descriptor, 0, SEEK_SET)
            return body(descriptor)
        }
    }
}

extension Span where Element == UInt8 {
    /// A copy of the octets in `range`, which must lie inside.
    func octets(in range: Range<Int>) -> [UInt8] {
        unsafe extracting(range).withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }
}
