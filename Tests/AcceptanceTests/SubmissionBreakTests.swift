// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// A submission server that is away or breaks off.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct SubmissionBreakTests {
    @Test("With the server down letters are filed, the answers wait, and the exit status says to try later")
    func serverDown() throws {
        let office = try TrialOffice.opened(submittingTo: try LoopbackPort.free())
        try office.deliver(TrialOffice.letter())
        try office.deliver(TrialOffice.letter(from: "<other@lyst.example>", id: "two@lyst.example"))
        let pass = try office.pass()
        #expect(pass.status == 75)
        #expect(pass.output.contains("2 letters filed"), "\(pass)")
        #expect(pass.errors.contains("smtp://127.0.0.1") && pass.errors.contains("cannotConnect"), "\(pass.errors)")
        #expect(pass.errors.split(separator: "\n").count == 1, "\(pass.errors)")
        let rows = try office.outgoing()
        #expect(rows.map(\.state) == ["queued", "queued"] && rows.allSatisfy { $0.copiesInDoubt == 0 })
        #expect(try office.cards().map(\.registrationIndex) == ["1/01-10", "2/01-10"])
    }

    @Test("A connection cut before the dot leaves the letter queued; it goes out once, unmarked")
    func cutBeforeDot() throws {
        let server = try BreakingServer(.cutBeforeLetter)
        let office = try TrialOffice.opened(submittingTo: server.port)
        try office.deliver(TrialOffice.letter())
        let pass = try office.pass()
        #expect(pass.status == 75, "\(pass)")
        let row = try #require(try office.outgoing().first)
        #expect(row.state == "queued" && row.copiesInDoubt == 0, "\(row)")
        #expect(try office.run("queue", "retry", "1", "--as", "bondar").status == 0)
        #expect(try office.pass().output.contains("outbox: 1 sent"))
        #expect(server.letters.count == 1)
        #expect(server.letters.first?.contains("X-Chancery-Copies-In-Doubt") == false)
    }

    @Test("A connection cut after the dot holds the letter; released, it goes out again under the same Message-ID and marked")
    func cutAfterDot() throws {
        let server = try BreakingServer(.cutAfterDot)
        let office = try TrialOffice.opened(submittingTo: server.port)
        try office.deliver(TrialOffice.letter())
        let pass = try office.pass()
        #expect(pass.status == 0 && pass.output.contains("1 held"), "\(pass)")
        #expect(try office.pass().output.contains("outbox: 0 sent"))
        let held = try #require(try office.outgoing().first)
        #expect(held.state == "held" && held.copiesInDoubt == 1, "\(held)")
        #expect(try office.run("status").output.contains("1 held"))
        let released = try office.run("queue", "release", "1", "--as", "bondar")
        #expect(released.status == 0, "\(released)")
        #expect(try office.pass().output.contains("outbox: 1 sent"))
        let copies = server.letters
        #expect(copies.count == 2)
        #expect(copies.allSatisfy { $0.contains("Message-ID: \(held.messageID)") })
        #expect(copies.map { $0.contains("\nX-Chancery-Copies-In-Doubt: 1\n") } == [false, true])
    }

    @Test("A connection cut inside the letter never loses it and never sends an unmarked second copy")
    func cutInLetter() throws {
        let server = try BreakingServer(.cutInLetter)
        let office = try TrialOffice.opened(submittingTo: server.port)
        try office.deliver(TrialOffice.letter())
        try office.pass()
        let row = try #require(try office.outgoing().first)
        // Whether the dot had left by then is the network's secret: it is held where it had, queued where it had not.
        #expect(["held", "queued"].contains(row.state) && row.copiesInDoubt == (row.state == "held" ? 1 : 0), "\(row)")
        #expect(try office.run("queue", row.state == "held" ? "release" : "retry", "1", "--as", "bondar").status == 0)
        #expect(try office.pass().output.contains("outbox: 1 sent"))
        #expect(server.letters.count == 1)
        #expect(server.letters.first?.contains("X-Chancery-Copies-In-Doubt") == (row.state == "held"))
    }

    @Test("A connection cut at the greeting is trouble of the server, not of the letter")
    func cutAtGreeting() throws {
        let server = try BreakingServer(.cutAtGreeting, .cutAtGreeting)
        let office = try TrialOffice.opened(submittingTo: server.port)
        try office.deliver(TrialOffice.letter())
        let pass = try office.pass()
        #expect(pass.status == 75, "\(pass)")
        #expect(try office.outgoing().map(\.state) == ["queued"])
    }
}
