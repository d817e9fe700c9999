// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The right to write to or checkpoint one register, passed between processes by a lock file. Ends with the process, also after a kill.
final class WriterTurn: Sendable {
    /// How long a process waits for another's transaction before it says that it is stuck.
    static let patienceMilliseconds = 30_000
    private let path: String
    private let file: Int32

    init(path: String) throws(StorageError) {
        self.path = path
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StorageError(
                errno == EROFS ? .readOnly : .cannotOpen, step: "open \(path)", reason: String(cString: strerror(errno)),
                advice: "Check that the state folder exists and belongs to the user the service runs as.")
        }
    }

    /// Makes an empty file only its owner may read, before SQLite would make one by the process's mask; its log takes the same mode.
    static func makePrivateFile(_ path: String) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        // What is wrong with the path, SQLite says at once and better.
        if file >= 0 { Glibc.close(file) }
    }

    deinit { Glibc.close(file) }

    /// Waits for the turn, blocking the thread.
    func take() throws(StorageError) {
        var waited = 0
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw StorageError(
                    .unexpected, step: "lock \(path)", reason: String(cString: strerror(errno)),
                    advice: "Put the state folder on a local file system.")
            }
            guard waited < Self.patienceMilliseconds else {
                throw StorageError(
                    .busy, step: "lock \(path)", reason: "another process has been writing for \(waited / 1000) s",
                    advice: "Look for a second chancery process on this state folder.")
            }
            // flock has no time limit of its own; another's transaction takes a few milliseconds.
            usleep(2_000)
            waited += 2
        }
    }

    func giveUp() { flock(file, LOCK_UN) }
}
