// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Ends a wait from another thread: a pipe that becomes readable (Glibc's Swift module has no eventfd).
final class WakeSignal: Sendable {
    let descriptor: Int32
    private let writing: Int32

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        try checked { pipe(&ends) }
        (descriptor, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    /// A full pipe wakes as well as one octet does.
    func raise() {
        var octet: UInt8 = 1
        _ = write(writing, &octet, 1)
    }

    func clear() {
        var octets = [UInt8](repeating: 0, count: 256)
        while read(descriptor, &octets, 256) > 0 {}
    }
}

/// Hears of new names in a Maildir by inotify(7). A file system without it (NFS) is silent: the caller looks now and then.
final class FolderWatch {
    enum Heard: Equatable {
        case names([String])
        /// More happened than the kernel kept.
        case tooMuch
        case folderGone
        case nothing
        case woken
    }

    private let descriptor: Int32

    init(_ path: String) throws(SystemError) {
        let opened = try checked { inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) }
        descriptor = opened
        let events = UInt32(IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF)
        for part in MaildirFolder.Part.allCases {
            try checked { inotify_add_watch(opened, "\(path)/\(part.rawValue)", events) }
        }
    }

    deinit { close(descriptor) }

    /// Waits for the next names, at most `milliseconds`. Blocks the calling thread.
    func wait(milliseconds: Int32, wake: WakeSignal) throws(SystemError) -> Heard {
        var polled = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        try checked { poll(&polled, 2, milliseconds) }
        if polled[1].revents != 0 { return .woken }
        return polled[0].revents == 0 ? .nothing : try read()
    }

    private func read() throws(SystemError) -> Heard {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let size = buffer.count
        let count: Int
        do throws(SystemError) {
            count = try checked { buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, size) } }
        } catch {
            if error.number == EAGAIN { return .nothing }
            throw error
        }
        var names: [String] = []
        var offset = 0
        let head = MemoryLayout<inotify_event>.size
        while offset + head <= count {
            let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
            let mask = Int(event.mask)
            if mask & Int(IN_Q_OVERFLOW) != 0 { return .tooMuch }
            if mask & Int(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) != 0 { return .folderGone }
            let end = min(offset + head + Int(event.len), count)
            let name = buffer[offset + head..<end].prefix { $0 != 0 }
            names.append(String(decoding: name, as: UTF8.self))
            offset = end
        }
        return .names(names)
    }
}
