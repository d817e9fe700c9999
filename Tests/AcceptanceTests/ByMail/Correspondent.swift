// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// Somebody with a mailbox and a mail program: reads what Dovecot has for them, writes and replies through Postfix.
final class Correspondent {
    let name: String
    let address: String
    private let mail: CityMail
    private let way: CityMail.Way
    private var seen: Set<String> = []
    private var unread: [ReadByPython] = []

    /// Somebody of the house, who signs in to send.
    init(_ name: String, at address: String, in mail: CityMail) {
        self.name = name
        self.address = address
        self.mail = mail
        way = .signedIn(address)
    }

    /// Somebody elsewhere, whose letters come from the server of their domain.
    init(outside name: String, at address: String, in mail: CityMail) {
        self.name = name
        self.address = address
        self.mail = mail
        way = .host("mx.\(address.split(separator: "@").last ?? "")")
    }

    /// How many letters have come, read or not.
    var letterCount: Int { mail.letters(of: address).count }

    /// The oldest letter not read yet whose subject has these words; waits for it.
    func receives(_ subject: String, atMost seconds: Double = 40) throws -> ReadByPython {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            try look()
            if let place = unread.firstIndex(where: { $0.subject.contains(subject) }) { return unread.remove(at: place) }
            guard ContinuousClock.now < end else {
                throw ServerFailure("\(name) has no letter “\(subject)”, but \(unread.map(\.subject))")
            }
            usleep(2_000)
        }
    }

    /// What has come and was not read yet.
    func unreadLetters() throws -> [ReadByPython] {
        try look()
        return unread
    }

    func replies(to letter: ReadByPython, with text: String, enclosing files: [OutgoingMail.Enclosure] = []) throws {
        try send(OutgoingMail(from: self, replyingTo: letter, text: text, files: files))
    }

    func writes(
        to office: String, about subject: String, _ text: String, enclosing files: [OutgoingMail.Enclosure] = []
    ) throws {
        try send(OutgoingMail(from: self, to: office, subject: subject, text: text, files: files))
    }

    /// Many letters over one connection.
    func writes(_ letters: [OutgoingMail]) throws {
        let dialogue = try mail.dialogue(way)
        for letter in letters { try dialogue.send(letter.octets, from: address, to: letter.recipient) }
    }

    private func send(_ letter: OutgoingMail) throws { try writes([letter]) }

    private func look() throws {
        for file in mail.letters(of: address) {
            let name = String(file.split(separator: "/").last?.split(separator: ":").first ?? "")
            guard seen.insert(name).inserted else { continue }
            unread.append(try ReadByPython([UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))))
        }
    }
}
