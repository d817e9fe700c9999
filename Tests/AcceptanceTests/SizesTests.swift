// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// Letters far beyond what is usual, and letters made to hurt.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct SizesTests {
    /// Resident memory a pass may take, in mebibytes.
    private static let memory = 150
    /// Seconds a pass over one monstrous letter may take.
    private static let time = 2.0

    private struct Details: Decodable {
        struct File: Decodable {
            let name: String
            let size: Int
            let sha256: String
            let sniffedType: String
        }
        let attachments: [File]
        let text: String
    }

    @Test("A letter of 200 MB from a Maildir becomes a card in 150 MiB of memory, its file whole")
    func hugeFromMaildir() throws {
        let office = try TrialOffice()
        let huge = try HugeLetter(in: office.folder, megabytes: 200)
        #expect(rename(huge.path, "\(office.inbox)/new/1700000001.M1P1.test") == 0)
        let pass = try office.pass()
        try Self.expectWhole(huge, pass, in: office)
    }

    @Test(
        "A letter of 200 MB over IMAP becomes a card in 150 MiB of memory, its file whole",
        .enabled(if: Dovecot.obstacle == nil, "Dovecot and root are needed"))
    func hugeFromDovecot() throws {
        let dovecot = try Dovecot.start()
        let office = try TrialOffice(
            mailbox: "url: \"imap://127.0.0.1:\(dovecot.port)/INBOX\", startTLS: never, user: \"\(Dovecot.user)\", "
                + "password: {file: password}")
        try office.folder.write(Dovecot.password + "\n", to: "password", mode: 0o600)
        // An ordinary letter makes the way; the huge one takes its place.
        try dovecot.deliver(TrialOffice.letter())
        #expect(try office.pass().status == 0)
        let huge = try HugeLetter(in: office.folder, megabytes: 200)
        let name = "\(dovecot.maildir)/new/1700000099.M99P1.test"
        #expect(rename(huge.path, name) == 0 && chmod(name, 0o666) == 0)
        let pass = try office.pass()
        try Self.expectWhole(huge, pass, in: office)
    }

    @Test("A letter of 10,000 parts one inside the other becomes a card within two seconds")
    func nested() throws {
        var letter = "From: <n@lyst.example>\r\nTo: <rada@city.example>\r\nMessage-ID: <nested@lyst.example>\r\n"
        letter += "Subject: Матрьошка\r\nMIME-Version: 1.0\r\n"
        for depth in 1...10_000 { letter += "Content-Type: multipart/mixed; boundary=\"b\(depth)\"\r\n\r\n--b\(depth)\r\n" }
        letter += "Content-Type: text/plain\r\n\r\nat the bottom\r\n"
        for depth in stride(from: 10_000, through: 1, by: -1) { letter += "--b\(depth)--\r\n" }
        try Self.expectCard(from: Array(letter.utf8), subject: "Матрьошка")
    }

    @Test("A letter of 10,000 parts side by side becomes a card within two seconds")
    func manyParts() throws {
        var letter = "From: <n@lyst.example>\r\nTo: <rada@city.example>\r\nMessage-ID: <many@lyst.example>\r\n"
        letter += "Subject: parts\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        for number in 1...10_000 { letter += "--b\r\nContent-Type: application/x; name=f\(number)\r\n\r\nfile \(number)\r\n" }
        try Self.expectCard(from: Array((letter + "--b--\r\n").utf8), subject: "parts")
    }

    @Test("A header of 100 MB becomes a card within two seconds", arguments: ["one field", "many fields", "folded"])
    func longHeader(kind: String) throws {
        var letter = Array("From: <h@lyst.example>\r\nTo: <rada@city.example>\r\nSubject: header\r\n".utf8)
        letter.reserveCapacity(100_100_000)
        let piece =
            switch kind {
            case "one field": [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            case "many fields": Array(String(repeating: "X-Field: value of it\r\n", count: 50_000).utf8)
            default: Array(String(repeating: " folded on and on\r\n", count: 50_000).utf8)
            }
        letter += Array("X-Long: ".utf8)
        if kind != "one field" { letter += Array("begins\r\n".utf8) }
        while letter.count < 100_000_000 { letter += piece }
        letter += Array("\r\n\r\nthe text\r\n".utf8)
        try Self.expectCard(from: letter, subject: "header")
    }

    @Test("A letter to 100,000 recipients becomes a card within two seconds")
    func manyRecipients() throws {
        let list = (1...100_000).map { "\"Особа \($0)\" <person\($0)@lyst.example>" }.joined(separator: ",\r\n ")
        let letter =
            "From: <r@lyst.example>\r\nMessage-ID: <r@lyst.example>\r\nSubject: recipients\r\nTo: \(list)\r\n\r\ntext\r\n"
        try Self.expectCard(from: Array(letter.utf8), subject: "recipients")
    }

    private static func expectCard(from letter: [UInt8], subject: String) throws {
        let office = try TrialOffice()
        #expect(try office.pass().status == 0)
        try office.deliver(letter)
        let pass = try office.pass()
        #expect(pass.status == 0 && pass.output.contains("official: 1 letter filed: 1 card"), "\(pass)")
        #expect(pass.seconds < time, "\(pass.seconds) s")
        #expect(pass.peakMemory <= memory, "\(pass.peakMemory) MiB")
        let card = try #require(try office.cards().first)
        #expect(card.subject.lowercased().hasPrefix(subject.lowercased()) && card.registrationIndex == "1/01-10", "\(card)")
        #expect(try card.subject == office.summary(of: letter))
        #expect(try office.run("card", "show", "1").status == 0)
        #expect(try office.run("reconcile", "--thorough").status == 0)
    }

    private static func expectWhole(_ huge: HugeLetter, _ pass: TrialRun, in office: TrialOffice) throws {
        #expect(pass.status == 0 && pass.output.contains("1 card"), "\(pass)")
        #expect(pass.peakMemory > 0 && pass.peakMemory <= memory, "\(pass.peakMemory) MiB")
        let card = try #require(try office.cards().last)
        // The letter as written, without its attachment, says the same.
        let same = Array("From: <p@build.example>\r\nSubject: Великий лист\r\n\r\nНадсилаємо архів.\r\n".utf8)
        #expect(try card.subject == office.summary(of: same) && card.subject.hasPrefix("Великий лист"), "\(card)")
        let shown = try office.run("card", "show", "\(card.id)", "--json").json(Details.self)
        let file = try #require(shown.attachments.first)
        #expect(file.name == "архів.zip" && file.size == huge.fileSize && file.sha256 == huge.fileDigest)
        #expect(shown.text.contains("Надсилаємо архів."))
        let shownLetter = try office.run("inbox", "show", "\(card.id)", atMost: 30)
        #expect(shownLetter.peakMemory <= memory, "inbox show: \(shownLetter.peakMemory) MiB")
    }
}

