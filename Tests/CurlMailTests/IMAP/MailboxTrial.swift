// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Testing

@testable import CurlMail

/// What every real server must let us do, one after another on one session.
struct MailboxTrial {
    let mailbox: IMAPMailbox
    let deliver: ([UInt8]) throws -> Void
    /// How many letters lie in a folder named as Maildir++ has it; the inbox for an empty name.
    let count: (String) -> Int
    /// The target's folder: Dovecot spells it as on the wire, Courier in UTF-8.
    var target = ".Chancery.&BCAEPgQ3BDMEOwRPBD0EQwRCBD4-"

    func run(letters number: Int = 600) async throws {
        let letters = (0..<number).map { TestLetters.letter($0, count: $0 % 100 == 0 ? 300_000 : $0 % 3 == 0 ? 9_000 : 0) }
        for letter in letters { try deliver(letter) }
        let status = try await mailbox.open()
        #expect(status.messageCount == number)
        let announced = try await mailbox.announcements(after: nil)
        #expect(announced.count == number)
        #expect(announced.map(\.uid) == announced.map(\.uid).sorted())

        let sink = CollectingSink()
        #expect(try await mailbox.fetch(announced, into: sink) == [])
        #expect(sink.isInOrder)
        #expect(sink.letters.map(\.octets) == letters)
        #expect(sink.letters.map(\.uid) == announced.map(\.uid.rawValue))
        #expect(try await mailbox.announcements(after: nil).allSatisfy { !$0.flags.contains("\\Seen") })
        #expect(try await mailbox.announcements(after: announced.last?.uid) == [])
        #expect(try await mailbox.announcements(after: announced[number / 2].uid).count == number - number / 2 - 1)

        try await mailbox.apply(.flag("$Filed"), to: [announced[0].uid])
        try await mailbox.apply(.flag("$Filed"), to: [announced[0].uid])
        #expect(try await mailbox.announcements(after: nil).first?.flags.contains("$Filed") == true)
        let moved = announced[1..<5].map(\.uid)
        try await mailbox.apply(.move("Chancery/Розглянуто"), to: moved)
        try await mailbox.apply(.move("Chancery/Розглянуто"), to: moved)
        #expect(count(target) == 4)
        let again = try await mailbox.open()
        #expect(again.uidValidity == status.uidValidity)
        let left = try await mailbox.announcements(after: nil).filter { !$0.flags.contains("\\Deleted") }
        #expect(left.map(\.uid) == [announced[0].uid] + announced[5...].map(\.uid))
        // Those that are gone, or were moved, are returned.
        let second = CollectingSink()
        let missing = try await mailbox.fetch(announced, into: second)
        #expect(second.letters.count + missing.count == number)
        await mailbox.close()
    }
}
