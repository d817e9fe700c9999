// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Gathers the octets of a file that come piece by piece: in memory at first, on the disk when it grows.
package struct OctetCollector: ~Copyable {
    /// The largest file kept in memory, in octets. An archive may have hundreds that are kept at once.
    package static let maximumMemory = 256 << 10

    private let scratch: ScratchFolder
    private var held: [UInt8] = []
    private var descriptor: Int32?
    private var hasFailed = false
    package private(set) var count = 0

    package init(scratch: ScratchFolder = ScratchFolder()) {
        self.scratch = scratch
    }

    deinit {
        if let descriptor { close(descriptor) }
    }

    package mutating func append(_ octets: Span<UInt8>) {
        guard !hasFailed else { return }
        count += octets.count
        if let descriptor {
            hasFailed = !ScratchFolder.write(octets, to: descriptor)
        } else {
            unsafe octets.withUnsafeBufferPointer { unsafe held.append(contentsOf: $0) }
            if held.count > Self.maximumMemory { spill() }
        }
    }

    private mutating func spill() {
        descriptor = scratch.makeFile()
        hasFailed = descriptor.map { !ScratchFolder.write(held.span, to: $0) } ?? true
        held = []
    }

    /// Everything gathered, or nil when the disk had no room for it.
    package consuming func finish() -> FileOctets? {
        guard !hasFailed else { return nil }
        guard let open = descriptor else { return FileOctets(held) }
        descriptor = nil
        return FileOctets(descriptor: open)
    }
}
