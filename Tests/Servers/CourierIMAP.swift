// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Debian's Courier IMAP, run from where `fetch-second-imap-server` unpacked it.
///
/// Each connection is logged in from the start (PREAUTH), unless asked otherwise. Courier has no MOVE, no UIDNEXT, names its folders `INBOX.…` with dots,
/// and forgets the UIDs of a mailbox that was only opened with EXAMINE.
package final class CourierIMAP: @unchecked Sendable {
    /// Why the tests that need it cannot run; `nil` when they can.
    package static var obstacle: String? {
        FileManager.default.isExecutableFile(atPath: "\(root)/usr/bin/imapd")
            ? nil : "run Tests/Servers/fetch-second-imap-server first"
    }

    package let folder: ServerFolder
    /// Made the certificate of a server in TLS.
    package let authority: TestAuthority?
    package let port: UInt16
    package var maildir: String { "\(folder.path)/Maildir" }

    private static var root: String {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? "\(environment["HOME"] ?? "/root")/.cache"
        return "\(cache)/chancery-tests/courier-imap"
    }
    // Started and stopped by one test at a time.
    private var process: RunningServer?
    private var delivered = 0

    /// Starts one.
    ///
    /// - Parameters:
    ///   - capability: what it says it can do.
    ///   - asksForLogin: it wants a user and a password, any will do; otherwise each connection is logged in from the start.
    ///   - isInTLS: TLS from the first octet; needs openssl.
    package init(
        capability: String = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE IDLE", asksForLogin: Bool = false, isInTLS: Bool = false
    ) throws {
        folder = try ServerFolder()
        authority = isInTLS ? try TestAuthority(in: folder) : nil
        port = try LoopbackPort.free()
        for part in ["", "/new", "/cur", "/tmp"] { try folder.folder("Maildir\(part)", mode: 0o700) }
        let root = Self.root
        let libraries = ["usr/lib", "usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/lib/courier-authlib"]
        let login = asksForLogin ? ["/usr/bin/python3", try folder.write(CourierLogin.script, to: "login.py")] : []
        let pair = try authority?.certificate()
        let encryption = pair == nil ? [] : ["\(root)/usr/bin/couriertls", "-server", "-tcpd"]
        process = try ServerProcess.start(
            "\(root)/usr/sbin/couriertcpd",
            ["-address=127.0.0.1", "-nodnslookup", "-noidentlookup", "-maxprocs=40", "-maxperip=40", "\(port)"]
                + encryption + login + ["\(root)/usr/bin/imapd", "Maildir"],
            log: "\(folder.path)/courier.log",
            environment: [
                "LD_LIBRARY_PATH": libraries.map { "\(root)/\($0)" }.joined(separator: ":"), "PATH": "/usr/bin:/bin",
                "HOME": folder.path, "IMAP_CAPABILITY": capability, "IMAP_USELOCKS": "1", "IMAP_KEYWORDS": "1",
                "TLS_CERTFILE": pair?.certificateFile ?? "", "TLS_PRIVATE_KEYFILE": pair?.keyFile ?? "", "TLS_VERIFYPEER": "NONE",
            ], in: folder.path)
        try ServerProcess.wait(forPort: port, log: "\(folder.path)/courier.log")
    }

    deinit { stop() }

    package func stop() {
        process?.terminate()
        process?.waitUntilExit()
        process = nil
    }

    /// Puts a letter into the mailbox, with LF alone as Courier keeps it; its name is higher than all before.
    package func deliver(_ letter: [UInt8]) throws {
        delivered += 1
        let name = "\(1_700_000_000 + delivered).M\(delivered)P1.test"
        try Data(letter.filter { $0 != 0x0D }).write(to: URL(fileURLWithPath: "\(maildir)/tmp/\(name)"))
        guard rename("\(maildir)/tmp/\(name)", "\(maildir)/new/\(name)") == 0 else {
            throw ServerFailure("cannot deliver: errno \(errno)")
        }
    }

    /// Makes Courier forget the UIDs of the inbox: with the next opening there is another UIDVALIDITY.
    package func forgetUIDs() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: maildir) where name.hasPrefix("courierimapuiddb") {
            try FileManager.default.removeItem(atPath: "\(maildir)/\(name)")
        }
    }

    /// How many letters lie in a Maildir++ folder; the inbox when empty.
    package func count(in folderName: String = "") -> Int {
        let box = folderName.isEmpty ? maildir : "\(maildir)/\(folderName)"
        return ["new", "cur"].reduce(0) {
            $0 + ((try? FileManager.default.contentsOfDirectory(atPath: "\(box)/\($1)"))?.count ?? 0)
        }
    }
}
