// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The environment the process was started with.
enum ProcessEnvironment {
    /// All variables by name. Read once: nothing changes them later.
    static let current: [String: String] = {
        guard let list = fopen("/proc/self/environ", "r") else { return [:] }
        defer { fclose(list) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&piece, 1, piece.count, list)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        var variables: [String: String] = [:]
        for entry in bytes.split(separator: 0) {
            let halves = entry.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            variables[String(decoding: halves[0], as: UTF8.self)] = String(decoding: halves[1], as: UTF8.self)
        }
        return variables
    }()
}
