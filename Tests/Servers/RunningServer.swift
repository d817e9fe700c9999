// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// A program that stays until it is told to stop.
///
/// Foundation's `Process` hands on the signal mask of the thread it is called on: a server started from a dispatch thread would
/// never hear SIGTERM. It also hands on pipes of other tests. Hence `posix_spawn`.
package final class RunningServer: Sendable {
    private let pid: Mutex<pid_t?>

    init(_ program: String, _ arguments: [String], log: String, environment: [String: String]?, folder: String?) throws {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        for descriptor in Int32(3)..<1_024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let environment = environment ?? ProcessInfo.processInfo.environment
        // posix_spawn cannot change the folder by what Swift imports; the shell can.
        let inFolder = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
        let line = inFolder + [program] + arguments
        var words = line.map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var started = pid_t()
        let failure = posix_spawn(&started, line[0], &actions, &attributes, &words, &settings)
        guard failure == 0 else { throw ServerFailure("cannot start \(program): errno \(failure)") }
        pid = Mutex(started)
    }

    deinit {
        terminate()
        waitUntilExit()
    }

    /// Asks it to stop.
    package func terminate() {
        pid.withLock { if let pid = $0 { _ = kill(pid, SIGTERM) } }
    }

    /// Sends it a signal.
    package func send(_ signal: Int32) {
        pid.withLock { if let pid = $0 { _ = kill(pid, signal) } }
    }

    /// Whether it has not ended by itself.
    package var isRunning: Bool {
        pid.withLock { pid in
            guard let child = pid else { return false }
            var about = siginfo_t()
            // Looks without taking: the end is still there for whoever waits for it.
            return waitid(P_PID, id_t(child), &about, WEXITED | WNOHANG | WNOWAIT) == 0 && about.si_signo == 0
        }
    }

    /// Waits for its end, at most so long; then it is killed. Answers its exit status, or nothing where it was killed.
    @discardableResult
    package func waitUntilExit(atMost seconds: Double = 10) -> Int32? {
        pid.withLock { pid -> Int32? in
            guard let child = pid else { return nil }
            pid = nil
            var status: Int32 = 0
            let end = ContinuousClock.now + .seconds(seconds)
            while true {
                if waitpid(child, &status, WNOHANG) == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : nil }
                guard ContinuousClock.now < end else { break }
                usleep(1_000)
            }
            _ = kill(child, SIGKILL)
            waitpid(child, &status, 0)
            return nil
        }
    }
}
