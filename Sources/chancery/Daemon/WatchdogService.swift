// SPDX-License-Identifier: Apache-2.0
import Logging
import ServiceLifecycle

/// Feeds the service manager's watchdog as long as every loop keeps its promise.
struct WatchdogService: Service {
    let manager: ServiceManager
    let signs: LifeSigns
    let logger: Logger

    func run() async throws {
        guard let interval = manager.watchdogInterval else { return try await gracefulShutdown() }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let silent = signs.silentLoops
                if silent.isEmpty {
                    manager.watchdog()
                } else {
                    logger.error(
                        "a loop has gone silent; the service manager will restart the process",
                        metadata: ["loops": "\(silent.joined(separator: " "))"])
                }
                // Twice as often as asked: one late turn must not kill a healthy daemon.
                do { try await Task.sleep(for: interval / 2) } catch { return }
            }
        }
    }
}
