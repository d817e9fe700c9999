// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// Dovecot's authentication service alone, for a Postfix that asks for a login.
package final class PostfixLogin: Sendable {
    /// Why the tests that need it cannot run; `nil` when they can.
    package static var obstacle: String? { program == nil ? "dovecot is not installed (dovecot-core)" : Postfix.obstacle }

    package static let user = "rada@city.example"
    package static let password = "сувора-таємниця 1"
    /// Issues access tokens this server takes.
    package let tokens: TestTokenIssuer
    /// For `Postfix.start(authSocket:)`.
    package var socket: String { "\(folder.path)/auth.sock" }

    private static var program: String? { ServerProcess.find("/usr/sbin/dovecot") }
    private let folder: ServerFolder
    private let process: Mutex<RunningServer?>

    /// - Parameter bearer: how access tokens may be shown; passwords only when empty.
    package init(bearer: [TestTokenIssuer.Mechanism] = []) throws {
        guard let program = Self.program else { throw ServerFailure("dovecot is not installed") }
        folder = try ServerFolder()
        tokens = try TestTokenIssuer(in: folder)
        let path = folder.path
        let users = try folder.write("\(Self.user):{PLAIN}\(Self.password)\n", to: "users")
        let configuration = try folder.write(
            """
            base_dir = \(path)/run
            state_dir = \(path)/state
            log_path = \(path)/dovecot.log
            protocols =
            ssl = no
            auth_mechanisms = \(bearer.isEmpty ? "plain login" : bearer.map(\.rawValue).joined(separator: " "))
            \(bearer.isEmpty ? "" : tokens.passdb)
            passdb {
              driver = passwd-file
              args = \(users)
            }
            userdb {
              driver = static
              args = uid=65534 gid=65534 home=\(path)
            }
            service auth {
              unix_listener \(path)/auth.sock {
                mode = 0666
              }
            }

            """, to: "dovecot.conf")
        process = Mutex(try ServerProcess.start(program, ["-F", "-c", configuration], log: "\(path)/start.log"))
        let end = Date(timeIntervalSinceNow: 10)
        while !FileManager.default.fileExists(atPath: socket) {
            guard Date() < end else { throw ServerFailure("Dovecot's authentication service does not start") }
            usleep(10_000)
        }
    }

    deinit { stop() }

    package func stop() {
        process.withLock { process in
            process?.terminate()
            process?.waitUntilExit()
            process = nil
        }
    }
}
