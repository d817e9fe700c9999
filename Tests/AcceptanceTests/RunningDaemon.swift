// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// `chancery run` on an office, under a service manager of the test.
final class RunningDaemon {
    let notify: NotifySocket
    private let process: RunningServer
    private let folder: ServerFolder
    private let log: String

    /// Everything it has logged.
    var words: String { Program.text(of: log) }

    convenience init(_ office: CouncilOffice, watchdog: Duration = .milliseconds(400)) throws {
        try self.init(configuration: office.configuration, watchdog: watchdog)
    }

    /// - Parameter watchdog: how often the manager wants a sign of life.
    init(configuration: String, watchdog: Duration = .milliseconds(400)) throws {
        folder = try ServerFolder()
        notify = try NotifySocket(in: folder)
        log = "\(folder.path)/log"
        let microseconds = watchdog / .microseconds(1)
        process = try Program.start(
            ["run", "--config", configuration], log: log,
            environment: ["NOTIFY_SOCKET": notify.path, "WATCHDOG_USEC": "\(Int(microseconds))"])
    }

    func send(_ signal: Int32) { process.send(signal) }

    /// Asks it to stop; its exit status, `nil` where it had to be killed.
    func stop(atMost seconds: Double = 10) -> Int32? {
        process.terminate()
        return process.waitUntilExit(atMost: seconds)
    }

    /// Cards it has opened, by its log.
    var cards: Int { words.matches(of: /card opened/).count }

    /// Waits until so many cards are opened.
    func waitForCards(_ count: Int, atMost seconds: Double = 20) throws {
        try wait("for \(count) cards", atMost: seconds) { self.cards >= count }
    }

    /// Waits until the log has these words.
    func wait(forWords text: String, atMost seconds: Double = 10) throws {
        try wait("for \"\(text)\"", atMost: seconds) { self.words.contains(text) }
    }

    /// Waits until the service manager was told this.
    func wait(forNotice text: String, times: Int = 1, atMost seconds: Double = 10) throws {
        try wait("for \(text)", atMost: seconds) { self.notify.count(text) >= times }
    }

    /// A real server and a real process give no other sign: looks every millisecond.
    func wait(_ what: String, atMost seconds: Double, until isSo: () throws -> Bool) throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while try !isSo() {
            guard process.isRunning, ContinuousClock.now < end else {
                throw ServerFailure(
                    "waited at most \(seconds) s \(what); the daemon said: \(words.suffix(2_000)); \(notify.said.suffix(20))")
            }
            usleep(1_000)
        }
    }
}
