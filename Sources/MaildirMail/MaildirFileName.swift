// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc

/// The name of a message's file: a unique part that never changes, and from `:2,` on the flags, one letter each, in ASCII
/// order (the Maildir convention of qmail and Dovecot).
struct MaildirFileName: Hashable {
    let whole: String
    let unique: String
    let letters: Set<Character>

    init(_ whole: String) {
        self.whole = whole
        guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else {
            (unique, letters) = (whole, [])
            return
        }
        unique = String(whole[..<colon])
        let info = whole[colon...]
        letters = info.hasPrefix(":2,") ? Set(info.dropFirst(3)) : []
    }

    /// Flags as IMAP spells them. Letters without a flag, such as Dovecot's keywords, are left out.
    var flags: Set<String> { Set(Self.flags.compactMap { letters.contains($0.value) ? $0.key : nil }) }

    /// The letter of a flag, in any case; `nil` for keywords, for which a Maildir has no place.
    static func letter(of flag: String) -> Character? { flags.first { $0.key.lowercased() == flag.lowercased() }?.value }

    /// The name in `cur`, with `letter` added when there is one.
    func filed(adding letter: Character? = nil, unique: String? = nil) -> String {
        let letters = self.letters.union(letter.map { [$0] } ?? [])
        return "\(unique ?? self.unique):2,\(String(letters.sorted()))"
    }

    private static let flags: [String: Character] = [
        "\\Seen": "S", "\\Answered": "R", "\\Flagged": "F", "\\Deleted": "T", "\\Draft": "D",
    ]
}

extension MaildirFileName {
    /// A name for a new message: seconds, then microseconds, process and count, then the host: never twice.
    static func unique(count: Int) -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var characters = [CChar](repeating: 0, count: 256)
        let isNamed = gethostname(&characters, 255) == 0
        let host = characters.prefix { $0 != 0 }.map { character in
            let octet = UInt8(bitPattern: character)
            return octet == UInt8(ascii: "/") || octet == UInt8(ascii: ":") ? UInt8(ascii: "_") : octet
        }
        let place = isNamed && !host.isEmpty ? String(decoding: host, as: UTF8.self) : "localhost"
        // Always six digits: names of one second then sort as they were made.
        let microseconds = String(1_000_000 + now.tv_nsec / 1_000).dropFirst()
        return "\(now.tv_sec).M\(microseconds)P\(getpid())Q\(count).\(place)"
    }
}
