// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// Exit statuses in the manner of sysexits(3): an MTA and a script decide by them.
enum ExitStatus {
    /// The command line is off.
    static let usage = ExitCode(64)
    /// The input cannot be used.
    static let badInput = ExitCode(65)
    /// A service or a file that is needed is not there.
    static let unavailable = ExitCode(69)
    /// Try again later: an MTA keeps the letter.
    static let tryLater = ExitCode(75)
    /// The configuration is wrong.
    static let configuration = ExitCode(78)
}

/// A failure told to the person at the terminal in one or more lines, with the status the process ends with.
struct Failure: Error, CustomStringConvertible {
    let status: ExitCode
    let description: String

    init(_ status: ExitCode, _ description: String) {
        self.status = status
        self.description = description
    }
}
