// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import MaildirMail
import Settings

/// Makes the mail peers of a configuration. Nothing is connected yet.
enum Peers {
    /// A mailbox to take letters from.
    struct Mailbox: Sendable {
        let name: String
        let reader: any MailboxReader
        let afterFiling: AfterFiling
    }

    /// The name under which letters from an MTA's pipe stand in the register.
    static let deliveries = "delivered"

    /// The configured mailboxes, and the folder the pipe fills.
    static func mailboxes(of settings: Settings) throws -> [Mailbox] {
        let configured = try settings.mailboxes.map { mailbox in
            Mailbox(name: mailbox.name, reader: try reader(of: mailbox, settings), afterFiling: mailbox.afterFiling)
        }
        let pipe = MaildirMailbox(path: StateFolder.deliveries(of: settings), isSpool: true)
        return configured + [Mailbox(name: deliveries, reader: pipe, afterFiling: .flag("\\Seen"))]
    }

    /// The reader of one mailbox.
    static func reader(of mailbox: MailboxSettings, _ settings: Settings) throws -> any MailboxReader {
        switch mailbox.location {
        case .maildir(let path): return MaildirMailbox(path: path)
        case .imap(let address, let folder):
            var timing = IMAPTiming()
            timing.idle = settings.intake.idleRenewal
            timing.poll = settings.intake.pollInterval
            return IMAPMailbox(
                server(address, caFile: mailbox.caFile), path: folder,
                credentials: try credentials(mailbox.authentication, for: address),
                timing: timing)
        }
    }

    /// Where outgoing letters go.
    static func submitter(of settings: Settings) throws -> any MailSubmitter {
        switch settings.submission.location {
        case .maildir(let path): MaildirSubmitter(path: path)
        case .smtp(let address):
            SMTPSubmitter(
                server(address, caFile: settings.submission.caFile),
                credentials: try credentials(settings.submission.authentication, for: address))
        }
    }

    private static func server(_ address: ServerAddress, caFile: String?) -> MailServer {
        let scheme: MailServer.Scheme =
            switch address.scheme {
            case .imap: .imap
            case .imaps: .imaps
            case .smtp: .smtp
            case .smtps: .smtps
            }
        return MailServer(
            scheme: scheme, host: address.host, port: UInt16(clamping: address.port),
            startTLS: address.security == .plain ? .never : .required, caFile: caFile)
    }

    /// Read anew at each login. A secret that cannot be read is a failed login: it may be there again at the next.
    private static func credentials(_ authentication: Authentication?, for server: ServerAddress) throws -> Credentials {
        guard let authentication else { return .none }
        let secret: String
        do {
            secret = try authentication.secret.current().revealed
        } catch {
            throw MailError(
                .loginRefused, server: "\(server)", step: "log in", reply: error.what, advice: error.advice, isTransient: false)
        }
        return switch authentication.method {
        case .password: .password(user: authentication.user, password: secret)
        case .oauth2: .bearer(user: authentication.user, token: secret)
        }
    }
}
