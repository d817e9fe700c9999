// SPDX-License-Identifier: Apache-2.0
import Glibc
package import MailTransport
import Synchronization

/// A whole file that waits for ``Vault/commit(_:)``.
package struct SealedDeposit: Hashable, Sendable {
    package let digest: MessageDigest
    /// In octets.
    package let size: Int
    /// The name in the temporary folder.
    let name: String
}

/// A file being filled, octets in order. Used by one thread at a time; other threads wait.
package final class VaultDeposit: Sendable {
    /// Octets up to here wait in memory, so that a small letter is one write.
    package static let maximumBufferedOctets = 256 * 1024
    /// After so many octets the system is asked to begin writing, so that the sync at the end is short.
    static let writebackOctets = 8 * 1024 * 1024

    private struct State {
        var buffer: [UInt8]
        var hasher = OctetHasher()
        var file: Int32 = -1
        var size = 0
        var written = 0
        var unannounced = 0
        var isClosed = false
    }

    private let vault: Vault
    private let name: String
    private let state: Mutex<State>

    init(vault: Vault, name: String, buffer: [UInt8]) {
        self.vault = vault
        self.name = name
        state = Mutex(State(buffer: buffer))
    }

    deinit { abandon() }

    /// The octets so far.
    package var size: Int { state.withLock { $0.size } }

    /// Adds the next octets.
    package func append(_ octets: RawSpan) throws(VaultError) {
        try octets.withUnsafeBytes { (octets) throws(VaultError) in
            try state.withLock { (state) throws(VaultError) in
                state.size += octets.count
                if state.buffer.count + octets.count <= Self.maximumBufferedOctets {
                    state.buffer.append(contentsOf: octets)
                } else {
                    try flush(&state)
                    try write(octets, &state)
                }
            }
        }
    }

    /// Ends the file. Not durable yet.
    package func seal() throws(VaultError) -> SealedDeposit {
        try state.withLock { (state) throws(VaultError) in
            precondition(!state.isClosed, "a deposit is sealed once")
            let digest: MessageDigest
            if state.file < 0 {
                digest = OctetHasher.digest(of: state.buffer.span.bytes)
                try writeWhole(&state)
            } else {
                try flush(&state)
                digest = state.hasher.finalize()
            }
            guard closeFile(&state) == 0 else {
                throw VaultError(errno: errno, path: vault.folder.temporaryPath(name), step: "close")
            }
            state.isClosed = true
            vault.returnBuffer(state.buffer)
            state.buffer = []
            return SealedDeposit(digest: digest, size: state.size, name: name)
        }
    }

    /// Throws the octets away. Nothing happens when the deposit is sealed.
    package func abandon() {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.isClosed = true
            if state.file >= 0 {
                _ = closeFile(&state)
                vault.folder.removeTemporary(name)
            }
            vault.returnBuffer(state.buffer)
            state.buffer = []
        }
    }

    private func writeWhole(_ state: inout sending State) throws(VaultError) {
        state.file = try vault.folder.createTemporary(name)
        let buffer = state.buffer
        state.buffer = []
        defer { state.buffer = buffer }
        try buffer.span.bytes.withUnsafeBytes { (octets) throws(VaultError) in try writeAll(octets, to: state.file) }
    }

    private func flush(_ state: inout sending State) throws(VaultError) {
        guard !state.buffer.isEmpty || state.file < 0 else { return }
        var buffer = state.buffer
        state.buffer = []
        try buffer.span.bytes.withUnsafeBytes { (octets) throws(VaultError) in try write(octets, &state) }
        buffer.removeAll(keepingCapacity: true)
        state.buffer = buffer
    }

    private func write(_ octets: UnsafeRawBufferPointer, _ state: inout sending State) throws(VaultError) {
        if state.file < 0 { state.file = try vault.folder.createTemporary(name) }
        state.hasher.update(RawSpan(_unsafeBytes: octets))
        try writeAll(octets, to: state.file)
        state.written += octets.count
        state.unannounced += octets.count
        if state.unannounced >= Self.writebackOctets {
            // A hint only, and the one Linux takes as "begin to write" for a dirty stretch; the sync of the commit does the rest.
            posix_fadvise(state.file, state.written - state.unannounced, state.unannounced, POSIX_FADV_DONTNEED)
            state.unannounced = 0
        }
    }

    private func writeAll(_ octets: UnsafeRawBufferPointer, to file: Int32) throws(VaultError) {
        var rest = octets
        while let start = rest.baseAddress, !rest.isEmpty {
            let written = Glibc.write(file, start, rest.count)
            if written > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
            } else if errno != EINTR {
                throw VaultError(errno: errno, path: vault.folder.temporaryPath(name), step: "write")
            }
        }
    }

    private func closeFile(_ state: inout sending State) -> Int32 {
        defer { state.file = -1 }
        return Glibc.close(state.file)
    }
}
