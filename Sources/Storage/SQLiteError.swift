// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

extension StorageError {
    /// The error for an extended result code of SQLite.
    init(sqlite extendedCode: Int32, step: String, reason: String) {
        let (code, advice) = Self.judgement(of: extendedCode)
        self.init(code, step: step, reason: reason, advice: advice)
    }

    /// What GRDB threw while a statement was prepared or run, as our error.
    static func converted(_ error: any Error, step: String) -> StorageError {
        switch error {
        case let error as StorageError: return error
        case let error as DatabaseError:
            return StorageError(
                sqlite: error.extendedResultCode.rawValue, step: step, reason: error.message ?? "no reason given")
        case is CancellationError:
            return StorageError(sqlite: SQLITE_INTERRUPT, step: step, reason: "cancelled")
        default:
            return StorageError(
                .unexpected, step: step, reason: String(describing: error),
                advice: "Nothing was changed; report this as a defect of Chancery.")
        }
    }

    private static func judgement(of extendedCode: Int32) -> (Code, String) {
        // A full disk shows itself at opening as an index of the write-ahead log that cannot grow (SQLITE_IOERR_SHMSIZE).
        let result = extendedCode == SQLITE_IOERR | 19 << 8 ? SQLITE_FULL : extendedCode & 0xFF
        return switch result {
        case SQLITE_FULL:
            (.full, "Free space on the file system of the state folder; the letters stay in the mailbox until then.")
        case SQLITE_READONLY, SQLITE_PERM:
            (.readOnly, "Make the state folder writable for the user the service runs as.")
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            (.damaged, "Stop the service and put a copy of the state folder from a backup in its place.")
        case SQLITE_BUSY, SQLITE_LOCKED: (.busy, "Another process works on the register; try again when it has ended.")
        case SQLITE_IOERR: (.inputOutput, "Check the disk and the system's log; the service must start anew.")
        case SQLITE_CANTOPEN: (.cannotOpen, "Check that the state folder exists and belongs to the user the service runs as.")
        case SQLITE_CONSTRAINT: (.constraint, "Nothing was changed; report this as a defect of Chancery.")
        case SQLITE_INTERRUPT: (.cancelled, "Nothing was changed.")
        case SQLITE_MISUSE: (.closed, "The register is closed already; start the service anew.")
        default: (.unexpected, "Nothing was changed; report this as a defect of Chancery.")
        }
    }
}
