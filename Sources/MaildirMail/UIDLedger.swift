// SPDX-License-Identifier: Apache-2.0
import Glibc
import MailTransport

/// The file `.chancery-uids` in a Maildir: the UIDs we gave to its messages, for a Maildir has none.
///
/// The first line is `chancery-uids 1 UIDVALIDITY`; each further one a UID and the unique part of a file name. Lines are only
/// ever added, in ascending order of UID, and are on the disk before a UID is told to anybody. A line cut by a crash was told
/// to nobody and is dropped. A file that is lost or does not make sense begins anew under a new UIDVALIDITY.
/// Another process may add lines too: the file is locked while it is read and written.
final class UIDLedger {
    static let fileName = ".chancery-uids"
    private static let head = "chancery-uids 1 "

    private let folder: MaildirFolder
    private var file: OpenFile?
    private var readTo = 0
    private(set) var uidValidity: UIDValidity?
    /// The UID the next message gets.
    private(set) var next: UInt32 = 1
    private var hasHead = false
    private var uids: [String: UInt32] = [:]

    init(folder: MaildirFolder) {
        self.folder = folder
    }

    func uid(of unique: String) -> UID? { uids[Self.escaped(unique)].flatMap(UID.init(rawValue:)) }

    /// Reads what is new in the file and gives the next UIDs to `names`, durably, in the order given.
    func enter(_ names: [String]) throws(SystemError) {
        let file = try current()
        try checked { flock(file.descriptor, LOCK_EX) }
        defer { flock(file.descriptor, LOCK_UN) }
        if try !load(file) { return try begin(file, names) }
        try append(names, to: file)
    }

    /// The file as it stands in the folder now, opened anew when it was taken away or replaced.
    private func current() throws(SystemError) -> OpenFile {
        if let file {
            var named = stat()
            let mine = try file.status()
            let isThere = fstatat(folder.root.descriptor, Self.fileName, &named, 0) == 0
            if isThere && named.st_ino == mine.st_ino && named.st_dev == mine.st_dev { return file }
        }
        let opened = try OpenFile(Self.fileName, in: folder.root, O_RDWR | O_CREAT | O_APPEND)
        try folder.root.synchronize()
        file = opened
        forget()
        return opened
    }

    /// Reads on from where the last reading ended. Answers false when the file does not make sense, or is empty.
    private func load(_ file: OpenFile) throws(SystemError) -> Bool {
        let size = Int(try file.status().st_size)
        guard size >= readTo else { return false }
        var octets = [UInt8](repeating: 0, count: size - readTo)
        var count = 0
        while count < octets.count {
            let got = try checked {
                octets.withUnsafeMutableBytes {
                    pread(file.descriptor, $0.baseAddress.map { $0 + count }, size - readTo - count, readTo + count)
                }
            }
            if got == 0 { break }
            count += got
        }
        var start = 0
        while let end = octets[start..<count].firstIndex(of: 0x0a) {
            guard take(octets[start..<end]) else { return false }
            start = end + 1
        }
        readTo += start
        if readTo < size {
            let whole = readTo
            try checked { ftruncate(file.descriptor, whole) }
        }
        // Lines that a failed write left behind are not on the disk yet.
        if start > 0 { try file.synchronize() }
        return hasHead
    }

    private func forget() {
        (readTo, next, uids, hasHead) = (0, 1, [:], false)
    }

    /// Takes in one line; false when it does not make sense.
    private func take(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self)
        if !hasHead {
            guard text.hasPrefix(Self.head) else { return false }
            guard let validity = UInt32(text.dropFirst(Self.head.count)).flatMap(UIDValidity.init(rawValue:)) else {
                return false
            }
            uidValidity = validity
            hasHead = true
            return true
        }
        guard let blank = text.firstIndex(of: " "), let uid = UInt32(text[..<blank]), uid >= next, uid < .max else {
            return false
        }
        uids[String(text[text.index(after: blank)...])] = uid
        next = uid + 1
        return true
    }

    private func begin(_ file: OpenFile, _ names: [String]) throws(SystemError) {
        let last = uidValidity
        try checked { ftruncate(file.descriptor, 0) }
        forget()
        guard let validity = Self.freshValidity(after: last) else { throw SystemError(number: EOVERFLOW) }
        (uidValidity, hasHead) = (validity, true)
        let line = Array("\(Self.head)\(validity)\n".utf8)
        try file.write(line)
        readTo = line.count
        try file.synchronize()
        try append(names, to: file)
    }

    /// Quarters of a second since 2026: grows by itself for 34 years, whoever deletes the file.
    private static func freshValidity(after last: UIDValidity?) -> UIDValidity? {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let quarters = (now.tv_sec - 1_767_225_600) * 4 + now.tv_nsec / 250_000_000
        let grown = max(quarters, Int(last?.rawValue ?? 0) + 1, 1)
        return UIDValidity(rawValue: UInt32(truncatingIfNeeded: grown))
    }

    private func append(_ names: [String], to file: OpenFile) throws(SystemError) {
        var lines: [UInt8] = []
        var given: [(String, UInt32)] = []
        var uid = next
        for name in names.map(Self.escaped) where uids[name] == nil && uid < .max {
            lines += Array("\(uid) \(name)\n".utf8)
            given.append((name, uid))
            uid += 1
        }
        guard !lines.isEmpty else { return }
        try file.write(lines)
        try file.synchronize()
        readTo += lines.count
        next = uid
        for (name, uid) in given { uids[name] = uid }
    }

    /// Blanks, control characters and `%` as `%XX`, so that a line is always one line.
    private static func escaped(_ name: String) -> String {
        func isPlain(_ octet: UInt8) -> Bool { octet > 0x20 && octet != 0x7f && octet != UInt8(ascii: "%") }
        guard !name.utf8.allSatisfy(isPlain) else { return name }
        let digits = Array("0123456789ABCDEF".utf8)
        let octets = name.utf8.flatMap {
            isPlain($0) ? [$0] : [UInt8(ascii: "%"), digits[Int($0 >> 4)], digits[Int($0 & 15)]]
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