/// A letter with one attachment of many megabytes, on disk.
struct HugeLetter {
    let path: String
    /// Octets of the attachment after decoding, and their SHA-256.
    let fileSize: Int
    let fileDigest: String

    init(in folder: ServerFolder, megabytes: Int) throws {
        path = "\(folder.path)/huge"
        // Written piece by piece: the test needs no memory for it either.
        let script = """
            import base64, hashlib, os, sys
            path, size = sys.argv[1], int(sys.argv[2]) * 1000 * 1000
            head = ('From: Підрядник <p@build.example>\\r\\nTo: <rada@city.example>\\r\\nMessage-ID: <huge@build.example>\\r\\n'
                    'Subject: Великий лист\\r\\nMIME-Version: 1.0\\r\\nContent-Type: multipart/mixed; boundary=b\\r\\n\\r\\n--b\\r\\n'
                    'Content-Type: text/plain; charset=utf-8\\r\\n\\r\\nНадсилаємо архів.\\r\\n--b\\r\\n'
                    'Content-Type: application/zip; name="архів.zip"\\r\\nContent-Transfer-Encoding: base64\\r\\n'
                    'Content-Disposition: attachment; filename="архів.zip"\\r\\n\\r\\n')
            piece = b'PK\\x03\\x04' + os.urandom(57 * 10000 - 4)
            coded = b''.join(base64.b64encode(piece[at:at + 57]) + b'\\r\\n' for at in range(0, len(piece), 57))
            digest, count = hashlib.sha256(), 0
            with open(path, 'wb') as letter:
                letter.write(head.encode())
                while letter.tell() < size:
                    letter.write(coded)
                    digest.update(piece)
                    count += len(piece)
                letter.write(b'--b--\\r\\n')
            print(count, digest.hexdigest())
            """
        let told = try ServerProcess.run("/usr/bin/python3", ["-c", script, path, "\(megabytes)"])
            .split(whereSeparator: \.isWhitespace)
        guard told.count == 2, let size = Int(told[0]) else { throw ServerFailure("no huge letter: \(told)") }
        fileSize = size
        fileDigest = String(told[1])
    }
}
