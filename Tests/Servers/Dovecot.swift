// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A real Dovecot with its own folder and free ports: one user, and others who have a mailbox beside.
package final class Dovecot: @unchecked Sendable {
    /// Why the tests that need it cannot run; `nil` when they can.
    package static var obstacle: String? {
        if program == nil { return "dovecot is not installed (dovecot-imapd)" }
        if TestAuthority.program == nil { return "openssl is not installed" }
        return geteuid() == 0 ? nil : "dovecot is started by root only"
    }

    package static let user = "rada@city.example"
    package static let password = "сувора-таємниця 1"

    package let folder: ServerFolder
    package let authority: TestAuthority
    /// Issues access tokens this server takes.
    package let tokens: TestTokenIssuer
    /// IMAP with and without STARTTLS.
    package let port: UInt16
    /// IMAP in TLS.
    package let tlsPort: UInt16
    /// Asks for logins to SMTP; for `Postfix.start(authSocket:)`.
    package var authSocket: String { "\(folder.path)/auth.sock" }
    /// Holds a folder for each of the others, named by the address, with a Maildir inside.
    package var homes: String { "\(folder.path)/homes" }
    /// The user's Maildir++.
    package var maildir: String { "\(folder.path)/home/Maildir" }
    package var log: String { "\(folder.path)/dovecot.log" }

    private static var program: String? { ServerProcess.find("/usr/sbin/dovecot") }
    private let configuration: String
    // Started and stopped by one test at a time.
    private var process: RunningServer?
    private var delivered = 0
    private let owner: (uid: UInt32, gid: UInt32)

    /// Starts one.
    ///
    /// - Parameters:
    ///   - capability: in place of what Dovecot says it can do.
    ///   - bearer: how access tokens may be shown; passwords only when empty.
    ///   - certificate: makes the server's certificate; a good one when `nil`.
    ///   - others: addresses with a mailbox in ``homes``; all have the password of the one user.
    package static func start(
        capability: String? = nil, bearer: [TestTokenIssuer.Mechanism] = [],
        certificate: ((TestAuthority) throws -> TestAuthority.Certificate)? = nil, others: [String] = []
    ) throws -> Dovecot {
        let dovecot = try Dovecot(capability: capability, bearer: bearer, certificate: certificate, others: others)
        try dovecot.start()
        return dovecot
    }

    private init(
        capability: String?, bearer: [TestTokenIssuer.Mechanism],
        certificate: ((TestAuthority) throws -> TestAuthority.Certificate)?, others: [String]
    ) throws {
        folder = try ServerFolder()
        tokens = try TestTokenIssuer(in: folder)
        authority = try TestAuthority(in: folder)
        let pair = try certificate?(authority) ?? authority.certificate()
        port = try LoopbackPort.free()
        tlsPort = try LoopbackPort.free()
        guard let nobody = getpwnam("nobody") else { throw ServerFailure("there is no user nobody") }
        let owner = (uid: nobody.pointee.pw_uid, gid: nobody.pointee.pw_gid)
        self.owner = owner
        let home = try Self.home("home", in: folder, owner)
        let place = folder
        let mailboxes = [(Self.user, home)] + (try others.map { ($0, try Self.home("homes/\($0)", in: place, owner)) })
        if !others.isEmpty {
            try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/homes/\(Self.user)", withDestinationPath: home)
        }
        let users = try folder.write(
            mailboxes.map { "\($0):{PLAIN}\(Self.password):\(owner.uid):\(owner.gid)::\($1)\n" }.joined(), to: "users")
        configuration = try folder.write(
            Self.settings(
                folder.path, port: port, tlsPort: tlsPort, pair: pair, users: users, capability: capability,
                bearer: bearer.isEmpty ? nil : (bearer.map(\.rawValue).joined(separator: " "), tokens.passdb)),
            to: "dovecot.conf")
    }

    deinit { stop() }

    private static func home(_ name: String, in folder: ServerFolder, _ owner: (uid: UInt32, gid: UInt32)) throws -> String {
        let home = try folder.folder(name)
        for part in ["", "/new", "/cur", "/tmp"] {
            chown(try folder.folder("\(name)/Maildir\(part)", mode: 0o700), owner.uid, owner.gid)
        }
        chown(home, owner.uid, owner.gid)
        return home
    }

    package func start() throws {
        guard let program = Self.program else { throw ServerFailure("dovecot is not installed") }
        process = try ServerProcess.start(program, ["-F", "-c", configuration], log: "\(folder.path)/start.log")
        try ServerProcess.wait(forPort: port, log: log)
        try ServerProcess.wait(forPort: tlsPort, log: log)
    }

    package func stop() {
        process?.terminate()
        process?.waitUntilExit()
        process = nil
    }

    /// Puts a letter into the mailbox as a delivery agent would; its name is higher than all before.
    ///
    /// - Parameter folderName: a Maildir++ folder such as `.Chancery.Filed`; the inbox when empty.
    package func deliver(_ letter: [UInt8], to folderName: String = "") throws {
        delivered += 1
        let name = "\(1_700_000_000 + delivered).M\(delivered)P1.test"
        let box = folderName.isEmpty ? maildir : "\(maildir)/\(folderName)"
        let file = "\(box)/tmp/\(name)"
        try Data(letter).write(to: URL(fileURLWithPath: file))
        chown(file, owner.uid, owner.gid)
        guard rename(file, "\(box)/new/\(name)") == 0 else { throw ServerFailure("cannot deliver: errno \(errno)") }
    }

    /// How many letters lie in a Maildir++ folder.
    package func count(in folderName: String = "") -> Int {
        let box = folderName.isEmpty ? maildir : "\(maildir)/\(folderName)"
        return ["new", "cur"].reduce(0) {
            $0 + ((try? FileManager.default.contentsOfDirectory(atPath: "\(box)/\($1)"))?.count ?? 0)
        }
    }

    /// Makes Dovecot forget the UIDs of the inbox: with the next opening there is another UIDVALIDITY.
    package func forgetUIDs() throws {
        stop()
        for name in try FileManager.default.contentsOfDirectory(atPath: maildir) where name.hasPrefix("dovecot") {
            try FileManager.default.removeItem(atPath: "\(maildir)/\(name)")
        }
        // Left alone it takes the time in seconds, which may be that of the first start.
        let list = try folder.write(
            "3 V\(UInt32.random(in: 1...1_000_000)) N1 G00112233445566778899aabbccddeeff\n", to: "home/Maildir/dovecot-uidlist")
        chown(list, owner.uid, owner.gid)
        try start()
    }

    private static func settings(
        _ folder: String, port: UInt16, tlsPort: UInt16, pair: TestAuthority.Certificate, users: String, capability: String?,
        bearer: (mechanisms: String, passdb: String)?
    ) -> String {
        """
        base_dir = \(folder)/run
        state_dir = \(folder)/state
        log_path = \(folder)/dovecot.log
        protocols = imap
        listen = 127.0.0.1
        ssl = yes
        ssl_cert = <\(pair.certificateFile)
        ssl_key = <\(pair.keyFile)
        disable_plaintext_auth = no
        auth_mechanisms = \(bearer?.mechanisms ?? "plain login")
        mail_location = maildir:~/Maildir
        maildir_very_dirty_syncs = yes
        mailbox_idle_check_interval = 1 secs
        login_trusted_networks =
        mail_max_userip_connections = 100
        \(bearer?.passdb ?? "")
        passdb {
          driver = passwd-file
          args = \(users)
        }
        userdb {
          driver = passwd-file
          args = \(users)
        }
        namespace inbox {
          inbox = yes
          separator = /
        }
        service imap-login {
          inet_listener imap {
            port = \(port)
          }
          inet_listener imaps {
            port = \(tlsPort)
            ssl = yes
          }
        }
        service anvil {
          client_limit = 500
        }
        service auth {
          unix_listener \(folder)/auth.sock {
            mode = 0666
          }
        }
        protocol imap {
          \(capability.map { "imap_capability = \($0)" } ?? "")
        }

        """
    }
}
