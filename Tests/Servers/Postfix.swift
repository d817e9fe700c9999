// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// A real Postfix with its own configuration, queue and port. It takes mail for any domain and puts it into one Maildir, or into
/// those of a ``Dovecot``.
package final class Postfix: Sendable {
    /// How its port is protected.
    package enum Protection: Sendable {
        case plain
        /// STARTTLS offered; the certificate is of ``Postfix/authority``.
        case startTLS
        /// TLS from the first octet.
        case tls
    }

    /// Why the tests that need it cannot run; `nil` when they can.
    package static var obstacle: String? {
        if program == nil { return "postfix is not installed" }
        if TestAuthority.program == nil { return "openssl is not installed" }
        return geteuid() == 0 ? nil : "postfix is started by root only"
    }

    package let host = "127.0.0.1"
    package let port: UInt16
    package let folder: ServerFolder
    package let authority: TestAuthority
    /// Where all letters arrive; each has `Delivered-To`.
    package var maildir: String { "\(folder.path)/mail/inbox" }
    package var log: String { "\(folder.path)/maillog" }

    private static var program: String? { ServerProcess.find("/usr/sbin/postfix") }
    private let policy: PostfixPolicy
    private let isRunning = Mutex(false)

    /// Starts one.
    ///
    /// - Parameters:
    ///   - recipients: those who exist, of any domain; anybody else is refused with 550. With an empty list everybody exists.
    ///   - transport: `virtual` delivers to ``maildir``, `discard` throws away.
    ///   - authSocket: the path of a Dovecot authentication socket; then only who logged in may send.
    ///   - homes: the folder with a home for each recipient, named by the address, whose Maildir the letters go to. Postfix then is
    ///     the border of the house too: whoever signs in sends as they are, anybody else as a host from outside, and each letter
    ///     gets an `Authentication-Results` field that says which.
    package static func start(
        recipients: [String] = [], protection: Protection = .plain, transport: String = "virtual", authSocket: String? = nil,
        homes: String? = nil
    ) throws -> Postfix {
        let postfix = try Postfix(recipients, protection, transport, authSocket, homes)
        try postfix.start()
        return postfix
    }

    private init(
        _ recipients: [String], _ protection: Protection, _ transport: String, _ authSocket: String?, _ homes: String?
    ) throws {
        folder = try ServerFolder()
        port = try LoopbackPort.free()
        policy = try PostfixPolicy()
        authority = try TestAuthority(in: folder)
        let owner = try Self.account("postfix")
        let nobody = try Self.account("nobody")
        chown(try folder.folder("data", mode: 0o700), owner.uid, owner.gid)
        chown(try folder.folder("mail"), nobody.uid, nobody.gid)
        try folder.folder("queue")
        try folder.folder("etc")
        let table = recipients.map { "\($0) \(homes == nil ? "inbox/" : "\($0)/Maildir/")\n" }.joined()
        let existing = recipients.isEmpty ? "static:inbox/" : "texthash:\(try folder.write(table, to: "etc/mailboxes"))"
        let settings = PostfixSettings(
            folder: folder.path, port: port, policyPort: policy.port, mailboxes: existing, transport: transport,
            protection: protection,
            certificate: try authority.certificate(), authSocket: authSocket, homes: homes, owner: nobody)
        try folder.write(settings.main, to: "etc/main.cf")
        try folder.write(settings.master, to: "etc/master.cf")
    }

    deinit { stop() }

    package func stop() {
        guard
            isRunning.withLock({ was in
                defer { was = false }; return was
            }), let program = Self.program
        else { return }
        _ = try? ServerProcess.run(program, ["-c", "\(folder.path)/etc", "stop"])
        policy.stop()
    }

    /// Makes RCPT for `address` answer 550 from now on.
    package func refuse(_ address: String) { policy.answer("550 5.1.1 No such person here", to: address) }
    /// Makes RCPT for `address` answer 450 from now on.
    package func `defer`(_ address: String) { policy.answer("450 4.2.1 Come back later", to: address) }
    /// Takes back ``refuse(_:)`` and ``defer(_:)``.
    package func accept(_ address: String) { policy.answer(nil, to: address) }
    /// Answers every message after the final dot with these words, such as `554 5.7.1 Spam`; `nil` takes messages again.
    package func answerMessages(with words: String?) { policy.answerAtEnd(words) }

    /// The letters that arrived, in no order.
    package var letters: [[UInt8]] {
        let files = ["new", "cur"].flatMap { part in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(maildir)/\(part)")) ?? []).map {
                "\(maildir)/\(part)/\($0)"
            }
        }
        return files.compactMap { try? Data(contentsOf: URL(fileURLWithPath: $0)) }.map { [UInt8]($0) }
    }

    /// Waits until so many letters arrived; Postfix delivers after it has answered.
    package func waitForLetters(_ count: Int, atMost seconds: Double = 10) throws -> [[UInt8]] {
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            let found = letters
            if found.count >= count { return found }
            guard Date() < end else {
                let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                throw ServerFailure("\(found.count) letters of \(count) arrived: \(words.suffix(2_000))")
            }
            usleep(10_000)
        }
    }

    /// Whether letters it has taken are still on their way to a mailbox.
    package var hasLettersOnTheWay: Bool {
        ["maildrop", "incoming", "active", "deferred"].contains { stage in
            let queue = URL(fileURLWithPath: "\(folder.path)/queue/\(stage)")
            let files = FileManager.default.enumerator(at: queue, includingPropertiesForKeys: [.isRegularFileKey])
            return files?.contains {
                ($0 as? URL).map { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true } ?? false
            }
                ?? false
        }
    }

    private func start() throws {
        guard let program = Self.program else { throw ServerFailure("postfix is not installed") }
        isRunning.withLock { $0 = true }
        do {
            try ServerProcess.run(program, ["-c", "\(folder.path)/etc", "start"])
        } catch {
            let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? "no log"
            throw ServerFailure("\(error): \(words.suffix(2_000))")
        }
        try ServerProcess.wait(forPort: port, log: log)
    }

    // getpwnam overwrites its answer with the next one.
    private static func account(_ name: String) throws -> (uid: UInt32, gid: UInt32) {
        guard let entry = getpwnam(name) else { throw ServerFailure("there is no user \(name)") }
        return (entry.pointee.pw_uid, entry.pointee.pw_gid)
    }
}
