// SPDX-License-Identifier: Apache-2.0
import Foundation

/// All the mail of a small world: Postfix takes letters from the people of the house, who sign in, and from servers outside, and says
/// on each how its sender is proven; Dovecot keeps everybody's mailbox.
package final class CityMail: Sendable {
    /// The authserv-id of its `Authentication-Results`.
    package static let server = "mail.city.example"

    /// How a letter comes in.
    package enum Way: Hashable, Sendable {
        /// By somebody of the house, signed in under the address.
        case signedIn(String)
        /// By a server outside that calls itself so; `mx.` and the sender's domain is the one that may.
        case host(String)
    }

    package let dovecot: Dovecot
    package let postfix: Postfix

    /// - Parameter addresses: everybody who has a mailbox, beside `Dovecot.user`.
    package init(addresses: [String]) throws {
        dovecot = try Dovecot.start(others: addresses)
        postfix = try Postfix.start(
            recipients: [Dovecot.user] + addresses, protection: .startTLS, authSocket: dovecot.authSocket, homes: dovecot.homes)
    }

    /// A dialogue with Postfix, for one letter or many.
    package func dialogue(_ way: Way) throws -> SMTPClient {
        switch way {
        case .signedIn(let address):
            try SMTPClient(port: postfix.port, host: "[127.0.0.1]", account: (address, Dovecot.password))
        case .host(let name): try SMTPClient(port: postfix.port, host: name)
        }
    }

    /// The files of the letters in a mailbox, in the order of delivery.
    package func letters(of address: String) -> [String] {
        let box = "\(dovecot.homes)/\(address)/Maildir"
        let files = ["new", "cur"].flatMap { part in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(box)/\(part)")) ?? []).map {
                (name: $0, path: "\(box)/\(part)/\($0)")
            }
        }
        return files.sorted { $0.name < $1.name }.map(\.path)
    }

    /// Waits until everything Postfix has taken is in a mailbox.
    package func settle(atMost seconds: Double = 20) throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while postfix.hasLettersOnTheWay {
            guard ContinuousClock.now < end else {
                let words = (try? String(contentsOfFile: postfix.log, encoding: .utf8)) ?? ""
                throw ServerFailure("letters are still on their way: \(words.suffix(2_000))")
            }
            usleep(5_000)
        }
    }
}
