// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import MailTransport
import OfficeStore
import Settings
import Storage
import Vault
import Workflows

@main
enum Main {
    static func main() async {
        // A peer that hangs up must be an error of that call, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Chancery.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard let status = status(of: error) else { Chancery.exit(withError: error) }
            StandardError.write("chancery: \(error)\n")
            exit(status.rawValue)
        }
    }

    /// The status a known failure ends with; `nil` for what belongs to the command line.
    private static func status(of error: any Error) -> ExitCode? {
        switch error {
        case let failure as Failure: failure.status
        case is ConfigError, is ConfigProblem: ExitStatus.configuration
        case let error as MailError: error.isTransient ? ExitStatus.tryLater : ExitStatus.unavailable
        case let error as StorageError: error.isTransient ? ExitStatus.tryLater : ExitStatus.unavailable
        case let error as VaultError: error.isTransient ? ExitStatus.tryLater : ExitStatus.unavailable
        case is IntakeError: ExitStatus.tryLater
        case is StoreError, is CardRegistration.Refusal, is RouteOpening.Refusal, is JournalBook.Refusal, is FileDeposit.Refusal,
            is BrokenRecord:
            ExitStatus.badInput
        case is NoticeWordings.Fault: ExitStatus.configuration
        default: nil
        }
    }
}
