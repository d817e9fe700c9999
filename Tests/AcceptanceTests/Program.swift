// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// The built program, as an operator has it.
enum Program {
    /// What a run of a verb came to.
    struct Outcome {
        /// `nil` where it had to be killed.
        let status: Int32?
        let output: String
        /// What it said on standard error.
        let complaint: String

        func json<Facts: Decodable>(_ type: Facts.Type) throws -> Facts {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            do {
                return try decoder.decode(type, from: Data(output.utf8))
            } catch {
                throw ServerFailure("no \(type) in: \(output.prefix(500)) \(complaint.prefix(500)): \(error)")
            }
        }
    }

    /// `CHANCERY_BINARY`, or the one beside the tests in the build folder.
    static let path: String? = {
        if let named = ProcessInfo.processInfo.environment["CHANCERY_BINARY"] { return ServerProcess.find(named) }
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: bundle).standardizedFileURL
        while folder.path.count > 1 {
            folder.deleteLastPathComponent()
            if let found = ServerProcess.find(folder.appendingPathComponent("chancery").path) { return found }
        }
        return nil
    }()

    /// Why nothing can be tested; `nil` when it can.
    static var obstacle: String? { path == nil ? "there is no program chancery: build it, or name it by CHANCERY_BINARY" : nil }

    /// The top of the source tree.
    static let root: String = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.path
    }()

    /// Starts it with its standard output and error going to `log`.
    static func start(_ arguments: [String], log: String, environment: [String: String] = [:]) throws -> RunningServer {
        guard let path else { throw ServerFailure("there is no program chancery") }
        return try ServerProcess.start(path, arguments, log: log, environment: settings.merging(environment) { $1 })
    }

    /// Runs a verb to its end, or kills it (-9) after so many seconds.
    static func run(_ arguments: [String], killAfter seconds: Double = 120) throws -> Outcome {
        guard let path else { throw ServerFailure("there is no program chancery") }
        let folder = try ServerFolder()
        let files = (output: "\(folder.path)/output", complaint: "\(folder.path)/complaint")
        // The shell parts the two outputs and then is the program itself: a kill reaches it.
        let running = try ServerProcess.start(
            "/bin/sh", ["-c", "exec \"$@\" 2>\"$0\"", files.complaint, path] + arguments, log: files.output, environment: settings
        )
        let status = running.waitUntilExit(atMost: seconds)
        return Outcome(status: status, output: text(of: files.output), complaint: text(of: files.complaint))
    }

    static func text(of file: String) -> String {
        String(decoding: (try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data(), as: UTF8.self)
    }

    private static var settings: [String: String] {
        var settings = ProcessInfo.processInfo.environment
        settings["CHANCERY_SHARE"] = "\(root)/Config"
        settings["SWIFT_BACKTRACE"] = "enable=no"
        settings["NOTIFY_SOCKET"] = nil
        settings["WATCHDOG_USEC"] = nil
        return settings
    }
}
