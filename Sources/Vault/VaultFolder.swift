// SPDX-License-Identifier: Apache-2.0
import Glibc
import MailTransport

/// The open folders of a vault and the calls on them, each with the system's error as a ``VaultError``.
final class VaultFolder: Sendable {
    static let temporaryName = "tmp"
    let path: String
    let root: Int32
    let temporary: Int32

    /// `syncfs(2)`, which Swift's Glibc module leaves out.
    private static let syncFileSystem: (@convention(c) @Sendable (Int32) -> Int32)? = {
        guard let address = dlsym(nil, "syncfs") else { return nil }
        return unsafeBitCast(address, to: (@convention(c) @Sendable (Int32) -> Int32).self)
    }()

    init(path: String) throws(VaultError) {
        self.path = path
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw VaultError(errno: errno, path: path, step: "make folder") }
        let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else { throw VaultError(errno: errno, path: path, step: "open folder") }
        _ = mkdirat(root, Self.temporaryName, 0o700)
        let temporary = openat(root, Self.temporaryName, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard temporary >= 0 else {
            let number = errno
            Glibc.close(root)
            throw VaultError(errno: number, path: "\(path)/\(Self.temporaryName)", step: "open folder")
        }
        self.root = root
        self.temporary = temporary
    }

    deinit {
        Glibc.close(temporary)
        Glibc.close(root)
    }

    /// The place of a letter relative to the root: 2 digits, a slash, 62 digits.
    static func place(of digest: MessageDigest) -> String {
        var place = digest.hex
        place.insert("/", at: place.index(place.startIndex, offsetBy: 2))
        return place
    }

    /// The size in octets, or `nil` when there is no such file.
    func size(of place: String) -> Int? {
        var facts = stat()
        guard fstatat(root, place, &facts, 0) == 0 else { return nil }
        return Int(facts.st_size)
    }

    func openFile(_ place: String) throws(VaultError) -> Int32 {
        let file = openat(root, place, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw VaultError(errno: errno, path: "\(path)/\(place)", step: "open") }
        return file
    }

    func createTemporary(_ name: String) throws(VaultError) -> Int32 {
        let file = openat(temporary, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw VaultError(errno: errno, path: temporaryPath(name), step: "create") }
        return file
    }

    func removeTemporary(_ name: String) { unlinkat(temporary, name, 0) }

    func temporaryPath(_ name: String) -> String { "\(path)/\(Self.temporaryName)/\(name)" }

    /// Gives a temporary file its final name.
    func install(_ name: String, at place: String) throws(VaultError) {
        guard renameat(temporary, name, root, place) == 0 else {
            throw VaultError(errno: errno, path: "\(path)/\(place)", step: "rename")
        }
    }

    /// Makes everything written to this file system so far durable, names included, in one call (since Linux 5.8 it tells errors).
    func syncEverything() throws(VaultError) {
        guard let call = Self.syncFileSystem else { throw .notDurable(errno: ENOSYS, path: path) }
        guard call(root) == 0 else { throw .notDurable(errno: errno, path: path) }
    }

    /// Makes the octets of one temporary file durable.
    func syncTemporary(_ name: String) throws(VaultError) {
        let file = openat(temporary, name, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw VaultError(errno: errno, path: temporaryPath(name), step: "open") }
        defer { Glibc.close(file) }
        guard fsync(file) == 0 else { throw .notDurable(errno: errno, path: temporaryPath(name)) }
    }

    /// Makes the names inside one subfolder durable.
    func syncFolder(_ name: String) throws(VaultError) {
        let folder = openat(root, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw VaultError(errno: errno, path: "\(path)/\(name)", step: "open folder") }
        defer { Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw .notDurable(errno: errno, path: "\(path)/\(name)") }
    }

    /// The names in a subfolder, without `.` and `..`.
    func names(in subfolder: String) throws(VaultError) -> [String] {
        let folder = openat(root, subfolder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0, let stream = fdopendir(folder) else {
            throw VaultError(errno: errno, path: "\(path)/\(subfolder)", step: "list")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}
