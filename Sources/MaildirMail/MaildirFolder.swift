// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc

/// A Maildir on the disk: `tmp`, `new` and `cur`, and what lies in the latter two.
final class MaildirFolder {
    enum Part: String, CaseIterable {
        case new, cur
    }

    struct Entry: Hashable {
        let part: Part
        let name: MaildirFileName
    }

    let path: String
    let root: OpenFile
    private let parts: [Part: OpenFile]

    /// Opens a folder that is there. One of its parts may be missing (tools that copy folders drop empty ones) and is made.
    init(opening path: String) throws(SystemError) {
        self.path = path
        root = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        let folder = root.descriptor
        let isMaildir = ["new", "cur", "tmp"].contains { (name: String) in faccessat(folder, name, F_OK, 0) == 0 }
        guard isMaildir else { throw SystemError(number: ENOENT) }
        parts = try Self.openParts(in: root)
    }

    /// Opens a folder, made when missing, with all folders above it.
    init(making path: String) throws(SystemError) {
        self.path = path
        try Self.make(path)
        root = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        parts = try Self.openParts(in: root)
    }

    private static func openParts(in root: OpenFile) throws(SystemError) -> [Part: OpenFile] {
        var parts: [Part: OpenFile] = [:]
        for name in ["tmp", "new", "cur"] where mkdirat(root.descriptor, name, 0o700) != 0 && errno != EEXIST { throw .latest }
        for part in Part.allCases { parts[part] = try OpenFile(part.rawValue, in: root, O_RDONLY | O_DIRECTORY) }
        return parts
    }

    private static func make(_ path: String) throws(SystemError) {
        var made = path.hasPrefix("/") ? "" : "."
        for component in path.split(separator: "/") {
            let parent = made.isEmpty ? "/" : made
            made += "/\(component)"
            if mkdir(made, 0o700) == 0 {
                try OpenFile(parent, O_RDONLY | O_DIRECTORY).synchronize()
            } else if errno != EEXIST {
                throw .latest
            }
        }
    }

    func folder(_ part: Part) throws(SystemError) -> OpenFile {
        guard let folder = parts[part] else { throw SystemError(number: ENOENT) }
        return folder
    }

    /// All messages, by the unique part of their names.
    ///
    /// Other programs move files from `new` to `cur` meanwhile: `new` is read first, so that a file is met in one of the two at
    /// least, and the reading is repeated when a folder changed under it.
    func entries() throws(SystemError) -> [String: Entry] {
        var found: [String: Entry] = [:]
        for _ in 0..<3 {
            found = [:]
            let before = try changeTimes()
            for part in Part.allCases {
                for name in try names(in: part) {
                    let name = MaildirFileName(name)
                    found[name.unique] = Entry(part: part, name: name)
                }
            }
            if try changeTimes() == before { break }
        }
        return found
    }

    /// When `new` and `cur` last gained or lost a name, in nanoseconds.
    func changeTimes() throws(SystemError) -> [Int] {
        var times: [Int] = []
        for part in Part.allCases {
            let status = try folder(part).status()
            times.append(status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
        }
        return times
    }

    private func names(in part: Part) throws(SystemError) -> [String] {
        let folder = try folder(part).descriptor
        let descriptor = try checked { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard let stream = fdopendir(descriptor) else {
            let error = SystemError.latest
            close(descriptor)
            throw error
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") && entry.pointee.d_type != DT_DIR { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .latest }
        return names
    }

    /// When and how large a message is; `nil` when it is gone.
    func status(of entry: Entry) throws(SystemError) -> stat? {
        var status = stat()
        if fstatat(try folder(entry.part).descriptor, entry.name.whole, &status, 0) == 0 { return status }
        guard errno == ENOENT else { throw .latest }
        return nil
    }

    /// `nil` when it is gone.
    func open(_ entry: Entry) throws(SystemError) -> OpenFile? {
        do throws(SystemError) {
            return try OpenFile(entry.name.whole, in: try folder(entry.part), O_RDONLY)
        } catch {
            guard error.number == ENOENT else { throw error }
            return nil
        }
    }

    /// Renames into `cur` of `target`, another Maildir or this one. Answers false when the message is gone.
    func move(_ entry: Entry, to target: MaildirFolder, as name: String) throws(SystemError) -> Bool {
        let source = try folder(entry.part).descriptor
        if renameat(source, entry.name.whole, try target.folder(.cur).descriptor, name) == 0 { return true }
        guard errno == ENOENT else { throw .latest }
        return false
    }

    /// Answers false when the message is gone.
    func remove(_ entry: Entry) throws(SystemError) -> Bool {
        if unlinkat(try folder(entry.part).descriptor, entry.name.whole, 0) == 0 { return true }
        guard errno == ENOENT else { throw .latest }
        return false
    }

    func synchronize() throws(SystemError) {
        for part in Part.allCases { try folder(part).synchronize() }
    }
}
