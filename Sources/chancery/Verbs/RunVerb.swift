// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import OfficeStore
import ServiceLifecycle
import Settings
import UnixSignals
import Vault

/// `chancery run`.
struct RunVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Be the daemon: take letters in as they come, send, reconcile daily.",
        discussion:
            "SIGHUP reads the configuration again (a bad one is reported and the old one kept); SIGTERM finishes the letter in hand."
    )

    @OptionGroup var config: ConfigOption

    func run() async throws {
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        let settings = try config.load()
        let logger = LoggerSetup.logger(settings.log)
        try StateFolder.create(settings.state)
        let lock = try StateFolderLock(directory: settings.state, holder: "chancery run")
        defer { withExtendedLifetime(lock) {} }
        let manager = ServiceManager(environment: ProcessEnvironment.current)
        let signs = LifeSigns()
        let house = try await House(settings, logger: logger)
        let office = OfficeService(
            configuration: config.config, house: house, manager: manager, signs: signs, reloads: reloads, logger: logger)
        let watchdog = WatchdogService(manager: manager, signs: signs, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: watchdog),
                    .init(service: office, successTerminationBehavior: .gracefullyShutdownGroup),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        await house.store.close()
    }
}
