// SPDX-License-Identifier: Apache-2.0
import CConfine
import Glibc

/// The pipe a program writes into, and what came out of it. Closed with its last holder.
final class OutputPipe {
    /// -1 once the other side has closed it, which `poll` passes over.
    private(set) var reader: Int32
    private(set) var writer: Int32
    private(set) var octets: [UInt8] = []
    private(set) var isOverLimit = false
    private let limit: Int

    var isClosed: Bool { reader < 0 }

    init?(limit: Int) {
        var ends: (reader: Int32, writer: Int32) = (-1, -1)
        guard unsafe chancery_make_pipe(&ends.reader, &ends.writer) == 0 else { return nil }
        (reader, writer) = ends
        self.limit = limit
    }

    deinit {
        closeWriter()
        closeReader()
    }

    func closeWriter() {
        if writer >= 0 { close(writer) }
        writer = -1
    }

    private func closeReader() {
        if reader >= 0 { close(reader) }
        reader = -1
    }

    /// Reads once what is there; keeps at most the limit and throws the rest away.
    func take() {
        guard reader >= 0 else { return }
        let room = 64 << 10
        var count = 0
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
            count = unsafe read(reader, buffer.baseAddress, room)
            written = max(0, count)
        }
        if count == 0 || (count < 0 && errno != EINTR) { return closeReader() }
        let kept = min(piece.count, limit - octets.count)
        octets += piece[..<kept]
        if kept < piece.count { isOverLimit = true }
    }
}
