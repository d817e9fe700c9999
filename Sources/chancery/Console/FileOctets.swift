// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Whole files as octets.
enum FileOctets {
    /// The octets of a file, or of standard input for `-`; a failure names the file and the reason.
    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { if path != "-" { close(descriptor) } }
        var octets: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count == 0 { return octets }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            octets += piece[..<count]
        }
    }

    private static func failure(_ path: String) -> Failure {
        Failure(ExitStatus.badInput, "\(path): \(String(cString: strerror(errno))). Give the path of a readable letter.")
    }
}
