// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The state and manners of a small IMAP server that can be told to misbehave.
package final class ScriptedMailbox: Sendable {
    package struct Manners: Sendable {
        package var capability = "IMAP4rev1 SASL-IR AUTH=PLAIN UIDPLUS MOVE"
        package var uidValidity: UInt32 = 7
        package var hasUIDNext = true
        /// In place of the answer to a command whose text after the tag starts with the key; `$T` stands for the tag.
        package var answers: [String: String] = [:]
        /// Makes the FETCH response of one message.
        package var body: @Sendable (_ number: Int, _ uid: Int, _ letter: String) -> String = { number, uid, letter in
            "* \(number) FETCH (UID \(uid) BODY[] {\(letter.utf8.count)}\r\n\(letter))\r\n"
        }
        package init() {}
    }

    /// UID to letter.
    package let letters: [Int: String]
    private let manners: Manners
    private let heard = Mutex<[String]>([])

    package init(letters: [Int: String], manners: Manners = Manners()) {
        self.letters = letters
        self.manners = manners
    }

    /// The commands heard, without tags.
    package var commands: [String] { heard.withLock { $0 } }

    /// Serves one connection.
    package func serve(_ peer: ScriptedServer.Peer) {
        guard peer.say("* OK [CAPABILITY \(manners.capability)] ready\r\n") else { return }
        var idleTag = ""
        while let line = peer.line() {
            if line == "DONE" {
                peer.say("\(idleTag) OK done\r\n")
                continue
            }
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { continue }
            heard.withLock { $0.append(words[1]) }
            if words[1] == "IDLE" { idleTag = words[0] }
            let answer =
                manners.answers.first { words[1].hasPrefix($0.key) }?.value.replacing("$T", with: words[0])
                ?? answer(to: words[1], tag: words[0])
            guard peer.say(answer) else { return }
            if words[1] == "LOGOUT" || answer.hasPrefix("* BYE") { return }
        }
    }

    private func answer(to command: String, tag: String) -> String {
        let uids = letters.keys.sorted()
        switch true {
        case command == "CAPABILITY": return "* CAPABILITY \(manners.capability)\r\n\(tag) OK done\r\n"
        case command == "LOGOUT": return "* BYE bye\r\n\(tag) OK done\r\n"
        case command == "IDLE": return "+ idling\r\n"
        case command.hasPrefix("EXAMINE"), command.hasPrefix("SELECT"):
            let next = manners.hasUIDNext ? "* OK [UIDNEXT \((uids.last ?? 0) + 1)] next\r\n" : ""
            return
                "* \(letters.count) EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY \(manners.uidValidity)] valid\r\n\(next)\(tag) OK done\r\n"
        case command.hasPrefix("UID FETCH"):
            let wanted = Self.set(command, last: uids.last ?? 0)
            let isBody = command.contains("BODY.PEEK[]")
            let lines = uids.enumerated().filter { wanted.contains($0.element) }.map { place, uid -> String in
                let letter = letters[uid] ?? ""
                return isBody
                    ? manners.body(place + 1, uid, letter)
                    : "* \(place + 1) FETCH (UID \(uid) FLAGS (\\Seen) INTERNALDATE \" 1-Nov-2026 08:00:11 +0200\" RFC822.SIZE \(letter.utf8.count))\r\n"
            }
            return lines.joined() + "\(tag) OK done\r\n"
        default: return "\(tag) OK done\r\n"
        }
    }

    private static func set(_ command: String, last: Int) -> IndexSetOfUIDs {
        let text = command.split(separator: " ")[2]
        let ranges = text.split(separator: ",").map { part -> ClosedRange<Int> in
            let ends = part.split(separator: ":").map { $0 == "*" ? last : Int($0) ?? 0 }
            let (one, other) = (ends[0], ends.last ?? ends[0])
            return min(one, other)...max(one, other)
        }
        return IndexSetOfUIDs(ranges: ranges)
    }
}

private struct IndexSetOfUIDs {
    let ranges: [ClosedRange<Int>]
    func contains(_ uid: Int) -> Bool { ranges.contains { $0.contains(uid) } }
}
