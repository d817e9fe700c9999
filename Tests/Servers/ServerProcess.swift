// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A server could not be set up; the tests that need it cannot run.
package struct ServerFailure: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}

/// Programs the tests start.
package enum ServerProcess {
    /// The first of these that exists and can be run.
    package static func find(_ paths: String...) -> String? {
        paths.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end, or kills it after `seconds`, and answers what it printed on both outputs.
    @discardableResult
    package static func run(
        _ program: String, _ arguments: [String], in folder: String? = nil, atMost seconds: Double = 10
    ) throws -> String {
        let output = "/tmp/chancery-output-\(UInt32.random(in: 0 ... .max))"
        defer { unlink(output) }
        let running = try RunningServer(program, arguments, log: output, environment: nil, folder: folder)
        let status = running.waitUntilExit(atMost: seconds)
        let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
        guard status == 0 else {
            let end = status.map { "status \($0)" } ?? "killed"
            throw ServerFailure("\(program) \(arguments.joined(separator: " ")): \(end): \(text)")
        }
        return text
    }

    /// Starts a program that stays; its outputs go to `log`. It is stopped when the answer is let go.
    package static func start(
        _ program: String, _ arguments: [String], log: String, environment: [String: String]? = nil, in folder: String? = nil
    ) throws -> RunningServer {
        try RunningServer(program, arguments, log: log, environment: environment, folder: folder)
    }

    /// Waits until a port accepts connections; a real server gives no other sign.
    package static func wait(forPort port: UInt16, log: String, atMost seconds: Double = 10) throws {
        let end = Date(timeIntervalSinceNow: seconds)
        while !LoopbackPort.isOpen(port) {
            guard Date() < end else {
                let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                throw ServerFailure("nobody listens on port \(port): \(words.suffix(2_000))")
            }
            usleep(10_000)
        }
    }
}
