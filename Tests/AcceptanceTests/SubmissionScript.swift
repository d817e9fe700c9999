// SPDX-License-Identifier: Apache-2.0
import Synchronization
import TestServers

/// An SMTP server that takes letters, or breaks off at a chosen moment of its first connections.
final class BreakingServer: Sendable {
    enum Manner: Hashable, Sendable {
        case wellBehaved
        case cutAtGreeting
        /// In place of the answer to DATA: the letter has not left.
        case cutBeforeLetter
        /// After the first line of the letter; all the others and the dot may be on their way already.
        case cutInLetter
        case cutAfterDot
    }

    /// The letters that came whole, lines ended by LF.
    var letters: [String] { taken.letters }
    var port: UInt16 { server.port }
    private let server: ScriptedServer
    private let taken: Taken

    private final class Taken: Sendable {
        private let list = Mutex<[String]>([])
        var letters: [String] { list.withLock { $0 } }
        func add(_ letter: String) { list.withLock { $0.append(letter) } }
    }

    /// - Parameter manners: of the connections in their order; those behind them are well behaved.
    init(_ manners: Manner...) throws {
        let taken = Taken()
        self.taken = taken
        server = try ScriptedServer { peer, number in
            Self.converse(peer, number <= manners.count ? manners[number - 1] : .wellBehaved) { taken.add($0) }
        }
    }

    private static func converse(_ peer: ScriptedServer.Peer, _ manner: Manner, _ take: (String) -> Void) {
        if manner == .cutAtGreeting { return }
        peer.say("220 mail.city.example ESMTP\r\n")
        while let line = peer.line() {
            switch line.prefix(4).uppercased() {
            case "EHLO": peer.say("250-mail.city.example\r\n250 8BITMIME\r\n")
            case "DATA":
                if manner == .cutBeforeLetter { return }
                peer.say("354 go on\r\n")
                guard let letter = letter(from: peer, manner) else { return }
                take(letter)
                if manner == .cutAfterDot { return }
                peer.say("250 2.0.0 taken\r\n")
            case "QUIT":
                peer.say("221 bye\r\n")
                return
            default: peer.say("250 2.1.0 fine\r\n")
            }
        }
    }

    private static func letter(from peer: ScriptedServer.Peer, _ manner: Manner) -> String? {
        var letter = ""
        while let line = peer.line() {
            if manner == .cutInLetter { return nil }
            if line == "." { return letter }
            letter += line + "\n"
        }
        return nil
    }
}
