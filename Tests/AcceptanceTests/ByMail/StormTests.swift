// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// Floods of letters: Postfix takes them, Dovecot keeps them, passes of `intake --once` deal with them.
@Suite(
    .serialized, .enabled(if: Obstacle.postfix == nil, "\(Obstacle.postfix ?? "")"), .timeLimit(.minutes(3)))
struct StormTests {
    private struct Status: Decodable {
        let heldBackByBreaker: Int
        let outbox: [String: Int]
    }

    private static func application(_ number: Int, from address: String) -> OutgoingMail {
        OutgoingMail(
            from: ("Ткач Ганна", address), to: TrialOffice.address, subject: "Заява \(number)",
            text: "Прошу видати довідку № \(number) про склад сім’ї.\n")
    }

    @Test("A thousand letters from one address are a thousand cards and one automatic answer a day")
    func oneAddress() throws {
        let address = "h.tkach@lyst.example"
        let mail = try CityMail(addresses: TrialOffice.colleagues + [address])
        let office = try TrialOffice.inTheCity(mail)
        let citizen = Correspondent(outside: "Ткач Ганна", at: address, in: mail)
        try citizen.writes((1...1_000).map { Self.application($0, from: address) })
        try mail.settle()
        let pass = try office.pass()
        #expect(pass.output.contains("1000 letters filed: 1000 card"), "\(pass)")
        try citizen.writes([Self.application(1_001, from: address)])
        try mail.settle()
        #expect(try office.pass().status == 0)
        try mail.settle()
        #expect(try office.cards().count { $0.registrationIndex != nil } == 1_001)
        #expect(citizen.letterCount == 1)
        #expect(try office.outgoing().count { $0.recipient == address } == 1)
        #expect(try office.history(of: 2).contains("notice.withheld"))
    }

    @Test("Of 150 answers at once 100 leave within the hour; the rest waits, people are told, and none is lost")
    func breaker() throws {
        let addresses = (1...150).map { "citizen\($0)@lyst.example" }
        let mail = try CityMail(addresses: TrialOffice.colleagues + addresses + ["admin@city.example"])
        let office = try TrialOffice.inTheCity(mail, staff: try Self.staffWithAdministrator())
        let server = try mail.dialogue(.host("mx.lyst.example"))
        for (number, address) in addresses.enumerated() {
            let letter = Self.application(number, from: address)
            try server.send(letter.octets, from: address, to: letter.recipient)
        }
        try mail.settle()
        for _ in 0..<2 { #expect(try office.pass().status == 0) }
        try mail.settle()
        func answered() -> Int { addresses.count { !mail.letters(of: $0).isEmpty } }
        #expect(try office.cards().count == 150 && answered() == 100)

        let told = try office.run("status", "--json").json(Status.self)
        #expect(told.heldBackByBreaker == 50 && told.outbox["queued"] == 50)
        for verb in ["status", "doctor"] {
            let words = try office.run(verb).output
            #expect(words.contains("limits.automaticLettersPerHour") && words.contains("50 more wait"), "\(words)")
        }
        #expect(try office.run("doctor").status == 69)
        let letters = mail.letters(of: "admin@city.example")
        #expect(letters.count == 1, "one letter to the administrator, past the breaker")
        if let letter = letters.first {
            let notice = try ReadByPython([UInt8](try Data(contentsOf: URL(fileURLWithPath: letter))))
            #expect(notice.text.contains("ще 50 чекають") && notice.text.contains("chancery queue list"), "\(notice.text)")
        }

        // With room for them the rest leaves: each applicant has one letter.
        let settings = try String(contentsOfFile: office.configuration, encoding: .utf8)
        try office.folder.write(
            settings.replacing("minimumFreeSpace: 1 MiB", with: "minimumFreeSpace: 1 MiB, automaticLettersPerHour: 1000"),
            to: "chancery.yaml")
        #expect(try office.pass().output.contains("outbox: 50 sent"))
        try mail.settle()
        #expect(addresses.allSatisfy { mail.letters(of: $0).count == 1 })
    }

    private static func staffWithAdministrator() throws -> String {
        try String(contentsOfFile: "\(TrialRun.share)/demo/staff.yaml", encoding: .utf8).replacing(
            "\nroutes:",
            with: """
                  - id: admin
                    name: Романюк Юрій Степанович
                    post: адміністратор системи
                    email: admin@city.example
                    phone: "+380 53 480 11 10"
                    roles: [administrator]

                routes:
                """)
    }
}
