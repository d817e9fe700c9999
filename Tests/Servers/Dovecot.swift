// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A real Dovecot with one user, its own folder and free ports.
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
    /// IMAP with and without STARTTLS.
    package let port: UInt16
    /// IMAP in TLS.
    package let tlsPort: UInt16
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
    ///   - certificate: makes the server's certificate; a good one when `nil`.
    package static func start(
        capability: String? = nil, certificate: ((TestAuthority) throws -> TestAuthority.Certificate)? = nil
    ) throws -> Dovecot {
        let dovecot = try Dovecot(capability: capability, certificate: certificate)
        try dovecot.start()
        return dovecot
    }

    private init(capability: String?, certificate: ((TestAuthority) throws -> TestAuthority.Certificate)?) throws {
        folder = try ServerFolder()
        authority = try TestAuthority(in: folder)
        let pair = try certificate?(authority) ?? authority.certificate()
        port = try LoopbackPort.free()
        tlsPort = try LoopbackPort.free()
        guard let nobody = getpwnam("nobody") else { throw ServerFailure("there is no user nobody") }
        owner = (nobody.pointee.pw_uid, nobody.pointee.pw_gid)
        let home = try folder.folder("home")
        for part in ["", "/new", "/cur", "/tmp"] {
            let made = try folder.folder("home/Maildir\(part)", mode: 0o700)
            chown(made, owner.uid, owner.gid)
        }
        chown(home, owner.uid, owner.gid)
        let users = try folder.write("\(Self.user):{PLAIN}\(Self.password):\(owner.uid):\(owner.gid)::\(home)\n", to: "users")
        configuration = try folder.write(
            Self.settings(folder.path, port: port, tlsPort: tlsPort, pair: pair, users: users, capability: capability),
            to: "dovecot.conf")
    }

    deinit { stop() }

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
        _ folder: String, port: UInt16, tlsPort: UInt16, pair: TestAuthority.Certificate, users: String, capability: String?
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
        auth_mechanisms = plain login
        mail_location = maildir:~/Maildir
        maildir_very_dirty_syncs = yes
        mailbox_idle_check_interval = 1 secs
        login_trusted_networks =
        mail_max_userip_connections = 100
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
        protocol imap {
          \(capability.map { "imap_capability = \($0)" } ?? "")
        }

        """
    }
}
