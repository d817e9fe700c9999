// SPDX-License-Identifier: Apache-2.0
import Logging
import ServiceLifecycle
import Settings
import UnixSignals

/// The office at work: all loops of one configuration, begun anew when SIGHUP brings another, ended in order by SIGTERM.
struct OfficeService: Service {
    /// Where the configuration is read again from.
    let configuration: String
    let house: House
    let manager: ServiceManager
    let signs: LifeSigns
    /// SIGHUP, trapped before anybody is told that we are ready: until then it would end the process.
    let reloads: UnixSignalsSequence
    let logger: Logger

    func run() async throws {
        let shutdown = Bell(staysRung: true)
        let reload = Bell()
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in reloads { reload.ring() } }
                defer { group.cancelAll() }
                try await work(until: shutdown, reload: reload)
            }
        } onGracefulShutdown: {
            manager.stopping()
            shutdown.ring()
        }
    }

    private func work(until shutdown: Bell, reload: Bell) async throws {
        var present = house
        manager.ready("at work")
        logger.info("chancery is at work", metadata: ["mailboxes": "\(present.settings.mailboxes.count)"])
        while !shutdown.isRung {
            guard let next = try await work(in: present, until: shutdown, reload: reload) else { break }
            present = next
            manager.ready("at work with the new configuration")
        }
        logger.info("chancery has stopped")
    }

    /// Runs the loops until shutdown (`nil`) or until a sound new configuration is there.
    private func work(in house: House, until shutdown: Bell, reload: Bell) async throws -> House? {
        let stop = Bell(staysRung: true)
        let run = OfficeRun(
            house: house, stop: stop, signs: signs, outboxBell: Bell(), readingBell: Bell(), actsBell: Bell(), manager: manager,
            logger: logger)
        return try await withThrowingTaskGroup(of: House?.self) { group in
            for intake in try house.intakes(
                stop: { stop.isRung },
                progress: { [signs] mailbox, _, _ in signs.sign(mailbox, nextWithin: IntakeLoop.passSilence) })
            {
                group.addTask {
                    try await IntakeLoop(run: run, intake: intake).run()
                    return nil
                }
            }
            group.addTask {
                try await OutboxLoop(run: run).run()
                return nil
            }
            group.addTask {
                try await ReadingLoop(run: run).run()
                return nil
            }
            group.addTask {
                try await ActsLoop(run: run).run()
                return nil
            }
            group.addTask {
                try await ReconciliationLoop(run: run).run()
                return nil
            }
            group.addTask {
                defer { stop.ring() }
                return try await unlessRung(shutdown) { try await nextConfiguration(after: house, reload) } ?? nil
            }
            var next: House?
            do {
                while let ended = try await group.next() { next = ended ?? next }
            } catch {
                // One loop failed beyond repair: the others finish the letter in hand before the process ends.
                stop.ring()
                throw error
            }
            return next
        }
    }

    /// Waits for SIGHUP and reads the configuration again; a bad one is reported and the old one stays in force.
    private func nextConfiguration(after house: House, _ reload: Bell) async throws -> House? {
        while true {
            await reload.wait()
            guard !Task.isCancelled else { return nil }
            manager.reloading()
            do {
                let settings = try Settings.loaded(from: configuration)
                guard settings.state == house.settings.state else {
                    throw Failure(
                        ExitStatus.configuration, "state: the folder cannot be changed while running. Restart the service.")
                }
                logger.notice("configuration read again")
                return try await House(settings, beside: house, logger: logger)
            } catch {
                logger.error("the new configuration is not used, the old one stays in force", metadata: ["error": "\(error)"])
                manager.ready("at work with the old configuration: the new one has mistakes (chancery config test)")
            }
        }
    }
}
