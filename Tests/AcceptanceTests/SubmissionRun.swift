// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// One run of the program with a file for its standard input, and what it took of memory and time.
struct TrialRun: Sendable {
    /// Why the tests cannot run; `nil` when they can.
    static var obstacle: String? {
        Program.obstacle ?? (ServerProcess.find("/usr/bin/python3") == nil ? "python3 is not installed" : nil)
    }
    static var share: String { "\(Program.root)/Config" }

    /// `nil` when it was killed or did not end in time.
    let status: Int32?
    let output: String
    let errors: String
    /// The greatest resident memory, in mebibytes.
    let peakMemory: Int
    let seconds: Double

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - input: a file to be its standard input.
    ///   - folder: the folder it is run in.
    init(_ arguments: [String], input: String = "/dev/null", in folder: String? = nil, atMost limit: Double = 60) throws {
        let scratch = try ServerFolder()
        let place = scratch.path
        // The system tells the peak memory of ended children only.
        let script = """
            import resource, subprocess, sys, time
            began = time.monotonic()
            ended = subprocess.run(sys.argv[3:], stdin=open(sys.argv[1]), stdout=open(sys.argv[2] + "/out", "wb"),
                                   stderr=open(sys.argv[2] + "/err", "wb"))
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            open(sys.argv[2] + "/cost", "w").write(f"{peak} {time.monotonic() - began}")
            sys.exit(ended.returncode if ended.returncode >= 0 else 128 - ended.returncode)
            """
        var environment = ProcessInfo.processInfo.environment
        environment["CHANCERY_SHARE"] = Self.share
        environment["NOTIFY_SOCKET"] = nil
        environment["SWIFT_BACKTRACE"] = "enable=no"
        let running = try ServerProcess.start(
            "/usr/bin/python3", ["-c", script, input, place, Program.path ?? "chancery"] + arguments, log: "\(place)/log",
            environment: environment, in: folder)
        status = running.waitUntilExit(atMost: limit)
        output = Program.text(of: "\(place)/out")
        errors = Program.text(of: "\(place)/err")
        let cost = Program.text(of: "\(place)/cost").split(separator: " ").compactMap { Double($0) }
        peakMemory = Int(cost.first ?? 0) >> 10
        seconds = cost.last ?? limit
    }

    /// Standard output read as JSON.
    func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(output.utf8))
        } catch {
            throw ServerFailure("no \(type) in: \(output.prefix(500)) \(errors.prefix(500)): \(error)")
        }
    }
}
